"""Seeds between two texts grown into shared passages.

In: two texts as words, the runs of words that both have. Out: passages as ranges of words. Never: looks at other texts.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from generator.collate.shingles import SHINGLE, Text

GAP = 20  # words between two seeds of one passage; with 40 two neighbours grow together: overlap error .006 for .003
REACH = 15  # words beyond a passage's end among which it is looked for more
COST = 0.8  # taken from a growing passage by a word without counterpart; one in common adds 1. recall falls with 1


class Passage(NamedTuple):
    """Half-open ranges of word numbers in both texts."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int

    def distance(self, other: "Passage") -> int:
        """How many words a later passage stands behind this one, on the side where it is more; never below 0."""
        return max(0, other.a_start - self.a_end, other.b_start - self.b_end, self.b_start - other.b_end)

    def joined(self, other: "Passage") -> "Passage":
        """The smallest passage that holds both."""
        return Passage(
            min(self.a_start, other.a_start),
            max(self.a_end, other.a_end),
            min(self.b_start, other.b_start),
            max(self.b_end, other.b_end),
        )


def grow(a: Text, b: Text, seeds: Iterable[tuple[int, int]]) -> list[Passage]:
    """The passages that two texts share, by their place in the first."""
    merged = merge(Passage(i, i + SHINGLE, j, j + SHINGLE) for i, j in seeds)
    return merge(extend(a.words, b.words, passage) for passage in merged)


def merge(passages: Iterable[Passage]) -> list[Passage]:
    """Those that lie close to each other in both texts, joined."""
    done: list[Passage] = []
    still_open: list[Passage] = []
    for passage in sorted(passages):
        done += [other for other in still_open if passage.a_start - other.a_end > GAP]
        still_open = [other for other in still_open if passage.a_start - other.a_end <= GAP]
        gap, nearest = min(((other.distance(passage), other) for other in still_open), default=(GAP + 1, passage))
        if gap > GAP:
            still_open.append(passage)
        else:
            still_open[still_open.index(nearest)] = nearest.joined(passage)
    return sorted(done + still_open)


def extend(a: Sequence[str], b: Sequence[str], passage: Passage) -> Passage:
    """The passage with as much more at both ends as agrees well enough."""
    while True:
        right = agreeing(a[passage.a_end : passage.a_end + REACH], b[passage.b_end : passage.b_end + REACH])
        left = agreeing(
            a[max(0, passage.a_start - REACH) : passage.a_start][::-1],
            b[max(0, passage.b_start - REACH) : passage.b_start][::-1],
        )
        if right == left == (0, 0):
            return passage
        passage = Passage(
            passage.a_start - left[0], passage.a_end + right[0], passage.b_start - left[1], passage.b_end + right[1]
        )


def agreeing(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words at the start of two sequences go on with what stood before them, (0, 0) where none do."""
    score, best, found = 0.0, 0.0, (0, 0)
    for step in LCSseq.opcodes(a, b):
        ours, theirs = step.src_end - step.src_start, step.dest_end - step.dest_start
        score += ours if step.tag == "equal" else -COST * max(ours, theirs)
        if score > best:
            best, found = score, (step.src_end, step.dest_end)
    return found


def similarity(a: Text, b: Text, passage: Passage) -> float:
    """The share (0-1) of the longer side's words that agree in order with the other side."""
    ours, theirs = a.words[passage.a_start : passage.a_end], b.words[passage.b_start : passage.b_end]
    return float(LCSseq.normalized_similarity(ours, theirs))


def without_stock(passage: Passage, a: bytes | bytearray, b: bytes | bytearray) -> Passage:
    """The passage without marked words at its ends; empty where all are marked."""
    ours = trimmed(a, passage.a_start, passage.a_end)
    theirs = trimmed(b, passage.b_start, passage.b_end)
    return Passage(*ours, *theirs)


def trimmed(marks: bytes | bytearray, start: int, end: int) -> tuple[int, int]:
    """The range without marked words at its ends."""
    while start < end and marks[start]:
        start += 1
    while end > start and marks[end - 1]:
        end -= 1
    return start, end
