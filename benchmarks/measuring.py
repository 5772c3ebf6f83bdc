"""How times and memory are taken: the shortest of some runs, work in a process of its own, and a row of the table."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path

_HOUR = 3600
HEADER = "| what | govgraph | the other | ratio | the other is | wanted |\n| --- | --- | --- | --- | --- | --- |"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds, and the most megabytes that the process held."""

    seconds: float
    megabytes: float


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The shortest of some runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def apart(work: Callable[[], object]) -> Spent:
    """What a piece of work spends in a fresh process.

    The work must be a function of a module, or a `functools.partial` of one: the process is started anew.
    """
    spent = _spent(multiprocessing.get_context("spawn"), work, _HOUR)
    if spent is None:
        raise RuntimeError(f"{work} was not done")
    return spent


def forked(work: Callable[[], object], limit: float) -> Spent | None:
    """What it spends in a copy of this process, with all that it has loaded; None if it is not done in `limit` seconds.

    No work of Oxigraph's, whose threads are not copied.
    """
    return _spent(multiprocessing.get_context("fork"), work, limit)


def _spent(context: SpawnContext | ForkContext, work: Callable[[], object], limit: float) -> Spent | None:
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(work, theirs))
    process.start()
    theirs.close()
    try:
        found = ours.recv() if ours.poll(limit) else None
    except EOFError:
        found = None
    process.kill()
    process.join()
    return found if isinstance(found, Spent) else None


def _tell(work: Callable[[], object], to: Connection) -> None:
    spent = seconds(work)
    to.send(Spent(spent, _peak()))


def _peak() -> float:
    """The most memory that this process held, in megabytes (Linux: `getrusage` also counts what its parent held)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def row(
    name: str,
    ours: float,
    other: float | None = None,
    what: str = "",
    wanted: str = "",
    unit: str = "s",
    at_least: bool = False,
) -> None:
    """One line of the table; the ratio is what the other spends for each unit of ours, `at_least` where it was broken off."""
    more = ">= " if at_least else ""
    told = f"{more}{other:,.3f} {unit} | {more}{other / ours:,.2f}" if other is not None else "| "
    print(f"| {name} | {ours:,.3f} {unit} | {told} | {what} | {wanted} |", flush=True)
