"""Organisations that a text introduces itself: "the Colorado Association of Realtors (CAR)".

The short form in brackets is tied to the words before it as Schwartz and Hearst (PSB 2003) tie abbreviations: its letters
stand in those words in their order, the first at the beginning of a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from govgraph.documents.document import Span
from govgraph.documents.hyphens import SOFT
from govgraph.reading.cues import cues
from govgraph.reading.lines import Item, Line, Mention, is_kind, is_token
from govgraph.reading.numerals import roman
from govgraph.reading.profiles import Profile, profiles
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_classes, word_set

# These look at the few characters around a bracket, and each repetition in them has an end.
_BRACKET = re.compile(
    r"[ \n]\((?:the )?[“\"]?(?:[^():\n]{3,90}[,;–—-] ?)?(?P<short>(?:[A-Z]{2,5} (?=[A-Z]{3}))?[A-Z][A-Za-z&.-]{1,11}?)"
    r"(?:-\d{1,3}| [A-Z]{2,5}-?\d{1,3})?[”\"]?\)"
)
_NAME_WORD = r"[A-ZÀ-ÞİŞŁ][\w’'&\u00ad-]*"
_NAME = re.compile(rf"{_NAME_WORD}(?:,? (?:(?:of|for|the|and|in|on|to|&|de|la|des) ){{0,3}}{_NAME_WORD}){{1,14}}\Z")
_COMMAS = re.compile(r", (?P<short>[A-Z]{3,8})(?=[,.\n])")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|[ \t]{3,}|\n[*•-] | -- |--(?= )")
_SMALL = re.compile(r"\b(?:OF|THE|FOR|AND|IN|ON|TO)\b")
_ARTICLE = re.compile(r"\b(?:The|the|A|An) (?=[A-ZÀ-ÞİŞŁ])")
_POSSESSIVE = re.compile(r"['’]s\b")
_FAR = 160
_BETWEEN = 8  # characters that an article and marks take
_ARTICLES = 3
_MOST = 0.75
_SHORTEST = 3  # letters
_SPELT = 4  # letters; of so many, in any order, no other name is likely to be the words
_OPENS = 4  # words in which the name of a treaty has said that it is one
_HEAD = 2  # lines that can be the title
_REPEATED = 2  # times that a text has a name in full
_AGAIN = 3  # times that a text has the name of who issues it


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name in full and the short form that the text gives; `certain` if the name is formed like an organisation's.

    A "Convention" that `is_a_treaty` is none that is held again and again; what `keeps_its_name` is called by it in facts; one
    that `is_ours` is that of whoever publishes the text.
    """

    name: str
    short: str
    certain: bool = True
    is_a_treaty: bool = False
    keeps_its_name: bool = False
    is_ours: bool = False

    @property
    def called(self) -> str:
        """What facts call it: by its short form, unless that is the short form of another, which a profile describes."""
        return self.name if self.is_another or self.keeps_its_name else self.short

    @property
    def is_another(self) -> bool:
        """Whether a profile lists the short form for an organisation, or a body of one, whose names share no two words with
        this one."""
        return (bool(self._owners()) and self.known is None) or self._is_called_as_a_body_is()

    @property
    def known(self) -> str | None:
        """The short name of the organisation with a profile that is introduced here, perhaps under a name of other days."""
        words = _telling(self.name)
        alike = (
            profile.short
            for profile in self._owners()
            if any(len(words & _telling(name)) > 1 or plain(name) == plain(self.name) for name in profile.named.names)
        )
        return next(alike, None)

    def _is_called_as_a_body_is(self) -> bool:
        """Whether the short form is that of some body, and no name of such a body is like this one: an "ILC" without labour."""
        bodies = [body.named.names for profile in profiles() for body in profile.bodies if self.short in body.named.names]
        words = _telling(self.name)
        return bool(bodies) and not any(len(words & _telling(name)) > 1 for names in bodies for name in names)

    def _owners(self) -> list[Profile]:
        return [profile for profile in profiles() if self.short in profile.named.names and self.name != self.short]

    @property
    def is_series(self) -> bool:
        """Whether what is called so is itself a meeting that is held again and again: "Baltic Ports Forum"."""
        words = plain(self.name).split() if not self.is_a_treaty else []
        of = next((number for number, word in enumerate(words) if word in ("of", "on", "for")), len(words))
        return " ".join(words[-1:]) in word_set("series-heads") or (
            of < len(words) and words[of - 1] in word_set("series-heads")
        )


def _telling(name: str) -> set[str]:
    return {word for word in plain(name).split() if word not in word_set("function-words") and len(word) > 2}


