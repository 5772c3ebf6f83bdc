"""Guards the language of patterns, element by element, what it refuses, and that it takes time linear in the sentence."""

from __future__ import annotations

import time

import pytest

from govgraph.documents.document import Span
from govgraph.errors import DefinitionError
from govgraph.reading.definitions import Definition
from govgraph.reading.lines import Item, Line, Mention
from govgraph.reading.mentions import annotate
from govgraph.reading.patterns import FORMS, compile_pattern
from govgraph.reading.rulebook import rulebook
from govgraph.reading.tokens import tokens


def line(text: str, **kinds: str) -> Line:
    """The line of a text, in which each word given as `word="kind"` is a mention of this kind."""
    items: list[Item] = [
        Mention(kinds[token.text], token.start, token.end, token.text, token.text) if token.text in kinds else token
        for token in tokens(text, 0, len(text))
    ]
    return Line(items, Span(0, len(text)), text)


def found(pattern: str, one: Line) -> list[str]:
    """The words that the pattern covers, match by match."""
    spans = [one.cover(match.start, match.end) for match in one.find(compile_pattern(pattern, "test"))]
    return [one.text[span.start : span.end] for span in spans]


def kept(pattern: str, one: Line) -> dict[str, list[str]]:
    """What the slots of the first match keep."""
    match = next(one.find(compile_pattern(pattern, "test")))
    return {name: [one.text[item.start : item.end] for item in items] for name, items in match.slots.items()}


@pytest.mark.parametrize("text", ["host", "Host", "HOST"])
def test_a_word_stands_for_itself_in_any_case(text: str) -> None:
    assert found("host", line(f"the {text} is")) == [text]


@pytest.mark.parametrize("text", ["hosts", "hos", "co-host"])
def test_a_word_stands_for_no_other(text: str) -> None:
    assert found("host", line(f"the {text} is")) == []


@pytest.mark.parametrize("pattern", ["organised by", "organized by", "@hosted by"])
@pytest.mark.parametrize("text", ["organised by", "organized by", "Organized by"])
def test_a_word_is_found_in_both_spellings(pattern: str, text: str) -> None:
    assert found(pattern, line(f"was {text} Peru")) == [text]


def test_a_spelling_is_no_other_word() -> None:
    assert found("organised", line("the organiser organises")) == []


@pytest.mark.parametrize("pattern", ["its president", "@the president"])
@pytest.mark.parametrize("text", ["its president", "the association's president"])
def test_its_finds_what_it_stands_for_in_a_class_too(pattern: str, text: str) -> None:
    assert found(pattern, line(text)) == [text]


def test_a_mark_stands_for_itself() -> None:
    assert found("rome , italy", line("in Rome, Italy.")) == ["Rome, Italy"]


def test_all_matches_are_found_from_left_to_right() -> None:
    assert found("#int delegates", line("5 delegates and 7 delegates")) == ["5 delegates", "7 delegates"]


@pytest.mark.parametrize("text", ["chosen", "Selected", "NAMED"])
def test_a_class_stands_for_each_of_its_words(text: str) -> None:
    assert found("@choose", line(f"was {text} today")) == [text]


def test_a_class_may_hold_phrases() -> None:
    assert found("@qualifiers", line("a total of 5")) == ["a total of"]


@pytest.mark.parametrize(("text", "expected"), [("Chosen", ["Chosen"]), ("CHOSEN", ["CHOSEN"]), ("chosen", [])])
def test_a_capitalised_class_wants_a_capital(text: str, expected: list[str]) -> None:
    assert found("@Choose", line(f"was {text} today")) == expected


def test_a_class_in_a_slot_is_kept() -> None:
    assert kept("was {how:@choose}", line("was Chosen today")) == {"how": ["Chosen"]}


def test_a_mention_is_kept_under_its_name() -> None:
    one = line("that Noble said", Noble="person")
    assert kept("{who:person} said", one) == {"who": ["Noble"]}
    assert kept("{person} said", one) == {"person": ["Noble"]}
    assert found("{who:org} said", one) == []


