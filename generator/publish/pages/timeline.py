"""The timeline: every dated event, oldest first, in periods, with its chart and its filter.

In: a page, the catalogue's events. Out: Markdown. Never: gives a date sharper than the sources do.
"""

from collections.abc import Sequence

from generator.edtf import in_words, precision
from generator.model import Event, Record
from generator.publish import links
from generator.publish.charts import Chart, Mark, draw_days, draw_years
from generator.publish.pages.catalogue import Catalogue, grouped
from generator.publish.pages.entries import Entry, is_side, make_entry
from generator.publish.pages.marks import Page
from generator.publish.pages.periods import find_periods
from generator.publish.pages.render import render
from generator.publish.words import BASIS_MEANINGS, capital, counted, listed

MAX_ACTORS = 60  # in the filter's list: those with most entries; the others are found by words
FOLDED = {"photograph": "photographs", "publication": "the days on which sources appeared"}
KNOWN_BASES = ("stated", "curated")


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


class Choice(Record, frozen=True, kw_only=True):
    """A choice of the filter."""

    value: str
    label: str


def timeline_page(catalogue: Catalogue) -> str:
    """The timeline as Markdown; without events it says so."""
    page = Page(catalogue=catalogue, url=links.timeline())
    dated = catalogue.events
    main = [event for event in dated if event.strand is None]
    hidden = tuple(Hidden(ids=one.ids, reason=one.curated) for one in catalogue.dossier.hidden)
    charts = _charts(catalogue, dated)
    return render(
        "timeline.md.j2",
        groups=tuple(_group(page, period.id, period.label, period.events) for period in find_periods(main)),
        strands=_strands(page, dated),
        hidden=hidden,
        former=_former(catalogue),
        index=page.href(links.sources()),
        charts=charts,
        has_ranges=any(chart.brackets for chart in charts),
        folded=_folded(catalogue, main),
        sources=tuple(
            Choice(value=source.siglum, label=f"{source.siglum} {source.label}")
            for source in catalogue.sources.values()
        ),
        actors=_actors(catalogue),
        bases=tuple(basis for basis in BASIS_MEANINGS if any(event.basis == basis for event in dated)),
        days=_days(catalogue),
        counts=counted(len(dated), "dated entry", "dated entries"),
        undated=len(catalogue.dossier.events) - len(dated),
    )


def _group(page: Page, id: str, label: str, events: Sequence[Event]) -> Group:
    side = [event for event in events if is_side(page.catalogue, event)]
    main = [event for event in events if not is_side(page.catalogue, event)]
    return Group(
        id=id,
        label=label,
        main=tuple(make_entry(page, event) for event in main),
        side=tuple(make_entry(page, event) for event in side),
    )


def _strands(page: Page, events: Sequence[Event]) -> tuple[Strand, ...]:
    """The side matters that a person set apart, by name."""
    by_name = grouped((event for event in events if event.strand is not None), lambda event: event.strand or "")
    return tuple(
        Strand(name=name, entries=tuple(make_entry(page, event) for event in strand))
        for name, strand in by_name.items()
    )


def _former(catalogue: Catalogue) -> tuple[str, ...]:
    """The ids under which an entry may have stood and none stands now, sorted."""
    entries = {id for event in catalogue.events for id in (event.id, *event.aliases)}
    taken = entries.union(*(one.ids for one in catalogue.dossier.hidden))
    return tuple(sorted(set(catalogue.frame.former_events) - taken))


def _folded(catalogue: Catalogue, events: Sequence[Event]) -> str:
    """What kinds of entries are folded, as the subject of a sentence; "" where none is."""
    kinds = {event.kind for event in events if is_side(catalogue, event)}
    items = ["what single items of a collection tell"] if kinds - FOLDED.keys() else []
    return capital(listed([*(words for kind, words in FOLDED.items() if kind in kinds), *items]))


def _charts(catalogue: Catalogue, events: Sequence[Event]) -> tuple[Chart, ...]:
    marks = [
        Mark(edtf=event.edtf or "", side=is_side(catalogue, event), href=f"#{event.id}")
        for event in events
        if precision(event.edtf) != "none"
    ]
    return tuple(chart for chart in (draw_years(marks), draw_days(marks)) if chart)


def _actors(catalogue: Catalogue) -> tuple[Choice, ...]:
    """The published actors that stand in entries, by name; of many, those with most entries."""
    actors = [catalogue.actors[id] for id in catalogue.events_of if catalogue.actors[id].published]
    actors.sort(key=lambda actor: (-len(catalogue.events_of[actor.id]), actor.id))
    by_name = sorted(actors[:MAX_ACTORS], key=lambda actor: (actor.name.casefold(), actor.id))
    return tuple(Choice(value=actor.id, label=actor.name) for actor in by_name)


def _days(catalogue: Catalogue) -> tuple[Choice, ...]:
    """The days on which dated sources appeared."""
    days = {
        source.published.edtf
        for source in catalogue.sources.values()
        if source.published.basis in KNOWN_BASES and precision(source.published.edtf) == "day"
    }
    return tuple(Choice(value=day, label=in_words(day)) for day in sorted(filter(None, days)))
