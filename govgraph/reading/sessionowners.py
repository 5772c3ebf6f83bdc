"""Whose session or body a mention names: "its 84th session", "the General Assembly", "the Federation's 14th congress"."""

from __future__ import annotations

from govgraph.reading.actors import another_actor
from govgraph.reading.lines import Line, Mention, is_token
from govgraph.reading.ordinals import holder_of, holds_sessions, is_a_possession, is_organ, names_it
from govgraph.reading.profiles import Profile
from govgraph.reading.setting import Setting, body_names, is_head_of, is_of_a_treaty, is_shared
from govgraph.reading.tokens import plain
from govgraph.reading.words import word_set


def owner_of(mention: Mention, line: Line, setting: Setting, ours: Profile | None) -> Profile | None:
    """The organisation whose body or session a mention names; `ours` is the one whose session the text reports, or that it is
    about.

    In "the Executive Committee, at its 219th meeting", the number is not one of the assembly's.
    """
    if mention.parts.get("bare") and any(is_organ(item) and item.start < mention.start for item in line.items):
        return None
    known = setting.profiles
    ours = ours if ours is None or ours.named.iri or holds_sessions(ours.named.name) else None
    if mention.parts.get("bare") and {"regular", "org"}.isdisjoint(mention.parts):
        holder = known.get(holder_of(mention, line))
        if holder is not None and ("noun" in mention.parts or (holder.named.iri and holder.main_body)):
            return holder
    holder = known.get(holder_of(mention, line)) if "body" in mention.parts and "org" not in mention.parts else None
    if holder is not None and not holder.named.iri:
        return holder  # "The Union held its 12th Plenipotentiary Conference", which another organisation has too
    for field in ("series", "org"):
        if mention.parts.get(field, "") in known:
            return known[mention.parts[field]]
    if ours is not None and _is_a_treaty(ours) and is_of_a_treaty(mention):
        return ours  # though a treaty with a profile has a body of this name
    called = plain(mention.parts.get("body", mention.value if mention.kind == "body" else ""))
    if is_head_of(setting.ours, mention.parts.get("org-head", "")):  # "the Federation's 14th congress"
        return setting.ours
    for field in ("orgs", "body-orgs", "org-orgs"):
        candidates = [name for name in mention.parts.get(field, "").split("|") if name]
        only = candidates[0] if len(candidates) == 1 else ""
        told = only == setting.organisation or names_it(mention, known.get(only))
        if only and (told or (" " in called and not is_shared(mention, only))):
            passing = mention.parts.get("role") == "organ" and only != setting.organisation
            return None if passing else known.get(only)
        if candidates and setting.organisation in candidates:
            return setting.ours
    if "org-head" in mention.parts and setting.ours is not None:
        return None
    if is_a_possession(mention, line) and _is_of_a_part(mention, line):
        return None
    if is_a_possession(mention, line) and (acting := another_actor(line, setting)):
        return known.get(acting)  # "The Baltic Ports Union held its 20th Congress"
    if mention.parts.get("bare") or mention.parts.get("ref") or mention.kind == "gathering":
        return ours
    return ours if called and called in body_names(ours) else None


def _is_a_treaty(profile: Profile) -> bool:
    """Whether an organisation that no profile describes is a treaty: "Riga Convention"."""
    return not profile.named.iri and any(plain(name).split()[-1] in word_set("treaties") for name in profile.named.names)


def _is_of_a_part(mention: Mention, line: Line) -> bool:
    """Whether the subject of the clause is a part of an organisation: "Its youth wing holds its 4th Congress"."""
    before = line.items[: line.index(mention)]
    start = max((number for number, item in enumerate(before) if is_token(item, ",", ";", "--", ":")), default=-1) + 1
    return any(is_organ(item) or is_token(item, *word_set("parts")) for item in before[start:])
