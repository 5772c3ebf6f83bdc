"""Guards that the patterns asked of a line together find what each finds alone."""

from __future__ import annotations

from govgraph.documents.document import Span
from govgraph.reading.lines import Line
from govgraph.reading.patternindexes import PatternIndex, Patterns
from govgraph.reading.patterns import compile_pattern
from govgraph.reading.tokens import tokens

SOURCES = ("the harbour", "(met|sat) in [old] riga", "#cap #cap", "harbour of .. riga", "@negation", "^ the", "oslo")
TEXTS = ("The harbour of old Riga", "They met in Riga", "They sat in old Riga not long", "Kari Lund", "nothing here")


def line(text: str) -> Line:
    return Line(list(tokens(text, 0, len(text))), Span(0, len(text)), text)


def test_candidates_leave_out_none_that_matches() -> None:
    compiled = [(source, compile_pattern(source, "test")) for source in SOURCES]
    index = PatternIndex(compiled)
    for one in map(line, TEXTS):
        alone = [source for source, pattern in compiled if one.matches(pattern)]
        together = [source for source, pattern in index.candidates(one.features) if one.matches(pattern)]
        assert together == alone


def test_candidates_are_few() -> None:
    index = PatternIndex((source, compile_pattern(source, "test")) for source in SOURCES)
    assert "oslo" not in [source for source, _ in index.candidates(line("They met in Riga").features)]


def test_a_line_asks_many_patterns_at_once() -> None:
    patterns = Patterns(compile_pattern(source, "test") for source in SOURCES)
    assert line("They met in Riga").matches_any(patterns)
    assert not line("nothing here").matches_any(patterns)
