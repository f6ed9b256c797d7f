"""How alike two wordings are: how much of the shorter one stands in the longer one, word for word.

In: two sequences of words. Out: a likeness, the stretches that agree. Never: characters; two words are the same or not.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from generator.collate.wordings import Wording
from generator.model import Record

Block = tuple[int, int, int]  # where a stretch starts in either sequence, and its length

REPLACED = 6  # words for which an editor's can stand: more, and the gap is no mere touch
FIRST_CODE = 0x10000  # a character for each distinct word, beyond the range that cannot be encoded


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
    lengths = [
        len(a.words) - sum(count_skipped(a, gap[:2], b, gap[2:]) for gap in gaps),
        len(b.words) - sum(count_skipped(b, gap[2:], a, gap[:2]) for gap in gaps),
    ]
    first, last, run = longest_run(blocks, gaps, a, b)
    return Likeness(
        shorter=min(lengths),
        longer=max(lengths),
        aligned=sum(length for _, _, length in blocks),
        in_order=LCSseq.similarity(*as_text(a.words, b.words)),
        shared=(Counter(a.words) & Counter(b.words)).total(),
        run=run,
        overlaps=(first[0] == 0 and last[1] == len(b.words)) or (first[1] == 0 and last[0] == len(a.words)),
    )


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
    for (first, second, length), gap in zip(blocks, gaps, strict=False):
        start, run = (start, run + length) if run and parts_nothing(gap, a, b) else ((first, second), length)
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


def matching_blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The stretches of words that agree in order, the shorter wording laid beside where it fits best in the longer one.

    A single word that agrees far from its neighbours is chance and left out.
    """
    if len(a) > len(b):
        return [(first, second, length) for second, first, length in matching_blocks(b, a)]
    short, long = as_text(a, b)
    near, whole = align_near(short, long), align(short, long, 0)
    chosen = gather(near if words_in(near) >= words_in(whole) else whole, short, long)
    return [block for index, block in enumerate(chosen) if block[2] > 1 or is_close(chosen, index, len(a), len(b))]


def gather(blocks: Sequence[Block], a: str, b: str) -> list[Block]:
    """The stretches, those words moved from one to the next that would agree there as well.

    A word that stands twice in one wording agrees at either place; it belongs beside the longer stretch.
    """
    gathered: list[Block] = []
    for block in blocks:
        before = gathered.pop() if gathered else (0, 0, 0)
        forward = before[2] <= block[2]
        kept, grown = move(before, block, a, b) if forward else move_back(before, block, a, b)
        gathered += [one for one in (kept, grown) if one[2]]
    return gathered


def move(before: Block, block: Block, a: str, b: str) -> tuple[Block, Block]:
    """The last words of one stretch moved in front of the next, as far as they stand there too."""
    while before[2] and stands_before(before, block, a, b):
        before = (before[0], before[1], before[2] - 1)
        block = (block[0] - 1, block[1] - 1, block[2] + 1)
    return before, block


def stands_before(before: Block, block: Block, a: str, b: str) -> bool:
    """Whether the word at the end of one stretch is also the one in front of the next, in either wording."""
    one, two = before[0] + before[2] - 1, before[1] + before[2] - 1
    return (one < block[0] - 1 and two == block[1] - 1 and a[block[0] - 1] == a[one]) or (
        one == block[0] - 1 and two < block[1] - 1 and b[block[1] - 1] == b[two]
    )


def move_back(before: Block, block: Block, a: str, b: str) -> tuple[Block, Block]:
    """The first words of one stretch moved behind the one before it, as far as they stand there too."""
    while block[2] and stands_behind(before, block, a, b):
        before = (before[0], before[1], before[2] + 1)
        block = (block[0] + 1, block[1] + 1, block[2] - 1)
    return before, block


def stands_behind(before: Block, block: Block, a: str, b: str) -> bool:
    """Whether the word that opens one stretch is also the one behind the stretch before it, in either wording."""
    one, two = before[0] + before[2], before[1] + before[2]
    return (one < block[0] and two == block[1] and a[one] == a[block[0]]) or (
        one == block[0] and two < block[1] and b[two] == b[block[1]]
    )


def words_in(blocks: Sequence[Block]) -> int:
    """How many words the stretches hold."""
    return sum(length for _, _, length in blocks)


def align(short: str, long: str, offset: int) -> list[Block]:
    """The stretches that agree in order in the longest common sequence; `offset` is where `long` was cut."""
    codes = Indel.opcodes(short, long)
    return [(c.src_start, c.dest_start + offset, c.src_end - c.src_start) for c in codes if c.tag == "equal"]


def align_near(short: str, long: str) -> list[Block]:
    """The same inside that window of the longer wording which is most like the shorter one."""
    window = fuzz.partial_ratio_alignment(short, long)
    if window is None:
        return []
    part, place = short[window.src_start : window.src_end], long[window.dest_start : window.dest_end]
    return [
        (first + window.src_start, second, length) for first, second, length in align(part, place, window.dest_start)
    ]


def is_close(blocks: Sequence[Block], index: int, a: int, b: int) -> bool:
    """Whether a stretch of one word has a neighbour or an end of both wordings at most one word away."""
    first, second, length = blocks[index]
    before = blocks[index - 1] if index else (0, 0, 0)
    behind = blocks[index + 1] if index + 1 < len(blocks) else (a, b, 0)
    gap_before = max(first - before[0] - before[2], second - before[1] - before[2])
    gap_behind = max(behind[0] - first - length, behind[1] - second - length)
    return min(gap_before, gap_behind) <= 1


def as_text(a: Sequence[str], b: Sequence[str]) -> tuple[str, str]:
    """Both wordings with one character for each distinct word, so that aligning characters aligns words."""
    codes: dict[str, str] = {}
    for word in (*a, *b):
        codes.setdefault(word, chr(FIRST_CODE + len(codes)))
    return "".join(codes[word] for word in a), "".join(codes[word] for word in b)