@pytest.mark.parametrize("kind", ["session", "gathering", "body"])
def test_a_session_slot_without_a_kind_admits_what_can_stand_for_one(kind: str) -> None:
    one = line("the Assembly closed", Assembly=kind)
    assert found("{session} closed", one) == ["Assembly closed"]
    assert bool(found("{session:session} closed", one)) is (kind == "session")


@pytest.mark.parametrize("kind", ["place", "name"])
def test_a_place_slot_without_a_kind_admits_a_name(kind: str) -> None:
    one = line("in Bali today", Bali=kind)
    assert found("in {place}", one) == ["in Bali"]
    assert bool(found("in {place:place}", one)) is (kind == "place")


@pytest.mark.parametrize(("kind", "expected"), [("org", ["Chile"]), ("country", ["Chile"]), ("place", [])])
def test_a_slot_may_admit_several_kinds(kind: str, expected: list[str]) -> None:
    assert found("{x:org|country}", line("for Chile now", Chile=kind)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile joined", ["Chile"]),
        ("Chile and Peru joined", ["Chile", "Peru"]),
        ("Chile, Peru and the Maldives joined", ["Chile", "Peru", "Maldives"]),
        ("Chile, Peru, and Maldives joined", ["Chile", "Peru", "Maldives"]),
        ("Chile as well as Peru joined", ["Chile", "Peru"]),
        ("Chile or Peru joined", ["Peru"]),
    ],
)
def test_a_slot_with_plus_keeps_several_mentions(text: str, expected: list[str]) -> None:
    one = line(text, Chile="country", Peru="country", Maldives="country")
    assert kept("{who:country+} joined", one) == {"who": expected}


def test_a_slot_without_plus_keeps_one_mention() -> None:
    one = line("Chile and Peru joined", Chile="country", Peru="country")
    assert kept("{who:country} joined", one) == {"who": ["Peru"]}


def test_a_phrase_is_kept_as_it_stands() -> None:
    assert kept("on {what:phrase} $", line("They spoke on the fight against Crime.")) == {
        "what": ["the", "fight", "against", "Crime"]
    }


def test_a_phrase_ends_with_its_clause() -> None:
    assert found("on {what:phrase} today", line("on crime, they met today")) == []


def test_a_list_runs_over_commas() -> None:
    one = line("They spoke on crime, drugs and terror.")
    assert kept("on {topics:list} $", one) == {"topics": ["crime", ",", "drugs", "and", "terror"]}


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        ("#cap", {"Rome": True, "ROME": True, "rome": False, "82": False}),
        ("#caps", {"ROME": True, "Rome": False, "rome": False}),
        ("#int", {"82": True, "1,500": False, "82nd": False, "x": False}),
        ("#number", {"630": True, "1,500": True, "1499": True, "3500": True, "2013": False, "1914": False, "x": False}),
        ("#year", {"2013": True, "1914": True, "1499": False, "2113": False, "82": False}),
        ("#day", {"1": True, "31": True, "3rd": True, "130": False, "x": False}),
        ("#roman", {"XLIV": True, "Iv": True, "XLIVth": True, "xliv": False, "Rome": False}),
        ("#word", {"rome": True, "Rome": True, "82": False, ",": False}),
        ("#low", {"rome": True, "Rome": False, "82": False}),
        ("#any", {"rome": True, "Rome": True, "82": True, ",": True}),
        ("#numeric", {"15.10.2009": True, "9.4": False, "2009": False}),
    ],
)
def test_a_form_admits_tokens_of_its_shape(form: str, texts: dict[str, bool]) -> None:
    assert {text: bool(found(f"^ {form} $", line(text))) for text in texts} == texts


