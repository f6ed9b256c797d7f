"""The text that sources share: an overview, and for each source what it shares with each other, side by side.

In: the catalogue. Out: Markdown. Never: says which source is right, or which copied from which; prints what either side
withholds.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from markupsafe import Markup
from msgspec.structs import replace
from rapidfuzz.distance import Indel

from generator.model import Record, Reuse, Sentence, SourceEntry, Span
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue, grouped, in_letter_order, letter_order
from generator.publish.pages.comparing import compare_nav
from generator.publish.pages.marks import Page, html, source_badge
from generator.publish.pages.overlaps import make_clusters, make_heat, make_pairs
from generator.publish.pages.render import render
from generator.publish.pages.reported import Own, make_own
from generator.publish.words import counted, percent
from generator.spans import within

PAIRS = 40  # that share most, listed where the heat map would be too wide
SHARING = 100  # pairs with shared passages, listed with their size
SENTENCES_EACH = 6  # of a pair: enough to see that it is one text; more would be the text
ALIKE = 0.5  # share of words in common: below it two sentences of a shared passage are not each other's copy
WORD = re.compile(r"\S+")
BARE = re.compile(r"\W")

Pairs = Mapping[tuple[str, str], tuple[Reuse, ...]]
Others = Mapping[str, list[str]]  # for each source those that share passages with it, in the order of letters


class Shared(Record, frozen=True, kw_only=True):
    """A sentence of one source beside the sentence of another that is most like it; in each what differs is marked."""

    a: Own
    b: Own


class SharedPair(Record, frozen=True, kw_only=True):
    """What two sources share: its size in words, and sentences of it that both may print."""

    id: str
    other: Markup
    heading: str
    size: str
    sentences: tuple[Shared, ...]


class PairLine(Record, frozen=True, kw_only=True):
    """Two sources that share passages, leading to where these stand side by side."""

    a: Markup
    b: Markup
    size: str
    href: str


def copies_pages(catalogue: Catalogue) -> dict[str, str]:
    """The overview, and a page for each source as soon as there are two: its address is there whatever comes in."""
    pairs = list_pairs(catalogue)
    others = list_others(catalogue, pairs)
    pages = {links.copies(): _overview(catalogue, pairs, others)}
    return pages | {links.copies_of(id): _source_page(catalogue, id, pairs, others) for id in catalogue.sources}


def list_pairs(catalogue: Catalogue) -> Pairs:
    """What each pair of sources shares, the earlier letter first; the pairs by how much that is."""
    passages = [_in_letter_order(catalogue, reuse) for reuse in catalogue.dossier.reuse]
    pairs = grouped(passages, lambda reuse: f"{reuse.a.source}\0{reuse.b.source}")
    ordered = sorted(pairs.values(), key=lambda pair: (-sum(map(_size, pair)), pair[0].a.source, pair[0].b.source))
    return {(pair[0].a.source, pair[0].b.source): pair for pair in ordered}


def _overview(catalogue: Catalogue, pairs: Pairs, others: Others) -> str:
    page = Page(catalogue=catalogue, url=links.copies())
    sources = tuple(catalogue.sources.values())
    heat = make_heat(page, sources)
    return render(
        "comparison_copies.md.j2",
        nav=compare_nav(page),
        columns=tuple((source.siglum, source.label) for source in sources),
        heat=heat,
        pairs=() if heat else make_pairs(page, PAIRS),
        pairs_more=0 if heat else max(0, len(catalogue.dossier.overlap) - PAIRS),
        clusters=make_clusters(page),
        sharing=tuple(_line(page, pairs, others, a, b) for a, b in list(pairs)[:SHARING]),
        sharing_more=max(0, len(pairs) - SHARING),
        passages=counted(len(catalogue.dossier.reuse), "passage"),
        csv=page.href(links.data("overlap.csv")),
        json=page.href(links.data("overlap.json")),
    )


def _line(page: Page, pairs: Pairs, others: Others, a: str, b: str) -> PairLine:
    sources = page.catalogue.sources
    return PairLine(
        a=source_badge(page, sources[a]),
        b=source_badge(page, sources[b]),
        size=_in_words(pairs[a, b]),
        href=page.href(links.copies_with(a, others[a].index(b) + 1)),
    )


def list_others(catalogue: Catalogue, pairs: Pairs) -> Others:
    """For each source those with which it shares passages; their places number the sections of its page."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        found[a].append(b)
        found[b].append(a)
    return {
        source: sorted(ids, key=lambda id: letter_order(catalogue.sources[id].siglum)) for source, ids in found.items()
    }


def _source_page(catalogue: Catalogue, id: str, pairs: Pairs, others: Others) -> str:
    source, page = catalogue.sources[id], Page(catalogue=catalogue, url=links.copies_of(id))
    return render(
        "comparison_copies_of.md.j2",
        nav=compare_nav(page),
        label=source.label,
        source=source_badge(page, source),
        index=page.href(links.copies()),
        pairs=tuple(
            _pair(page, source, catalogue.sources[other], pairs.get((id, other)) or pairs[other, id], number)
            for number, other in enumerate(others.get(id, ()), start=1)
        ),
        data=page.href(links.data("dossier.json")),
    )


