"""Meetings to which a text gives no number: what each of them can be called."""

from __future__ import annotations

from collections.abc import Mapping

from govgraph.reading.discourse import Discourse
from govgraph.reading.lines import Line, Mention
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_classes, word_set


def names_of_an_unnumbered_meeting(
    mention: Mention, line: Line, discourse: Discourse, known: Mapping[str, str]
) -> dict[str, str]:
    """The texts that a body or a session which is none of those counted can have in a pattern, by what makes it a meeting.

    `event`: the assembly of the text's organisation; `plainly`: "the meeting"; `gathered`: a body told with its organisation;
    `loose`: one told without, and `assembling`, if it is there only while it meets; `passing`: a session told by its year or
    its turn ("the next Congress"). The last four only in a text that counts no session.
    """
    called = mention.text.removeprefix("the ").removeprefix("The ")
    names: dict[str, str] = {"plainly": called.removeprefix("this ")} if mention.kind == "gathering" else {}
    if mention.kind in ("session", "body") and discourse.is_unnumbered(mention, line):
        names["event"] = called
    if discourse.main is not None:
        return names
    last = plain(called).split()[-1]
    if mention.kind == "body" and last not in word_set("seats-of-staff") and not {"organ", "ordinal"} & known.keys():
        keeper = plain(discourse.setting.keeper or "").split()
        if mention.parts.get("org") or (keeper and plain(called).startswith(keeper[0])):
            names["gathered"] = called
        else:
            names |= {"loose": called, **({"assembling": called} if last in word_set("assembling") else {})}
    if (
        mention.kind == "session"
        and mention.text.lower().startswith("the ")
        and not {"ordinal", "alone"} & mention.parts.keys()
    ):
        names["passing"] = called
    return names


def is_an_occasion(mention: Mention) -> bool:
    """Whether a name is that of a meeting or a festival: "Thought Leadership Forum", "Global Conference on Bioterrorism"."""
    if mention.kind == "event":
        return not {"year", "body", "held"}.isdisjoint(mention.parts)
    words = plain(mention.text).split()
    if mention.text.isupper() and " " in mention.text and "year" not in mention.parts:
        return False  # of a headline
    if "year" in mention.parts and words[-1].isdigit():
        words = words[:-1]
        if len(words) == 1 and mention.text.split()[0].isupper():
            return True  # "ICES 2031"
    of = next((number for number, word in enumerate(words) if word in ("of", "on", "for")), len(words))
    called = " ".join(words[:of])
    heads = word_classes()["occasion-heads"]
    return (
        called not in word_classes()["no-occasions"]
        and not called.endswith(tuple(word_classes()["legislatures"]))
        and len(words) > 1
        and any(name == head or name.endswith(f" {head}") for head in heads for name in (called, " ".join(words)))
        and not (called.endswith("convention") and words[of : of + 1] == ["on"])
    )
