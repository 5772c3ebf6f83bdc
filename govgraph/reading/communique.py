"""A communiqué becomes facts: its sentences are annotated, matched with every fact pattern, and read together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from govgraph.documents.document import Document, Span
from govgraph.documents.sentences import sentences
from govgraph.reading.dating import Dated, work_out
from govgraph.reading.definitions import Definition, definitions, fill
from govgraph.reading.discourse import Discourse, Resolved
from govgraph.reading.facts import Fact
from govgraph.reading.gazetteer import country_names, gazetteer
from govgraph.reading.introductions import Introduction, introductions, organisations
from govgraph.reading.lines import Item, Line, Match, Mention
from govgraph.reading.mentions import annotate
from govgraph.reading.patterns import Pattern, PatternIndex
from govgraph.reading.quotations import quotations
from govgraph.reading.rosters import with_rosters
from govgraph.reading.sequels import sequels
from govgraph.reading.tokens import Token, plain
from govgraph.reading.venues import settle
from govgraph.reading.words import word_classes

_SUM = re.compile(r"(\d+) ([+-]) (\d+)\Z")
_DATE_PARTS = {"start", "end", "day", "year", "coming"}
_TRIM = {",", ";", ":", '"', "the", "a", "an", "--", ".", "on", "and", "or"}


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from a document."""

    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """One value that a slot can take: the text by part (`''` for the slot itself), and what resolving it needed."""

    texts: dict[str, str]
    date: Mention | None = None
    inferred: bool = False
    support: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Around:
    """What is the same for all matches in a sentence: the implicit slots, and the one session that it speaks of."""

    implicit: dict[str, list[_Choice]]
    occasion: str | None


def read_communique(document: Document) -> Reading:
    """The facts that a document states, in the order of its sentences; no two alike from one sentence.

    Raises:
        DefinitionError: the definitions in `loaders/` are not well formed.
    """
    abbreviations = frozenset(word_classes()["abbreviations"])
    spans = sentences(document, abbreviations)
    lines = [annotate(document.text, span) for span in spans]
    introduced = organisations(lines, list(introductions(document.text, document.body)))
    lines = list(_with_names(lines, introduced))
    discourse = Discourse(document, lines, introduced)
    facts: list[Fact] = []
    dated: list[Dated] = []
    for line in lines:
        for fact, date in _read_line(line, discourse):
            if date is None:
                facts.append(fact)
            else:
                dated.append(Dated(fact, *date))
    facts = settle(work_out(facts, dated, discourse), discourse.seats)
    facts.extend(sequels(facts, discourse.main))
    facts = with_rosters(facts, lines, discourse)
    facts.extend(quotations(lines, discourse))
    return Reading(tuple(_unique(facts)), tuple(lines))


def _with_names(lines: Sequence[Line], introduced: Sequence[Introduction]) -> Iterator[Line]:
    """The lines, those that hold a name which the text introduces read again with it."""
    new = [one for one in introduced if one.short not in gazetteer()]
    names = gazetteer().with_organisations((name, one.short) for one in new for name in (one.name, one.short))
    written = [name for one in new for name in (one.name, one.short)]
    for line in lines:
        text = line.text[line.span.start : line.span.end]
        yield annotate(line.text, line.span, names) if any(name in text for name in written) else line


def _unique(facts: Iterable[Fact]) -> Iterator[Fact]:
    """One fact a sentence and key; stated ones win over inferred ones."""
    chosen: dict[tuple[str, str, str, Span], Fact] = {}
    for fact in facts:
        key = (*fact.key, fact.sentence)
        if key not in chosen or (chosen[key].status == "inferred" and fact.status == "stated"):
            chosen[key] = fact
    yield from sorted(chosen.values(), key=lambda fact: (fact.sentence.start, fact.key))


@cache
def _index() -> PatternIndex[Definition]:
    return PatternIndex((definition, pattern) for definition in definitions() for pattern in definition.patterns)