def _pair(page: Page, source: SourceEntry, other: SourceEntry, passages: Sequence[Reuse], number: int) -> SharedPair:
    turned = [one if one.a.source == source.id else replace(one, a=one.b, b=one.a) for one in passages]
    both: list[tuple[Span, Span]] = [*_printable(page, turned)]
    if not both:
        both = [(reuse.a, reuse.b) for reuse in sorted(turned, key=_longest)[:SENTENCES_EACH]]
    return SharedPair(
        id=f"with-{number}",
        other=source_badge(page, other),
        heading=f"With {other.siglum} {other.label}",
        size=_in_words(turned),
        sentences=tuple(_side_by_side(page, left, right) for left, right in both),
    )


def _in_words(passages: Sequence[Reuse]) -> str:
    words = sum(map(_size, passages))
    agreeing = sum(reuse.similarity * _size(reuse) for reuse in passages) / words if words else 0
    passages_in_words = f"{counted(len(passages), 'passage')}, {counted(words, 'word')}"
    return f"{passages_in_words}; {percent(agreeing)}% of the words agree, in their order"


def _side_by_side(page: Page, left: Span, right: Span) -> Shared:
    """Two passages with the words marked in which they differ, where both may be printed."""
    a, b = make_own(page, left), make_own(page, right)
    if not (a.shown and b.shown):
        return Shared(a=a, b=b)
    marked_a, marked_b = mark_differences(page, left, right)
    return Shared(a=replace(a, text=marked_a), b=replace(b, text=marked_b))


def mark_differences(page: Page, left: Span, right: Span) -> tuple[Markup, Markup]:
    """Both passages with the words marked that only one of them has; marks and capitals do not count."""
    ours, theirs = list(WORD.finditer(left.text)), list(WORD.finditer(right.text))
    codes: dict[str, str] = {}
    words = [
        [codes.setdefault(BARE.sub("", word.group()).casefold(), chr(0x10000 + len(codes))) for word in side]
        for side in (ours, theirs)
    ]
    same = [block for block in Indel.opcodes("".join(words[0]), "".join(words[1])) if block.tag == "equal"]
    kept_a = {number for block in same for number in range(block.src_start, block.src_end)}
    kept_b = {number for block in same for number in range(block.dest_start, block.dest_end)}
    return _marked(page, left, ours, kept_a), _marked(page, right, theirs, kept_b)


def _marked(page: Page, span: Span, words: Sequence[re.Match[str]], kept: set[int]) -> Markup:
    gate, text, at = page.catalogue.gate, Markup(""), 0
    for number, word in enumerate(words):
        if number in kept or not BARE.sub("", word.group()):
            continue
        text += gate.html(_piece(span, at, word.start())) + html(
            "<mark>{}</mark>", gate.html(_piece(span, *word.span()))
        )
        at = word.end()
    return text + gate.html(_piece(span, at, len(span.text)))


def _piece(span: Span, start: int, end: int) -> Span:
    """A piece of a passage, by offsets in its text."""
    return Span(
        source=span.source, part=span.part, start=span.start + start, end=span.start + end, text=span.text[start:end]
    )


def _in_letter_order(catalogue: Catalogue, reuse: Reuse) -> Reuse:
    first, second = in_letter_order(catalogue, (reuse.a, reuse.b))
    return replace(reuse, a=first, b=second)


def _printable(page: Page, passages: Sequence[Reuse]) -> list[tuple[Sentence, Sentence]]:
    """Sentences of the passages that both sides may print and that are alike, the longest first."""
    found = []
    for reuse in passages:
        left, right = (_shown_in(page.catalogue, span) for span in (reuse.a, reuse.b))
        for sentence in left:
            best = max(right, key=lambda other: _likeness(sentence, other), default=None)
            if best is not None and _likeness(sentence, best) >= ALIKE:
                found.append((sentence, best))
    return sorted(found, key=lambda pair: (-len(pair[0].text.split()), pair[0].start))[:SENTENCES_EACH]


def _shown_in(catalogue: Catalogue, span: Span) -> list[Sentence]:
    """The sentences of a passage that have an address and may be printed."""
    inside = within(catalogue.used[span.source], span.start, span.end)
    return [sentence for sentence in inside if catalogue.gate.allows(sentence)]


def _likeness(a: Sentence, b: Sentence) -> float:
    """The share (0-1) of their words that two sentences have in common, each word once."""
    one, other = set(a.text.casefold().split()), set(b.text.casefold().split())
    return len(one & other) / len(one | other)


def _size(reuse: Reuse) -> int:
    """The words of the longer side."""
    return max(len(reuse.a.text.split()), len(reuse.b.text.split()))


def _longest(reuse: Reuse) -> tuple[int, int]:
    return -_size(reuse), reuse.a.start