def introductions(text: str, body: Span) -> Iterator[Introduction]:
    """The names introduced with a short form in `text[body.start:body.end]`, in order; one introduced twice comes twice."""
    for found in _BRACKET.finditer(text, body.start, body.end):
        short = found["short"].rstrip(".")
        if sum(letter.isupper() for letter in short) < 2:
            continue
        before = _PARAGRAPH.split(text[max(body.start, found.start() - _FAR) : found.start()])[-1]
        if before.isupper():  # of a heading
            before = _SMALL.sub(lambda word: word[0].lower(), before)
        told = found.end("short") - found.start() >= len(short) + _BETWEEN
        names = [name for run in _runs(before) if (name := _named(run, short, told))]
        name = next((name for name in names if _opens_a_treaty(name)), next(iter(names), None))
        if (
            name
            and plain(name) not in word_set("common-organs")
            and plain(name.partition(" of ")[0]) not in word_set("office-heads")
        ):
            yield Introduction(name, short, _names_an_organisation(name) or _is_spelt_by(name, short) or _opens_a_treaty(name))
    yield from _in_commas(text, body)


def _in_commas(text: str, body: Span) -> Iterator[Introduction]:
    """The names that are followed by their initials between commas: "the International Tin Council, ITC, said"."""
    for found in _COMMAS.finditer(text, body.start, body.end):
        run = next(_runs(text[max(body.start, found.start() - _FAR) : found.start()]), "")
        words = run.split()
        for start in range(len(words) - 1):
            name = " ".join(words[start:])
            initials = "".join(word[0] for word in words[start:] if word[0].isupper())
            if initials == found["short"] and words[start][0].isupper() and _names_an_organisation(name):
                yield Introduction(name, found["short"])


def short_names_of_countries(lines: Sequence[Line]) -> dict[str, str]:
    """The short forms in capitals that a text gives for countries, and their codes: "Federated States of Micronesia (FSM)"."""
    found: dict[str, str] = {}
    for line in lines:
        for land, opening, short, closing in zip(line.items, line.items[1:], line.items[2:], line.items[3:], strict=False):
            bracketed = is_token(opening, "(") and is_token(closing, ")")
            if not bracketed or not is_kind(land, "country") or land.parts.get("form") == "adjective":
                continue
            if _is_initials(short, land.text):
                found.setdefault(short.text, land.value)
    return found


def _is_initials(short: Item, name: str) -> bool:
    """Whether a word in capitals has the first letters of a name's words."""
    return len(short.text) >= _SHORTEST - 1 and short.text == "".join(word[0] for word in name.split() if word[0].isupper())


def organisations(lines: Sequence[Line], introduced: Sequence[Introduction]) -> list[Introduction]:
    """The introduced names that are organisations', and others that the text treats as such, by the cues in `discourse.yaml`
    (it has members, a board, a president), if it names them more than once."""
    seen: Counter[str] = Counter()
    for line in lines:
        for match in line.find_any(cues()["organisations"]):
            items = match.slots["name"]
            name = line.text[items[0].start : items[-1].end]
            office = match.slots.get("office", ())
            if name.isupper() or not (_is_one_of(office, "state-offices") or _is_one_of(office, "jobs")):
                seen[name] += 1
    seen.update(name for name in _named_by("acronyms", lines) if name.isupper())
    owners = {named for line in lines for item in line.items if (named := before_an_organ(item))}
    met = {owner for line in lines for item in line.items if (owner := _after_a_meeting(item))}
    met |= {owner for line in lines[:_HEAD] for item in line.items if (owner := before_an_organ(item, or_a_meeting=True))}
    pairs = (pair for line in lines for pair in pairwise((None, *line.items)))
    met |= {letters for one, two in pairs if two is not None and (letters := _before_a_congress(one, two))}
    having = {name for name in _named_by("acronyms-with-members", lines) if name.isupper()}
    meeting = _named_by("hold-sessions", lines) | met | having
    text = lines[0].text if lines else ""
    issuing = {name for name in _named_by("issuers", lines) if _is_never_shortened(name, text)}
    seen.update(owners | meeting | issuing)
    found = [
        one
        for one in dict.fromkeys(introduced)
        if one.certain or one.short in seen or one.name in seen or _is_an_owner(one.name, text) or _meets_again(one, text)
    ]
    known = {name for one in found for name in (one.name, one.short)}
    if not seen:
        return found
    words = Counter(item.text for line in lines for item in line.items)
    words |= Counter({name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in seen if name.isupper()})
    places = {two.text for line in lines for one, two in pairwise(line.items) if is_token(one, "in") and not two.text.isupper()}
    others = (
        name
        for name in seen
        if name not in known | (places - issuing)
        and plain(name).rstrip("-0123456789") not in word_set("treaty-bodies")
        and (
            words[name] + seen[name] > 2
            or name in meeting
            or (name in owners and (name.isupper() or lines[0].text.count(name) > 2))
        )
        and is_name(name)
    )
    whole = [_with_its_country(name, text) for name in sorted(others)]
    if not found and not whole and not any(is_kind(item, "org") and item.value for line in lines for item in line.items):
        initials = [name for name in seen if name.isupper() and len(name) >= _SHORTEST and is_name(name)]
        whole = initials if len(initials) == 1 and not places & {*initials} else []  # "the president of SLS"
    return [*found, *(_in_full(name, text) for name in whole)]


