"""What the filter of a page offers.

In: the catalogue. Out: choices. Never: markup.
"""

from collections import Counter
from collections.abc import Container, Iterable

from generator.model import Record
from generator.publish.pages.catalogue import Catalogue

MAX_ACTORS = 60  # in a list to choose from: those that stand in most rows; the others are found by words


class Choice(Record, frozen=True, kw_only=True):
    """A choice of a filter: what it sets, and its words."""

    value: str
    label: str


def source_choices(catalogue: Catalogue, ids: Container[str] | None = None) -> tuple[Choice, ...]:
    """The sources with these ids, all where none are given, in the order of their letters."""
    return tuple(
        Choice(value=source.siglum, label=f"{source.siglum} {source.label}")
        for source in catalogue.sources.values()
        if ids is None or source.id in ids
    )


def as_chosen(catalogue: Catalogue, ids: Iterable[str]) -> str:
    """The sources of a row as the filter looks for them."""
    wanted = set(ids)
    return " ".join(source.siglum for id, source in catalogue.sources.items() if id in wanted)


def actor_choices(catalogue: Catalogue, ids: Iterable[str]) -> tuple[Choice, ...]:
    """The listed actors among the ids, by name; of many those that stand there most often."""
    counts = Counter(id for id in ids if catalogue.actors[id].published)
    most = sorted(counts, key=lambda id: (-counts[id], id))[:MAX_ACTORS]
    actors = sorted((catalogue.actors[id] for id in most), key=lambda actor: (actor.name.casefold(), actor.id))
    return tuple(Choice(value=actor.id, label=actor.name) for actor in actors)
