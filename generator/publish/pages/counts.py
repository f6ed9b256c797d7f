"""What can be counted in a hand-written page: `[!count sources]`.

In: the catalogue. Out: numbers. Never: counts what the pages do not show.
"""

from collections.abc import Callable, Mapping

from generator.model import Record
from generator.publish.pages.catalogue import Catalogue

Filter = str | None  # the id of a source or an actor, None where all are meant


class Count(Record, frozen=True, kw_only=True):
    """A way to count: all, or those of one source or one actor, as far as `by` says."""

    count: Callable[[Catalogue, Filter, Filter], int]
    by: tuple[str, ...] = ()


def count_witnesses(catalogue: Catalogue, source: Filter, actor: Filter) -> int:
    """Articles, and items of collections."""
    return sum(len(one.parts) or 1 for one in catalogue.sources.values() if source in (None, one.id))


def count_items(catalogue: Catalogue, source: Filter, actor: Filter) -> int:
    """Items of collections: threads, topics, letters."""
    return sum(len(one.parts) for one in catalogue.sources.values() if source in (None, one.id))


def count_events(catalogue: Catalogue, source: Filter, actor: Filter) -> int:
    """Dated entries of the timeline, those that a source reports or in which an actor stands."""
    events = catalogue.events if actor is None else catalogue.events_of.get(actor, ())
    return sum(source is None or any(report.source == source for report in event.reports) for event in events)


def count_quotations(catalogue: Catalogue, source: Filter, actor: Filter) -> int:
    """Quotations, those of a source or those that an actor speaks."""
    quotes = catalogue.dossier.quotes
    return sum(source in (None, quote.source) and actor in (None, quote.speaker) for quote in quotes)


def count_words(catalogue: Catalogue, source: Filter, actor: Filter) -> int:
    """Words outside the page furniture."""
    return sum(one.words for one in catalogue.sources.values() if source in (None, one.id))


COUNTS: Mapping[str, Count] = {
    "sources": Count(count=lambda catalogue, source, actor: len(catalogue.sources)),
    "witnesses": Count(count=count_witnesses, by=("source",)),
    "items": Count(count=count_items, by=("source",)),
    "threads": Count(count=count_items, by=("source",)),
    "words": Count(count=count_words, by=("source",)),
    "events": Count(count=count_events, by=("source", "actor")),
    "actors": Count(count=lambda catalogue, source, actor: sum(one.published for one in catalogue.actors.values())),
    "quotations": Count(count=count_quotations, by=("source", "actor")),
    "families": Count(count=lambda catalogue, source, actor: len(catalogue.families)),
    "shared-passages": Count(count=lambda catalogue, source, actor: len(catalogue.dossier.reuse)),
}
