"""The IRIs of things: made from what a thing is, never from a counter, so that every run and machine makes the same."""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache

from govgraph.errors import DefinitionError, UnknownThingError
from govgraph.graph.names import main_name
from govgraph.reading.gazetteer import countries
from govgraph.reading.profiles import GOV, BodyProfile, Profile, profiles
from govgraph.reading.tokens import plain

STANDARD_BASE = "https://w3id.org/govgraph/"
PREFIXES = {
    "gov": GOV,
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "wd": "http://www.wikidata.org/entity/",
}
_BASE = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`#?]+\Z", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{2}\Z")


def base() -> str:
    """What the IRIs of things, documents and graphs begin with; the environment variable GOVGRAPH_BASE sets it.

    Raises:
        DefinitionError: it is set to something that no IRI can begin with.
    """
    chosen = os.environ.get("GOVGRAPH_BASE") or STANDARD_BASE
    if not _BASE.match(chosen):
        raise DefinitionError(f"GOVGRAPH_BASE={chosen}: is no base; give an address without `#`, like https://example.org/kg/")
    return chosen if chosen.endswith("/") else chosen + "/"


def prefixes() -> dict[str, str]:
    """The prefixes that are understood in CURIEs and written in exports."""
    return {**PREFIXES, "id": base() + "id/", "document": base() + "document/", "graph": base() + "graph/"}


def rebased(iri: str) -> str:
    """An IRI of a profile under the base that is set."""
    return base() + iri.removeprefix(STANDARD_BASE) if iri.startswith(STANDARD_BASE + "id/") else iri


def slug(name: str) -> str:
    """Lower-case ASCII words joined with hyphens; a name that has none is represented by its digest."""
    words = re.findall(r"[a-z0-9]+", plain(name).replace("'", "").replace("?", ""))
    return "-".join(words)[:120].strip("-") or "x" + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12]


def thing(path: str) -> str:
    """The IRI of `path` below `id/`."""
    return f"{base()}id/{path}"


def country(code: str) -> str:
    """The IRI of a country by its ISO 3166-1 alpha-2 code."""
    return thing(f"country/{code}")


def document(sha256: str) -> str:
    """The IRI of a document by the SHA-256 of its bytes."""
    return f"{base()}document/{sha256}"


def sentence(document_iri: str, start: int, end: int) -> str:
    """The address of a stretch of a text (RFC 5147): positions between characters, the first being 0."""
    return f"{document_iri}#char={start},{end}"


def row(document_iri: str, line: int) -> str:
    """The address of a row of a table (RFC 7111); line 1 is the header."""
    return f"{document_iri}#row={line}"


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in countries())


def is_country_code(text: str) -> bool:
    """Whether this is the alpha-2 code of a country in the country list."""
    return bool(_CODE.match(text)) and text in _codes()


def find_profile(name: str) -> Profile | None:
    """The profile of an organisation by its short name or any of its names."""
    wanted = plain(name)
    for profile in profiles():
        if name == profile.short:
            return profile
    for profile in profiles():
        if wanted in {plain(other) for other in (*profile.named.names, profile.session_name)}:
            return profile
    return None


def find_series(name: str) -> tuple[Profile, BodyProfile] | None:
    """The organisation and the body whose sessions are cited under this name."""
    for profile in profiles():
        if profile.main_body and profile.session_name == name:
            return profile, profile.main_body
    named = find_profile(name)
    return (named, named.main_body) if named and named.main_body else None


def organisation(name: str) -> str:
    """The IRI of an organisation by its name."""
    profile = find_profile(name)
    return rebased(profile.named.iri) if profile else thing(slug(name))


def _short(party: str) -> str:
    profile = find_profile(party)
    return profile.short if profile else party


def session(series: str, ordinal: str) -> str:
    """The IRI of a session: below its body, or below the organisation where no profile names the body."""
    found = find_series(series)
    return f"{rebased(found[1].named.iri)}/{ordinal}" if found else thing(f"{slug(series)}/session/{ordinal}")


def body(name: str) -> str:
    """The IRI of a body given as `INTERPOL/General Assembly`."""
    owner, _, label = name.partition("/")
    found = find_series(owner)
    for candidate in found[0].bodies if found else ():
        if plain(label) in {plain(other) for other in candidate.named.names}:
            return rebased(candidate.named.iri)
    return f"{organisation(owner)}/{slug(label)}"


