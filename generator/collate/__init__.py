"""All sources compared: readings in, one dossier out. The order of the comparison is the body of `collate`.

Each step sees what the steps before it found and nothing later: quotations are joined before dates are resolved,
because the same utterance told elsewhere with a date is what dates an undated text.

In: annotated sources, people's decisions. Out: a dossier, problems. Never: reads files, prints, looks at pages.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.collate.applied import put_together
from generator.collate.casting.actors import group_actors
from generator.collate.casting.decided import split_actors
from generator.collate.comparing.credits import group_credits
from generator.collate.comparing.figure_conflicts import with_figure_conflicts
from generator.collate.comparing.figures import group_figures
from generator.collate.comparing.labels import list_labels
from generator.collate.comparing.statements import compare_statements
from generator.collate.comparing.translations import list_translations
from generator.collate.copying.reuse import compare_reuse
from generator.collate.dating.dates import resolve_dates
from generator.collate.dating.publication import date_publications
from generator.collate.dating.shared_days import find_shared_days
from generator.collate.quoting.decided_families import decide_families
from generator.collate.quoting.decided_quotes import decide_speakers
from generator.collate.quoting.families import group_families
from generator.collate.quoting.own_words import with_own_words
from generator.collate.quoting.quotes import link_quotes, with_families
from generator.collate.quoting.voices import with_voices
from generator.collate.sources import decided_of_sources, list_sources
from generator.collate.telling.events import group_events
from generator.collate.telling.findings import gather
from generator.model import NO_DECISIONS, AnnotatedSource, Decisions, Dossier
from generator.problems import Problems, in_order
from generator.reported import only_speech
from generator.wording import Finder


def collate(
    readings: Sequence[AnnotatedSource], *, title: str, decisions: Decisions = NO_DECISIONS
) -> tuple[Dossier, Problems]:
    """What the sources say together, and which decisions match nothing. The order of the readings does not matter."""
    readings = sorted(readings, key=lambda reading: reading.source.id)
    finder = Finder(reading.source for reading in readings)
    readings, split = split_actors(readings, decisions)
    cast = group_actors(readings, decisions)
    sharing = compare_reuse(readings)
    sharing = replace(sharing, clusters=sharing.clusters + group_credits(readings, cast.actors))
    quotes, spoken = decide_speakers(link_quotes(readings, cast), cast, decisions, finder)
    families = group_families(readings, quotes, cast.actors)
    families, joined = decide_families(readings, families, quotes, decisions, finder, cast.actors)
    families = with_voices(with_own_words(readings, families, quotes), quotes, cast.actors)
    quotes = with_families(quotes, families)
    shared_days = find_shared_days(readings, quotes, families)
    publications = date_publications(readings, shared_days)
    dates = resolve_dates(readings, publications, shared_days)
    chronicle = group_events(readings, cast, dates, only_speech(quotes), sharing, publications, decisions)
    labels, labelled = list_labels(readings, decisions)
    figures = group_figures(readings, cast, labels, dates)
    events = with_figure_conflicts(chronicle.events, figures)
    evidence = gather(readings, cast, dates, only_speech(quotes), sharing, publications)
    translations, translated = list_translations(readings, decisions, finder)
    read = decided_of_sources(readings)
    applied = put_together((read, split, cast.applied, spoken, joined, chronicle.applied, translated, labelled))
    dossier = Dossier(
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
        statements=compare_statements(evidence, chronicle.told, events, families, quotes, figures),
        figures=figures,
        labels=labels,
        translations=translations,
        hidden=chronicle.hidden,
        anchors=tuple(sorted(set(applied.anchors), key=lambda one: (one.source, one.start, one.end, one.by))),
        decisions=applied.decided,
    )
    return dossier, in_order(applied.problems)
