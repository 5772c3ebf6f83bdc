"""Each check finds what its example says, and nothing in its counter-example."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from govgraph.errors import DefinitionError
from govgraph.graph.store import GraphStore
from govgraph.knowing.checks import Check, check_graph, checks, read_check

EXAMPLES = Path(__file__).parents[2] / "queries" / "checks" / "examples"


def messages(file: Path, check: Check) -> list[str]:
    store = ox.Store()
    store.load(path=str(file), format=ox.RdfFormat.TRIG)
    return [one.message for one in check_graph(GraphStore(store)) if one.check == check.id]


def named(check: Check) -> str:
    return check.id


@pytest.mark.parametrize("check", checks(), ids=named)
def test_a_check_finds_what_its_example_says(check: Check) -> None:
    file = EXAMPLES / f"{check.id}.trig"
    told = file.read_text(encoding="utf-8").splitlines()[0].removeprefix("# finds: ")
    assert messages(file, check) == [told]


@pytest.mark.parametrize("check", checks(), ids=named)
def test_a_check_finds_nothing_in_its_counter_example(check: Check) -> None:
    assert messages(EXAMPLES / f"{check.id}.not.trig", check) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("# kind: gap", "# kind: hole"), "kind `hole` is none of conflict, outlier, gap"),
        (("# message:", "# says:"), "no `# message:`"),
    ],
)
def test_a_check_that_is_not_well_formed_is_named(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(
        (EXAMPLES.parent / "session-without-year.rq").read_text(encoding="utf-8").replace(*change), encoding="utf-8"
    )
    with pytest.raises(DefinitionError, match=r"mine\.rq") as raised:
        read_check(file)
    assert told in str(raised.value)
