"""The command line: one module a command, imported when it is asked for."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from govgraph.errors import GovgraphError

COMMANDS = {
    "load": "Read documents, folders and tables into the store.",
    "remove": "Take a document and all that it says out of the store.",
    "extract": "Show what would be read from a document, and touch nothing.",
    "facts": "List flat facts with the words that state them.",
    "query": "Ask a competency question, or one of your own in SPARQL.",
    "explain": "Show the sentences that say so.",
    "validate": "Check the graph against its shapes.",
    "check": "Find what contradicts itself, is missing or out of line.",
    "draw": "Draw hosts, offices, members, recognitions, attendance, networks.",
    "dashboard": "Put all pictures of an organisation on one page.",
    "review": "Put doubtful facts before people, and take their decisions back.",
    "export": "Write the graph, or one document of it, in another format.",
    "push": "Write the graph into somebody else's store.",
    "pull": "Read a graph back from somebody else's store.",
    "diff": "Compare the graph with somebody else's store.",
    "patterns": "List the patterns by which communiqués are read.",
}


class _LazyGroup(click.Group):
    """Knows its commands by name, and imports one when it is run: `govgraph --help` imports none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"govgraph.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1) if args else []
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"No such command '{args[0]}'.{hint}", ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GovgraphError as error:
            click.echo(f"govgraph: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            # Whoever reads our output has seen enough; Python must not complain when it closes the stream.
            sys.stdout = None
            ctx.exit(0)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            click.echo(f"govgraph: {place}{error.strerror or error}; check the path and the space on the disk", err=True)
            ctx.exit(2)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="govgraph", message="govgraph %(version)s")
def main() -> None:
    """Turn what an organisation publishes about how it governs itself into a knowledge graph in which every triple leads
    back to the sentence that says so.

    \b
    govgraph load data/                     read everything there into ./govgraph.db
    govgraph query host-succession          who hosted which session
    govgraph explain session:INTERPOL/82    and who says so

    Data goes to standard output, talk to standard error. Exit codes: 0 fine, 1 findings, 2 wrong usage or unreadable input.
    """


def store_option(function: Any) -> Any:
    """The `--store` option that all commands share."""
    return click.option(
        "--store",
        "store_path",
        envvar="GOVGRAPH_STORE",
        default="govgraph.db",
        show_default=True,
        metavar="FOLDER",
        help="The store; GOVGRAPH_STORE sets it too.",
    )(function)