def _with_its_country(name: str, text: str) -> str:
    """A short name with the letters before it that a text never leaves out: "UK BPA"."""
    before = Counter(found[1] for found in re.finditer(rf"\b([A-Z]{{2,3}}) {re.escape(name)}\b", text))
    most = before.most_common(1)
    return f"{most[0][0]} {name}" if name.isupper() and most and most[0][1] == text.count(name) > 1 else name


def _in_full(name: str, text: str) -> Introduction:
    """A name as the text has it in full, where it has it so at first or most often: "Cod OS Foundation", and "Cod" too."""
    longer = Counter(
        found[0]
        for found in re.finditer(rf"\b{re.escape(name)}(?: [A-Z][\w-]*){{0,2}} [A-Z][a-z]+\b", text)
        if plain(found[0].split()[-1]) in word_set("ends-of-whole-names")
    )
    full, times = longer.most_common(1)[0] if longer else (name, 0)
    first = re.search(rf"\b{re.escape(name)}\b", text)
    whole = times >= _REPEATED and first is not None and (text.startswith(full, first.start()) or 2 * times > text.count(name))
    full = full if whole else name
    return Introduction(full, name, keeps_its_name=full != name)


def _runs(before: str) -> Iterator[str]:
    """The names that can stand before a bracket: what follows the last article, then what follows the one before it too."""
    articles = list(_ARTICLE.finditer(before))
    starts = [0] if not articles or articles[0].start() else []
    for start in [*starts, *(found.end() for found in articles)][:-_ARTICLES:-1]:
        run = _NAME.search(" ".join(before[start:].split()))
        if run:
            yield run[0].replace(SOFT, "")


def _opens_a_treaty(name: str) -> bool:
    """Whether a name opens as that of an agreement does: "Convention on the ...", "Framework Convention on ..."."""
    words = plain(name).split()[:_OPENS]
    return any(one in word_set("treaties") and two in ("on", "for", "of") for one, two in pairwise(words))


def _named(run: str, short: str, told: bool) -> str | None:
    """The name that the short form stands for: all of the run, where the bracket has more than that."""
    return run if told else _fitting(run, short) or _translated(run, short)


def _named_by(cue: str, lines: Sequence[Line]) -> set[str]:
    """What the slot `name` of the cues of this name holds, as written."""
    return {
        line.text[match.slots["name"][0].start : match.slots["name"][-1].end]
        for line in lines
        for match in line.find_any(cues()[cue])
    }


def _is_never_shortened(name: str, text: str) -> bool:
    """Whether a text has a name again and again, and never one end of it alone, as it has a person's: "Harbour Impact"."""
    alone = {name.split()[0], name.split()[-1]}
    return text.count(name) >= _AGAIN and all(text.count(word) == text.count(name) for word in alone)


def _is_an_owner(name: str, text: str) -> bool:
    """Whether a text speaks of something that organisations have as that of the one so called: "the 23rd Summit of the ..."."""
    for found in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), text):
        before = " " + " ".join(text[max(0, found.start() - _FAR) : found.start()].split())
        if plain(before).endswith(_owned()):
            return True
    return False


def _meets_again(one: Introduction, text: str) -> bool:
    """Whether a series of meetings is counted: "BHF-6", "the 31st BHF"."""
    short = re.escape(one.short)
    return one.is_series and re.search(rf"\b{short}-?\d{{1,3}}\b|\d(?:st|nd|rd|th) {short}\b", text) is not None


@cache
def _owned() -> tuple[str, ...]:
    return tuple(f" {noun} of{article}" for noun in word_classes()["owned"] for article in ("", " the"))


def before_an_organ(item: Item, or_a_meeting: bool = False) -> str | None:
    """ "Carpentries" of "Carpentries Executive Council", and of "Carpentries General Meeting" if a meeting will do."""
    if not isinstance(item, Mention) or item.kind != "meeting":
        return None
    body = plain(item.parts.get("body", "")).split()
    meets = or_a_meeting and body and body[-1] in word_set("last-words-of-general-meetings")
    if not meets and item.parts.get("body-role") != "organ":
        return None
    name = (
        item.text.removesuffix(item.parts.get("body", "")).strip().lstrip("0123456789 ").removesuffix("'s").removesuffix("’s")
    )
    return name if name and name[0].isupper() and name != item.text and item.text.endswith(item.parts["body"]) else None


