"""What kind of thing a name names, by its own words and by those around it.

In: a name in its line. Out: votes; who decides weighs them over all mentions. Never: decides by one mention alone where
others speak.
"""

import re
from collections.abc import Iterator, Sequence

from generator.annotate.naming.families import is_family_plural
from generator.annotate.naming.phrases import Piece
from generator.annotate.naming.runs import AND
from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords, name_words
from generator.language.places import (
    capital_of,
    country,
    inhabitants,
    international_body,
    is_adjective,
    is_city,
    is_region,
    language_names,
)
from generator.model import ActorKind, Record

Vote = tuple[ActorKind, float]

ORDER: tuple[ActorKind, ...] = ("person", "organisation", "place", "group", "document")  # of kinds with equal votes
KNOWN = 8.0  # a gazetteer has it
TOLD = 5.0  # a head, a legal ending, a title
LIKELY = 3.0  # a given name, "town of": one mention says it for all
HINT = 1.5  # a preposition, an acronym: hints are averaged over the mentions
FAINT = 0.5  # two unknown words are a person rather than not
WEIGHT = 2.0  # of the average of the hints
UNKNOWN = 0.8  # for organisation from the start: a place needs more than one "in" among many mentions
SHARES = frozenset({"shares", "shareholders", "stockholders"})  # behind a name they are its own
PLURAL_VERBS = frozenset({"are", "were", "have"})
MEMBERS = ("ians", "ites")
LONG_WORD = 6  # letters
DOTTED = re.compile(r"(?:[A-Z]\.){2}")  # behind a town: "Ulm, N.H."
DATELINE = 10  # tokens between a dateline's place and its dash
ENGLISH = "en"
SUBJECTS = frozenset({"he", "she"})
DASHES = frozenset("-–—")
PAIR, NAME_LENGTH = 2, 4  # words in a person's name


