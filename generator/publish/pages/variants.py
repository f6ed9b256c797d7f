"""The readings of a quote family as one telling for each utterance: a source that prints it in pieces has one reading.

What a piece lacks of the longest reading is no variation where another piece of the same utterance has it.

In: a family, its quotations. Out: tellings. Never: markup, words of its own but the kind of a reading.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from generator.model import Family, Quote, Record, Span, Variant
from generator.publish.words import counted

SHORTER = ("truncated", "elided")

Range = tuple[int, int]


class Telling(Record, frozen=True, kw_only=True):
    """One utterance as one source prints it: its pieces in text order, each with its places of variation."""

    pieces: tuple[tuple[Quote, tuple[Variant, ...]], ...]

    @property
    def first(self) -> Quote:
        """Its first piece."""
        return self.pieces[0][0]


Places = dict[Range, list[tuple[Telling, Variant]]]  # by place in the base: who varies there, and how


def make_tellings(family: Family, quotes: Mapping[str, Quote]) -> list[Telling]:
    """The readings of a family without its base; places where nothing varies are left out."""
    base = quotes[family.base]
    pieces = [
        (quotes[reading.quote], tuple(one for one in reading.variants if one.kind != "same"))
        for reading in family.readings
        if reading.quote != family.base
    ]
    pieces.sort(key=lambda piece: (piece[0].source, piece[0].utterance, piece[0].start))
    groups = groupby(pieces, key=lambda piece: (piece[0].source, piece[0].utterance))
    return [_telling(tuple(group), base) for _, group in groups]


def _telling(pieces: Sequence[tuple[Quote, tuple[Variant, ...]]], base: Quote) -> Telling:
    """Pieces as one telling: a stretch is missing only where all of them lack it, and is told once."""
    missing = [_missing(variants) for _, variants in pieces]
    lacked = missing[0]
    for other in missing[1:]:
        lacked = _common(lacked, other)
    told: set[Range] = set()
    merged = []
    for quote, variants in pieces:
        kept: list[Variant] = []
        for variant in variants:
            kept.extend([variant] if variant.reading.text.strip() else _cut(variant, lacked, told, base))
        merged.append((quote, tuple(sorted(kept, key=lambda one: (one.reading.start, one.base.start)))))
    return Telling(pieces=tuple(merged))


def _missing(variants: Sequence[Variant]) -> list[Range]:
    """The stretches of the base for which a piece has no words, in order."""
    return sorted((one.base.start, one.base.end) for one in variants if not one.reading.text.strip())


def _common(a: Sequence[Range], b: Sequence[Range]) -> list[Range]:
    """The stretches that lie in both lists."""
    both = [(max(one[0], other[0]), min(one[1], other[1])) for one in a for other in b]
    return sorted(stretch for stretch in both if stretch[0] < stretch[1])


def _cut(variant: Variant, lacked: Sequence[Range], told: set[Range], base: Quote) -> list[Variant]:
    """A piece's missing stretch as far as every piece lacks it, and none has told so before."""
    own = (variant.base.start, variant.base.end)
    found = [stretch for stretch in _common([own], lacked) if stretch not in told]
    told.update(found)
    cut = [replace(variant, base=piece_of(base, *stretch)) for stretch in found]
    return [one for one in cut if any(char.isalnum() for char in one.base.text)]


def find_places(tellings: Sequence[Telling], base: Quote) -> Places:
    """The places of variation in the base, in its order, with who varies there."""
    found: defaultdict[Range, list[tuple[Telling, Variant]]] = defaultdict(list)
    for telling in tellings:
        for _, variants in telling.pieces:
            for variant in variants:
                if base.start <= variant.base.start and variant.base.end <= base.end:
                    found[variant.base.start, variant.base.end].append((telling, variant))
    return dict(sorted(found.items()))


def varies_at(telling: Telling, place: Range) -> bool:
    """Whether a reading has other words, or none, for some of a place of the base."""
    ranges = [(variant.base.start, variant.base.end) for _, variants in telling.pieces for variant in variants]
    return any((start < place[1] and place[0] < end) or (start, end) == place for start, end in ranges)


def kind_in_words(telling: Telling) -> str:
    """How a reading differs from the longest one."""
    variants = [variant for _, variants in telling.pieces for variant in variants]
    pieces = [counted(len(telling.pieces), "piece")] if len(telling.pieces) > 1 else []
    return ", ".join([*pieces, *_differences(variants)]) or "the same words"


def _differences(variants: Sequence[Variant]) -> list[str]:
    kinds = {variant.kind for variant in variants}
    if kinds == {"indirect"}:
        return ["without quotation marks"]
    others = [variant for variant in variants if variant.kind not in SHORTER]
    shorter = ["shorter"] if len(others) < len(variants) else []
    if not others:
        return shorter
    if shorter:
        return ["shorter", "other words"]
    return ["one place differs" if len(others) == 1 else f"{len(others)} places differ"]


def piece_of(quote: Quote, start: int, end: int) -> Span:
    """A piece of a quotation."""
    text = quote.text[start - quote.start : end - quote.start]
    return Span(source=quote.source, part=quote.part, start=start, end=end, text=text)


def trimmed(span: Span) -> Span:
    """A span without the white space at its ends."""
    start = span.start + len(span.text) - len(span.text.lstrip())
    text = span.text.strip()
    return Span(source=span.source, part=span.part, start=start, end=start + len(text), text=text)