def _after_a_meeting(item: Item) -> str | None:
    """ "Lund Havneforening" of "Annual General Meeting of the Lund Havneforening"."""
    if not isinstance(item, Mention) or item.kind not in ("meeting", "body"):
        return None
    head, of, name = item.text.partition(" of ")
    met = plain(head.removeprefix("the ")) in word_set("annual-meetings")
    name = name.removeprefix("the ").partition(" (")[0]
    whose = plain(name) in word_set("member-nouns") | word_set("those-who-meet")
    return name if of and met and name[:1].isupper() and not whose else None


def _before_a_congress(before: Item | None, item: Item) -> str | None:
    """ "FEDO" of "the 12th FEDO European Congress", or of "FEDO 12th European Congress": its letters tell who holds it."""
    if not isinstance(item, Mention) or item.kind not in ("session", "event"):
        return None
    words = [word for word in item.text.split() if not word[0].isdigit() and word != "The"]
    letters = list(takewhile(_is_in_letters, words))
    rest = plain(" ".join(words[len(letters) :])).split()
    kinds = set(rest[:-1]) <= word_set("kinds-of-assemblies") | word_set("session-kinds")
    held = kinds and rest[-1:] and rest[-1] in word_set("held-by-organisations")
    leading = before.text if before is not None and item.text[0].isdigit() and _is_in_letters(before.text) else ""
    return (" ".join(letters) or leading or None) if held else None


def _is_in_letters(word: str) -> bool:
    letters = word.replace("-", "")
    return word.isupper() and len(letters) >= _SHORTEST and letters.isalpha() and not roman(letters)


def _is_one_of(office: Sequence[Item], words: str) -> bool:
    return any(plain(item.text) in word_set(words) for item in office)


def is_name(name: str) -> bool:
    """Whether words can be the name of an organisation: no month, and nothing that opens sentences."""
    return len(name) > 2 and plain(name) not in word_set("not-names") | word_set("months") | word_set("function-words")


def _fitting(run: str, short: str) -> str | None:
    """The longest end of the run that opens with the first letter of the short form and holds all its letters."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    for start in [found.start() for found in re.finditer(r"\b\w", run)]:
        name = run[start:]
        before, comma, _ = name.partition(", ")
        if not name[0].isupper() or plain(name)[:1] != letters[0] or (comma and plain(before) in word_set("office-heads")):
            continue  # "Director, Detroit Harbour Council (DHC)"
        initials = [plain(word)[:1] for word in re.split(r"[\s-]+", name) if word]
        if _holds(initials, letters) or _holds(list(plain(name)), letters):
            return _with_what_stands_before(run, start)
    return None


def _with_what_stands_before(run: str, start: int) -> str:
    """ "International Organisation of Vine and Wine (OIV)": a short form of another language leaves the first words out."""
    opener = plain(run[start:].split()[0]) in word_set("org-openers")
    return run if opener and 0 < len(run[:start].split()) < 3 and run[:start].replace(" ", "").isalpha() else run[start:]


def _translated(run: str, short: str) -> str | None:
    """The run, if it is formed like an organisation's name and most letters of the short form open words of it in any order:
    "European Volleyball Confederation (CEV)" has its short form from another language."""
    left = Counter(plain(word)[:1] for word in re.split(r"[\s-]+", run) if word[:1].isupper())
    letters = Counter(plain(short))
    shared = (letters & left).total()
    fits = _MOST * letters.total() <= shared and len(short) >= _SHORTEST and short.isupper() and not _POSSESSIVE.search(run)
    spelt = shared == letters.total() >= _SPELT and left.total() - shared <= 1  # "Latin American Economic System (SELA)"
    return run if fits and (spelt or _names_an_organisation(run)) else None


def _holds(sequence: list[str], letters: list[str]) -> bool:
    rest = iter(sequence)
    return all(letter in rest for letter in letters)


def _is_spelt_by(name: str, short: str) -> bool:
    """Whether a short form has the first letters of all words, one of which is "Federation", "Bureau" or the like: FAI has
    those of Fédération Aéronautique Internationale."""
    words = [plain(word) for word in name.split() if word[0].isupper()]
    initials = "".join(word[0] for word in words)
    return initials == plain(short) and not {*words}.isdisjoint(word_set("org-heads") | word_set("org-openers"))


def _names_an_organisation(name: str) -> bool:
    """Whether it ends as names of organisations do, or opens so: "Securities Commission", "Union for the Protection"."""
    words = [plain(word).strip(",.") for word in name.split()]
    opens = any(
        one in word_set("org-openers") | word_set("parts-that-open-names") and two in ("of", "for", "on", "to")
        for one, two in pairwise(words)
    )
    return words[-1] in word_set("org-heads") | word_set("company-forms") or opens