def _read_line(line: Line, discourse: Discourse) -> Iterator[tuple[Fact, tuple[Mention, str] | None]]:
    allowed: dict[str, bool] = {}
    sure: bool | None = None
    around: _Around | None = None
    for definition, pattern in _index().candidates(line.features):
        for match in line.find(pattern):
            if around is None:
                around, sure = _Around(_implicit(line, discourse), _occasion(line, discourse)), discourse.is_sure(line)
            if definition.id not in allowed:
                allowed[definition.id] = (bool(sure) or definition.regardless) and _allows(definition, line)
            if allowed[definition.id] and not _forbidden(definition, match, line):
                yield from _facts(line, match, definition, discourse, around)


def _allows(definition: Definition, line: Line) -> bool:
    if definition.needs and not any(line.matches(pattern) for pattern in definition.needs):
        return False
    return not any(line.matches(pattern) for pattern in definition.unless if not _shared(pattern, definition))


def _shared(pattern: Pattern, definition: Definition) -> frozenset[str]:
    """The slots that a pattern of `unless` has in common with those of the definition."""
    return definition.slots & {slot.name for slot in pattern.slots}


def _forbidden(definition: Definition, match: Match, line: Line) -> bool:
    """Whether an `unless` pattern matches with the same mention in a slot of the same name."""
    for pattern in definition.unless:
        shared = _shared(pattern, definition)
        for found in line.find(pattern) if shared else ():
            for name in shared:
                mine, theirs = match.slots.get(name), found.slots.get(name)
                if mine is None or theirs is None or any(one is other for one in mine for other in theirs):
                    return True
    return False


def _facts(
    line: Line, match: Match, definition: Definition, discourse: Discourse, around: _Around
) -> Iterator[tuple[Fact, tuple[Mention, str] | None]]:
    words = line.cover(match.start, match.end)
    choices: dict[str, list[_Choice]] = {
        name: list(_choices(items, name, line, discourse)) for name, items in match.slots.items()
    }
    choices = {**around.implicit, **choices}
    occasion = around.occasion
    certain = {name: options[0] for name, options in choices.items() if len(options) == 1}
    for given in definition.gives:
        template = given.chosen(choices)
        names = list(dict.fromkeys(name for name, _ in template.fields))
        if any(name not in choices for name in names):
            continue
        for combination in product(*(choices[name] for name in names)):
            picked = {**certain, **dict(zip(names, combination, strict=True))}
            fact = _fill(template.subject, template.property, template.value, names, picked, definition, words, line, occasion)
            if fact is None:
                continue
            single = re.fullmatch(r"\{([a-z0-9_]+)\.(start|end|day|year|coming)\}", template.value)
            if single and picked[single[1]].date is not None:
                mention = picked[single[1]].date
                assert mention is not None
                yield fact, (mention, single[2])
            else:
                yield fact, None


def _fill(
    subject: str,
    property_: str,
    value: str,
    names: Sequence[str],
    picked: dict[str, _Choice],
    definition: Definition,
    words: Span,
    line: Line,
    occasion: str | None,
) -> Fact | None:
    texts = {(name, part): text for name, choice in picked.items() for part, text in choice.texts.items()}
    try:
        filled_subject, filled_value = fill(subject, texts), fill(value, texts)
    except KeyError:
        return None
    total = _SUM.match(filled_value)
    if total:
        sign = 1 if total[2] == "+" else -1
        filled_value = str(int(total[1]) + sign * int(total[3]))
    if filled_subject.startswith("agreement:"):
        filled_subject = "agreement:" + "+".join(sorted(filled_subject.removeprefix("agreement:").split("+")))
    if not filled_value or filled_subject.endswith(":"):
        return None
    if property_ == "next" and filled_subject.rpartition("/")[2] == filled_value:
        return None  # the next session of which a sentence about that very session speaks
    details = {}
    for key, template in definition.details.items():
        try:
            details[key] = fill(template, texts)
        except KeyError:
            continue
    if occasion:
        details.setdefault("session", occasion)
    used = [picked[name] for name in names]
    inferred = definition.status == "inferred" or any(choice.inferred for choice in used)
    support = tuple(dict.fromkeys(span for choice in used for span in choice.support if span != line.span))
    return Fact(
        filled_subject,
        property_,
        filled_value,
        "inferred" if inferred else "stated",
        words,
        line.span,
        definition.id,
        support,
        details,
    )