class Votes(Record, frozen=True, kw_only=True):
    """What one mention says of the kind: by the name's own words, and by its neighbours."""

    own: tuple[Vote, ...]
    around: tuple[Vote, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """A name's words between those before and after it, in small letters; empty where the line begins or ends, and for
    a possessive before it: "the curator's Lodge" is no curator."""

    tokens: tuple[Token, ...]
    before_last: str
    before: str
    after: str


def votes_for(line: Line, piece: Piece) -> Votes:
    """What the name's own words and its neighbours say."""
    words = name_words(line.language)
    tokens = tuple(token for token in line.tokens[piece.first : piece.last] if token.kind == "word")
    two = line.tokens[max(0, piece.first - 2) : piece.first]
    before = ["", "", *("" if token.possessive else token.lower for token in two)][-2:]
    after = line.tokens[piece.last] if piece.last < len(line.tokens) else None
    place = Place(
        tokens=tokens,
        before_last=before[0],
        before=before[1],
        after=after.lower if after and not after.hyphened else "",
    )
    around = (
        *votes_of_titles(line, piece, place, words),
        *votes_of_whereabouts(line, piece, place, words),
        *votes_of_groups(line, place, words),
    )
    return Votes(own=votes_of_words(tokens, line.language), around=around)


def votes_of_words(tokens: Sequence[Token], language: str) -> tuple[Vote, ...]:
    """What the words of the name itself say."""
    words = name_words(language)
    lower = [token.lower.rstrip(".") for token in tokens]
    name = " ".join(token.text for token in tokens)
    acronym = any(token.acronym for token in tokens) and not words.is_given(lower[0])
    said: tuple[tuple[bool, Vote], ...] = (
        (bool(country(name, language)), ("place", KNOWN)),
        (bool(international_body(name, language)), ("organisation", KNOWN)),
        (bool(inhabitants(name, language)), ("group", KNOWN)),
        (names_place(tokens, language), ("place", LIKELY)),
        (bool(set(lower) & words.member_plurals) and lower[-1] not in words.organisation_heads, ("group", KNOWN)),
        (len(lower) == PAIR and lower[-1] == "state" and is_adjective(lower[0]), ("organisation", TOLD)),
        (
            lower[-1] in words.place_heads or opens_place(lower, words),
            ("place", LIKELY),
        ),
        (len(lower) > 1 and lower[-1] in words.legal_endings, ("organisation", TOLD)),
        (len(lower) > PAIR and lower[-1] in words.partners and lower[-2] in AND, ("organisation", TOLD)),
        (is_headed(lower, words), ("organisation", TOLD)),
        (acronym, ("organisation", HINT)),
    )
    return (*(vote for holds, vote in said if holds), *votes_of_peoples(lower), *votes_of_persons(lower, words))


def names_place(tokens: Sequence[Token], language: str) -> bool:
    """Whether a gazetteer has the name as that of a town, region or country."""
    name = " ".join(token.text for token in tokens)
    return bool(capital_of(name)) or is_region(name) or is_city(name, language) or bool(country(name, language))


def opens_place(lower: Sequence[str], words: NameWords) -> bool:
    """Whether the first word is one with which places' names begin: "Lake Ulm", "San Velano", "Nord de la Bretagne".

    A place's head ends its name in English and begins it elsewhere: "Pont de Velano".
    """
    if words.language != ENGLISH and len(lower) > 1 and lower[0] in words.place_heads:
        return True
    return lower[0] in words.place_openings and (len(lower) <= PAIR or lower[1] in words.particles)


def votes_of_peoples(lower: Sequence[str]) -> Iterator[Vote]:
    """A people may be known by its language, or by how the word for its members ends."""
    if lower[-1].endswith("s") and is_adjective(lower[-1][:-1]) and len(lower) <= PAIR:
        yield "group", KNOWN
    if len(lower) == 1 and lower[0] in name_words("en").members:
        yield "group", HINT
    if lower[-1].removesuffix("s") in language_names() and not any(map(country, lower)):
        yield "group", LIKELY
    if len(lower) == 1 and lower[0].endswith(MEMBERS) and len(lower[0]) >= LONG_WORD:
        yield "group", HINT


def is_headed(lower: Sequence[str], words: NameWords) -> bool:
    """Whether an organisation's head ends the name, begins it or stands before of."""
    before_of = lower[lower.index("of") - 1] if "of" in lower[1:] else ""
    return len(lower) > 1 and bool({lower[-1], lower[0], before_of} & words.organisation_heads)


def votes_of_persons(lower: Sequence[str], words: NameWords) -> Iterator[Vote]:
    """A given name before another name says person; unknown words do so faintly."""
    of_town = len(lower) > PAIR and lower[-2] in words.genitives and is_city(lower[-1], words.language)
    lower = [
        word for number, word in enumerate(lower) if not 0 < number < len(lower) - 1 or word not in words.particles
    ]
    if len(lower) == 1 and words.is_given(lower[0]):
        yield "person", FAINT
    named_after = len(lower) > PAIR and lower[-1] in words.place_heads - words.surnames  # "Ann Lind Bridge"
    if named_after or not PAIR <= len(lower) <= NAME_LENGTH:
        return
    family = lower[0] in words.family_names and lower[1] not in words.common
    if words.is_given(lower[0]) or family or (lower[0] in words.royal and words.is_given(lower[1])):
        yield "person", LIKELY
    elif (
        lower[0] not in words.common
        and not ends_in_common_words(lower, words)
        and not any(is_adjective(word) or is_region(word) for word in lower)
        and not of_town
    ):
        plain = any(word in words.common or word.removesuffix("s") in words.common for word in lower)
        yield "person", 2 * FAINT if plain or any(map(country, lower)) else HINT


def ends_in_common_words(lower: Sequence[str], words: NameWords) -> bool:
    """Whether two or more common words that are nobody's surname follow the first: "Skelby Urban Ferries"."""
    rest = lower[1:] if len(lower) > PAIR else ()
    return bool(rest) and all(
        word in words.common and word not in words.surnames and word not in words.roles for word in rest
    )


def votes_of_titles(line: Line, piece: Piece, place: Place, words: NameWords) -> Iterator[Vote]:
    """A title, a role, an age, a relative clause: a person; the noun for a body before it: an organisation."""
    if (
        piece.courtesy
        or place.before in words.courtesy
        or (piece.role and stands_before(line.tokens, piece.role[1], piece.first))
        or (is_personal_role(place.before, words) and place.after not in words.roles)
    ):
        yield "person", TOLD
    elif place.before in words.bodies or (place.before in words.genitives and place.before_last in words.firm_nouns):
        yield "organisation", TOLD
    elif place.after in SHARES & words.firm_nouns and not names_place(place.tokens, line.language):
        yield "organisation", LIKELY
    if [token.lower for token in line.tokens[piece.last : piece.last + PAIR]] == [",", "which"]:
        yield "organisation", LIKELY
    if place.after == "who" or is_age(line.tokens, piece.last):
        yield "person", LIKELY
    if place.after in words.life_verbs or is_taken_up(line.tokens, piece.last):
        yield "person", HINT


def is_personal_role(word: str, words: NameWords) -> bool:
    """Whether a word is a role, and no noun that heads the name of a body; the lists are long and are not united."""
    return word in words.roles and word not in words.organisation_heads


def stands_before(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Whether nothing but a full stop is between: "Gov. Lind"."""
    return all(token.text == "." for token in tokens[end:first])


def votes_of_whereabouts(line: Line, piece: Piece, place: Place, words: NameWords) -> Iterator[Vote]:
    """Prepositions and the words for settlements: a place; the or on before it: rather an organisation."""
    whose = place.before_last if place.before in words.genitives else ""
    english = words.language == ENGLISH  # where the noun stands behind: "Ulm province", "Ulm residents"
    if whose in words.settlements or (place.after if english else place.before) in words.settlements:
        yield "place", LIKELY
    if whose in words.civic or (english and place.after in words.civic - {"people"}):
        yield "place", HINT
    if place.before in words.locatives and not place.tokens[-1].possessive:
        yield "place", HINT
    if place.after == "," and is_country_at(line, piece.last + 1):
        yield "place", HINT
    if place.before == "," and DOTTED.fullmatch(place.tokens[-1].text) and line.tokens[piece.first - 2].capital:
        yield "place", TOLD
    if piece.first == 0 and opens_dateline(line.tokens, piece.last):
        yield "place", LIKELY
    if place.before in {"the", "on"}:
        yield "organisation", 2 * FAINT


def votes_of_groups(line: Line, place: Place, words: NameWords) -> Iterator[Vote]:
    """A plural among people, or an adjective before people: a group; a family's plural behind its article too."""
    if len(place.tokens) > PAIR:
        return
    last, after = place.tokens[-1].lower, place.after
    if is_family_plural(place.tokens, line.tokens, place.before, place.after, words):
        yield "group", HINT
    if last.endswith("s") and not last.endswith(("ss", "us", "is")):
        ends_phrase = after not in words.common or after in words.function_words or after in words.verbs
        if place.before in words.quantifiers and ends_phrase:
            yield "group", LIKELY
        elif after in PLURAL_VERBS and all(token.text[1:].islower() for token in place.tokens):
            yield "group", 2 * FAINT
    if after in words.people_nouns and not place.tokens[-1].possessive:
        yield "group", HINT if len(place.tokens) == 1 and place.before != "the" else 2 * FAINT


def is_taken_up(tokens: Sequence[Token], last: int) -> bool:
    """Whether behind a comma he or she goes on as the subject: "As for Ulm, she came"."""
    behind = [token.lower for token in tokens[last : last + 2]]
    return len(behind) == PAIR and behind[0] == "," and behind[1] in SUBJECTS


def is_age(tokens: Sequence[Token], index: int) -> bool:
    """Whether ", 34," follows."""
    following = [token.text for token in tokens[index : index + 3]]
    return len(following) == len((",", "34", ",")) and following[0] == "," == following[2] and following[1].isdigit()


def opens_dateline(tokens: Sequence[Token], last: int) -> bool:
    """Whether the line begins with a place's name in capitals, a day or an agency behind it, and a dash:
    "HARBOUR TOWN (Agency) - "."""
    if last >= len(tokens) or tokens[last].text not in {",", "("} or not all(token.acronym for token in tokens[:last]):
        return False
    for token in tokens[last : last + DATELINE]:
        if token.text in DASHES and token.spaced:
            return True
        if token.kind == "word" and not token.capital:
            return False
    return False


def is_country_at(line: Line, index: int) -> bool:
    """Whether a country or region stands there."""
    if index >= len(line.tokens):
        return False
    text, after = line.tokens[index].text, line.tokens[index + 1 : index + 2]
    short = line.tokens[index].lower in name_words(line.language).place_abbreviations
    if short and line.tokens[index].capital and after and after[0].text == "." and not after[0].spaced:
        return True
    return bool(country(text, line.language)) or (is_region(text) and not is_adjective(text))


def decide(mentions: Sequence[Votes]) -> ActorKind:
    """The kind with most votes; organisation where nothing speaks, as it is what unknown single names mostly are.

    Own words count once, the strongest neighbour once, hints by their average over the mentions.
    """
    scores = {kind: score(kind, mentions) for kind in ORDER}
    scores["organisation"] += UNKNOWN
    return max(ORDER, key=lambda kind: (scores[kind], -ORDER.index(kind)))


def score(kind: ActorKind, mentions: Sequence[Votes]) -> float:
    """The votes of all mentions for one kind."""
    own = max((weight for votes in mentions for named, weight in votes.own if named == kind), default=0.0)
    around = [weight for votes in mentions for named, weight in votes.around if named == kind]
    strong = max((weight for weight in around if weight >= LIKELY), default=0.0)
    return own + strong + WEIGHT * sum(weight for weight in around if weight < LIKELY) / len(mentions)
