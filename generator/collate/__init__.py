"""All sources compared: readings in, one dossier out. The order of the comparison is the body of `collate`.

Each step sees what the steps before it found and nothing later: quotations are joined before dates are resolved,
because the same utterance told elsewhere with a date is what dates an undated text.

In: annotated sources. Out: a dossier. Never: reads files, prints, looks at pages.
"""

from collections.abc import Sequence

from generator.collate.actors import group_actors
from generator.collate.dates import resolve_dates
from generator.collate.events import group_events
from generator.collate.families import group_families
from generator.collate.publication import date_publications
from generator.collate.quotes import link_quotes, with_families
from generator.collate.reuse import compare_reuse
from generator.collate.shared_days import find_shared_days
from generator.collate.sources import list_sources
from generator.model import AnnotatedSource, Dossier


def collate(readings: Sequence[AnnotatedSource], *, title: str) -> Dossier:
    """What the sources say together. The result does not depend on the order of the readings."""
    readings = sorted(readings, key=lambda reading: reading.source.id)
    cast = group_actors(readings)
    sharing = compare_reuse(readings)
    quotes = link_quotes(readings, cast)
    families = group_families(readings, quotes)
    quotes = with_families(quotes, families)
    shared_days = find_shared_days(readings, quotes, families)
    publications = date_publications(readings, shared_days)
    dates = resolve_dates(readings, publications, shared_days)
    events = group_events(readings, cast, dates, quotes, sharing, publications)
    return Dossier(
        schema="1",
        title=title,
        sources=list_sources(readings, publications),
        dates=dates,
        actors=cast.actors,
        quotes=quotes,
        families=families,
        events=events,
        clusters=sharing.clusters,
        reuse=sharing.reuse,
        overlap=sharing.overlap,
        statements=(),
        figures=(),
        labels=(),
    )