def test_any_admits_a_mention_and_word_does_not() -> None:
    one = line("Rome", Rome="place")
    assert (found("#any", one), found("#word", one)) == (["Rome"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("with Anna Keller there", ["Anna Keller"]),
        ("with Jannine Van Den Berg there", ["Jannine Van Den Berg"]),
        ("with Ursula von der Leyen there", ["Ursula von der Leyen"]),
        ("with Ahmed al-Raisi there", ["Ahmed al-Raisi"]),
        ("with nobody there", []),
    ],
)
def test_names_are_capitalised_words_with_particles(text: str, expected: list[str]) -> None:
    assert found("#names", line(text)) == expected


def test_a_form_in_a_slot_is_kept() -> None:
    assert kept("in {y:#year}", line("held in 2013 there")) == {"y": ["2013"]}


@pytest.mark.parametrize(("text", "matches"), [("host of the session", True), ("host of session", True)])
def test_what_stands_in_square_brackets_may_be_missing(text: str, matches: bool) -> None:
    assert found("host of [the] session", line(text)) == ([text] if matches else [])


def test_square_brackets_admit_nothing_else() -> None:
    assert found("host of [the] session", line("host of a session")) == []


def test_square_brackets_may_be_nested_and_hold_a_choice() -> None:
    pattern = "host [of [the|a]] session"
    assert [bool(found(pattern, line(text))) for text in ("host session", "host of session", "host of a session")] == [True] * 3
    assert found(pattern, line("host the session")) == []


@pytest.mark.parametrize(("text", "matches"), [("a b d", True), ("a c d", True), ("a b c d", False), ("a d", False)])
def test_round_brackets_hold_a_choice(text: str, matches: bool) -> None:
    assert bool(found("a (b|c) d", line(text))) is matches


def test_a_bar_outside_brackets_is_a_choice_too() -> None:
    assert found("a b|c", line("a b then c")) == ["a b", "c"]


def test_double_brackets_between_spaces_are_brackets_in_the_text() -> None:
    assert kept("bka (( {x:#any} ))", line("the BKA (it) is")) == {"x": ["it"]}
    assert found("bka (( #any ))", line("the BKA it is")) == []


@pytest.mark.parametrize(("between", "matches"), [(0, True), (8, True), (9, False)])
def test_two_stops_run_over_up_to_eight_tokens(between: int, matches: bool) -> None:
    assert bool(found("from .. to", line("from " + "x " * between + "to"))) is matches


@pytest.mark.parametrize(("between", "matches"), [(0, True), (16, True), (17, False)])
def test_three_stops_run_over_up_to_sixteen_tokens(between: int, matches: bool) -> None:
    assert bool(found("from ... to", line("from " + "x " * between + "to"))) is matches


def test_only_three_stops_run_over_a_comma() -> None:
    one = line("from here, they say, to there")
    assert found("from .. to", one) == []
    assert found("from ... to", one) == ["from here, they say, to"]


@pytest.mark.parametrize("gap", ["..", "..."])
def test_a_gap_never_runs_over_a_mention_that_the_pattern_asks_for(gap: str) -> None:
    one = line("Chile saw Peru then host it", Chile="country", Peru="country")
    assert found(f"{{country}} {gap} host", one) == ["Peru then host"]


@pytest.mark.parametrize("gap", ["..", "..."])
def test_a_gap_runs_over_other_mentions(gap: str) -> None:
    one = line("Chile saw Noble then host it", Chile="country", Noble="person")
    assert found(f"{{country}} {gap} host", one) == ["Chile saw Noble then host"]


def test_anchors_are_the_start_and_the_end_of_the_sentence() -> None:
    assert found("^ host", line("host and host")) == ["host"]
    assert found("^ host", line("the host")) == []
    assert found("host $", line("host or host")) == ["host"]
    assert found("host $", line("host it")) == []


