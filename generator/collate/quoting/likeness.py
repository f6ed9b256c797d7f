"""How alike two wordings are: how much of the shorter one stands in the longer one, word for word.

In: two sequences of words. Out: a likeness. Never: characters; two words are the same or not.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from generator.collate.quoting.alignment import Block, as_text, matching_blocks
from generator.collate.quoting.wordings import Wording
from generator.model import Record

REPLACED = 6  # words for which an editor's can stand: more, and the gap is no mere touch


class Likeness(Record, frozen=True, kw_only=True):
    """Figures in words: both lengths, how many words agree in order in stretches (`aligned`), one by one (`in_order`),
    in any order (`shared`), and the longest stretch (`run`). `overlaps` says that this stretch ends one wording and
    starts the other: two cuts of one text.

    Words that an editor put in, and those for which they stand, do not count and part no stretch; neither does an
    ellipsis where the other wording has the words that are left out.
    """

    shorter: int
    longer: int
    aligned: int
    in_order: int
    shared: int
    run: int
    overlaps: bool

    @property
    def containment(self) -> float:
        """The share (0-1) of the shorter wording that stands in the longer one in order."""
        return self.aligned / self.shorter if self.shorter else 0.0


class Gap(NamedTuple):
    """The words of either wording between two stretches that agree, or at an end: half-open indexes, maybe empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def compare_words(a: Wording, b: Wording) -> Likeness:
    """How alike two wordings are; the order of the two does not matter."""
    blocks = matching_blocks(a.words, b.words)
    gaps = list_gaps(blocks, len(a.words), len(b.words))
    own = [count_own(block, a, b) for block in blocks]
    supplied = sum(block[2] for block in blocks) - sum(own)
    lengths = [
        len(a.words) - supplied - sum(count_skipped(a, gap[:2], b, gap[2:]) for gap in gaps),
        len(b.words) - supplied - sum(count_skipped(b, gap[2:], a, gap[:2]) for gap in gaps),
    ]
    first, last, run = longest_run(blocks, gaps, a, b)
    return Likeness(
        shorter=min(lengths),
        longer=max(lengths),
        aligned=sum(own),
        in_order=LCSseq.similarity(*as_text(spoken(a), spoken(b))),
        shared=(Counter(spoken(a)) & Counter(spoken(b))).total(),
        run=run,
        overlaps=(first[0] == 0 and last[1] == len(b.words)) or (first[1] == 0 and last[0] == len(a.words)),
    )


def spoken(wording: Wording) -> tuple[str, ...]:
    """The words that no editor put in."""
    return tuple(word for index, word in enumerate(wording.words) if index not in wording.added)


def count_own(block: Block, a: Wording, b: Wording) -> int:
    """How many words of a stretch that agrees are the speaker's on both sides, and no editor's."""
    first, second, length = block
    return sum(first + index not in a.added and second + index not in b.added for index in range(length))


def list_gaps(blocks: Sequence[Block], a: int, b: int) -> list[Gap]:
    """What stands before, between and behind the stretches, one more than there are stretches."""
    edges = [(0, 0, 0), *blocks, (a, b, 0)]
    return [Gap(one[0] + one[2], two[0], one[1] + one[2], two[1]) for one, two in pairwise(edges)]


def count_skipped(own: Wording, ours: tuple[int, ...], other: Wording, theirs: tuple[int, ...]) -> int:
    """How many words of one side of a gap are no words of the speaker's to compare.

    An editor put them in, or put others in their place.
    """
    if ours[1] - ours[0] <= REPLACED and is_added(other, *theirs):
        return ours[1] - ours[0]
    return len(own.added & set(range(*ours)))


def is_added(wording: Wording, start: int, end: int) -> bool:
    """Whether a stretch is an editor's, all of it."""
    return start < end and wording.added.issuperset(range(start, end))


def longest_run(
    blocks: Sequence[Block], gaps: Sequence[Gap], a: Wording, b: Wording
) -> tuple[tuple[int, int], tuple[int, int], int]:
    """Where the longest run of words that agree starts and ends in both, and how many of its words agree."""
    best = ((0, 0), (0, 0), 0)
    start, run = (0, 0), 0
    for block, gap in zip(blocks, gaps, strict=False):
        first, second, length = block
        own = count_own(block, a, b)
        start, run = (start, run + own) if run and parts_nothing(gap, a, b) else ((first, second), own)
        best = max(best, (start, (first + length, second + length), run), key=lambda found: found[2])
    return best


def parts_nothing(gap: Gap, a: Wording, b: Wording) -> bool:
    """Whether what stands between two stretches is an editor's, or left out by one side at an ellipsis."""
    ours, theirs = gap[:2], gap[2:]
    for own, side, others in ((a, ours, theirs), (b, theirs, ours)):
        if is_added(own, *side) and others[1] - others[0] <= REPLACED:
            return True
        if side[0] == side[1] and side[0] in own.gaps:
            return True
    return False
