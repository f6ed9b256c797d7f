"""The comparison: overlap, witnesses that count once, shared passages side by side, quote families.

In: the catalogue. Out: Markdown. Never: says which source is right, or which copied from which.
"""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec.structs import replace

from generator.model import Overlap, Record, Reuse, Sentence, SourceEntry, Span
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue, grouped, in_letter_order
from generator.publish.pages.families import FamilyView, make_family
from generator.publish.pages.labels import make_labels
from generator.publish.pages.marks import Page, badge, source_badge, witness_badge, witness_siglum
from generator.publish.pages.render import render
from generator.publish.pages.reported import Own, make_own
from generator.publish.words import counted, percent, why_counted_once
from generator.spans import within, witness

HEAT_SOURCES = 12  # more columns cannot be read: then the pairs are listed
HEAT_STEPS = (1, 10, 30, 70)  # per cent at which a cell grows darker
PAIRS = 40
SHARED_PAIRS = 12
SENTENCES_EACH = 4  # of a pair: enough to see that it is one text; more would be the text
ALIKE = 0.5  # share of words in common: below it two sentences of a shared passage are not each other's copy


class Cell(Record, frozen=True, kw_only=True):
    """A cell of the heat map: per cent and its step of darkness; both None for a source against itself."""

    percent: int | None
    step: int | None


class HeatRow(Record, frozen=True, kw_only=True):
    """A source's row of the heat map."""

    badge: Markup
    cells: tuple[Cell, ...]


class PairRow(Record, frozen=True, kw_only=True):
    """Two sources with the share of each that stands in the other."""

    a: Markup
    b: Markup
    a_in_b: int
    b_in_a: int


class ClusterLine(Record, frozen=True, kw_only=True):
    """Witnesses that count once."""

    members: tuple[Markup, ...]
    why: str


class Shared(Record, frozen=True, kw_only=True):
    """A sentence of one source beside the sentence of another that is most like it."""

    a: Own
    b: Own


class SharedPair(Record, frozen=True, kw_only=True):
    """What two sources share: its size in words, and sentences of it that both may print."""

    heading: str
    size: str
    sentences: tuple[Shared, ...]


def comparison_page(catalogue: Catalogue) -> str:
    """The comparison as Markdown; with one source it says that there is nothing to compare."""
    page = Page(catalogue=catalogue, url=links.comparison())
    sources = tuple(catalogue.sources.values())
    pairs = _shared_pairs(catalogue)
    return render(
        "comparison.md.j2",
        alone=len(sources) <= 1,
        columns=tuple((source.siglum, source.label) for source in sources),
        heat=_heat(page, sources) if len(sources) <= HEAT_SOURCES else (),
        pairs=_pairs(page) if len(sources) > HEAT_SOURCES else (),
        pairs_more=max(0, len(catalogue.dossier.overlap) - PAIRS),
        clusters=_cluster_lines(page),
        shared=tuple(_shared_pair(page, passages) for passages in pairs[:SHARED_PAIRS]),
        shared_total=counted(len(catalogue.dossier.reuse), "passage"),
        shared_more=max(0, len(pairs) - SHARED_PAIRS),
        families=_families(page),
        labels=make_labels(page),
        former=_former(catalogue),
        index=page.href(links.sources()),
        data=page.href(links.data("dossier.json")),
        tei=page.href(links.data("utterances.tei.xml")),
    )


def _former(catalogue: Catalogue) -> tuple[str, ...]:
    """The ids under which a family may have stood and none stands now, sorted."""
    taken = {id for family in catalogue.dossier.families for id in (family.id, *family.aliases)}
    return tuple(sorted(set(catalogue.frame.former_families) - taken))


def _heat(page: Page, sources: Sequence[SourceEntry]) -> tuple[HeatRow, ...]:
    shares = {}
    for pair in page.catalogue.dossier.overlap:
        shares[pair.a, pair.b] = pair.a_in_b
        shares[pair.b, pair.a] = pair.b_in_a
    return tuple(
        HeatRow(
            badge=source_badge(page, row),
            cells=tuple(_cell(None if row is column else shares.get((row.id, column.id), 0.0)) for column in sources),
        )
        for row in sources
    )


def _cell(share: float | None) -> Cell:
    if share is None:
        return Cell(percent=None, step=None)
    number = percent(share)
    return Cell(percent=number, step=sum(number >= step for step in HEAT_STEPS))


def _pairs(page: Page) -> tuple[PairRow, ...]:
    """The pairs of sources that share most."""
    most = sorted(page.catalogue.dossier.overlap, key=_by_share)[:PAIRS]
    sources = page.catalogue.sources
    return tuple(
        PairRow(
            a=source_badge(page, sources[pair.a]),
            b=source_badge(page, sources[pair.b]),
            a_in_b=percent(pair.a_in_b),
            b_in_a=percent(pair.b_in_a),
        )
        for pair in most
    )


def _by_share(pair: Overlap) -> tuple[float, str, str]:
    return -max(pair.a_in_b, pair.b_in_a), pair.a, pair.b


def _cluster_lines(page: Page) -> tuple[ClusterLine, ...]:
    catalogue = page.catalogue
    lines = []
    for cluster in (one for one in catalogue.dossier.clusters if one.why == "shared text"):
        spans = {witness(span): span for span in reversed(cluster.spans)}
        members = [
            badge(page, spans[member]) if member in spans else witness_badge(page, member) for member in cluster.members
        ]
        why = why_counted_once(cluster, [witness_siglum(catalogue, member) for member in cluster.members])
        lines.append(ClusterLine(members=tuple(members), why=why))
    return tuple(lines)


def _shared_pairs(catalogue: Catalogue) -> list[tuple[Reuse, ...]]:
    """What each pair of sources shares, the earlier letter first; the pairs by the length of it."""
    passages = [_in_letter_order(catalogue, reuse) for reuse in catalogue.dossier.reuse]
    pairs = grouped(passages, lambda reuse: f"{reuse.a.source} {reuse.b.source}")
    return sorted(pairs.values(), key=lambda pair: -sum(_size(reuse) for reuse in pair))


def _in_letter_order(catalogue: Catalogue, reuse: Reuse) -> Reuse:
    first, second = in_letter_order(catalogue, (reuse.a, reuse.b))
    return replace(reuse, a=first, b=second)


def _shared_pair(page: Page, passages: Sequence[Reuse]) -> SharedPair:
    a, b = (page.catalogue.sources[span.source] for span in (passages[0].a, passages[0].b))
    words = sum(_size(reuse) for reuse in passages)
    agreeing = sum(reuse.similarity * _size(reuse) for reuse in passages) / words if words else 0
    both: list[tuple[Span, Span]] = [*_printable(page, passages)]
    if not both:
        both = [(reuse.a, reuse.b) for reuse in sorted(passages, key=_longest)[:SENTENCES_EACH]]
    passages_in_words = f"{counted(len(passages), 'passage')}, {counted(words, 'word')}"
    return SharedPair(
        heading=f"{a.siglum} {a.label} and {b.siglum} {b.label}",
        size=f"{passages_in_words}; {percent(agreeing)}% of the words agree, in their order",
        sentences=tuple(Shared(a=make_own(page, left), b=make_own(page, right)) for left, right in both),
    )


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


def _families(page: Page) -> tuple[FamilyView, ...]:
    """The quote families, those with most readings first and those that are named by place only last."""
    families = sorted(page.catalogue.dossier.families, key=lambda one: (-len(one.readings), one.id))
    views = [make_family(page, family) for family in families]
    return tuple(sorted(views, key=lambda view: not view.shown))
