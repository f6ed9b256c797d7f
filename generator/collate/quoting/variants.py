"""Where a reading differs from the base of its family, word by word, and how.

In: two quotes with their wordings. Out: typed variants in the order of the base. Never: counts punctuation, capitals
or marks as differences.
"""

from collections.abc import Sequence

from generator.collate.quoting.alignment import HEAVY, Block, matching_blocks, weighted_blocks
from generator.collate.quoting.told import Told, are_akin, count_matter, find_told
from generator.collate.quoting.wordings import Wording
from generator.language.reports import structure_words
from generator.model import Quote, Record, Span, Variant, VariantKind
from generator.spans import bare

ALIKE = 0.85  # share of the shorter wording in long stretches from which on no weighing is needed
MUCH = 1  # times as many words of the base as stand against them: so many are not all replaced
UNKNOWN = "und"
MOST_FORMS = 12  # words of a change in which two forms of one are looked for
LITTLE = 2  # words of matter that a telling in other words may leave out of a sentence that it tells
REORDERED = 6  # places of variation that one change of order can make


class Change(Record, frozen=True, kw_only=True):
    """Words of the base and of the reading that stand against each other: word indexes, half-open, maybe empty."""

    base_start: int
    base_end: int
    start: int
    end: int


def compare_readings(
    base: Quote, quote: Quote, base_wording: Wording, wording: Wording, language: str = UNKNOWN
) -> tuple[Variant, ...]:
    """The variants of a reading against the base; none where all words agree.

    Words of the base that are missing at the start or end of the reading are truncated, in between elided. What a
    source tells in its own words is not compared word by word: all of it is one variant, and what of the base lies
    before and behind that is truncated.
    """
    if quote.kind == "indirect":
        return retold(base, quote, base_wording, wording, language)
    changes = join_reordered(find_changes(base_wording.words, wording.words), base_wording.words, wording.words)
    changes = [part for change in changes for part in split_at_gap(change, wording.gaps)]
    changes = [part for change in changes for part in split_at_form(change, base_wording, wording)]
    changes = [part for change in changes for part in split_at_edge(change, wording)]
    return tuple(
        Variant(
            kind=kind_of(change, base_wording, wording),
            base=span_of(base, base_wording, change.base_start, change.base_end),
            reading=span_of(quote, wording, change.start, change.end),
        )
        for change in changes
    )


def retold(base: Quote, quote: Quote, base_wording: Wording, wording: Wording, language: str) -> tuple[Variant, ...]:
    """A telling in own words as the variant of that stretch of the base that it tells, with what else the base says.

    Where no stretch can be made out it stands against all of the base.
    """
    small = structure_words(language)
    told = find_told(base_wording.words, wording.words, small)
    first, last = widen(base_wording, told, small) if told else (0, len(base_wording.words))
    edges = [(0, first), (last, len(base_wording.words))]
    cut = [
        Variant(kind="truncated", base=span_of(base, base_wording, *edge), reading=empty_at(quote, place))
        for edge, place in zip(edges, (quote.start, quote.end), strict=True)
        if edge[0] < edge[1]
    ]
    own = Variant(kind="indirect", base=span_of(base, base_wording, first, last), reading=bare(quote))
    return tuple(sorted((own, *cut), key=lambda one: one.base.start))


def widen(wording: Wording, told: Told, small: frozenset[str]) -> tuple[int, int]:
    """The words of a base that are told, with the rest of their sentences where that is little."""
    first, last = told.base_start, told.base_end
    while first and first not in wording.starts:
        first -= 1
    while last < len(wording.words) and last not in wording.starts:
        last += 1
    little = count_matter(wording.words[first : told.base_start], small) <= LITTLE
    much = count_matter(wording.words[told.base_end : last], small) > LITTLE
    return (first if little else told.base_start), (told.base_end if much else last)


def empty_at(quote: Quote, place: int) -> Span:
    """No words, at one end of a quotation."""
    return Span(source=quote.source, part=quote.part, start=place, end=place, text="")


def find_changes(base: Sequence[str], words: Sequence[str]) -> list[Change]:
    """What stands between the stretches on which two wordings agree."""
    end: Block = (len(base), len(words), 0)
    at, place = 0, 0
    changes = []
    for first, second, length in (*agreeing(base, words), end):
        if first > at or second > place:
            changes.append(Change(base_start=at, base_end=first, start=place, end=second))
        at, place = first + length, second + length
    return changes


def agreeing(base: Sequence[str], words: Sequence[str]) -> list[Block]:
    """The stretches that agree, by the weight of their words where there are few."""
    blocks = matching_blocks(base, words)
    alike = sum(length for _, _, length in blocks) >= ALIKE * min(len(base), len(words))
    return blocks if alike else weighted_blocks(base, words)