@pytest.mark.parametrize("end", ["", ".", "!", "?", ".”"])
def test_the_end_of_a_sentence_may_have_its_stop_and_quotation_mark(end: str) -> None:
    assert len(found("host $", line("the host" + end))) == 1


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("@no-such-class", "`@no-such-class` is no word class of words.yaml"),
        ("{x:@nosuch}", "`@nosuch` is no word class|is no word class"),
        ("#nosuch", "`#nosuch` is no form; there are #any"),
        ("{x:#nosuch}", "`#nosuch` is no form"),
        ("(a|b", "a bracket is never closed"),
        ("[a", "a bracket is never closed"),
        ("a )", "`\\)` closes nothing"),
        ("a ]", "`\\]` closes nothing"),
        ("(a]", "`\\]` closes nothing"),
        ("{a", "cannot read `\\{a`"),
        ("{A}", "`\\{A\\}` is no slot; write"),
        ("{}", "`\\{\\}` is no slot"),
        ("{what:phrase} and {what:phrase}", "the slot `what` stands twice"),
        ("{what:name|#cap}", "`\\{what:name\\|#cap\\}` mixes kinds of mention and forms"),
    ],
)
def test_what_is_no_pattern_is_refused_with_its_place(pattern: str, problem: str) -> None:
    with pytest.raises(DefinitionError, match=rf"\Amine\.yaml: here: ({problem}).* in the pattern `"):
        compile_pattern(pattern, "mine.yaml: here")


def test_what_no_text_can_match_is_refused() -> None:
    with pytest.raises(DefinitionError, match=r"\Amine\.yaml: here: texts are matched without accents .* `é”` in the pattern"):
        compile_pattern("(café|”)", "mine.yaml: here")


def test_a_slot_may_stand_in_each_branch_of_a_choice() -> None:
    pattern = "({who:person} spoke|heard {who:person})"
    assert kept(pattern, line("Noble spoke", Noble="person")) == {"who": ["Noble"]}
    assert kept(pattern, line("we heard Noble", Noble="person")) == {"who": ["Noble"]}


def test_every_form_compiles() -> None:
    for form in FORMS:
        assert compile_pattern(f"#{form}", "test").regex.pattern


@pytest.mark.parametrize("definition", rulebook(), ids=lambda definition: definition.id)
def test_every_pattern_compiles(definition: Definition) -> None:
    for pattern in (*definition.patterns, *definition.needs, *definition.unless):
        assert pattern.regex.pattern


def test_a_pattern_that_is_too_large_is_refused_when_it_is_needed() -> None:
    large = compile_pattern(" ".join(f"{{one{number}:list}}" for number in range(6000)), "mine.yaml: one")
    with pytest.raises(DefinitionError, match=r"^mine\.yaml: one: the pattern `\{one0:list\}.{,60}…` is too large; divide it$"):
        list(line("words").find(large))


HOSTILE = {
    "words": "the organisation has also been officially ",
    "names": "Anna Keller of France and ",
    "mentions": "INTERPOL President , Anna Keller of France and the 82nd session ",
    "numbers": "some 630 delegates , 21 October 2013 , ",
    "quotation marks": "“ said ” said : ",
}
LENGTHS = (5_000, 20_000)


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> tuple[Line, Line]:
    """A line of 5,000 tokens and one of 20,000 that open many matches and seldom end one."""
    unit = HOSTILE[request.param]
    size = len(tokens(unit, 0, len(unit)))
    texts = [unit * (length // size) for length in LENGTHS]
    short, long = (annotate(text, Span(0, len(text))) for text in texts)
    return short, long


def seconds(definition: Definition, one: Line) -> float:
    """The time for all patterns of a definition, the best of three."""
    roles = [pattern for role in definition.roles for pattern in role.patterns] + list(definition.walls)
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for pattern in (*definition.patterns, *definition.needs, *definition.unless, *roles):
            for _ in one.find(pattern):
                pass
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("definition", rulebook(), ids=lambda definition: definition.id)
def test_a_definition_takes_time_linear_in_the_sentence(definition: Definition, hostile: tuple[Line, Line]) -> None:
    short, long = hostile
    quick, slow = seconds(definition, short), seconds(definition, long)
    # Below a few milliseconds the clock tells nothing; a square would make four times the length take sixteen times as long.
    assert slow < 8 * max(quick, 0.005)
