"""Definite descriptions that stand for a name of the same item: "the embassy", "the spokeswoman", "the company".

In: lines, where names and descriptions stand in them, the kinds of the names. Out: places in the text with the key of
whom they mean. Never: takes a description that fits two names of the item, or one with words of its own ("the old
bank", "the embassy in Ulm"); looks beyond one item or in another language than English.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.annotate.naming.tokens import HYPHENS, Line, Token
from generator.language.loader import primary
from generator.language.names import NameWords, name_words
from generator.model import ActorKind, Record

LANGUAGE = "en"
PERSONAL = "person"
VAGUE = frozenset({"campaign", "group", "party", "team", "side", "state", "administration"})  # there are others
FIRMS = frozenset({"company", "firm"})
GOES_ON = frozenset({"of", "in", "for", "at", "from", "to", "that", "which", "who", "whose", "and", "with", "on"})


class Named(Record, frozen=True, kw_only=True):
    """A name at `start` to `end` of the stored text, its key, and the last words of what it is called there."""

    part: str | None
    start: int
    end: int
    key: str
    called: tuple[str, ...] = ()


Reference = tuple[int, int, str]  # start, end, key


def find_described(
    lines: Sequence[Line], named: Sequence[Named], kinds: Mapping[str, ActorKind]
) -> Iterator[Reference]:
    """The descriptions of all lines, each with the one name that it fits; `named` is sorted by start."""
    words = name_words(LANGUAGE)
    fitting: dict[tuple[str | None, str], dict[str, int]] = defaultdict(dict)
    for name in named:
        roles = name.called if kinds[name.key] == PERSONAL else ()
        for head in (*heads_of(name.key, kinds[name.key], words), *roles):
            fitting[name.part, head].setdefault(name.key, name.start)
    people = [name for name in named if kinds[name.key] == PERSONAL]
    for line in lines:
        if primary(line.language) == LANGUAGE and not line.headline and not line.shouted:
            for token in definite_heads(line.tokens, words):
                keys = fitting.get((line.part, token.lower), {})
                if len(keys) == 1 and is_meant(token, min(keys), min(keys.values()), people, kinds):
                    yield token.start, token.end, min(keys)


def is_meant(token: Token, key: str, first: int, people: Sequence[Named], kinds: Mapping[str, ActorKind]) -> bool:
    """Whether the name stands before the description, at `first`; a person's must be the last person's that does."""
    if kinds[key] != PERSONAL:
        return first < token.start
    before = bisect_left(people, token.start, key=lambda name: name.start)
    return before > 0 and people[before - 1].key == key


def heads_of(key: str, kind: ActorKind, words: NameWords) -> Iterator[str]:
    """By which nouns a body may be meant later on: its own head, "company" where its name ends as a firm's does."""
    written = key.split()
    core = written[: next((number for number, word in enumerate(written) if word in {"of", "in", "for"}), None)]
    if kind != "organisation" or len(written) == 1 or not core:
        return
    if core[-1] in (words.organisation_heads | words.state_bodies) - VAGUE:
        yield core[-1]
    if written[-1] in words.legal_endings:
        yield from FIRMS


def definite_heads(tokens: Sequence[Token], words: NameWords) -> Iterator[Token]:
    """The nouns in small letters that stand directly between "the" and what does not go on with the phrase."""
    nouns = (words.organisation_heads, words.state_bodies, words.roles, words.bodies)
    for index in range(1, len(tokens)):
        token = tokens[index]
        definite = tokens[index - 1].lower == "the" and token.text.islower() and token.spaced
        if definite and any(token.lower in some for some in nouns) and ends_phrase(tokens, index + 1, words):
            yield token


def ends_phrase(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether no noun, name or hyphen follows, and no word that says which one is meant."""
    if index >= len(tokens):
        return True
    after = tokens[index]
    if after.kind != "word":
        return after.text not in HYPHENS and after.kind == "mark"
    plural = after.lower in words.nouns and after.lower not in words.verbs
    noun = plural or after.lower in words.singular or after.lower in words.roles
    return not (after.capital or after.lower in GOES_ON or noun)
