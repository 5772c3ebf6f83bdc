"""Names, numbers, dates, ordinals and countries in the gold texts are exchanged for others, and the facts follow.

Whatever is read only because a text has just these values would be lost. Each text is changed in a way that depends on its
name alone: every month, count, country, surname and ordinal becomes another of its kind, wherever it stands.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from govgraph.documents.document import Document
from govgraph.documents.formats import decode_document
from govgraph.reading.communique import read_communique
from govgraph.reading.facts import Fact
from govgraph.reading.gazetteer import city_states, countries
from tests.scoring import GOLD, TEXTS, folders

SURNAMES = ("Okafor", "Lindqvist", "Marchetti", "Novak", "Tanaka", "Herrera", "Dubois", "Kovacs", "Andersen", "Pereira")
CODES = {row["code"]: row["name"] for row in countries() if re.fullmatch(r"[A-Z][a-z]+", row["name"])}
FOLLOW = 0.97

Change = tuple[str, str]


def chosen(text: str, number: int, seed: str) -> int:
    """A number below `number` that depends on the text and the seed alone."""
    return int.from_bytes(hashlib.sha256(f"{seed}|{text}".encode()).digest()[:4], "big") % number


def changed_counts(document: Document, facts: tuple[Fact, ...]) -> list[Change]:
    """Every count that was read becomes another with as many digits."""
    values = {fact.value for fact in facts if fact.property in ("participants", "countriesRepresented", "memberCount")}
    found = []
    for value in sorted(values):
        written = next((form for form in (value, f"{int(value):,}") if re.search(rf"\b{form}\b", document.text)), None)
        if written and len(value) > 1 and not re.fullmatch(r"(19|20)\d\d", value):
            other = str(int(value[0]) % 9 + 1) + value[1:-1] + str((int(value[-1]) + 3) % 10)
            if not re.search(rf"\b{other}\b", document.text):
                found.append((written, f"{int(other):,}" if "," in written else other))
    return found


def changed_surnames(document: Document, facts: tuple[Fact, ...]) -> list[Change]:
    """The last name of everybody who holds an office becomes another."""
    names = sorted({fact.subject.removeprefix("person:") for fact in facts if fact.kind == "person"})
    last = {name.split()[-1] for name in names if re.fullmatch(r"[A-Z][a-z]+", name.split()[-1])}
    free = [surname for surname in SURNAMES if surname not in document.text]
    found = []
    for name in sorted(last):
        if free and sum(name in other.split() for other in names) == 1:
            found.append((name, free.pop(chosen(name, len(free), document.name))))
    return found


def changed_countries(document: Document, facts: tuple[Fact, ...]) -> list[Change]:
    """Every country with a name of one word becomes another.

    But not where the name is part of another or a city's too, or the text has another form of it ("Moroccan", "MOROCCO"),
    which would go on speaking of the old one.
    """
    used = {fact.value for fact in facts} | {fact.value.rpartition("|")[2] for fact in facts}
    here = sorted(code for code in used & CODES.keys() if re.search(rf"\b{CODES[code]}\b", document.text))
    free = [code for code in sorted(CODES) if CODES[code] not in document.text and CODES[code][-1] == "a"]
    found = []
    for code in here:
        if code in city_states() or any(re.search(rf"\b{form}\b", document.text) for form in other_forms(code)):
            continue
        if free and not re.search(rf"{CODES[code]}(?:n|ns|ese|\w)|[A-Z]\w+ {CODES[code]}\b|{CODES[code]} [A-Z]", document.text):
            found.append((CODES[code], CODES[free.pop(chosen(code, len(free), document.name))]))
    return found


def other_forms(code: str) -> set[str]:
    """What else a text can call a country."""
    row = next(row for row in countries() if row["code"] == code)
    cells = (row[column] or "" for column in ("aliases", "adjectives", "people", "capital"))
    forms = {part.strip() for cell in cells for part in cell.split("|")} | {row["name"].upper()}
    return {form for form in forms if form and form != row["name"]}


def changed_ordinals(document: Document, facts: tuple[Fact, ...]) -> list[Change]:
    """Every ordinal in figures above 20 is moved by thirty, so that those that follow one another still do."""
    found = sorted(set(re.findall(r"\b(?:[2-6]\d)(?:st|nd|rd|th)\b", document.text)))
    return [(one, str(int(one[:-2]) + 30) + one[-2:]) for one in reversed(found)]


def changed_days(document: Document, facts: tuple[Fact, ...]) -> list[Change]:
    """Every month becomes another with as many days, in texts that name few."""
    swaps = {
        "January": "March",
        "March": "May",
        "May": "July",
        "July": "August",
        "October": "December",
        "November": "September",
    }
    here = {month for month in swaps if re.search(rf"\d {month}\b|\b{month} \d", document.text)}
    return [(month, swaps[month]) for month in sorted(here)] if len(here) == 1 and swaps[min(here)] not in document.text else []


KINDS: Mapping[str, Callable[[Document, tuple[Fact, ...]], list[Change]]] = {
    "counts": changed_counts,
    "surnames": changed_surnames,
    "countries": changed_countries,
    "ordinals": changed_ordinals,
    "days": changed_days,
}


def texts() -> list[Path]:
    return [TEXTS / folder / f"{gold.stem}.txt" for folder in folders() for gold in sorted((GOLD / folder).glob("*.jsonl"))
            if gold.stem != "optional"]  # fmt: skip


def body(file: Path) -> Document:
    """The text without its front matter, so that nothing but the text is changed."""
    text = file.read_text(encoding="utf-8")
    return decode_document(text.split("\n---\n", 1)[1].encode(), file.name)


def strict(document: Document) -> tuple[Fact, ...]:
    return tuple(fact for fact in read_communique(document).facts if fact.property not in ("topic", "adopted", "said"))


def expected(fact: Fact, kind: str, changes: list[Change]) -> tuple[str, str, str]:
    """The fact as the changed text states it."""
    subject, property_, value = fact.key
    for old, new in changes:
        if kind == "surnames":
            subject = re.sub(rf"(?<=[ :]){re.escape(old)}\b", new, subject)
        elif kind == "countries":
            codes = {name: code for code, name in CODES.items()}
            value = re.sub(rf"\b{codes[old]}\Z", codes[new], value)
            subject = subject.replace(old, new)
        elif kind == "ordinals":
            subject = re.sub(rf"/{old[:-2]}\Z", f"/{new[:-2]}", subject)
            value = new[:-2] if property_ in ("next", "recognitionCount") and value == old[:-2] else value.replace(old, new)
            value = new[:-2] if property_ == "memberCount" and value == old[:-2] else value
        elif kind == "counts":
            value = new.replace(",", "") if value == old.replace(",", "") else value
        elif property_ in ("start", "end"):
            months = ("January", "March", "May", "July", "August", "September", "October", "November", "December")
            numbers = dict(zip(months, ("01", "03", "05", "07", "08", "09", "10", "11", "12"), strict=True))
            value = value.replace(f"-{numbers[old]}-", f"-{numbers[new]}-")
    return subject, property_, value


@pytest.mark.parametrize("kind", KINDS)
def test_the_facts_follow(kind: str) -> None:
    followed = total = 0
    lost: list[str] = []
    for file in texts():
        document = body(file)
        facts = strict(document)
        changes = KINDS[kind](document, facts)
        if not changes:
            continue
        text = document.text
        for old, new in changes:
            text = re.sub(rf"\b{re.escape(old)}\b", new, text)
        now = {fact.key for fact in strict(decode_document(text.encode(), file.name))}
        for key in {expected(fact, kind, changes) for fact in facts}:
            total += 1
            followed += key in now
            lost += [] if key in now else [f"{file.stem}: {' | '.join(key)}"]
    assert total > 60
    assert followed >= FOLLOW * total, "\n".join(lost)
