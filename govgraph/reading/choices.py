"""What the slots of a match can stand for: each mention resolved against the rest of the text, lists divided, words trimmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from govgraph.documents.document import Span
from govgraph.reading.discourse import Discourse
from govgraph.reading.gazetteer import country_names, monarchies
from govgraph.reading.leads import seat_in, singular
from govgraph.reading.lines import Item, Line, Mention, is_kind
from govgraph.reading.ministers import are_of_either_state
from govgraph.reading.nocities import is_no_city
from govgraph.reading.ownoffices import has_an_assembly
from govgraph.reading.resolved import Resolved
from govgraph.reading.sentencetimes import day_before, is_later
from govgraph.reading.sharednames import is_shared
from govgraph.reading.subjects import subject_of
from govgraph.reading.tokens import Token, plain
from govgraph.reading.unnumbered import is_an_occasion, names_of_an_unnumbered_meeting
from govgraph.reading.words import word_classes, word_set

DATE_PARTS = ("start", "end", "day", "year", "coming", "told")
"""Parts of a date that are worked out afterwards; `told` is its year where the words tell one, "today" does not."""
_WHOLE = "whole"
_LINK = "link"  # what joins two offices, a word that is trimmed elsewhere
_NO_GAP = re.compile(r"[\s*#®™]*(?:\(\w+\)[\s*#®™]*)?")  # between the words of a name
_THINGS = ("topic", "things", "what", "thing")
"""Names of slots for what was discussed or decided, in the words of the text."""
_FEW_LETTERS = 2  # as many can be a word or a state's: "UN", "IT"
_TRIM = {",", ";", ":", '"', "the", "a", "an", "--", ".", "on", "and", "or", "against", "about"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a slot can take: the text by part (`''` for the slot itself), and what resolving it needed."""

    texts: dict[str, str]
    date: Mention | None = None
    inferred: bool = False
    support: tuple[Span, ...] = ()


_OURS = ("us", "here", "now", "ahead", "upcoming", "reported", "assembly")
"""The implicit slots that stand for what the text is about."""


