"""What a mention stands for: the value that the words and their parts give, and None where they are no mention after all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from govgraph.reading.cities import countries_of
from govgraph.reading.datevalues import date_value
from govgraph.reading.gazetteer import country_names
from govgraph.reading.lines import Item, Mention
from govgraph.reading.numerals import roman
from govgraph.reading.surnames import gender_of
from govgraph.reading.tokens import is_acronym, plain
from govgraph.reading.words import word_classes, word_set, word_values

_ADDRESS = re.compile(r"\.[a-z]{2}")  # "HR.com", but not "J.Robert"
_POSSESSIVE = re.compile(r"['’]s?\b")


def value_of(kind: str, text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """The value of a mention of this kind: its words, unless a kind has its own; `parts` is completed and put in one form."""
    builder = _BUILDERS.get(kind)
    value = builder(text, parts, items) if builder else text
    return " ".join(value.split()) if value else value


@cache
def charges() -> frozenset[str]:
    """The words of what an office can be in charge of."""
    return frozenset(word for words in word_classes()["portfolios"] for word in words.split()) - {"and"}


def _org(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """As written; "the Ministry" points back to an organisation, and "Board" without an article names none."""
    if "back" in parts:
        if plain(text.split()[-1]) in word_classes()["plain-boards"]:
            return None  # "she joined the Board"
        parts["head"] = plain(text.split()[-1])
        return ""
    if "nth" in parts and not text[0].isupper():
        return None  # "of first INTERPOL members"
    if parts.pop("section", "") and (parts.pop("form", "") != "name" or "whole-unprofiled" in parts):
        return None  # "the ICOM Norwegian section", "Lund Lines Norway"
    words = plain(text).split()
    if parts.pop("holds-sessions", "") and plain(text) in word_set("common-organs"):
        return None  # "The Executive Committee held its 31st meeting"
    if "treaty" in parts and (parts.pop("treaty") or words[0] not in word_set("treaties")):
        return None  # of a subject that the organisation has, not its name: "INTERPOL on Friday"
    if words[0] in word_classes()["ranks"] and words[-1] in word_classes()["firm-endings"]:
        return None  # "Senior Solutions Manager"
    if words[0] in word_set("name-openers") and words[1:] and words[1] in word_set("org-heads"):
        return None  # "New Foundation Committed to Growth"
    before, divided, _ = plain(" ".join(text.split())).partition(" for ")
    if divided and set(before.split()) <= word_set("fields"):
        return None  # "Sales for the Harbour Company"
    of = plain(" ".join(text.split()).partition(" of ")[2]).removeprefix("the ")
    if plain(text) in _no_organisations() or of in word_classes()["not-organisations"] or plain(text).endswith(_venues()):
        return None  # "Conference of Heads of State", "General Assembly"
    return " ".join(parts.get("name", text).split())


@cache
def _offices_of_states() -> frozenset[str]:
    return frozenset(word for word in word_classes()["state-offices"] if " " not in word)


@cache
def _no_organisations() -> frozenset[str]:
    kinds = ("org-heads", "not-organisations", "body-heads", "gatherings", "session-nouns")
    return frozenset(word for kind in kinds for word in word_classes()[kind])


def _office(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """As written, in the singular: "delegates for Africa" are each a "delegate for Africa"."""
    if "portfolio" in parts and set(re.findall(r"[\w-]+", plain(parts["portfolio"]))) & _offices_of_states():
        return None  # "President Arif Alvi and the Prime Minister" are two
    if plain(text) in word_classes()["office-incomplete"] or ("head" in parts and _is_of_one_name(text)):
        return None
    head, charge, rest = text.partition(" for ") if " for " in text else text.partition(" of ")
    head = re.sub(r"(?<=[Mm])en$", "an", head) if plain(head).endswith(("chairmen", "spokesmen")) else head
    plural = {plural: word for word in word_classes()["office-heads"] for plural in (word + "s",)}
    singular = head[:-1] if plain(head.split(" ")[-1]) in plural or plain(head) in plural else head
    return singular + charge + rest


def _is_of_one_name(text: str) -> bool:
    """Whether an office is "of" one capitalised word that is no field of work: "Director of Europol" is of an organisation."""
    head, _, rest = text.partition(" of ")
    rest = rest.removeprefix("the ").partition(" in ")[0]
    charge = [] if set(plain(head).split()) & set(word_classes()["portfolio-heads"]) else rest.split()
    fields = charges() | set(word_classes()["fields"])
    if charge and plain(charge[-1]) in word_set("firm-endings") | word_set("schools"):
        return True  # "vice president of Berg Securities", "principal of Lund School"
    return len(charge) == 1 and charge[0][:1].isupper() and plain(charge[0]) not in fields


def _session(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """`ORG/N` where the words tell both, else empty; a Roman numeral becomes a number."""
    if "roman" in parts:
        number = roman(parts["roman"].upper().removesuffix("TH").removesuffix("ST"))
        if number is None:
            return None
        parts["ordinal"] = str(number)
    if "number" in parts:
        parts["ordinal"] = parts["number"]
        if "body" not in parts:
            if text[items[-2].end - items[0].start : items[-1].start - items[0].start] not in ("", "-"):
                return None  # "Interpol 2020"; "ICANN80" is one word
            parts["noun"] = "meeting"
    ordinal = parts.get("ordinal")
    if ordinal is not None and not 1 <= int(ordinal) <= 999:
        return None
    if plain(parts.get("of", "")) in word_set("session-kinds"):
        parts["regular"] = parts.pop("of")  # "its 37th Ordinary Session" is no session of a name of its own
        parts.pop("called", "")
    noun = parts.get("noun", "")
    if plain(noun) in word_classes()["sittings"] and "regular" not in parts and not noun[:1].isupper():
        return None  # "its first plenary" is one of the sittings of a session
    if parts.get("series") == "introduced":
        if "org-meets-as" not in parts:
            return None
        parts["series"] = parts["org"]
        return ""
    if "series" in parts:
        return _series(text, parts, items)
    if "org-unprofiled" in parts and (
        _is_organ(parts["org"], "body" in parts or "heads" in parts)
        or (parts.get("ordinal") == "1" and not _POSSESSIVE.search(text) and " of " not in text)
    ):
        return None
    return ""


def _is_organ(name: str, has_body: bool = False) -> bool:
    """Whether a name is that of a part of something larger. An "International Commission" stands for itself, and so does a
    commission that has an assembly or a summit."""
    words = [plain(word) for word in name.split()]
    if words[0] in word_classes()["worldwide"] or (has_body and _has_an_assembly(words)):
        return False
    return any(word in word_classes()["organs"] for word in words)


def _has_an_assembly(words: Sequence[str]) -> bool:
    """Whether an organ stands for itself where it has an assembly: the "Olive Board", the "Committee of Toy Makers", but not an
    "Executive Board"."""
    able = word_set("organs-with-assemblies")
    return len(words) > 1 and ((words[-1] in able and words[-2] not in word_set("organ-kinds")) or words[0] in able)


def _organ(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """As written; what opens with the verb of a headline is none: "Named Executive"."""
    return None if plain(text.split()[0]) in word_set("headline-verbs") else text


def _series(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """ "The 28th Eurasian Economic Summit": what follows the ordinal names a series. The first of its kind is an event."""
    after = next((item.end for item in items if isinstance(item, Mention) and item.kind == "ordinal"), None)
    words = text[after - items[0].start :].split() if after else []
    kinds = set(word_classes()["session-kinds"]) - {*word_classes()["naming-kinds"]}
    while words and plain(words[0]) in kinds and words[1:2] != ["of"]:
        words = words[1:]
    if len(words) > 2 and plain(words[0]) in word_classes()["session-nouns"] and plain(words[1]) == "of":
        words = words[3:] if plain(words[2]) == "the" else words[2:]  # "Session of the Nordic Parliamentary Assembly"
    name = " ".join(words)
    if any(plain(word) in word_classes()["headline-verbs"] for word in words):
        return None
    if len(words) > 1 and plain(words[0]) in word_set("out-of-turn"):
        return None  # "the second Extraordinary Congress" is none of those counted
    if parts.get("ordinal") == "1" or len(words) < 2 or plain(name) in word_classes()["body-heads"] or _is_organ(name):
        return None
    if _calls_a_body(words):
        parts["body"], parts["body-unprofiled"] = name, "true"
        del parts["series"]
        return ""  # "the XXII World Meeting of our Society"
    if is_acronym(words[0]) and plain(words[0]) in word_set("not-organisations"):
        return None  # "the 116th U.S. Congress"
    if is_acronym(words[0]) and _calls_a_body(words[1:]):
        parts["org"], parts["body"] = words[0], " ".join(words[1:])
        del parts["series"]
        return ""
    of = -3 if plain(words[-2]) == "the" else -2  # "General Assembly of the BPU"
    if is_acronym(words[-1]) and len(words) > -of and plain(words[of]) == "of" and _calls_a_body(words[:of]):
        parts["org"], parts["body"] = words[-1], " ".join(words[:of])
        del parts["series"]
        return ""
    treaty, _, convention = name.partition(" to the ")
    if plain(treaty) in word_set("treaty-bodies") and convention and plain(convention.split()[-1]) in word_set("treaties"):
        parts["org"], parts["body"], parts["org-unprofiled"] = convention, treaty, "true"
        del parts["series"]
        return ""  # "Conference of Parties to the Lake Convention"
    body, _, owner = name.partition(" of the ")
    if owner and _calls_a_body(body.split()) and _is_called_as_an_organisation(owner):
        parts["org"], parts["body"], parts["org-unprofiled"] = owner, body, "true"
        del parts["series"]
        return ""  # "General Assembly of the Order of Divers"
    parts["series"] = name
    return ""


def _is_called_as_an_organisation(name: str) -> bool:
    """Whether the name of whoever has an assembly has a word that says what they are: "Order of Divers", not "Americas"."""
    words = [plain(word) for word in name.split()]
    heads = {words[0], words[-1], plain(name).partition(" of ")[0].split()[-1]}
    return len(words) > 1 and not heads.isdisjoint(word_set("owners-of-assemblies"))


def _calls_a_body(words: Sequence[str]) -> bool:
    """Whether words call a meeting, and tell of no subject: "General Assembly", "World Congress"."""
    fillers = word_set("worldwide") | word_set("session-kinds")
    kinds = [word for word in words if plain(word) not in fillers]
    return plain(" ".join(words)) in word_classes()["body-heads"] or plain(" ".join(kinds)) in word_classes()["gatherings"]


def _name(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    words = _name_words(parts.get("name", text))
    if (
        plain(text) in _generic_names() | word_set("no-owners") | word_set("ranks-before-a-country")
        or plain(text) in word_classes()["months"]
        or plain(text) in word_set("plain-boards") | word_set("chambers")
    ):
        return None
    if any(plain(word) in word_classes()["headline-verbs"] for word in words):
        return None  # "MBA Named Director", "Lund Shipping Names Ana Berg" or "Announces" alone
    return text if words else None


def _is_a_journey(going: str, there: str) -> bool:
    """Whether two words only tell where somebody is: "Visiting Lima"."""
    return plain(going) in word_set("journeys") and (plain(there) in countries_of() or there in country_names().values())


@cache
def _venues() -> tuple[str, ...]:
    """What the name of a house ends with in which others meet: " convention center"."""
    return tuple(f" {venue}" for venue in word_classes()["houses"])


def _person(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """The name without titles; None where a word says that this is no person. One word is a surname of somebody named."""
    if "pronoun" in parts:
        return None if text.isupper() and plain(text) in word_set("excellencies") else plain(text)  # "HE Sheikh Nasser"
    words = _name_words(parts.get("name", text.removeprefix(parts.get("title", ""))))
    if "nick" in parts:
        words = [parts["given"], *_name_words(parts["family"])]  # without the "Manny" of Manuel “Manny” Correia
    while len(words) > 2 and plain(words[0]) in word_set("descriptors") | word_set("forms-of-address"):
        words = words[1:]
    while len(words) > 2 and words[-1] != words[-1].title() and plain(words[-1]) in word_set("post-nominals"):
        words = words[:-1]
    name = " ".join(words)
    counted = words[:-1] if "monarch" in parts and len(words) > 1 and roman(words[-1]) else words
    thing = {plain(word) for word in counted} & word_set("not-names")
    thing |= {plain(word) for word in counted} & word_set("headline-verbs")
    forename = len(words) == 2 and (gender_of(words[0]) or words[1].partition("-")[2].islower())  # "Park Eun-ji"
    thing -= word_set("surnames-like-words") if forename else set()
    capitals = [word for word in counted if len(word) > 3 and word.isupper() and word.isalpha()]
    if parts.get("given", "").isupper() or ("excellency" in parts and not parts["excellency"].isupper()):
        return None  # "BPU Norway"; "he"
    if len(words) == 2 and _is_a_journey(*words):
        return None  # "Visiting Lima"
    if parts.pop("capitals", ""):
        words = [word for word in words if plain(word) not in word_set("titles")]
        if len(words) < 2 or any(word.isupper() and (len(word) < 3 or roman(word)) for word in words):
            return None  # "Charles III"
        return " ".join(word.title() if word.isupper() else word for word in words)  # "Jurgen STOCK"
    if not words or thing or (capitals and len(capitals) < len(words)) or len(words) > 7:
        return None
    if (
        any(character.isdigit() for character in name)
        or _ADDRESS.search(name)
        or any(word[-1] == "." and plain(word) in word_set("titles") for word in words[1:])
    ):
        return None
    if len(words) == 1:
        if "title" not in parts:
            return None
        parts["ref"] = "surname"
    elif all(word.isupper() and len(word) > 2 for word in words):
        return None
    return name


def _name_words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s]+", name) if word]


@cache
def _generic_names() -> frozenset[str]:
    plural = (*word_classes()["member-nouns"], *word_classes()["attendees"])
    return frozenset((*plural, *(re.sub(r"ies\Z", "y", word).removesuffix("s") for word in plural)))


def _event(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """As written; "the 180th Member" is no event, nor is "the 46th Regular Meeting in February"."""
    words = [plain(word) for word in text.split()]
    kind, noun = (*words, "", "", "")[1:3]
    if len(words) == len(("13th", "XSF")) and text.split()[-1].isupper() and not text.isupper():
        return None  # "the 13th XSF Technical Council"
    if text.isupper() and words[-1] in word_classes()["session-kinds"]:
        return None  # "35TH ANNUAL", broken off at the end of a line
    if any(word in word_classes()["headline-verbs"] or word in word_classes()["told-in-headlines"] for word in words):
        return None  # "10th Harbour Summit Opened Today"
    regular = kind in word_classes()["session-kinds"] and noun in word_classes()["session-nouns"]
    return None if regular or words[-1] in word_classes()["no-events"] else text


def _agreement(text: str, parts: dict[str, str], items: Sequence[Item]) -> str:
    """As written, in the singular: of several agreements, each is one. A capital that only opens the sentence is none."""
    name = text if "several" not in parts else text.replace("emoranda", "emorandum").removesuffix("s")
    return name if name.isupper() or not name[1:].islower() else name[0].lower() + name[1:]


def _gathering(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """As written; "the four-day conference" tells how many days it has."""
    if "days" in parts:
        parts["days"] = word_values("day-counts")[plain(parts["days"])]
    return text


def _duration(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """How many days "four-day" is."""
    return word_values("day-counts")[plain(text)]


def _count(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    digits = parts.get("number", "")
    value = re.sub(r"[^\d]", "", digits)
    if not value:
        return None
    if "qualifier" in parts:
        parts["qualifier-text"] = parts["qualifier"]
        parts["qualifier"] = word_values("qualifiers")[" ".join(plain(parts["qualifier"]).split())]
    return str(int(value))


def _chairmanship(text: str, parts: dict[str, str], items: Sequence[Item]) -> str | None:
    """The office that "presidency" is of; of "vice-presidency for Asia", with what it is for."""
    head, _, field = text.partition(" for ")
    return " for ".join(filter(None, (word_values("chairmanships")[plain(head)], field)))


_BUILDERS: Mapping[str, Callable[[str, dict[str, str], Sequence[Item]], str | None]] = {
    "agreement": _agreement,
    "chairmanship": _chairmanship,
    "date": date_value,
    "org": _org,
    "office": _office,
    "session": _session,
    "name": _name,
    "person": _person,
    "count": _count,
    "event": _event,
    "organ": _organ,
    "gathering": _gathering,
    "duration": _duration,
}
