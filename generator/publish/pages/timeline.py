"""The timeline: every entry, oldest first, in periods, with its chart and its filter; a long one on several pages.

In: the catalogue. Out: Markdown under its addresses. Never: gives a date sharper than the sources do.
"""

from collections.abc import Sequence

from generator.edtf import precision
from generator.model import Event, Record
from generator.publish import links
from generator.publish.charts import Chart, Mark, draw_days, draw_years
from generator.publish.pages.catalogue import Catalogue, grouped
from generator.publish.pages.downloads import OF_THE_TIMELINE, list_downloads
from generator.publish.pages.entries import Entry, find_tails, is_side, make_entry
from generator.publish.pages.filters import make_filter
from generator.publish.pages.headlines import DatedLine, make_line
from generator.publish.pages.home import key_events
from generator.publish.pages.marks import Page
from generator.publish.pages.moments import shown_date
from generator.publish.pages.periods import find_periods
from generator.publish.pages.render import render
from generator.publish.pages.volumes import Volume
from generator.publish.words import capital, counted, listed

FOLDED = {"photograph": "photographs", "publication": "the days on which sources appeared"}
CONTINUATIONS = "what only goes on with another account"
ITEMS = "what single items of a collection tell"


class Group(Record, frozen=True, kw_only=True):
    """A period of the timeline: its entries, and those that are folded."""

    id: str
    label: str
    main: tuple[Entry, ...]
    side: tuple[Entry, ...]


class Strand(Record, frozen=True, kw_only=True):
    """A side matter with its entries, oldest first; `name` is the editor's."""

    name: str
    entries: tuple[Entry, ...]


class Hidden(Record, frozen=True, kw_only=True):
    """An entry that the editor took out: the ids that still lead here, and why."""

    ids: tuple[str, ...]
    reason: str


class Way(Record, frozen=True, kw_only=True):
    """A link to another page of the timeline."""

    label: str
    href: str


class Contents(Record, frozen=True, kw_only=True):
    """A page of the timeline in its index: what it holds, and the ids of the entries that stand there."""

    way: Way
    count: str
    folded: int
    ids: tuple[str, ...]


def timeline_pages(catalogue: Catalogue) -> dict[str, str]:
    """The pages of the timeline by their address: one, or an index and the pages into which it is cut."""
    if not catalogue.volumes:
        events = (*catalogue.events, *catalogue.undated)
        whole = Volume(key="", label="", events=events)
        return {links.timeline(): _entries_page(catalogue, whole, {})}
    ways = {volume.key: volume.label for volume in catalogue.volumes}
    pages = {links.timeline(one.key): _entries_page(catalogue, one, ways) for one in catalogue.volumes}
    return {links.timeline(): _index_page(catalogue), **pages}


def _entries_page(catalogue: Catalogue, volume: Volume, ways: dict[str, str]) -> str:
    """A page with entries; `ways` are the labels of all volumes by their keys."""
    page = Page(catalogue=catalogue, url=links.timeline(volume.key))
    dated = [event for event in volume.events if event.edtf is not None]
    undated = [event for event in volume.events if event.edtf is None]
    main = [event for event in dated if event.strand is None]
    charts = _charts(page, dated)
    return render(
        "timeline.md.j2",
        volume=volume.label,
        ways=_neighbours(page, volume, ways),
        groups=_groups(page, main),
        strands=_strands(page, dated),
        undated=tuple(make_entry(page, event) for event in undated),
        charts=charts,
        has_ranges=any(chart.brackets for chart in charts),
        has_differing=any(shown_date(event) != event.edtf for event in dated),
        folded=_folded(catalogue, main),
        filter=make_filter(catalogue, volume.events),
        counts=counted(len(dated), "dated entry", "dated entries"),
        **({} if volume.key else _remains(page)),
    )


def _index_page(catalogue: Catalogue) -> str:
    """The first page of a timeline that is cut into several."""
    page = Page(catalogue=catalogue, url=links.timeline())
    charts = _charts(page, catalogue.events)
    return render(
        "timeline_index.md.j2",
        charts=charts,
        has_ranges=any(chart.brackets for chart in charts),
        folded=_folded(catalogue, [event for event in catalogue.events if event.strand is None]),
        strands=any(event.strand is not None for event in catalogue.events),
        key_dates=_key_dates(page),
        contents=tuple(_contents(page, volume) for volume in catalogue.volumes),
        counts=counted(len(catalogue.events), "dated entry", "dated entries"),
        **_remains(page),
    )