def implicit_choices(line: Line, discourse: Discourse) -> dict[str, list[Choice]]:
    """The slots that need not stand in a pattern (`definitions.IMPLICIT`)."""
    found: dict[str, list[Choice]] = {}
    here = discourse.occasions.here(line)
    if here:
        support = () if here.sentence == line.span else (here.sentence,)
        coming = discourse.occasions.is_ahead and here == discourse.main
        following = here.value if coming else here.after(1)
        found["here"] = [
            Choice({"": value, "ordinal": value.rpartition("/")[2], "following": following}, None, False, support)
            for value in here.values
        ]
        if not coming:
            found["now"] = found["here"]
        else:
            found["ahead"] = found["here"]
    if discourse.main is not None and is_later(discourse, line):
        found["upcoming"] = [Choice({"": discourse.main.after(1)}, None, True, (discourse.main.sentence,))]
    reported = discourse.occasions.reported(line)
    if reported:
        support = () if reported.sentence == line.span else (reported.sentence,)
        found["reported"] = [Choice({"": value}, None, False, support) for value in reported.values]
    there = discourse.occasions.there(line)
    if there:
        city, country, sentence = there
        parts = {"": city.value, **({"country": country.value} if country else {})}
        found["there"] = [Choice(parts, None, False, (sentence,))]
    nation = discourse.nation(line)
    if nation:
        realm = {"kingdom": nation.value} if nation.value in monarchies() else {}
        found["nation"] = [Choice({"": nation.value, **realm}, None, True, nation.support)]
    if discourse.issuer:
        found["issuer"] = [Choice({"": discourse.issuer.value}, None, True, discourse.issuer.support)]
    focus = discourse.occasions.chronicle.focus(line)
    if focus is not None and discourse.occasions.chronicle.is_headed(line) and focus[1] != line.span:
        found["headed"] = [Choice({"": focus[0]}, None, False, (focus[1],))]
    heading = discourse.occasions.chronicle.heading(line)
    if heading:
        found["heading"] = [Choice({"": str(heading.year)}, None, False, (heading.sentence,))]
    its = discourse.organisation_before(line)
    if its:
        found["its"] = [Choice({"": its.value}, None, True, its.support)]
    subject = subject_of(line, discourse)
    if subject:
        found["subject"] = [Choice({"": subject.value}, None, False, tuple(dict.fromkeys(subject.support)))]
    last = discourse.occasions.last_before(line)
    if last:
        found["last"] = [Choice({"": last.value, "ordinal": str(last.ordinal)}, None, False, (last.sentence,))]
    today = Mention("date", line.span.start, line.span.start, "", "", {"relative": "today"})
    found["today"] = [Choice(dict.fromkeys(DATE_PARTS, "?"), today)]
    then = day_before(discourse, line)
    support = (then[1],) if then and then[1] != line.span else ()
    found["then"] = [Choice(dict.fromkeys(DATE_PARTS, "?"), then[0] if then else today, True, support)]
    if discourse.land:
        found["land"] = [Choice({"": discourse.land.value}, None, True, discourse.land.support)]
    written = discourse.written
    if written is not None:
        parts = {"": written.value, **({"country": code} if (code := written.parts["country"]) else {})}
        found["written"] = [Choice(parts, None, True, (Span(written.start, written.end),))]
    known = () if are_of_either_state(line, discourse) else ("issuer", "nation", "land")
    state = next((found[name] for name in known if name in found), None)
    if known and state is None and discourse.land_most_named is not None and not discourse.names_one_country(line):
        state = [Choice({"": discourse.land_most_named.value}, None, True, discourse.land_most_named.support)]
    if state:
        found["state"] = state
    assembly = discourse.assembly
    if assembly and not discourse.speaks_of_another(line):
        found["assembly"] = [Choice({"": assembly})]
    if discourse.setting.keeper:
        unnumbered = {"unnumbered": discourse.setting.keeper} if discourse.main is None else {}
        found["us"] = [Choice({"": discourse.setting.keeper, **unnumbered})]
    instrument = discourse.instrument(line)
    if instrument:
        found["instrument"] = [Choice({"": instrument.value}, None, False, instrument.support)]
    theirs = discourse.another_actor(line) is not None
    return {name: told for name, told in found.items() if not (theirs and name in _OURS)}


def home_choices(person: Mention, line: Line, discourse: Discourse) -> dict[str, list[Choice]]:
    """The implicit slot `home` of a person: the country from which the text says that they come."""
    resolved = discourse.resolve(person, line)
    home = discourse.home(resolved.value) if resolved else None
    if resolved is None or home is None:
        return {}
    support = tuple(span for span in dict.fromkeys((*resolved.support, *home.support)) if span != line.span)
    return {"home": [Choice({"": home.value}, None, True, support)]}


def choices(items: Sequence[Item], name: str, line: Line, discourse: Discourse) -> Iterator[Choice]:
    """What the items behind the slot `name` can stand for; nothing, where the text does not tell."""
    if len(items) == 1 and name != "session" and discourse.means_us(items[0]):
        yield Choice({"": discourse.setting.keeper or ""})
        return
    if name.startswith("city") and items and is_shared(items[0].text):
        return
    if items and all(isinstance(item, Mention) for item in items) and not _is_words(name):
        for item in items:
            assert isinstance(item, Mention)
            yield from _mention_choices(item, name, line, discourse)
        return
    if name == _LINK:
        yield Choice({"": items[0].text})
        return
    if name.startswith(_WHOLE):
        items = _without_where(_up_to_a_gap(items, line))
    if name.startswith(_THINGS) and items and _form(items[0]) == "on":
        return  # "approved on the first day"
    for part in _parts(items, name):
        text = _words(part, line) if _names_a_thing(part) or not name.startswith(_THINGS) else ""
        text = text.removeprefix("the ") if name.startswith(_WHOLE) else text
        if text:
            yield Choice({"": text, "text": text})


