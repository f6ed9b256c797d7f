"""Bodies of a state whose name is partly written small: "the Danish embassy in Lima", "Iceland's foreign ministry".

In: a line. Out: ranges of tokens. Never: takes authorities, officials or police for one body.
"""

from collections.abc import Iterator, Sequence

from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords, name_words
from generator.language.places import capital_of, country, nationality

Range = tuple[int, int]

LONGEST_COUNTRY = 4  # words
MODIFIERS = 2
ABROAD = frozenset({"embassy", "consulate"})
PERSONAL = frozenset({"administration"})


def find_bodies(line: Line) -> tuple[Range, ...]:
    """The ranges of the line's tokens that name such a body, in order, none overlapping."""
    return tuple(bodies(line, name_words(line.language)))


def bodies(line: Line, words: NameWords) -> Iterator[Range]:
    """The same, one by one."""
    index = 0
    while index < len(line.tokens):
        token = line.tokens[index]
        starts = token.capital and (token.acronym or token.lower not in words.function_words)
        end = body_end(line, index, words) if starts else None
        if end is None:
            index += 1
        else:
            yield index, end
            index = end


def body_end(line: Line, start: int, words: NameWords) -> int | None:
    """Where a body's name that starts here ends, None where none does."""
    tokens = line.tokens
    at = country_end(tokens, start, line.language, adjective=True)
    if at is None:
        return None
    last = at
    while last < min(len(tokens), at + MODIFIERS) and tokens[last].lower in words.state_body_modifiers:
        last += 1
    if last >= len(tokens) or tokens[last].lower not in words.state_bodies or not tokens[last].spaced:
        return None
    if any(token.hyphened for token in tokens[at : last + 1]) or followed_by(tokens, last + 1, "of"):
        return None
    return abroad_end(tokens, last, line.language) if tokens[last].lower in ABROAD else last + 1


def abroad_end(tokens: Sequence[Token], head: int, language: str) -> int:
    """The end of an embassy's name with the country or capital where it stands."""
    at = head + 1
    if not (followed_by(tokens, at, "in") or followed_by(tokens, at, "to")):
        return at
    at += 2 if followed_by(tokens, at + 1, "the") else 1
    return country_end(tokens, at, language, adjective=False) or head + 1


def country_end(tokens: Sequence[Token], start: int, language: str, *, adjective: bool) -> int | None:
    """Where the longest country or capital that starts here ends; with `adjective` a nationality, and no capital."""
    for end in range(min(len(tokens), start + LONGEST_COUNTRY), start, -1):
        span = tokens[start:end]
        if (
            not span[0].capital
            or any(token.kind != "word" for token in span)
            or any(token.possessive for token in span[:-1])
        ):
            continue
        phrase = " ".join(token.text for token in span)
        if country(phrase, language) or (nationality(phrase) if adjective else capital_of(phrase)):
            return end
    return None


def followed_by(tokens: Sequence[Token], index: int, word: str) -> bool:
    """Whether this word stands there in small letters."""
    return index < len(tokens) and tokens[index].text == word


def administration_end(line: Line, end: int) -> int | None:
    """The end of "X administration", a body of its own and not X, where X ends at `end`; None where X stands alone."""
    follows = end < len(line.tokens) and line.tokens[end].lower in PERSONAL and line.tokens[end].spaced
    return end + 1 if follows else None
