"""How alike two wordings are: how much of the shorter one stands in the longer one, word for word.

In: two sequences of words. Out: a likeness, the stretches that agree. Never: characters; two words are the same or not.
"""

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from generator.model import Record

Block = tuple[int, int, int]  # where a stretch starts in either sequence, and its length

FIRST_CODE = 0x10000  # a character for each distinct word, beyond the range that cannot be encoded


class Likeness(Record, frozen=True, kw_only=True):
    """Figures in words: both lengths, how many words agree in order in stretches (`aligned`), one by one (`in_order`),
    in any order (`shared`), and the longest stretch (`run`). `overlaps` says that this stretch ends one wording and
    starts the other: two cuts of one text."""

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


def compare_words(a: Sequence[str], b: Sequence[str]) -> Likeness:
    """How alike two wordings are; the order of the two does not matter.

    >>> compare_words("we do hope so".split(), "and we do hope so".split()).containment
    1.0
    """
    codes = as_text(a, b)
    blocks = blocks_of(*codes)
    first, second, run = max(blocks, key=lambda block: block[2], default=(0, 0, 0))
    return Likeness(
        shorter=min(len(a), len(b)),
        longer=max(len(a), len(b)),
        aligned=sum(length for _, _, length in blocks),
        in_order=LCSseq.similarity(*codes),
        shared=(Counter(a) & Counter(b)).total(),
        run=run,
        overlaps=(first == 0 and second + run == len(b)) or (second == 0 and first + run == len(a)),
    )


def matching_blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The stretches of words that agree in order, the shorter wording laid beside where it fits best in the longer one.

    A single word that agrees far from its neighbours is chance and left out.
    """
    return blocks_of(*as_text(a, b))


def blocks_of(a: str, b: str) -> list[Block]:
    """The same for wordings of which each word is a character."""
    if len(a) > len(b):
        return [(first, second, length) for second, first, length in blocks_of(b, a)]
    near, whole = align_near(a, b), align(a, b, 0)
    chosen = near if words_in(near) >= words_in(whole) else whole
    return [block for index, block in enumerate(chosen) if block[2] > 1 or is_close(chosen, index, len(a), len(b))]


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
    codes = {word: chr(code) for code, word in enumerate(dict.fromkeys((*a, *b)), start=FIRST_CODE)}
    return "".join([codes[word] for word in a]), "".join([codes[word] for word in b])