def _up_to_a_gap(items: Sequence[Item], line: Line) -> Sequence[Item]:
    """The items before what the plainer form of a sentence leaves out, but for one word in brackets: what follows it is no part
    of the same name."""
    gaps = (at for at, (one, two) in enumerate(pairwise(items), 1) if not _NO_GAP.fullmatch(line.text, one.end, two.start))
    return items[: next(gaps, len(items))]


def _without_where(items: Sequence[Item]) -> Sequence[Item]:
    """What owns something, without the place after it: "Baltic Caucus in Riga"."""
    place = len(items) > 2 and is_kind(items[-1], "place", "country") and _form(items[-2]) == "in"
    return items[:-2] if place else items


def _names_a_thing(part: Sequence[Item]) -> bool:
    """Whether words can name a topic or a decision: they speak of no person and do not open as a clause does."""
    first = next((item for item in part if _form(item) not in _TRIM), None)
    opener = _form(first) if first is not None else ""
    dated = first is not None and is_kind(first, "date")  # "agreed on Thursday"
    named = first is not None and not dated and opener not in word_set("no-topic") and not any(map(_is_somebody, part))
    words = [_form(item) for item in part if _form(item) not in _TRIM]
    return named and not (len(words) == 1 and words[0] in word_classes()["generic-things"])


def _is_somebody(item: Item) -> bool:
    return isinstance(item, Mention) and item.kind in ("person", "office")


def _is_words(name: str) -> bool:
    return name.startswith(("what", "topic", "things", "whole"))


