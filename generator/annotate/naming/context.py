"""What the words around its names say in a line: which only modify a noun, which name a thing, what a list tells.

In: a line and the sightings in it. Out: sightings. Never: finds a name; looks beyond the line.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from generator.annotate.naming.kinds import HINT, TOLD, Votes
from generator.annotate.naming.modifiers import find_modifiers
from generator.annotate.naming.sightings import Sighting
from generator.annotate.naming.things import find_titles, is_one_of_a_kind, is_thing
from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords, name_words

Range = tuple[int, int]

LIST_MARKS = frozenset({",", "and", "or", "&", "/"})
ADJECTIVAL = ("ic", "al", "ive", "ous", "able", "ible", "ary")  # other adjectives are surnames too ("Young", "Brown")


def in_context(line: Line, found: Sequence[Sighting]) -> list[Sighting]:
    """The sightings that name an actor here, each with whether it modifies a noun or is said to be a thing."""
    words = name_words(line.language)
    ranges = ranges_of(line, found)
    modifiers = find_modifiers(line, ranges)
    titles = frozenset(index for first, last in find_titles(line) for index in range(first, last))
    kept: list[Sighting] = []
    for one, at in zip(found, ranges, strict=True):
        in_title = at[0] in titles and at[1] - 1 in titles and not is_headed(one)
        adjective = one.form in words.plain_adjectives and (
            at in modifiers or is_adjective_here(line.tokens, at, words)
        )
        adjective = adjective or (one.form in words.members and at in modifiers)  # "the Liberal vote"
        family = is_family(line.tokens, at, words)
        street = at[0] > 0 and line.tokens[at[0] - 1].lower in words.streets
        if not (in_title or adjective or family or street or is_one_of_a_kind(line.tokens, at, words)):
            kept.append(structs.replace(one, modifier=at in modifiers, thing=is_thing(line.tokens, at, words)))
    return in_lists(line, kept)


def is_adjective_here(tokens: Sequence[Token], at: Range, words: NameWords) -> bool:
    """Whether a word that ends like an adjective neither possesses nor acts: "Municipal or Federal voters"."""
    last, after = tokens[at[1] - 1], tokens[at[1] : at[1] + 1]
    acts = last.possessive or (after and after[0].lower in words.acting)
    return last.lower.endswith(ADJECTIVAL) and not acts


def is_family(tokens: Sequence[Token], at: Range, words: NameWords) -> bool:
    """Whether a surname with a noun for several relatives behind it names no single one: "the Lind brothers"."""
    first, end = at
    return (
        end - first == 1
        and end < len(tokens)
        and not tokens[first].possessive
        and tokens[end].lower in words.family_nouns
    )


def ranges_of(line: Line, found: Sequence[Sighting]) -> list[Range]:
    """The tokens of each sighting, half-open."""
    starts = {token.start: number for number, token in enumerate(line.tokens)}
    ends = {token.end: number + 1 for number, token in enumerate(line.tokens)}
    return [(starts[sighting.start], ends[sighting.end]) for sighting in found]


def is_headed(sighting: Sighting) -> bool:
    """Whether its own words say what it is, so that it is an actor though it stands alone between quotation marks."""
    return any(weight >= TOLD for _, weight in sighting.votes.own)


def in_lists(line: Line, found: Sequence[Sighting]) -> list[Sighting]:
    """The sightings; where a list joins one of unknown kind to a place, it may be one too: "in Ulm and Ravensby"."""
    ranges = ranges_of(line, found)
    kept = list(found)
    for left, right in pairwise(range(len(found))):
        joint = line.tokens[ranges[left][1] : ranges[right][0]]
        if joint and all(token.text in LIST_MARKS for token in joint):
            kept[left], kept[right] = like(kept[left], kept[right]), like(kept[right], kept[left])
    return kept


def like(one: Sighting, other: Sighting) -> Sighting:
    """The sighting with a hint that it is a place, where its own words say nothing and the other one is called such."""
    told = [*other.votes.own, *other.votes.around]
    place = told and all(kind == "place" and weight >= HINT for kind, weight in told)
    if one.votes.own or one.lone or not place:
        return one
    return structs.replace(one, votes=Votes(own=(), around=(*one.votes.around, ("place", HINT))))
