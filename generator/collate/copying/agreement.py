"""What of a shared passage stands in both texts: where one of them has words that the other lacks.

In: two texts as words, a passage that they share. Out: the passage in pieces, the words of each text that stand in the
other. Never: counts a sentence as shared because what surrounds it is.
"""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import LCSseq

from generator.collate.copying.passages import Passage

SMALL = 3  # words in a row that the other text lacks and that are still an edit of what both have
STRAY = 3  # fewer words in common than these, between longer ones that are not, agree by chance
PARTING = 8  # more words in a row that the other text lacks are a clause or a sentence: the passage ends before them
WINDOW = 400  # words aligned at a time, so that the work grows with the length of a passage and not with its square
SURE = 300  # of them, whose alignment what follows cannot change much

Ranges = list[tuple[int, int]]  # half-open, of word numbers


def part(a: Sequence[str], b: Sequence[str], passage: Passage) -> list[Passage]:
    """The passage without the clauses and sentences that only one text has: in one piece, in several, or in none."""
    wide = [gap for gap in find_gaps(a, b, passage) if max(sizes(gap)) > PARTING]
    opens = [(passage.a_start, passage.b_start), *((gap.a_end, gap.b_end) for gap in wide)]
    closes = [*((gap.a_start, gap.b_start) for gap in wide), (passage.a_end, passage.b_end)]
    pieces = (Passage(i, k, j, m) for (i, j), (k, m) in zip(opens, closes, strict=True))
    return [piece for piece in pieces if min(sizes(piece)) > 0]


def standing(a: Sequence[str], b: Sequence[str], passage: Passage) -> tuple[Ranges, Ranges]:
    """The words of each text that stand in the other, small edits included; those of a longer insertion do not."""
    gaps = find_gaps(a, b, passage)
    return (
        without(passage.a_start, passage.a_end, ((gap.a_start, gap.a_end) for gap in gaps)),
        without(passage.b_start, passage.b_end, ((gap.b_start, gap.b_end) for gap in gaps)),
    )


def without(start: int, end: int, gaps: Iterable[tuple[int, int]]) -> Ranges:
    """A range without those gaps in it that are more than a small edit."""
    kept: Ranges = []
    for first, last in gaps:
        if last - first > SMALL:
            kept.append((start, first))
            start = last
    kept.append((start, end))
    return [one for one in kept if one[0] < one[1]]


def sizes(passage: Passage) -> tuple[int, int]:
    """How many words it has in each text."""
    return passage.a_end - passage.a_start, passage.b_end - passage.b_start


def find_gaps(a: Sequence[str], b: Sequence[str], passage: Passage) -> list[Passage]:
    """The stretches of a passage in which the texts do not agree, in order; a stray word in common does not part them.

    A stretch may be empty in one of the texts.
    """
    gaps: list[Passage] = []
    i, j = passage.a_start, passage.b_start
    for block in [*align(a, b, passage), Passage(passage.a_end, passage.a_end, passage.b_end, passage.b_end)]:
        gap = Passage(i, block.a_start, j, block.b_start)
        i, j = block.a_end, block.b_end
        if max(sizes(gap)) == 0:
            continue
        if gaps and is_stray(gaps[-1], gap):
            gap = gaps.pop().joined(gap)
        gaps.append(gap)
    return gaps


def is_stray(before: Passage, behind: Passage) -> bool:
    """Whether what two stretches have between them is too little to be shared."""
    between = behind.a_start - before.a_end
    return between < min(STRAY, max(sizes(before)), max(sizes(behind)))


def align(a: Sequence[str], b: Sequence[str], passage: Passage) -> Iterator[Passage]:
    """The runs of words that agree in order, as large as can be within each window. Gaps are shorter than a window."""
    i, j = passage.a_start, passage.b_start
    while i < passage.a_end and j < passage.b_end:
        last = max(passage.a_end - i, passage.b_end - j) <= WINDOW
        sure = WINDOW if last else SURE
        steps = LCSseq.opcodes(a[i : min(i + WINDOW, passage.a_end)], b[j : min(j + WINDOW, passage.b_end)])
        kept = [
            Passage(i + step.src_start, i + step.src_end, j + step.dest_start, j + step.dest_end)
            for step in steps
            if step.tag == "equal" and max(step.src_start, step.dest_start) < sure
        ]
        yield from kept
        i, j = (kept[-1].a_end, kept[-1].b_end) if kept and not last else (i + sure, j + sure)