def _occasion(line: Line, discourse: Discourse) -> str | None:
    """The one session that a sentence speaks of, if it speaks of one."""
    named = set()
    for item in line.items:
        if isinstance(item, Mention) and item.kind in ("session", "gathering"):
            resolved = discourse.resolve(item, line)
            if resolved:
                named.add(resolved.value)
    return named.pop() if len(named) == 1 else None


def _implicit(line: Line, discourse: Discourse) -> dict[str, list[_Choice]]:
    found: dict[str, list[_Choice]] = {}
    here = discourse.occasions.here(line)
    if here:
        support = () if here.sentence == line.span else (here.sentence,)
        following = here.after(1)
        found["here"] = [
            _Choice({"": value, "ordinal": value.rpartition("/")[2], "following": following}, None, False, support)
            for value in here.values
        ]
    last = discourse.occasions.last_before(line)
    if last:
        found["last"] = [_Choice({"": last.value, "ordinal": str(last.ordinal)}, None, False, (last.sentence,))]
    today = Mention("date", line.span.start, line.span.start, "", "", {"relative": "today"})
    found["today"] = [_Choice(dict.fromkeys(_DATE_PARTS, "?"), today)]
    assembly = discourse.assembly
    if assembly:
        found["assembly"] = [_Choice({"": assembly})]
    if discourse.setting.organisation:
        found["us"] = [_Choice({"": discourse.setting.organisation})]
    instrument = discourse.instrument(line)
    if instrument:
        found["instrument"] = [_Choice({"": instrument.value}, None, False, instrument.support)]
    return found


def _choices(items: Sequence[Item], name: str, line: Line, discourse: Discourse) -> Iterator[_Choice]:
    if items and all(isinstance(item, Mention) for item in items) and not _is_words(name):
        for item in items:
            assert isinstance(item, Mention)
            yield from _mention_choices(item, name, line, discourse)
        return
    for part in _parts(items, name):
        text = _words(part, line)
        if text:
            yield _Choice({"": text, "text": text})


def _is_words(name: str) -> bool:
    return name.startswith(("what", "topic", "things"))


def _mention_choices(mention: Mention, slot: str, line: Line, discourse: Discourse) -> Iterator[_Choice]:
    if mention.kind == "date":
        yield _Choice({**mention.parts, **dict.fromkeys(_DATE_PARTS, "?"), "text": mention.text}, mention)
        return
    texts = {**mention.parts, "text": mention.text}
    if "qualifier-text" in mention.parts:
        texts["words"] = mention.parts["qualifier-text"]
    if mention.kind == "body":
        body = discourse.body(mention, line)
        if body:
            texts["body"] = body
            texts["label"] = body.rpartition("/")[2]
    if mention.kind == "country":
        texts["name"] = country_names().get(mention.value, mention.text)
    if mention.kind == "office":
        ours = discourse.is_own_office(mention.value)
        if ours:
            texts["ours"] = mention.value
        if not ours or plain(mention.value) in word_classes()["state-offices"]:
            texts["foreign"] = mention.value
    found = list(_resolved(mention, slot, line, discourse))
    for resolved in found:
        yield _resolved_choice(mention, resolved, texts, line, discourse)
    if not found and "body" in texts:
        yield _Choice(texts)


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
) -> _Choice:
    texts = {**described, "": resolved.value, "whole": discourse.whole(mention, resolved, line)}
    if mention.kind != "country":
        texts["name"] = resolved.value
    if "/" in resolved.value and mention.kind in ("session", "gathering", "body", "ordinal"):
        series, _, ordinal = resolved.value.rpartition("/")
        texts["ordinal"] = ordinal
        texts["following"] = f"{series}/{int(ordinal) + 1}"
        texts["successornumber"] = str(int(ordinal) + 1)
        if discourse.main and discourse.main.after(1) == resolved.value:
            texts["successor"] = ordinal
        if mention.parts.get("ref") in ("next", "next-year"):
            texts["upcoming"] = ordinal
        if mention.parts.get("ref") == "next-year":
            texts["nextyear"] = resolved.value
    return _Choice(texts, None, resolved.inferred, resolved.support)


def _parts(items: Sequence[Item], name: str) -> Iterator[Sequence[Item]]:
    """A list slot (its name is a plural) is divided at commas and its last "and"."""
    if not name.endswith("s"):
        yield items
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
