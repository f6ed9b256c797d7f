"""Which words of two wordings stand against each other: stretches that agree, in order.

In: two sequences of words. Out: the stretches. Never: characters; two words are the same or not.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

Block = tuple[int, int, int]  # where a stretch starts in either sequence, and its length
Words = Sequence[str]

FIRST_CODE = 0x10000  # a character for each distinct word, beyond the range that cannot be encoded
HEAVIEST = 8  # letters from which a word weighs no more
HEAVY = 4  # letters from which a word that agrees by itself is no chance
MOST_CELLS = 40_000  # words times words that are weighed: more, and the stretches alone count


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


def gather(blocks: Sequence[Block], a: Words, b: Words) -> list[Block]:
    """The stretches, those words moved from a shorter one to the longer one beside it that agree there as well.

    A word that stands twice in one wording agrees at either place; it belongs beside the longer stretch.
    """
    gathered: list[Block] = []
    for found in blocks:
        before, block = gathered.pop() if gathered else (0, 0, 0), found
        if before[2] <= block[2]:
            while before[2] and ends_before(before, block, a, b):
                before = (before[0], before[1], before[2] - 1)
                block = (block[0] - 1, block[1] - 1, block[2] + 1)
        else:
            while block[2] and opens_behind(before, block, a, b):
                before = (before[0], before[1], before[2] + 1)
                block = (block[0] + 1, block[1] + 1, block[2] - 1)
        gathered += [one for one in (before, block) if one[2]]
    return gathered


def ends_before(before: Block, block: Block, a: Words, b: Words) -> bool:
    """Whether the word that ends one stretch stands in front of the next one, too, nothing between them on one side."""
    last_a, last_b = before[0] + before[2] - 1, before[1] + before[2] - 1
    front_a, front_b = block[0] - 1, block[1] - 1
    return (
        (last_a, last_b) != (front_a, front_b)
        and (last_a == front_a or last_b == front_b)
        and (a[front_a] == b[front_b])
    )


def opens_behind(before: Block, block: Block, a: Words, b: Words) -> bool:
    """Whether the word that opens one stretch stands behind the one before it, too, nothing between on one side."""
    behind_a, behind_b = before[0] + before[2], before[1] + before[2]
    return (
        (behind_a, behind_b) != block[:2]
        and (behind_a == block[0] or behind_b == block[1])
        and (a[behind_a] == b[behind_b])
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


def weighted_blocks(a: Words, b: Words) -> list[Block]:
    """The stretches that agree in order and together weigh most: long words more than short ones.

    For wordings that have little in common, where articles and conjunctions would else be what agrees. Those that are
    too long for that are aligned as `matching_blocks` does it.
    """
    if len(a) * len(b) > MOST_CELLS:
        return matching_blocks(a, b)
    blocks = gather(join_pairs(heaviest_pairs(a, b)), a, b)
    return [
        block
        for index, block in enumerate(blocks)
        if block[2] > 1 or len(a[block[0]]) >= HEAVY or is_close(blocks, index, len(a), len(b))
    ]


def heaviest_pairs(a: Words, b: Words) -> list[tuple[int, int]]:
    """The indexes of the words of the heaviest common sequence."""
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            paired = best[i + 1][j + 1] + min(len(a[i]), HEAVIEST) if a[i] == b[j] else 0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b) and best[i][j]:
        if a[i] == b[j] and best[i][j] == best[i + 1][j + 1] + min(len(a[i]), HEAVIEST):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j + 1] == best[i][j]:
            j += 1
        else:
            i += 1
    return pairs


def join_pairs(pairs: Sequence[tuple[int, int]]) -> list[Block]:
    """Pairs of indexes as stretches."""
    blocks: list[Block] = []
    for i, j in pairs:
        if blocks and (i, j) == (blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]):
            blocks[-1] = (blocks[-1][0], blocks[-1][1], blocks[-1][2] + 1)
        else:
            blocks.append((i, j, 1))
    return blocks
