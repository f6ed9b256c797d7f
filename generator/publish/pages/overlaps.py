"""How much text sources share: a heat map of few, the pairs that share most of many, and who counts once.

In: a page. Out: frozen view records. Never: says who copied from whom.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.model import Overlap, Record, SourceEntry
from generator.publish.pages.marks import Page, badge, source_badge, witness_badge, witness_siglum
from generator.publish.words import percent, why_counted_once
from generator.spans import witness

HEAT_SOURCES = 12  # more columns cannot be read: then the pairs are listed
HEAT_STEPS = (1, 10, 30, 70)  # per cent at which a cell grows darker


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


def make_heat(page: Page, sources: Sequence[SourceEntry]) -> tuple[HeatRow, ...]:
    """The heat map of all sources; none where they are one or too many."""
    if not 1 < len(sources) <= HEAT_SOURCES:
        return ()
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


def make_pairs(page: Page, number: int) -> tuple[PairRow, ...]:
    """So many of the pairs of sources that share most."""
    sources = page.catalogue.sources
    return tuple(
        PairRow(
            a=source_badge(page, sources[pair.a]),
            b=source_badge(page, sources[pair.b]),
            a_in_b=percent(pair.a_in_b),
            b_in_a=percent(pair.b_in_a),
        )
        for pair in by_share(page.catalogue.dossier.overlap)[:number]
    )


def by_share(overlap: Iterable[Overlap]) -> list[Overlap]:
    """The pairs, those that share most first."""
    return sorted(overlap, key=lambda pair: (-max(pair.a_in_b, pair.b_in_a), pair.a, pair.b))


def make_clusters(page: Page) -> tuple[ClusterLine, ...]:
    """The witnesses that count once, and why."""
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
