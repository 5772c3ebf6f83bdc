"""How well the texts in `data/documents/` are read, against the facts in `tests/gold/` that people wrote down by hand.

`python -m tests.scoring` prints a table by property; with `--write` it keeps the figures as those to be reached. Facts agree
when subject, property and value do, apart from case, accents, articles and punctuation; an office may be divided from what it
is an office of in two ways; topics, decisions and quotations agree when most of their words do.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from govgraph.documents.formats import read_document
from govgraph.reading.communique import read_communique

Key = tuple[str, str, str]
GOLD = Path(__file__).parent / "gold"
TEXTS = Path(__file__).parents[1] / "data" / "documents"
REACHED = GOLD / "reached.csv"
LENIENT = ("topic", "adopted", "said")
OFFICE = ("holds", "held", "elected", "plannedElection")
UNSCORED = ("role", "composedOf", "elects")
_SMALL = {"of", "and", "to", "in", "on", "for", "with", "interpol"}


@dataclass(frozen=True)
class Names:
    """Subjects and organisations that are the same, by their normal form."""

    same: Mapping[str, str]

    def key(self, subject: str, property_: str, value: str) -> Key:
        """What two equal facts have in common."""
        kind, _, name = subject.partition(":")
        if kind == "person":
            name = " ".join(word for word in normal(name).split() if len(word) > 1 or word == "i")
        elif kind == "agreement":
            name = "+".join(sorted(normal(party) for party in name.split("+")))
        elif "/" in name and kind in ("session", "body"):
            owner, _, rest = name.rpartition("/")
            name = f"{normal(owner)}/{normal(rest)}"
        else:
            name = normal(name)
        whole = f"{kind}:{name}"
        if property_ in OFFICE:
            office, _, of = value.rpartition("|")
            value = f"{normal(office)}|{self.same.get(normal(of), normal(of))}"
        elif not re.fullmatch(r"[\d-]+", value.strip()):
            value = normal(value)
        return self.same.get(whole, whole), property_, value.strip()


def normal(text: str) -> str:
    """Lower case, without accents, articles, possessives and punctuation."""
    text = unicodedata.normalize("NFKD", text).replace("’", "'").replace("‘", "'")
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).casefold()
    text = re.sub(r"[\"“”.,;:()]", "", re.sub(r"[-–—/]", " ", text))
    return " ".join(re.sub(r"'s\b", "", re.sub(r"\b(?:the|a|an)\b", " ", text)).split())


def alike(one: str, two: str) -> bool:
    """Whether most words of the shorter are in the longer, and the longer is not much longer."""
    first, second = ({w for w in normal(text).split() if w not in _SMALL} or {normal(text)} for text in (one, two))
    shared = len(first & second)
    return shared / min(len(first), len(second)) >= 0.6 and shared / max(len(first), len(second)) >= 0.3


def _names(folder: Path) -> Names:
    same: dict[str, str] = {}
    plain = Names({})
    with (folder / "aliases.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            canonical, variant = row["canonical"], row["variant"]
            same[plain.key(variant, "", "")[0]] = plain.key(canonical, "", "")[0]
            if canonical.startswith("org:"):
                same[normal(variant[4:])] = normal(canonical[4:])
    return Names(same)


def _same_office(one: Key, two: Key) -> bool:
    if one[:2] != two[:2] or one[1] not in OFFICE:
        return False
    (office, _, of), (office2, _, of2) = one[2].rpartition("|"), two[2].rpartition("|")
    mine, theirs = (set(f"{a} {b}".split()) - {"of", "for", "in", "on"} for a, b in ((office, of), (office2, of2)))
    within = mine - theirs <= set(of.split()) and theirs - mine <= set(of2.split())
    return bool(of and of2) and office.split()[:1] == office2.split()[:1] and within and (mine <= theirs or theirs <= mine)


def _same_event(one: Key, two: Key) -> bool:
    return one[0].startswith("event:") and one[1:] == two[1:] and alike(one[0][6:], two[0][6:])


def compare(
    gold: Sequence[Mapping[str, object]], got: Iterable[Key], optional: Iterable[Key], names: Names
) -> Counter[tuple[str, str]]:
    """How many facts of each property are right (`tp`), wrong (`fp`) or missing (`fn`); what is optional counts neither way."""
    tally: Counter[tuple[str, str]] = Counter()
    read = [one for one in dict.fromkeys(got) if one[1] not in UNSCORED]
    skipped = {names.key(*one) for one in optional}
    strict = {names.key(*one) for one in read if one[1] not in LENIENT} - skipped
    used: set[Key] = set()
    for fact in gold:
        subject, property_, value = (str(fact[name]) for name in ("subject", "property", "value"))
        if property_ in LENIENT or property_ in UNSCORED:
            continue
        others = fact.get("alternatives", [])
        assert isinstance(others, list)
        forms = [names.key(subject, property_, str(one)) for one in (value, *others)]
        if forms[0] in skipped:
            continue
        found = next((form for form in forms if form in strict), None) or next(
            (one for one in sorted(strict - used) if _same_office(forms[0], one) or _same_event(forms[0], one)), None
        )
        tally[property_, "tp" if found else "fn"] += 1
        used |= {found} if found else set()
    for _, property_, _ in strict - used:
        tally[property_, "fp"] += 1
    for property_ in LENIENT:
        free = [value for _, name, value in read if name == property_]
        for fact in (one for one in gold if one["property"] == property_):
            match = next((value for value in free if alike(value, str(fact["value"]))), None)
            tally[property_, "tp" if match is not None else "fn"] += 1
            if match is not None:
                free.remove(match)
        tally[property_, "fp"] += len(free)
    return tally


def score(folder: str) -> Counter[tuple[str, str]]:
    """The tally of one folder of texts."""
    names = _names(GOLD / folder)
    optional = _rows(GOLD / folder / "optional.jsonl")
    tally: Counter[tuple[str, str]] = Counter()
    for file in sorted((GOLD / folder).glob("*.jsonl")):
        if file.stem == "optional":
            continue
        facts = read_communique(read_document(TEXTS / folder / f"{file.stem}.txt")).facts
        spared = [_key(row) for row in optional if row["document"] == file.stem]
        tally += compare(_rows(file), (fact.key for fact in facts), spared, names)
    return tally


def _rows(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _key(row: Mapping[str, object]) -> Key:
    return str(row["subject"]), str(row["property"]), str(row["value"])


def figures(tally: Counter[tuple[str, str]], properties: Iterable[str]) -> tuple[int, int, int]:
    """Right, wrong and missing over several properties."""
    names = list(properties)
    tp, fp, fn = (sum(tally[name, kind] for name in names) for kind in ("tp", "fp", "fn"))
    return tp, fp, fn


def folders() -> list[str]:
    """The folders that have gold."""
    return sorted(path.name for path in GOLD.iterdir() if path.is_dir())


def table() -> list[tuple[str, str, int, int, int]]:
    """Folder, property, right, wrong, missing: a row for each property, and for strict and lenient ones together."""
    rows = []
    for folder in folders():
        tally = score(folder)
        properties = sorted({name for name, _ in tally})
        strict = [name for name in properties if name not in LENIENT]
        for name, members in (*((one, [one]) for one in properties), ("all lenient", LENIENT), ("all strict", strict)):
            rows.append((folder, name, *figures(tally, members)))
    return rows


def reached() -> dict[tuple[str, str], tuple[int, int]]:
    """By folder and property, how many facts were right and how many wrong when the figures were last kept."""
    with REACHED.open(encoding="utf-8", newline="") as file:
        return {(row["texts"], row["property"]): (int(row["right"]), int(row["wrong"])) for row in csv.DictReader(file)}


def main(arguments: Sequence[str]) -> None:
    """Prints the table, or with `--write` keeps it."""
    rows = table()
    if "--write" in arguments:
        with REACHED.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("texts", "property", "right", "wrong", "missing"))
            writer.writerows(rows)
    print(f"{'texts':12}{'property':22}{'right':>7}{'wrong':>7}{'missing':>9}{'precision':>11}{'recall':>8}{'F1':>7}")
    for folder, name, tp, fp, fn in rows:
        precision, recall = tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0
        f1 = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
        print(f"{folder:12}{name:22}{tp:>7}{fp:>7}{fn:>9}{precision:>11.3f}{recall:>8.3f}{f1:>7.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
