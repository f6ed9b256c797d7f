"""A sentence as numbers, words and marks, and the number that begins at one of them.

In: a sentence's text, the words of its language. Out: tokens, numbers with where they end. Never: knows what is
counted.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.language.figures import FigureWords, figure_words, signs

LONGEST_PHRASE = 5  # words and marks of the longest entry in a list
LONGEST_WORD = 60  # letters; no number in one word is longer
SMALLEST_ROUND = 20  # number words from which on another may follow: "twenty-five", "soixante-dix"
HUNDRED, TEN = 100, 10
LONGEST_NUMBER = 12  # number words; a longer row of them is no number
LARGEST = 1e15  # a larger number is a code, or a row of magnitudes that nobody means


Part = tuple[str, float]  # what a number word does, and its value


class Token(NamedTuple):
    """A number in digits, a word or a mark; offsets count from the start of the sentence. `low` is folded."""

    kind: str
    start: int
    end: int
    text: str
    low: str


class Number(NamedTuple):
    """A number: its value, the token behind its last, whether a noun says it that is not exact."""

    value: float
    end: int
    rounded: bool = False


@cache
def token_pattern(language: str) -> re.Pattern[str]:
    """Numbers with the marks of the language, words, single marks."""
    words = figure_words(language)
    groups, decimal = re.escape(words.groups) or ",", re.escape(words.decimal) or "."
    grouped = rf"[0-9]{{1,3}}(?:[{groups}][0-9]{{3}})+(?![0-9])(?:[{decimal}][0-9]+)?"
    return re.compile(
        rf"(?P<number>{grouped}|[0-9]+(?:[{decimal}][0-9]+)?)|(?P<word>[^\W\d_]+(?:['’](?=[^\W\d_]))?)|(?P<mark>\S)"
    )


def tokenise(text: str, language: str) -> list[Token]:
    """The tokens of a sentence in text order."""
    return [
        Token(found.lastgroup or "", *found.span(), found.group(), found.group().casefold().replace("’", "'"))
        for found in token_pattern(language).finditer(text)
    ]


def phrase_at(tokens: Sequence[Token], at: int, entries: Mapping[str, object] | frozenset[str]) -> int:
    """How many tokens from a place on are the longest entry that stands there, 0 where none does."""
    for length in range(min(LONGEST_PHRASE, len(tokens) - at), 0, -1):
        if words_of(tokens, at, at + length) in entries:
            return length
    return 0


def phrase_before(tokens: Sequence[Token], at: int, entries: Mapping[str, object] | frozenset[str]) -> int:
    """How many tokens before a place are the longest entry that ends there, 0 where none does."""
    for length in range(min(LONGEST_PHRASE, at), 0, -1):
        if words_of(tokens, at - length, at) in entries:
            return length
    return 0


def words_of(tokens: Sequence[Token], start: int, end: int) -> str:
    """Some tokens as the entries of the lists are written."""
    return " ".join(token.low for token in tokens[start:end])


def read_number(tokens: Sequence[Token], at: int, language: str) -> Number | None:
    """The number that begins at a token, None where none does; "one" in words is an article as often and none."""
    words = figure_words(language)
    number = read_digits(tokens, at, words) if tokens[at].kind == "number" else read_words(tokens, at, words)
    return number if number and number.value <= LARGEST else None


def read_digits(tokens: Sequence[Token], at: int, words: FigureWords) -> Number:
    """A number in digits with what multiplies it."""
    number = Number(digits(tokens[at].text, words), at + 1)
    return with_suffix(tokens, number, words) or with_lesser(tokens, with_magnitudes(tokens, number, words), words)


def digits(text: str, words: FigureWords) -> float:
    """The value of a number in digits.

    >>> digits("1.250,5", figure_words("de"))
    1250.5
    """
    for mark in words.groups or ",":
        text = text.replace(mark, "")
    return float(text.replace(words.decimal or ".", "."))


def with_suffix(tokens: Sequence[Token], number: Number, words: FigureWords) -> Number | None:
    """An amount of money with the letters that stand for its magnitude ("$5m"), None where there are none."""
    at = number.end
    if at <= 1 or at >= len(tokens) or tokens[at].start != tokens[at - 1].end or tokens[at - 2].low not in signs():
        return None
    factor = words.suffixes.get(tokens[at].low)
    return Number(number.value * factor, at + 1) if factor else None


def with_magnitudes(tokens: Sequence[Token], number: Number, words: FigureWords) -> Number:
    """The number times the words for thousands and millions behind it."""
    value, at = number.value, number.end
    while at < len(tokens) and (factor := words.magnitudes.get(tokens[at].low) or dozen(tokens[at], words)):
        value, at = value * factor, at + 1
    return number._replace(value=value, end=at)


def with_lesser(tokens: Sequence[Token], number: Number, words: FigureWords) -> Number:
    """The number and what is added to it under a smaller magnitude: "5 million 200 thousand"."""
    at, factor = number.end, words.magnitudes.get(tokens[number.end - 1].low)
    if factor is None or at >= len(tokens) or tokens[at].kind != "number":
        return number
    lesser = with_magnitudes(tokens, Number(digits(tokens[at].text, words), at + 1), words)
    added = lesser.end > at + 1 and lesser.value < factor
    return Number(number.value + lesser.value, lesser.end) if added else number


def dozen(token: Token, words: FigureWords) -> float | None:
    """What a word multiplies a number in digits by: no "hundred", which only words have before them."""
    factor = words.multipliers.get(token.low)
    return factor if factor != HUNDRED else None


def read_words(tokens: Sequence[Token], at: int, words: FigureWords) -> Number | None:
    """The number that words say from a place on."""
    parts: list[Part] = []
    start, end = at, at
    while found := parts_at(tokens, at, words):
        following, at = found
        if len(parts) > LONGEST_NUMBER or not fits(parts, following):
            break
        parts, end = parts + following, at
        at += at < len(tokens) and (tokens[at].text == "-" or is_join(parts, tokens[at], words))
    if not parts:
        return None
    value = add_up(parts)
    if value == 1:
        return read_round(tokens, end, words)
    opened = parts[0][0] == "number" or tokens[start].low in words.alone
    return Number(value, end) if opened else None


def read_round(tokens: Sequence[Token], at: int, words: FigureWords) -> Number | None:
    """The number behind the article of a noun for about so many: "une centaine"."""
    value = words.rounds.get(tokens[at].low) if at < len(tokens) else None
    return Number(value, at + 1, rounded=True) if value else None


def parts_at(tokens: Sequence[Token], at: int, words: FigureWords) -> tuple[list[Part], int] | None:
    """The number words at a place and the token behind them; a phrase of several tokens is one of them."""
    if length := phrase_at(tokens, at, words.phrases):
        return [("number", words.phrases[words_of(tokens, at, at + length)])], at + length
    found = parts_of(tokens[at], words) if at < len(tokens) else []
    return (found, at + 1) if found else None


def parts_of(token: Token, words: FigureWords) -> list[Part]:
    """The number words that a word is, or is put together from where the language does so; none if it is no number."""
    if found := part_of(token.low, words):
        return [found]
    if not words.written_together or len(token.low) > LONGEST_WORD:
        return []
    parts, rest = [], token.low
    while rest:
        prefix = next((rest[:end] for end in range(len(rest), 0, -1) if is_piece(rest[:end], words)), None)
        if prefix is None:
            return []
        found = part_of(prefix, words)
        parts += [found] if found else []
        rest = rest[len(prefix) :]
    return parts


def part_of(word: str, words: FigureWords) -> Part | None:
    """What a number word adds to a number."""
    for kind, values in (("number", words.numbers), ("times", words.multipliers), ("magnitude", words.magnitudes)):
        if word in values:
            return kind, values[word]
    return None


def is_piece(word: str, words: FigureWords) -> bool:
    """Whether a number in one word may be put together from this."""
    return word in words.joins or part_of(word, words) is not None


def is_join(parts: Sequence[Part], token: Token, words: FigureWords) -> bool:
    """Whether a word stands inside a number: "two hundred and fifty", not "two and three"."""
    return token.low in words.joins and add_up(parts) >= words.joins_from


def fits(parts: Sequence[Part], following: Sequence[Part]) -> bool:
    """Whether number words go on with a number: what is added is smaller than what stands there."""
    kind, value = following[0]
    if not parts or kind != "number":
        return True
    rest = add_up(parts) % HUNDRED
    return rest == 0 or (rest % TEN == 0 and rest >= SMALLEST_ROUND and value < SMALLEST_ROUND)


def add_up(parts: Sequence[Part]) -> float:
    """The value of number words in their order.

    >>> add_up([("number", 200), ("magnitude", 1000), ("magnitude", 1000000)])
    200000000000.0
    """
    total, current = 0.0, 0.0
    for kind, value in parts:
        if kind == "number":
            current += value
        elif kind == "times":
            current = (current or 1) * value
        elif current == 0 and total:
            total *= value
        else:
            total, current = total + (current or 1) * value, 0
    return total + current
