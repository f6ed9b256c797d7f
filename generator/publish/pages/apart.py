"""What one source alone states, and what was found in all others but not in it.

In: the catalogue. Out: statements by source. Never: says that a source leaves something out.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model import Cell, Event, Record, Statement
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue, count_independent
from generator.publish.pages.marks import Page, html
from generator.publish.pages.statements import (
    NOTHING_NEAR,
    STATED,
    by_source,
    events_by_statement,
    in_order,
    short_line,
    witnesses,
)

LISTED = 20  # statements of a list; the table has all
LEAST_INDEPENDENT = 2  # texts that have something, before it is said not to be found in another


class Found(Record, frozen=True, kw_only=True):
    """A statement with its event, and of one that was not found the cell that leads to the closest passage."""

    row: Statement
    event: Event | None
    cell: Cell | None = None


class Reported(Record, frozen=True, kw_only=True):
    """Of one source: what it alone states, what it alone was searched for in vain."""

    alone: tuple[Found, ...]
    missing: tuple[Found, ...]


class Apart(Record, frozen=True, kw_only=True):
    """The same for readers; what is past the limit of a list is counted."""

    alone: tuple[Markup, ...]
    alone_more: int
    missing: tuple[Markup, ...]
    missing_more: int
    table: str


NOTHING = Reported(alone=(), missing=())


def list_reported(catalogue: Catalogue) -> Mapping[str, Reported]:
    """For each source that stands apart in a statement what it alone has and lacks, the most telling first."""
    alone: defaultdict[str, list[Found]] = defaultdict(list)
    missing: defaultdict[str, list[Found]] = defaultdict(list)
    events = events_by_statement(catalogue)
    for row in in_order(catalogue):
        cells = by_source(row)
        have = {name.partition("#")[0] for name in witnesses(row, *STATED)}
        if len(have) == 1 and witnesses(row, "not found"):
            alone[have.pop()].append(Found(row=row, event=events.get(row.id)))
        for source in find_lacking(catalogue, row):
            missing[source].append(Found(row=row, event=events.get(row.id), cell=cells[source][0]))
    return {
        source: Reported(alone=tuple(alone[source]), missing=tuple(missing[source]))
        for source in sorted({*alone, *missing})
    }


def find_lacking(catalogue: Catalogue, row: Statement) -> Sequence[str]:
    """The articles of one text that lack what all other independent articles have, two at least; none where more lack
    it. Items of a collection are no measure of what a text could have."""
    lacking = [name for name in witnesses(row, "not found") if "#" not in name]
    have = [name for name in witnesses(row, *STATED) if "#" not in name]
    shared = {catalogue.clusters[name].id for name in have if name in catalogue.clusters}
    alone = [name for name in lacking if name not in catalogue.clusters or catalogue.clusters[name].id not in shared]
    enough = count_independent(catalogue, have) >= LEAST_INDEPENDENT and count_independent(catalogue, lacking) == 1
    return alone if enough else ()


def make_apart(page: Page, reported: Reported) -> Apart:
    """What stands on the page of a source."""
    return Apart(
        alone=tuple(_line(page, one) for one in reported.alone[:LISTED]),
        alone_more=max(0, len(reported.alone) - LISTED),
        missing=tuple(_line(page, one) for one in reported.missing[:LISTED]),
        missing_more=max(0, len(reported.missing) - LISTED),
        table=page.href(links.statements()),
    )


def _line(page: Page, one: Found) -> Markup:
    line = short_line(page, one.row, one.event)
    if one.cell is None:
        return line
    if one.cell.closest is None:
        return html("{} <small>{}</small>", line, NOTHING_NEAR)
    return html('{} <small><a href="{}">closest passage here</a></small>', line, page.passage(one.cell.closest))