def _mention_choices(mention: Mention, slot: str, line: Line, discourse: Discourse) -> Iterator[Choice]:
    if slot.startswith("city") and is_no_city(mention):
        return
    if mention.kind == "date":
        yield Choice({**mention.parts, **dict.fromkeys(DATE_PARTS, "?"), "text": mention.text.removeprefix("the ")}, mention)
        return
    texts = {**mention.parts, "text": mention.text}
    if "qualifier-text" in mention.parts:
        texts["words"] = mention.parts["qualifier-text"]
    if mention.kind == "body":
        texts["called"] = mention.parts.get("body", mention.value if mention.value in mention.text else mention.text)
        theirs = mention.parts.get("orgs", "")
        if "org" not in texts and theirs and plain(theirs) in plain(mention.text).split():
            texts["org"] = theirs  # of "UNESCO Executive Board"
    if mention.kind in ("body", "organ"):
        alone = " " not in mention.text.removeprefix("the ")
        if not alone or plain(mention.text).split()[-1] in word_set("assembling"):
            texts["named"] = mention.text  # a "Council President" can be anybody's
        if mention.parts.get("role") == "organ":
            texts["organ"] = mention.text
        body = discourse.body(mention, line)
        if body:
            texts["body"] = body
            texts["label"] = body.rpartition("/")[2]
    if mention.kind == "organ" or "organ" in (mention.parts.get("role"), mention.parts.get("body-role")):
        owner, called = mention.parts.get("org"), mention.parts.get("body", mention.text)
        another = owner and owner != discourse.setting.keeper
        texts |= {"elsewhere": seat_in(called), "owner": owner or ""} if another else {"seat": seat_in(called), "our": called}
    if mention.kind == "org" and plain(mention.text.partition(" of ")[0]).split()[-1] in word_classes()["seated-organs"]:
        texts["seated"] = mention.text
    if mention.kind == "country":
        texts["name"] = country_names().get(mention.value, mention.text)
        if mention.parts.get("form") in (None, "name"):
            texts["land"] = mention.value  # not "Danish"
        if mention.value not in monarchies():
            texts["republic"] = mention.value
    if mention.kind == "office":
        head, of, unit = mention.value.partition(" of the ")
        if of and " " in unit and plain(unit.split()[-1]) in word_set("units"):
            texts["head"], texts["unit"] = head, unit
        texts["charged" if {"of", "for"} & set(mention.value.split()) else "bare"] = mention.value
        if plain(mention.value).split()[-1] in word_set("advisers"):
            texts["advising"] = mention.value
        if mention.value.isupper():
            texts["abbreviated"] = mention.value
        if plain(mention.value) in word_set("ranks-before-a-country"):
            texts["rank"] = mention.value
        if plain(mention.value) not in word_classes()["never-before-a-name"]:
            texts["titular"] = mention.value
        ours = discourse.is_own_office(mention.value)
        seat = discourse.owner_of_office(mention.value, line)
        if seat:
            texts["at"] = seat
        if ours:
            texts["ours"] = mention.value
        if ours or discourse.setting.ours is None or not discourse.setting.ours.named.iri:
            texts["unlisted"] = mention.value
        if singular(mention.text) != mention.text:  # "Vice-Presidents", of several people
            texts["several"] = one = singular(mention.value)
            texts |= {"ownseveral": one} if ours else {}
        of_a_state = plain(mention.value) in word_classes()["state-offices"]
        if of_a_state and discourse.issuer:
            texts["ruling"] = mention.value
        head, _, part = plain(mention.value).partition(" for ")
        regional = part.removeprefix("the ") in word_set("regions")  # "Vice-President for Africa Jon Berg of Kenya"
        regional = regional and word_set("portfolio-heads").isdisjoint(head.split())  # a Minister for Europe is of a state
        if (not ours or of_a_state) and not regional:
            texts["foreign"] = mention.value
            presides = plain(mention.value) in word_set("presidencies")
            if plain(mention.value) not in word_set("chairs"):
                texts["presidency" if presides else "other"] = mention.value
                if "titular" in texts:
                    texts["abroad"] = mention.value
        if ours and not of_a_state:
            texts["native"] = mention.value
            if " for " in mention.value:
                texts["regional"] = mention.value
        if ours and of_a_state and not discourse.names_a_head_of_state and not discourse.names_one_country(line):
            texts["presumed"] = mention.value
            if has_an_assembly(discourse.setting.ours):
                texts["assembled"] = mention.value
        if (plain(mention.value) in word_classes()["offices-of-a-state"] or _is_in_a_cabinet(mention.value)) and not ours:
            texts["state"] = mention.value
            if plain(mention.value) not in word_set("offices-met-abroad"):
                texts["athome"] = mention.value
        for part, words in (
            ("minister", "portfolio-heads"),
            ("monarch", "reigning"),
            ("top", "top-offices"),
            ("local", "local-offices"),
        ):
            if set(word_classes()[words]) & set(plain(mention.value).split()):
                texts[part] = mention.value
    if mention.kind == "person" and "ref" not in mention.parts:
        texts["full"] = mention.value
        if plain(mention.parts.get("title", "")) in word_classes()["scholars"]:
            texts["scholar"] = mention.parts["title"]
    if mention.kind in ("name", "org", "person", "meeting", "event") and is_an_occasion(mention):
        texts["occasion"] = mention.text
    if mention.kind == "org" and mention.value and (discourse.main is None or mention.value != discourse.setting.keeper):
        texts["unnumbered"] = mention.value
    if mention.kind == "name" and mention.text.isupper() and mention.text.isalpha() and len(mention.text) > _FEW_LETTERS:
        texts["initials"] = mention.text
    if mention.kind == "name" and set(plain(mention.text).split()) <= word_set("fields") | word_set("office-modifiers"):
        texts["field"] = mention.text
    found = list(_resolved(mention, slot, line, discourse))
    for resolved in found:
        yield _resolved_choice(mention, resolved, texts, line, discourse)
    texts |= {} if found else names_of_an_unnumbered_meeting(mention, line, discourse, texts)
    if not found and (mention.kind == "body" or {"event", "passing", "plainly"} & texts.keys()):
        whole = mention.text.removeprefix("the ")
        organ = mention.parts.get("body-role") == "organ"  # "the Standing Committee of CITES"
        if mention.kind == "body" and not organ and discourse.is_in_our_name(plain(mention.text).split()[-1]):
            whole = discourse.setting.organisation or whole
        yield Choice({**texts, "whole": whole})


