"""The readings of a quote family as one telling for each witness: one that prints it in pieces has one reading.

What a piece lacks of the longest reading is no variation where another piece of the same witness has it, in quotation
marks or in the witness's own words beside them.

In: a family, its quotations. Out: tellings. Never: markup, words of its own but the kind of a reading.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Literal

from msgspec.structs import replace

from generator.language.loader import primary
from generator.language.reports import structure_words
from generator.model import Family, Quote, Record, Span, Variant
from generator.publish.gate import Gate
from generator.publish.words import counted
from generator.spans import Range, common, united, without, witness

SHORTER = ("truncated", "elided")
WORD = re.compile(r"\w+(?:['’]\w+)*")

Piece = tuple[Quote, tuple[Variant, ...]]
Stance = Literal["agrees", "none", "in part"]


class Telling(Record, frozen=True, kw_only=True):
    """One utterance as one witness prints it: its pieces in text order, each with its places of variation.

    `beside` is what it tells in its own words, outside quotation marks. `again` says that it has the longest reading,
    too, and these pieces elsewhere.
    """

    pieces: tuple[Piece, ...]
    beside: tuple[Variant, ...] = ()
    again: bool = False

    @property
    def first(self) -> Quote:
        """Its first piece."""
        return self.pieces[0][0]

    @property
    def variants(self) -> tuple[Variant, ...]:
        """All its places of variation, of all pieces and beside them."""
        return (*(one for _, variants in self.pieces for one in variants), *self.beside)


Places = dict[Range, list[tuple[Telling, Variant]]]  # by place in the base: who varies there, and how


def make_tellings(family: Family, quotes: Mapping[str, Quote], language: str = "und") -> list[Telling]:
    """The readings of a family without its base; places where nothing varies are left out.

    `language` is the base's: its articles and the like, which stand between scraps, are not counted as missing.
    """
    base = quotes[family.base]
    pieces = [
        (quotes[reading.quote], tuple(one for one in reading.variants if one.kind != "same"), reading.beside)
        for reading in family.readings
        if reading.quote != family.base
    ]
    pieces.sort(key=lambda piece: (witness(piece[0]), piece[0].start))
    groups = [list(group) for _, group in groupby(pieces, key=lambda piece: witness(piece[0]))]
    return [
        _telling(
            [piece[:2] for piece in group],
            tuple(one for piece in group for one in piece[2]),
            base,
            structure_words(language) if len(group) > 1 else frozenset(),
        )
        for group in groups
    ]


def _telling(pieces: Sequence[Piece], beside: tuple[Variant, ...], base: Quote, small: frozenset[str]) -> Telling:
    """Pieces as one telling: a stretch is missing only where all of them lack it, and is told once."""
    missing = [_missing(variants) for _, variants in pieces]
    lacked = missing[0]
    for other in missing[1:]:
        lacked = common(lacked, other)
    again = witness(pieces[0][0]) == witness(base)
    told = sorted(_range(one) for one in beside)
    left = [] if again else [one for stretch in lacked for one in without(stretch, told)]
    elided = [_range(one) for _, variants in pieces for one in variants if one.kind == "elided"]
    left = [one for one in left if common([one], elided) or not _is_small(piece_of(base, *one), small)]
    shares = _share_out(left, missing, base)
    merged = [
        (quote, _sorted([*(one for one in variants if not _is_missing(one)), *_cuts(variants, share, base)]))
        for (quote, variants), share in zip(pieces, shares, strict=True)
    ]
    return Telling(pieces=tuple(merged), beside=beside, again=again)


def _is_small(span: Span, small: frozenset[str]) -> bool:
    """Whether all words are among some small ones, as they stand between scraps that are quoted."""
    return small.issuperset(WORD.findall(span.text.casefold()))


def _sorted(variants: Sequence[Variant]) -> tuple[Variant, ...]:
    return tuple(sorted(variants, key=lambda one: (one.reading.start, one.base.start)))


def _missing(variants: Sequence[Variant]) -> list[Range]:
    """The stretches of the base for which a piece has no words, in order."""
    return sorted(_range(one) for one in variants if _is_missing(one))


def _share_out(lacked: Sequence[Range], missing: Sequence[Sequence[Range]], base: Quote) -> list[list[Range]]:
    """For each piece the missing stretches told at it: those before the end of what it has, else the last piece."""
    ends = [_last_told(ranges, base) for ranges in missing]
    shares: list[list[Range]] = [[] for _ in missing]
    for stretch in lacked:
        shares[next((index for index, end in enumerate(ends) if stretch[0] < end), -1)].append(stretch)
    return shares


def _last_told(missing: Sequence[Range], base: Quote) -> int:
    """Where the last words of the base end that a piece has."""
    end = base.end
    for start, last in reversed(missing):
        if not any(char.isalnum() for char in base.text[last - base.start : end - base.start]):
            end = start
    return end


def _cuts(variants: Sequence[Variant], share: Sequence[Range], base: Quote) -> list[Variant]:
    """The missing stretches that are told at a piece, each where the piece lacks it."""
    found = []
    for variant in variants:
        if _is_missing(variant):
            found += [replace(variant, base=piece_of(base, *one)) for one in common([_range(variant)], share)]
    return [one for one in found if _has_words(one.base)]


def find_places(tellings: Sequence[Telling], base: Quote) -> Places:
    """The places of variation in the base, in its order, with who varies there.

    What several lack is cut into places where one of them begins or ends, so that each place has one list of those who
    have it. What is told in own words is one place with what other tellings tell of parts of it.
    """
    inside = [
        (telling, one)
        for telling in tellings
        for one in telling.variants
        if base.start <= one.base.start and one.base.end <= base.end
    ]
    told = united([_range(one) for _, one in inside if one.kind == "indirect"])
    edges = sorted({edge for own in (*told, *(_range(one) for _, one in inside if _is_missing(one))) for edge in own})
    found: defaultdict[Range, list[tuple[Telling, Variant]]] = defaultdict(list, {place: [] for place in told})
    for telling, one in inside:
        for place in _cut_at(_range(one), edges, base) if _is_missing(one) else [_range(one)]:
            if one.kind != "indirect" or place in told:
                found[place].append((telling, one))
    return dict(sorted(found.items()))


def _range(variant: Variant) -> Range:
    return variant.base.start, variant.base.end


def _is_missing(variant: Variant) -> bool:
    return not variant.reading.text.strip()


def _holds(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _cut_at(stretch: Range, edges: Sequence[int], base: Quote) -> list[Range]:
    """A stretch cut at those of the sorted edges that lie inside it; pieces without a word are left out."""
    inside = edges[bisect_right(edges, stretch[0]) : bisect_left(edges, stretch[1])]
    cuts = [stretch[0], *inside, stretch[1]]
    return [place for place in pairwise(cuts) if _has_words(piece_of(base, *place))]


def _has_words(span: Span) -> bool:
    return any(char.isalnum() for char in span.text)


def told_within(telling: Telling, place: Range) -> list[Variant]:
    """What a telling has in its own words for parts of a place, in text order."""
    own = [one for one in telling.variants if one.kind == "indirect" and _holds(place, _range(one))]
    return sorted(own, key=lambda one: one.reading.start)


def stance(telling: Telling, place: Range) -> Stance:
    """What a telling that has no variant of its own at a place has there.

    It agrees, has no words because all around the place is missing, or has other words for a part of it.
    """
    over = [one for one in telling.variants if one.base.start < place[1] and place[0] < one.base.end]
    if any(_holds(_range(one), place) and _is_missing(one) for one in over):
        return "none" if place[0] < place[1] else "agrees"
    return "in part" if over else "agrees"


def kind_in_words(telling: Telling, base: Quote) -> str:
    """How a reading differs from the longest one."""
    pieces = [counted(len(telling.pieces), "piece")] if len(telling.pieces) > 1 else []
    kinds = {quote.kind for quote, _ in telling.pieces}
    partly = ["partly without quotation marks"] if telling.beside or (len(kinds) > 1 and "indirect" in kinds) else []
    found = [*pieces, *_differences(telling, base), *partly]
    return ", ".join((*(("again", "the same source") if telling.again else ()), *(found or [_same(telling, base)])))


def _differences(telling: Telling, base: Quote) -> list[str]:
    variants = [variant for _, variants in telling.pieces for variant in variants]
    if all(quote.kind == "indirect" for quote, _ in telling.pieces) and variants:
        return ["without quotation marks"]
    others = [variant for variant in variants if variant.kind not in (*SHORTER, "indirect")]
    shorter = ["shorter"] if any(variant.kind in SHORTER for variant in variants) else []
    if not others:
        return shorter
    if all(_is_bracketed(one.reading.text) for one in others):
        return [*shorter, f"{counted(len(others), 'place')} in an editor’s brackets"]
    if shorter:
        return ["shorter", "other words"]
    return ["one place differs" if len(others) == 1 else f"{len(others)} places differ"]


def _is_bracketed(text: str) -> bool:
    return text.strip().startswith("[") and text.strip().endswith("]")


def _same(telling: Telling, base: Quote) -> str:
    """What is said of a reading of the same words: whether one of the two has an editor's marks in them."""
    own = _editing("".join(quote.text for quote, _ in telling.pieces))
    ours = _editing(base.text)
    added, lost = [one for one in own if one not in ours], [one for one in ours if one not in own]
    with_marks = [f"with {' and '.join(added)}"] if added else []
    without = [f"without the longest reading’s {' and '.join(one.rpartition(' ')[2] for one in lost)}"] if lost else []
    return ", ".join(["the same words", *with_marks, *without])


def _editing(text: str) -> list[str]:
    """An editor's marks in a quotation."""
    signs = (("[", "an editor’s brackets"), ("…", "an ellipsis"))
    plain = text.replace("...", "…").replace(". . .", "…")
    return [name for sign, name in signs if sign in plain]


def in_one_language(gate: Gate, a: Span, b: Span) -> bool:
    """Whether two passages are in one language, so that their words can be compared."""
    return primary(gate.language(a)) == primary(gate.language(b))


def piece_of(quote: Quote, start: int, end: int) -> Span:
    """A piece of a quotation."""
    text = quote.text[start - quote.start : end - quote.start]
    return Span(source=quote.source, part=quote.part, start=start, end=end, text=text)


def trimmed(span: Span) -> Span:
    """A span without the white space at its ends."""
    start = span.start + len(span.text) - len(span.text.lstrip())
    text = span.text.strip()
    return Span(source=span.source, part=span.part, start=start, end=start + len(text), text=text)