def instrument(name: str) -> str:
    """The IRI of an instrument by any of its names."""
    for profile in profiles():
        for candidate in profile.instruments:
            if plain(name) in {plain(other) for other in candidate.names}:
                return rebased(candidate.iri)
    return thing(f"instrument/{slug(name)}")


def office(name: str, owner: str) -> str:
    """The IRI of an office of an organisation, or of a country given by its code."""
    if is_country_code(owner):
        return f"{country(owner)}/office/{slug(name)}"
    profile = find_profile(owner)
    for candidate in profile.offices if profile else ():
        if plain(name) in {plain(other) for other in candidate.names}:
            return rebased(candidate.iri)
    return f"{organisation(owner)}/office/{slug(name)}"


def named(kind: str, name: str) -> str:
    """The IRI of a `person` or `place` by any of its names."""
    return thing(f"{kind}/{slug(main_name(kind, name))}")


def flat(subject: str) -> str:
    """The IRI of a flat subject such as `session:INTERPOL/82` or `person:Mireille Ballestrazzi`.

    Raises:
        UnknownThingError: it has no such form.
    """
    kind, _, name = subject.partition(":")
    if not name:
        raise UnknownThingError(
            f"{subject}: is no flat subject; write it like session:INTERPOL/82, body:INTERPOL/General Assembly or org:INTERPOL"
        )
    if kind == "session":
        series, _, ordinal = name.rpartition("/")
        if not series or not re.fullmatch(r"[1-9]\d{0,3}", ordinal):
            raise UnknownThingError(f"{subject}: names no session; write series and number, like session:INTERPOL/82")
        return session(series, ordinal)
    if kind == "agreement":
        return thing("agreement/" + "+".join(sorted(slug(_short(party)) for party in name.split("+"))))
    makers = {"org": organisation, "body": body, "instrument": instrument}
    if kind in makers:
        return makers[kind](name)
    if kind in ("person", "place"):
        return named(kind, name)
    if kind in ("event", "topic"):
        return thing(f"{kind}/{slug(name)}")
    if kind == "country":
        if not is_country_code(name):
            raise UnknownThingError(f"{subject}: names no country; write its ISO 3166-1 code, like country:CO")
        return country(name)
    raise UnknownThingError(
        f"{subject}: `{kind}` is no kind of subject; there are session, org, body, person, instrument, agreement, event, "
        "country, place, topic"
    )


# fmt: off
_TERMS_OF_ORG = frozenset({
    "Organization", "FormalOrganization", "OrganizationalUnit", "OrganizationalCollaboration", "Membership", "Post", "Role",
    "Site", "ChangeEvent", "subOrganizationOf", "hasSubOrganization", "transitiveSubOrganizationOf", "purpose", "unitOf",
    "hasUnit", "classification", "identifier", "linkedTo", "memberOf", "hasMember", "reportsTo", "headOf", "holds",
    "heldBy", "postIn", "hasPost", "member", "organization", "role", "hasMembership", "memberDuring", "roleProperty",
    "remuneration", "siteAddress", "hasSite", "siteOf", "hasPrimarySite", "hasRegisteredSite", "basedAt", "location",
    "originalOrganization", "changedBy", "resultedFrom", "resultingOrganization",
})
# fmt: on
"""The terms of the Organization Ontology (https://www.w3.org/TR/vocab-org/); every other `org:` is an organisation here."""


def expand(name: str) -> str:
    """The IRI that a user means by an IRI, a CURIE or a flat subject.

    Raises:
        UnknownThingError: it is none of the three.
    """
    name = name.strip()
    if name.startswith("<") and name.endswith(">"):
        name = name[1:-1]
    if re.match(r"[a-z][a-z0-9+.-]*://", name) or name.startswith("urn:"):
        if re.search(r"[\s<>\"{}|\\^`]", name):
            raise UnknownThingError(f"{name}: is no IRI; it holds a character that none may hold")
        return name
    prefix, _, local = name.partition(":")
    known = prefixes()
    if local and prefix in known and not (prefix == "org" and local not in _TERMS_OF_ORG):
        if re.search(r"[\s<>\"{}|\\^`]", local):
            raise UnknownThingError(f"{name}: is no CURIE; it holds a character that no IRI may hold")
        return known[prefix] + local
    return flat(name)
