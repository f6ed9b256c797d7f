"""Definite descriptions that stand for a name of the same item: "the embassy", "la porte-parole", "das Unternehmen".

In: lines, where names and descriptions stand in them, the kinds of the names. Out: places in the text with the key of
whom they mean. Never: takes a description that fits two names of the item, or one with words of its own ("the old
bank", "the embassy in Ulm"); looks beyond one item.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.annotate.naming.nouns import has_noun_capitals
from generator.annotate.naming.tokens import HYPHENS, Line, Token
from generator.language.loader import languages
from generator.language.names import NameWords, name_words
from generator.language.places import fold
from generator.language.short_forms import heads
from generator.language.speech import verb_forms
from generator.model import ActorKind, Record

ENGLISH = "en"
PERSONAL = "person"
GOES_ON = frozenset({"of", "in", "for", "at", "from", "to", "that", "which", "who", "whose", "and", "with", "on"})
NEGATIONS = frozenset({"n'", "ne", "no", "non", "não"})  # before a verb
RELATIVES = frozenset({"che", "dont", "que", "quem", "qui", "quien", "und", "et", "e", "y"})


class Named(Record, frozen=True, kw_only=True):
    """A name at `start` to `end` of the stored text, its key, and the last words of what it is called there, folded."""

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
    fitting: dict[tuple[str | None, str], dict[str, int]] = defaultdict(dict)
    for name in named:
        for head in (*heads_of(name.key, kinds[name.key]), *name.called):
            fitting[name.part, head].setdefault(name.key, name.start)
    people = [name for name in named if kinds[name.key] == PERSONAL]
    for line in lines:
        if not line.headline and not line.shouted:
            for token in definite_heads(line, name_words(line.language)):
                keys = fitting.get((line.part, fold(token.lower)), {})
                if len(keys) == 1 and is_meant(token, min(keys), min(keys.values()), people, kinds):
                    yield token.start, token.end, min(keys)


def is_meant(token: Token, key: str, first: int, people: Sequence[Named], kinds: Mapping[str, ActorKind]) -> bool:
    """Whether the name stands before the description, at `first`; a person's must be the last person's that does."""
    if kinds[key] != PERSONAL:
        return first < token.start
    before = bisect_left(people, token.start, key=lambda name: name.start)
    return before > 0 and people[before - 1].key == key


class Shared(Record, frozen=True, kw_only=True):
    """Words of all languages, folded, since a key does not say of which language it is."""

    small: frozenset[str]
    heads: frozenset[str]
    firms: frozenset[str]


@cache
def shared() -> Shared:
    """Small words inside names, the heads by which one body is meant, the nouns for firms."""
    every = [name_words(language) for language in languages("names")]
    vague = {fold(head) for words in every for head in words.vague_heads}
    return Shared(
        small=frozenset(fold(small) for words in every for small in words.genitives) | {"in"},
        heads=(heads() | name_words(ENGLISH).state_bodies) - vague,
        firms=frozenset(fold(firm) for words in every for firm in words.firms),
    )


def heads_of(key: str, kind: ActorKind) -> Iterator[str]:
    """By which nouns a body may be meant later on: its own head, "company" where its name ends as a firm's does."""
    written, words = key.split(), shared()
    core = written[: next((number for number, word in enumerate(written) if word in words.small), None)]
    if kind != "organisation" or len(written) == 1 or not core:
        return
    yield from sorted({core[0], core[-1]} & words.heads)
    if written[-1] in name_words(ENGLISH).legal_endings:
        yield from sorted(words.firms)


def definite_heads(line: Line, words: NameWords) -> Iterator[Token]:
    """The nouns that stand directly between a definite article and what does not go on with the phrase."""
    nouns = (words.organisation_heads, words.state_bodies, words.roles, words.bodies, words.firms)
    ends = ends_phrase if words.language == ENGLISH else ends_before_verb
    for index in range(1, len(line.tokens)):
        article, token = line.tokens[index - 1 : index + 1]
        written = token.capital if has_noun_capitals(line.language) else token.text.islower()
        if article.lower not in words.definite or not written or not token.spaced:
            continue
        if any(token.lower in some for some in nouns) and ends(line.tokens, index, words):
            yield token


def ends_phrase(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """Whether no noun, name or hyphen follows the word, and no word that says which one is meant."""
    if index + 1 >= len(tokens):
        return True
    after = tokens[index + 1]
    if after.kind != "word":
        return after.text not in HYPHENS and after.kind == "mark"
    plural = after.lower in words.nouns and after.lower not in words.verbs
    noun = plural or after.lower in words.singular or after.lower in words.roles
    return not (after.capital or after.lower in GOES_ON or noun)


def ends_before_verb(tokens: Sequence[Token], index: int, words: NameWords) -> bool:
    """The same where an adjective may follow its noun: a mark does, or a verb; or a verb of saying stands before."""
    if index + 1 >= len(tokens):
        return True
    after, said = tokens[index + 1], verb_forms(words.language)
    if after.kind == "mark":
        return after.text not in HYPHENS and after.text != "("
    if after.lower in words.acting or after.lower in said or after.lower in NEGATIONS:
        return True
    speaker = index > 1 and tokens[index - 2].lower in said
    small = words.genitives | words.definite | RELATIVES
    return speaker and after.lower in words.function_words and after.lower not in small
