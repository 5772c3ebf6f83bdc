"""The fact patterns in `loaders/communiques/facts/`: what each looks for, what it gives, and what it is tested on."""

from __future__ import annotations

import builtins
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from govgraph.errors import DefinitionError
from govgraph.reading.patterns import Pattern, compile_pattern
from govgraph.reading.words import COMMUNIQUES, read_yaml
from govgraph.resources import resource

_GIVES = re.compile(r"(?P<subject>(?:[^{|]|\{[^}]*\})+?)\s*\|\s*(?P<property>[a-zA-Z-]+)\s*\|\s*(?P<value>.+?)\s*\Z")
_FIELD = re.compile(r"\{([a-z][a-z0-9_]*)(?:\.([a-z]+))?\}")
_CHOICE = re.compile(r"\{([a-z][a-z0-9_]*)((?:\.[a-z]+)?)\|([a-z][a-z0-9_]*)((?:\.[a-z]+)?)\}")
_KEYS = {
    "id",
    "says",
    "patterns",
    "needs",
    "unless",
    "gives",
    "status",
    "regardless",
    "confidence",
    "details",
    "side",
    "roles",
    "walls",
    "nearest",
    "examples",
    "counter-examples",
}
_REACH = 24  # items between a trigger and what plays a role
_SIDES = ("", "before", "after", "past", "elected")
DENIED = "@negation"
"""Of `unless`, what means not the whole sentence but the match and what stands right beside it."""
IMPLICIT = frozenset(
    {"here", "now", "us", "assembly", "instrument", "last", "today", "land", "heading", "nation", "reported", "there", "issuer"}
    | {"state", "ahead", "then", "upcoming", "home", "its", "written", "headed", "subject"}
)
"""What every pattern may name beside its own slots:

`here`, the session that the text reports (`now`, if it tells of it as of something of the day, or else `ahead`); `reported`,
the same where a sentence names only the one after it; `upcoming`, the one after it where a sentence is of a later year;
`last`, the session named last before the sentence; `us`, its organisation; `assembly`, that organisation's main body;
`instrument`, the instrument named last; `today`, the day of publication; `then`, the day that the sentence or one of the few
before it names, or else that of publication; `heading`, the year that stands alone before the sentence; `there`, the place
that the sentence before names last; `land`, the country where the text was written (not where that is the seat of its
organisation); `nation`, the only country of the sentence or of the one before it; `issuer`, the country of the authority that
issued the text; `state`, the first of these that is known, in the order issuer, nation, land; `home`, in `posts/`, the country
from which the text says that the person comes; `subject`, the only person whom the sentence names, or of whom "his" and "her"
speak; `its`, the organisation that the sentence before names last; `written`,
the city where the text was written; `headed`, the session that stands alone in a line above the sentence."""


@dataclass(frozen=True, slots=True)
class Template:
    """A fact to be filled in: `{session} | country | {country}`."""

    subject: str
    property: str
    value: str

    @builtins.property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """The slots that it names, each with the part of it that is meant (or an empty string)."""
        return tuple((name, part) for name, part in _FIELD.findall(f"{self.subject} {self.value}"))

    def chosen(self, matched: Container[str]) -> Template:
        """With `{org}` or `{us}` for `{org|us}`, or parts of them: the first if it matched, else the second."""

        def choice(found: re.Match[str]) -> str:
            return f"{{{found[1]}{found[2]}}}" if found[1] in matched else f"{{{found[3]}{found[4]}}}"

        if "|" not in self.subject and "|" not in self.value:
            return self
        return Template(_CHOICE.sub(choice, self.subject), self.property, _CHOICE.sub(choice, self.value))


@dataclass(frozen=True, slots=True)
class Role:
    """What belongs to the trigger of a frame: its patterns, on which `side` of the trigger they may stand (`before`, `after`,
    or empty for either), at most how many items away, and whether the frame needs it."""

    name: str
    patterns: tuple[Pattern, ...]
    side: str
    reach: int
    needed: bool


@dataclass(frozen=True)
class Definition:
    """A fact pattern.

    It reads a sentence that matches one of `patterns`, and (where there are any) one of `needs`, and none of `unless`. A
    slot of the same name in a pattern and in one of `unless` stands for the same mention.
    With `unless_denied`, no negation may stand in the match, or right beside it.
    `details` are templates too; `status` is that of what it gives. `regardless` lets it read sentences that are unsure;
    what one of low `confidence` gives is put before people by `govgraph review`. A form of `reading.posts` may be for one
    `side` of a name only, `before` or `after`, or for what somebody was (`past`) or was chosen for (`elected`). A frame
    (`reading.frames`) has `roles` around what its patterns find, and `walls` over which no role reaches; with `nearest`, what
    is nearer to another of its triggers plays no role for this one.
    """

    id: str
    says: str
    file: str
    patterns: tuple[Pattern, ...]
    needs: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    unless_denied: bool
    gives: tuple[Template, ...]
    status: str
    details: Mapping[str, str]
    regardless: bool
    confidence: str
    side: str = ""
    roles: tuple[Role, ...] = ()
    walls: tuple[Pattern, ...] = ()
    nearest: bool = False
    examples: Sequence[Mapping[str, object]] = field(default_factory=tuple)
    counter_examples: Sequence[str] = field(default_factory=tuple)

    @cached_property
    def slots(self) -> frozenset[str]:
        """The names of the slots of its patterns."""
        everywhere = (*self.patterns, *(pattern for role in self.roles for pattern in role.patterns))
        return frozenset(slot.name for pattern in everywhere for slot in pattern.slots)


