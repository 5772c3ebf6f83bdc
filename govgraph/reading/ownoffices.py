"""Whose an office is that a text names without an owner: the organisation's, its assembly's, or nobody's that is known."""

from __future__ import annotations

import re

from govgraph.reading.namebeginnings import is_a_subject
from govgraph.reading.profiles import Profile
from govgraph.reading.setting import Setting
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set

_JOINED = re.compile(r",? (?:and|&) |, ")


def has_an_assembly(profile: Profile | None) -> bool:
    """Whether an organisation is known to have an assembly: few companies are."""
    return profile is not None and profile.main_body is not None


def is_own_office(office: str, profile: Profile | None, by_a_state: bool) -> bool:
    """Whether the profile of an organisation lists an office of this name, or, without a profile, it is of a kind that most
    organisations have, or two of which one is ("founder and CEO"); in what a state issues, its own president is meant."""
    if by_a_state and plain(office) in word_set("state-offices"):
        return False
    rank, _, rest = plain(office).partition(" ")
    head = (rest if rank in word_set("ranks-of-an-office") else plain(office)).partition(" for ")[0]
    if profile is not None and not profile.named.iri:
        parts = _JOINED.split(plain(office))
        if len(parts) > 1:
            return any(is_own_office(part, profile, by_a_state) for part in parts)
        over, _, field = plain(office).partition(" of ")
        if over in word_set("heads-of-fields") and is_a_subject(field) and " of " not in field:
            return True  # "Head of Business Development"
        return not {plain(office), head}.isdisjoint(word_set("common-offices") | word_set("executive-offices"))
    names = {plain(name) for named in (profile.offices if profile else ()) for name in named.names}
    return plain(office) in names or head in names


def owner_of_office(office: str, setting: Setting, by_a_state: bool) -> str | None:
    """What an office without an owner is an office of: the organisation, or its assembly if that has a chair of its own.

    Where the profile lists no president of the organisation, a president whom the assembly elects presides over it. None of
    what only states have: no party and no union has a prime minister.
    """
    profile = setting.ours
    abroad = plain(office) in word_set("offices-of-a-state") | word_set("local-offices")
    of_states = abroad or word_set("portfolio-heads") & {*plain(office).split()}
    if of_states and not is_own_office(office, profile, by_a_state):
        return None
    head = plain(office).partition(" for ")[0]
    if profile is None or not profile.named.iri or profile.main_body is None or head not in word_set("presiding"):
        return setting.keeper
    others = (named for named in profile.offices if named not in profile.assembly_offices)
    if any(head in (plain(name), plain(name).partition(" ")[2]) for named in others for name in named.names):
        return setting.keeper
    body = profile.main_body.named.name
    return body if body.startswith(profile.short) else f"{profile.short} {body}"