def _is_in_a_cabinet(office: str) -> bool:
    """Whether an office is in charge of what states have ministers or forces for, under another name: "Secretary for
    Security", "Director General of National Security"."""
    before, _, last = plain(office).rpartition(" ")
    if last == "secretary" and set(before.split()) <= _charges_of_states():
        return bool(before)  # "Foreign Affairs Secretary"
    head, _, charge = plain(office).replace(" for ", " of ", 1).partition(" of ")
    words = set(charge.split()) - {"and", "the"}
    return head in word_classes()["cabinet-heads"] and bool(words) and words <= _charges_of_states()


@cache
def _charges_of_states() -> frozenset[str]:
    phrases = (*word_classes()["portfolios"], *word_classes()["forces"])
    return frozenset(word for phrase in phrases for word in phrase.split()) - {"and", "the"}


def _resolved(mention: Mention, slot: str, line: Line, discourse: Discourse) -> Iterable[Resolved]:
    if mention.kind == "name":
        alone = slot.startswith("person") and " " not in mention.value
        found = discourse.surname(mention.value, line) if alone else Resolved(mention.value)
        return [found] if found else []
    if mention.kind == "ordinal" and not slot.startswith("session"):
        return [Resolved(mention.value)]
    return discourse.resolve_all(mention, line)


def _resolved_choice(
    mention: Mention, resolved: Resolved, described: Mapping[str, str], line: Line, discourse: Discourse
) -> Choice:
    texts = {**described, "": resolved.value, "whole": discourse.whole(mention, resolved, line)}
    if mention.kind != "name" or plain(mention.text).split()[-1] not in word_set("post-fields"):
        texts["firm"] = resolved.value  # "Business Affairs" is none
    if mention.kind != "country" and not (mention.kind == "name" and discourse.surname(mention.value, line)):
        texts["name"] = resolved.value  # no party to anything is called by somebody's surname
    if "/" in resolved.value and mention.kind in ("session", "gathering", "body", "ordinal"):
        series, _, ordinal = resolved.value.rpartition("/")
        texts["ordinal"] = ordinal
        texts["following"] = f"{series}/{int(ordinal) + 1}"
        if int(ordinal) > 1:
            texts["before"] = f"{series}/{int(ordinal) - 1}"
        texts["successornumber"] = str(int(ordinal) + 1)
        if (
            discourse.main
            and discourse.main.after(1) == resolved.value
            and discourse.occasions.here(line) in (None, discourse.main)
        ):
            texts["successor"] = ordinal
        if mention.parts.get("ref") in ("next", "next-year"):
            texts["upcoming"] = ordinal
        if mention.parts.get("ref") == "next-year":
            texts["nextyear"] = resolved.value
    return Choice(texts, None, resolved.inferred, resolved.support)


def _parts(items: Sequence[Item], name: str) -> Iterator[Sequence[Item]]:
    """A list slot (its name is a plural) is divided at commas and its last "and"."""
    if not name.endswith("s"):
        yield items
        return
    if not any(_form(item) in ("and", "or") for item in items):
        comma = next((number for number, item in enumerate(items) if _form(item) == ","), len(items))
        yield items[:comma]  # what follows the comma tells more of the one thing
        return
    part: list[Item] = []
    last_and = max((n for n, item in enumerate(items) if _form(item) in ("and", "or")), default=-1)
    for number, item in enumerate(items):
        if _form(item) == "," or (number == last_and):
            yield part
            part = []
        else:
            part.append(item)
    yield part


def _form(item: Item) -> str:
    return item.form.lstrip("^") if isinstance(item, Token) else ""


def _words(items: Sequence[Item], line: Line) -> str:
    start, end = 0, len(items)
    while start < end and _form(items[start]) in _TRIM:
        start += 1
    while end > start and _form(items[end - 1]) in _TRIM:
        end -= 1
    return " ".join(line.text[items[start].start : items[end - 1].end].split()) if start < end else ""