def split_at_edge(change: Change, wording: Wording) -> list[Change]:
    """A change at an end of the reading parted into what stands for other words there, and what of the base is cut."""
    longer = (change.base_end - change.base_start) - (change.end - change.start)
    whole = change.start == 0 and change.end == len(wording.words)
    if longer <= MUCH * (change.end - change.start) or change.start == change.end or whole:
        return [change]
    if change.start == 0:
        cut = change.base_start + longer
        return [
            Change(base_start=change.base_start, base_end=cut, start=0, end=0),
            Change(base_start=cut, base_end=change.base_end, start=0, end=change.end),
        ]
    if change.end == len(wording.words):
        cut = change.base_end - longer
        return [
            Change(base_start=change.base_start, base_end=cut, start=change.start, end=change.end),
            Change(base_start=cut, base_end=change.base_end, start=change.end, end=change.end),
        ]
    return [change]


def split_at_form(change: Change, base: Wording, wording: Wording) -> list[Change]:
    """A change of many words into few parted at two forms of one word ("related issues" for "issue")."""
    if change.start == change.end or change.base_end - change.base_start <= change.end - change.start:
        return [change]
    pairs = (
        (i, j)
        for j in range(change.start, min(change.end, change.start + MOST_FORMS))
        for i in range(change.base_start, min(change.base_end, change.base_start + MOST_FORMS))
        if len(wording.words[j]) >= HEAVY and are_akin(base.words[i], wording.words[j])
    )
    i, j = next(pairs, (-1, -1))
    if i < 0:
        return [change]
    parts = [
        Change(base_start=change.base_start, base_end=i, start=change.start, end=j),
        Change(base_start=i, base_end=i + 1, start=j, end=j + 1),
        Change(base_start=i + 1, base_end=change.base_end, start=j + 1, end=change.end),
    ]
    return [part for part in parts if part.base_start < part.base_end or part.start < part.end]


def split_at_gap(change: Change, gaps: frozenset[int]) -> list[Change]:
    """A change parted where the reading has an ellipsis: words before it, words left out, words behind it."""
    gap = next((gap for gap in sorted(gaps) if change.start <= gap <= change.end), None)
    if gap is None or change.start == change.end:
        return [change]
    first = change.base_start + gap - change.start
    last = change.base_end - (change.end - gap)
    if first >= last:
        return [change]
    parts = [
        Change(base_start=change.base_start, base_end=first, start=change.start, end=gap),
        Change(base_start=first, base_end=last, start=gap, end=gap),
        Change(base_start=last, base_end=change.base_end, start=gap, end=change.end),
    ]
    return [part for part in parts if part.base_start < part.base_end or part.start < part.end]


def join_reordered(changes: Sequence[Change], base: Sequence[str], words: Sequence[str]) -> list[Change]:
    """The changes with those joined that together only change the order of words."""
    joined: list[Change] = []
    index = 0
    while index < len(changes):
        span = reordered_from(changes[index : index + REORDERED], base, words)
        joined.append(enclosing(changes[index : index + span]))
        index += span
    return joined


def reordered_from(changes: Sequence[Change], base: Sequence[str], words: Sequence[str]) -> int:
    """How many of the changes, from the first on, are one change of order; 1 where none is."""
    for count in range(len(changes), 1, -1):
        if is_reordered(enclosing(changes[:count]), base, words):
            return count
    return 1


def enclosing(changes: Sequence[Change]) -> Change:
    """One change from the start of the first to the end of the last."""
    return Change(
        base_start=changes[0].base_start, base_end=changes[-1].base_end, start=changes[0].start, end=changes[-1].end
    )


def is_reordered(change: Change, base: Sequence[str], words: Sequence[str]) -> bool:
    """Whether both sides hold the same words in another order."""
    ours, theirs = base[change.base_start : change.base_end], words[change.start : change.end]
    return len(ours) > 1 and tuple(ours) != tuple(theirs) and sorted(ours) == sorted(theirs)


def kind_of(change: Change, base: Wording, wording: Wording) -> VariantKind:
    """The kind of a change."""
    if is_reordered(change, base.words, wording.words):
        return "reordered"
    if change.base_start == change.base_end:
        return "inserted"
    if change.start < change.end:
        return "substituted"
    edge = change.base_start == 0 or change.base_end == len(base.words)
    return "truncated" if edge else "elided"


def span_of(quote: Quote, wording: Wording, start: int, end: int) -> Span:
    """The span of some words of a quote, empty at its place where there are none."""
    if start < end:
        first, last = wording.places[start][0], wording.places[end - 1][1]
    else:
        first = last = wording.places[start - 1][1] if start else quote.start
    text = quote.text[first - quote.start : last - quote.start]
    return Span(source=quote.source, part=quote.part, start=first, end=last, text=text)
