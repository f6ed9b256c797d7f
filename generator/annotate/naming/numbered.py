"""Names with a number behind them, which are others than the name alone: the station "Lind 35" beside a firm "Lind".

In: the lines of a source and the sightings in them. Out: sightings. Never: takes a score, an age, an amount or a date
for part of a name.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from generator.annotate.naming.kinds import names_place
from generator.annotate.naming.sightings import Sighting
from generator.annotate.naming.tokens import Line, Token
from generator.language.names import NameWords, comparison_form, name_words

Numbered = frozenset[tuple[str, str]]  # a name's last word in small letters, the number

LONGEST = 2  # digits: three and more are amounts, four a year
TWICE = 2  # without such a verb
TOLD = frozenset({"tell", "tells", "told", "informed"})  # before whom somebody tells
SAYING = frozenset({"said", "says", "reported", "reports", "aired", "airs", "broadcast", "showed"})
CLOSING = frozenset(".,;:!?)”\"'’")


def find_numbered(lines: Sequence[Line]) -> Numbered:
    """The names with numbers of a source: told something, telling something, or named more than once."""
    counted: Counter[tuple[str, str]] = Counter()
    sure: set[tuple[str, str]] = set()
    for line in lines:
        places = [at for at in range(len(line.tokens) - 1) if may_be_numbered(line, at)]
        if len(places) == 1 and not line.headline and not line.shouted:
            (at,) = places
            key = (line.tokens[at].lower, line.tokens[at + 1].text)
            counted[key] += 1
            if before(line.tokens, at) in TOLD or behind(line.tokens, at) in SAYING:
                sure.add(key)
    return frozenset(sure | {key for key, times in counted.items() if times >= TWICE})


def may_be_numbered(line: Line, at: int) -> bool:
    """Whether a name of one word and a number stand there that no noun follows and no preposition of place precedes."""
    words, (token, number) = name_words(line.language), line.tokens[at : at + 2]
    if not token.capital or token.possessive or number.kind != "number" or not number.spaced:
        return False
    if not number.text.isdigit() or len(number.text) > LONGEST or token.lower in words.calendar | words.function_words:
        return False
    first = at == 0 or not line.tokens[at - 1].capital
    known = words.is_given(token.lower) or names_place([token], line.language)
    place = before(line.tokens, at) in words.locatives
    return first and not known and not place and ends_there(line.tokens, at + 2, words)


def ends_there(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether the phrase ends before this token: at a mark, a verb or a small word, but not in "35 to 20"."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.kind != "word":
        return token.text in CLOSING
    return token.text != "to" and (token.lower in words.function_words or token.lower in words.acting)


def before(tokens: Sequence[Token], at: int) -> str:
    """The word before the name, empty at a line's start."""
    return tokens[at - 1].lower if at else ""


def behind(tokens: Sequence[Token], at: int) -> str:
    """The word behind the number, empty at a line's end."""
    return tokens[at + 2].lower if at + 2 < len(tokens) else ""


def with_numbers(line: Line, found: Sequence[Sighting], numbered: Numbered) -> Iterator[Sighting]:
    """The sightings, each with the number behind it that belongs to its name."""
    numbers = {left.end: (left, right) for left, right in pairwise(line.tokens) if right.kind == "number"}
    for one in found:
        left, right = numbers.get(one.end, (None, None))
        if left is None or right is None or (left.lower, right.text) not in numbered or left.start != one.start:
            yield one
        else:
            name = f"{one.name} {right.text}"
            yield replace(one, end=right.end, name=name, form=comparison_form(name, line.language), lone=False)