@cache
def negation() -> Pattern:
    """What denies."""
    return compile_pattern(DENIED, "negation")


@cache
def definitions() -> tuple[Definition, ...]:
    """All fact patterns, in the order of files and of entries in a file.

    Raises:
        DefinitionError: a file, an entry or a pattern is not well formed, or two entries have the same id.
    """
    found: list[Definition] = []
    for file in sorted(resource(f"{COMMUNIQUES}/facts").glob("*.yaml")):
        found.extend(read_definitions(file))
    seen: dict[str, str] = {}
    for definition in found:
        if definition.id in seen:
            raise DefinitionError(f"{definition.file}: the id `{definition.id}` is taken in {seen[definition.id]}")
        seen[definition.id] = definition.file
    return tuple(found)


def read_definitions(file: Path, whole: bool = False) -> list[Definition]:
    """The definitions of one file; with `whole`, their patterns fit a stretch beside a name from end to end."""
    content = read_yaml(file)
    if not isinstance(content, list):
        raise DefinitionError(f"{file}: should hold a list of patterns")
    return [_definition(entry, file, whole) for entry in content]


def _definition(entry: object, file: Path, whole: bool) -> Definition:
    if not isinstance(entry, dict) or not {"id", "says", "patterns", "gives", "examples"} <= entry.keys():
        raise DefinitionError(f"{file}: each pattern needs `id`, `says`, `patterns`, `gives` and `examples`; see {entry}")
    where = f"{file.name}: {entry['id']}"
    unknown = entry.keys() - _KEYS
    if unknown:
        raise DefinitionError(f"{where}: `{min(unknown)}` is no key of a pattern; there are {', '.join(sorted(_KEYS))}")
    if entry.get("side", "") not in (_SIDES if whole else ("",)):
        raise DefinitionError(
            f"{where}: `side` is for posts and should be one of {', '.join(_SIDES[1:])}; see docs/patterns.md"
        )
    patterns = tuple(compile_pattern(f"^ ({source}) $" if whole else str(source), where) for source in entry["patterns"])
    templates = tuple(_template(str(line), where) for line in entry["gives"])
    roles = tuple(_role(str(name), value, where) for name, value in (entry.get("roles") or {}).items())
    everywhere = (*patterns, *(pattern for role in roles for pattern in role.patterns))
    known = {slot.name for pattern in everywhere for slot in pattern.slots} | IMPLICIT | ({"person"} if whole else set())
    for template in templates:
        said = f"{template.subject} {template.value}"
        if "{" in _FIELD.sub("", _CHOICE.sub("", said)):
            raise DefinitionError(
                f"{where}: `{said}` in `gives` has braces that name no slot; write {{slot}}, {{slot.part}} or {{slot|other}}"
            )
        for name, _ in (*template.fields, *((name, "") for one, _, other, _ in _CHOICE.findall(said) for name in (one, other))):
            if name not in known:
                raise DefinitionError(f"{where}: `{{{name}}}` in `gives` is no slot of its patterns")
    return Definition(
        str(entry["id"]),
        str(entry["says"]),
        f"{file.parent.name}/{file.name}",
        patterns,
        tuple(compile_pattern(str(source), where) for source in entry.get("needs") or ()),
        tuple(compile_pattern(str(source), where) for source in entry.get("unless") or () if source != DENIED),
        DENIED in (entry.get("unless") or ()),
        templates,
        str(entry.get("status", "stated")),
        {str(key): str(value) for key, value in (entry.get("details") or {}).items()},
        bool(entry.get("regardless", False)),
        str(entry.get("confidence", "high")),
        str(entry.get("side", "")),
        roles,
        tuple(compile_pattern(str(source), where) for source in entry.get("walls") or ()),
        bool(entry.get("nearest", False)),
        entry["examples"] or (),
        entry.get("counter-examples") or (),
    )


def _role(name: str, value: object, where: str) -> Role:
    """`place: ["%where"]`, or a mapping with `patterns` and any of `side`, `reach` and `needed`."""
    settings = value if isinstance(value, dict) else {"patterns": value}
    sources = settings.get("patterns")
    unknown = settings.keys() - {"patterns", "side", "reach", "needed"}
    if not isinstance(sources, list) or unknown or settings.get("side", "before") not in ("before", "after"):
        raise DefinitionError(
            f"{where}: the role `{name}` should hold a list of patterns, or `patterns` with any of `side` (before or after), "
            "`reach` and `needed`"
        )
    patterns = tuple(compile_pattern(str(source), where) for source in sources)
    needed = bool(settings.get("needed", False))
    return Role(name, patterns, str(settings.get("side", "")), int(str(settings.get("reach", _REACH))), needed)


def _template(line: str, where: str) -> Template:
    found = _GIVES.match(line)
    if not found:
        raise DefinitionError(f"{where}: `{line}` should be `subject | property | value`")
    return Template(found["subject"], found["property"], found["value"])


def fill(template: str, values: Mapping[tuple[str, str], str]) -> str:
    """The template with its fields replaced."""
    return _FIELD.sub(lambda found: values[found[1], found[2] or ""], template)
