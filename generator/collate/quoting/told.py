"""Where one wording tells what another one says: the stretches of both that agree in the words that carry matter.

Words that carry matter count much, also in another ending or spelling ("harbour", "harbor"); articles and the like
count only beside them. A stretch ends where more is missing than agrees.

In: two sequences of words, the words that carry no matter. Out: a stretch of each. Never: looks at the text between.
"""

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from generator.model import Record

EQUAL, AKIN, SMALL = 8, 6, 1  # what a pair of words weighs: one word, two forms of it, one that carries no matter
MISSED = 4  # what each word of matter between two pairs takes off: two of them weigh as much as one that agrees
STEM = 7  # letters of a word that are compared: endings differ when words are told again
SHORTEST = 5  # letters of words that can be two spellings of one
SPELLING = 80.0  # of 100: two spellings ("harbour", "harbor": 92), and not two words ("cart", "part")
MOST_CELLS = 40_000  # words times words that are weighed
MOSTLY = 0.6  # of the words of matter in a stretch must agree
HALF = 0.5  # of those on the other side, which has words of its own

Words = Sequence[str]
Pair = tuple[int, int, int]  # the indexes of two words and what they weigh


class Told(Record, frozen=True, kw_only=True):
    """Half-open word indexes of two stretches that tell one thing, and how many of their words of matter agree."""

    base_start: int
    base_end: int
    start: int
    end: int
    matter: int


def find_told(base: Words, words: Words, small: frozenset[str]) -> Told | None:
    """The weightiest stretch of a base that some words tell, None where none of their matter agrees.

    It starts and ends with words of matter.
    """
    pairs = heaviest_run(heaviest_pairs(base, words, small), base, words, small)
    matter = [pair for pair in pairs if pair[2] > SMALL]
    if not matter:
        return None
    (first, start, _), (last, end, _) = matter[0], matter[-1]
    told = Told(base_start=first, base_end=last + 1, start=start, end=end + 1, matter=len(matter))
    return told if is_told(told, base, words, small) else None


def is_told(told: Told, base: Words, words: Words, small: frozenset[str]) -> bool:
    """Whether most of the matter of a stretch agrees, and half of that on the other side."""
    ours = count_matter(base[told.base_start : told.base_end], small)
    theirs = count_matter(words[told.start : told.end], small)
    return told.matter >= MOSTLY * ours and told.matter >= HALF * theirs


def count_matter(words: Words, small: frozenset[str]) -> int:
    """How many of the words carry matter."""
    return sum(word not in small for word in words)


def weigh(one: str, other: str, small: frozenset[str]) -> int:
    """What two words weigh together, 0 where they differ.

    >>> weigh("harbour", "harbor", frozenset()), weigh("the", "the", frozenset({"the"})), weigh("a", "b", frozenset())
    (6, 1, 0)
    """
    if one == other:
        return SMALL if one in small else EQUAL
    if one in small or other in small:
        return 0
    return AKIN if are_akin(one, other) else 0


def are_akin(one: str, other: str) -> bool:
    """Whether two words are forms or spellings of one, as far as their letters tell."""
    if stem(one) == stem(other):
        return True
    alike = one[:1] == other[:1] and one[-1:] == other[-1:]  # "minister" is no spelling of "ministry"
    return alike and min(len(one), len(other)) >= SHORTEST and fuzz.ratio(one, other) >= SPELLING


def stem(word: str) -> str:
    """What the forms of a word have in common."""
    return word.removesuffix("'s").rstrip("s")[:STEM]


def heaviest_pairs(base: Words, words: Words, small: frozenset[str]) -> list[Pair]:
    """The pairs of words that agree in order and together weigh most; none where the wordings are too long for that."""
    if len(base) * len(words) > MOST_CELLS:
        return []
    weights = [[weigh(one, other, small) for other in words] for one in base]
    best = [[0] * (len(words) + 1) for _ in range(len(base) + 1)]
    for i in range(len(base) - 1, -1, -1):
        for j in range(len(words) - 1, -1, -1):
            paired = best[i + 1][j + 1] + weights[i][j] if weights[i][j] else 0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(base) and j < len(words) and best[i][j]:
        if weights[i][j] and best[i][j] == best[i + 1][j + 1] + weights[i][j]:
            pairs.append((i, j, weights[i][j]))
            i, j = i + 1, j + 1
        elif best[i][j + 1] == best[i][j]:
            j += 1
        else:
            i += 1
    return pairs


def heaviest_run(pairs: Sequence[Pair], base: Words, words: Words, small: frozenset[str]) -> list[Pair]:
    """The pairs in a row that weigh most once what is missing between them is taken off."""
    if not pairs:
        return []
    weight = best = pairs[0][2]
    start, found = 0, (0, 1)
    for index, (one, two) in enumerate(pairwise(pairs), start=1):
        missed = count_matter(base[one[0] + 1 : two[0]], small) + count_matter(words[one[1] + 1 : two[1]], small)
        weight -= MISSED * missed
        if weight <= 0:
            weight, start = 0, index
        weight += two[2]
        if weight > best:
            best, found = weight, (start, index + 1)
    return list(pairs[found[0] : found[1]])