def _remains(page: Page) -> dict[str, object]:
    """What stands at the end of the first page: what was taken out, former addresses, downloads."""
    catalogue = page.catalogue
    return {
        "hidden": tuple(Hidden(ids=one.ids, reason=one.curated) for one in catalogue.dossier.hidden),
        "former": _former(catalogue),
        "index": page.href(links.sources()),
        "downloads": list_downloads(page, OF_THE_TIMELINE),
    }


def _key_dates(page: Page) -> tuple[DatedLine, ...]:
    return tuple(make_line(page, event) for event in key_events(page.catalogue))


def _contents(page: Page, volume: Volume) -> Contents:
    return Contents(
        way=Way(label=volume.label, href=page.href(links.timeline(volume.key))),
        count=counted(len(volume.events), "entry", "entries"),
        folded=sum(is_side(page.catalogue, event) for event in volume.events),
        ids=tuple(id for event in volume.events for id in (event.id, *event.aliases)),
    )


def _neighbours(page: Page, volume: Volume, ways: dict[str, str]) -> tuple[Way, ...]:
    """The page before, the index, the page after; () where there is one page."""
    if not ways:
        return ()
    keys = list(ways)
    at = keys.index(volume.key)
    before, after = keys[max(0, at - 1) : at], keys[at + 1 : at + 2]
    around = [Way(label=ways[key], href=page.href(links.timeline(key))) for key in (*before, *after)]
    return (*around[: len(before)], Way(label="All pages", href=page.href(links.timeline())), *around[len(before) :])


def _groups(page: Page, events: Sequence[Event]) -> tuple[Group, ...]:
    """The periods of a page; what goes on with an account stands beneath it, and in no period of its own."""
    catalogue = page.catalogue
    tails = find_tails(catalogue, events)
    beneath = {event.id for tail in tails.values() for event in tail}
    rest = [event for event in events if event.id not in beneath]
    groups = []
    for period in find_periods(rest, lambda event: is_side(catalogue, event)):
        side = [event for event in period.events if is_side(catalogue, event)]
        main = [event for event in period.events if not is_side(catalogue, event)]
        groups.append(
            Group(
                id=period.id,
                label=period.label,
                main=tuple(make_entry(page, event, tails.get(event.id, ())) for event in main),
                side=tuple(make_entry(page, event) for event in side),
            )
        )
    return tuple(groups)


def _strands(page: Page, events: Sequence[Event]) -> tuple[Strand, ...]:
    """The side matters that a person set apart, by name."""
    by_name = grouped((event for event in events if event.strand is not None), lambda event: event.strand or "")
    return tuple(
        Strand(name=name, entries=tuple(make_entry(page, event) for event in strand))
        for name, strand in by_name.items()
    )


def _former(catalogue: Catalogue) -> tuple[str, ...]:
    """The ids under which an entry may have stood and none stands now, sorted."""
    entries = {id for event in catalogue.dossier.events for id in (event.id, *event.aliases)}
    taken = entries.union(*(one.ids for one in catalogue.dossier.hidden))
    return tuple(sorted(set(catalogue.frame.former_events) - taken))


def _folded(catalogue: Catalogue, events: Sequence[Event]) -> str:
    """What kinds of entries are folded, as the subject of a sentence; "" where none is."""
    folded = [event for event in events if is_side(catalogue, event)]
    kinds = {event.kind for event in folded}
    others = [event for event in folded if event.kind not in FOLDED]
    items = [ITEMS] if any(event.told_with is None for event in others) else []
    goes_on = [CONTINUATIONS] if any(event.told_with is not None for event in others) else []
    return capital(listed([*(words for kind, words in FOLDED.items() if kind in kinds), *items, *goes_on]))


def _charts(page: Page, events: Sequence[Event]) -> tuple[Chart, ...]:
    catalogue = page.catalogue
    marks = [
        Mark(edtf=shown_date(event) or "", side=is_side(catalogue, event), href=page.href(catalogue.entry(event.id)))
        for event in events
        if precision(event.edtf) != "none"
    ]
    return tuple(chart for chart in (draw_years(marks), draw_days(marks)) if chart)
