"""Help: an example for each command, and a start that imports nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from govgraph.commands import COMMANDS

from .cli import fine, govgraph

HEAVY = ("rdflib", "pyoxigraph", "networkx", "pyshacl", "shifty", "rich", "trafilatura", "csvw", "yaml")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_has_an_example(command: str) -> None:
    text = fine(command, "--help").stdout
    _, found, example = text.partition("Example")
    assert found
    assert f"govgraph {command}" in example


def test_help_lists_every_command_with_what_it_does() -> None:
    text = " ".join(fine("--help").stdout.split())
    for command, about in COMMANDS.items():
        assert f"{command} {about}" in text


def test_short_option_is_the_same_help() -> None:
    assert fine("-h").stdout == fine("--help").stdout


def test_version() -> None:
    assert fine("--version").stdout == "govgraph 0.1.0\n"


def test_unknown_command_names_the_nearest() -> None:
    result = govgraph("lod")
    assert result.exit_code == 2
    assert "Did you mean 'load'?" in result.stderr


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["load", "--help"], ["query", "--help"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    code = (
        "import json, sys\nfrom govgraph.commands import main\n"
        "try:\n    main(sys.argv[1:], prog_name='govgraph')\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert "click" in modules
    assert modules & set(HEAVY) == set()
