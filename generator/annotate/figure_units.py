"""What a number counts or measures: a unit, money, or the noun behind it.

In: the tokens of a sentence, a number. Out: the unit, where it ends. Never: a noun of another phrase.
"""

from collections.abc import Sequence

from generator.annotate.figure_tokens import Number, Token, phrase_at, words_of
from generator.language.figures import FigureWords, figure_words, money, signs
from generator.language.reports import function_words

LONGEST_NOUN_PHRASE = 4  # words from the number to the noun: "300 former Skelby council workers"
SHORTEST_NOUN = 3  # letters
GERMAN_ENDINGS = ("e", "en", "er", "n")  # of what stands between a number and its noun

Unit = tuple[str | None, int]  # the unit, and the token behind it


def find_unit(tokens: Sequence[Token], at: int, number: Number, language: str) -> Unit:
    """The unit of a number that begins at a token; None where nothing names one."""
    words, end = figure_words(language), number.end
    sign = words.units[tokens[at - 1].low] if at and tokens[at - 1].low in signs() else None
    if sign:
        return sign, suffix_end(tokens, end, words)
    if (
        end < len(tokens)
        and tokens[end].text == "."
        and tokens[end - 1].low in words.magnitudes
        and end + 1 < len(tokens)
    ):
        end += 1  # "3 Mio. Euro"
    end += 1 if end < len(tokens) and tokens[end].low in words.links else 0
    if length := phrase_at(tokens, end, words.units):
        return words.units[words_of(tokens, end, end + length)], end + length
    if end < len(tokens) and tokens[end].start == tokens[end - 1].end:
        return None, end  # "5th", "2-year-old"
    return find_noun(tokens, end, words, language)


def suffix_end(tokens: Sequence[Token], end: int, words: FigureWords) -> int:
    """The token behind an amount of money, whose word ("dollars") may stand behind it as well."""
    if end < len(tokens) and words.units.get(tokens[end].low) in money():
        return end + 1
    return end


def find_noun(tokens: Sequence[Token], start: int, words: FigureWords, language: str) -> Unit:
    """The noun that is counted, as it is printed but in lower case."""
    phrase = noun_phrase(tokens, start, function_words(language))
    for offset, token in enumerate(phrase):
        following = phrase[offset + 1] if offset + 1 < len(phrase) else None
        match words.head:
            case "plural":
                if is_plural(token.low, words) and not (following and is_plural(following.low, words)):
                    return token.low, start + offset + 1
            case "first":
                if token.low not in words.before_nouns:
                    return (token.low, start + offset + 1) if is_plural(token.low, words) else (None, start)
            case "capital":
                if token.text[0].isupper():
                    return token.low, start + offset + 1
                if not token.low.endswith(GERMAN_ENDINGS):
                    return None, start
    return None, start


def noun_phrase(tokens: Sequence[Token], start: int, ends: frozenset[str]) -> list[Token]:
    """The words behind a number up to the first that carries no matter, or to a mark; a hyphen joins words."""
    found: list[Token] = []
    for token in tokens[start : start + 2 * LONGEST_NOUN_PHRASE]:
        if token.low in ends or (token.kind != "word" and not (token.text == "-" and found)):
            break
        found.append(token)
    return found


def is_plural(word: str, words: FigureWords) -> bool:
    """Whether a word may be a plural by its ending, or is listed as one."""
    if word in words.plurals:
        return True
    fits = len(word) > SHORTEST_NOUN and word.endswith(words.plural_endings) if words.plural_endings else False
    return fits and not (words.not_plural and word.endswith(words.not_plural))
