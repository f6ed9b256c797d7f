"""What happened when, and who reports it: the reports of all witnesses joined into events.

In: readings, actors, resolved dates, quotations, shared passages, publication dates. Out: events by date and id.
Never: says that something happened where sources only say who says so; joins a photograph with an event.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator import edtf
from generator.collate.actors import Cast, actors_within
from generator.collate.agreement import agreed_value, basis_of, find_conflicts
from generator.collate.applied import NOTHING, Applied
from generator.collate.clusters import independent
from generator.collate.headlines import as_headline, headline_of, make_headline
from generator.collate.joining import group_dated, place, weigh
from generator.collate.reports import Told, by_sentence, list_told, sharpest
from generator.collate.reuse import Sharing
from generator.collate.twins import with_twins
from generator.model import (
    NO_DECISIONS,
    AnnotatedSource,
    Conflict,
    DateBasis,
    DateFinding,
    Decisions,
    Event,
    EventKind,
    FirstReport,
    Headline,
    HiddenEvent,
    PublicationDate,
    Quote,
    Record,
    Report,
    Sentence,
    Source,
    Span,
)
from generator.spans import anchor_id, witness

AnySpan = TypeVar("AnySpan", bound=Span)

ACTING = {"person", "organisation", "group"}  # the kinds of actors that do something


class Chronicle(Record, frozen=True, kw_only=True):
    """The events by date and id, those that the editor took out, and what was done with decisions on events."""

    events: tuple[Event, ...]
    hidden: tuple[HiddenEvent, ...] = ()
    applied: Applied = NOTHING


class Evidence(Record, frozen=True, kw_only=True):
    """What every event is made with: readings and sources by source id, in order; publication dates by witness."""

    readings: dict[str, AnnotatedSource]
    sources: dict[str, Source]
    cast: Cast
    kinds: dict[str, str]
    sharing: Sharing
    published: dict[str, PublicationDate]


class Finding(Record, frozen=True, kw_only=True):
    """An event before its reports are counted."""

    reports: tuple[Report, ...]
    edtf: str | None
    headline: Headline
    kind: EventKind
    attributed_to: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    basis: DateBasis | None = None


def group_events(
    readings: Sequence[AnnotatedSource],
    cast: Cast,
    dates: Sequence[DateFinding],
    quotes: Sequence[Quote],
    sharing: Sharing,
    publications: Mapping[str, PublicationDate],
    decisions: Decisions = NO_DECISIONS,
) -> Chronicle:
    """The events, by date and id: dated reports joined across witnesses, photographs, publications.

    The result does not depend on the order of the readings.
    """
    ordered = sorted(readings, key=lambda reading: reading.source.id)
    evidence = Evidence(
        readings={reading.source.id: reading for reading in ordered},
        sources={reading.source.id: reading.source for reading in ordered},
        cast=cast,
        kinds={actor.id: actor.kind for actor in cast.actors},
        sharing=sharing,
        published=dict(publications) | dict(date for reading in ordered for date in part_dates(reading.source)),
    )
    dates_of, quotes_of = by_source(dates), by_source(quotes)
    told = [
        item
        for id, reading in evidence.readings.items()
        for item in list_told(reading, cast, dates_of[id], quotes_of[id], page_lines(reading.source))
    ]
    weights = weigh(told)
    undated = [item for item in told if not item.date]
    groups = with_twins(group_dated(told, weights), undated, sharing.reuse, weights, evidence.published)
    found = [
        *(join_reports(evidence, group) for group in groups),
        *(photograph for id in evidence.readings for photograph in list_photographs(evidence, id, dates_of[id])),
        *list_publications(evidence),
    ]
    events = (make_event(evidence, finding) for finding in found)
    return Chronicle(events=tuple(sorted(events, key=lambda event: (edtf.sort_key(event.edtf), event.id))))


def by_source(spans: Iterable[AnySpan]) -> Mapping[str, list[AnySpan]]:
    """The spans of each source, in the order given."""
    found: dict[str, list[AnySpan]] = defaultdict(list)
    for span in spans:
        found[span.source].append(span)
    return found


def page_lines(source: Source) -> list[Span]:
    """The passages that date the page or an item of it: they report nothing."""
    stated = (source.published, source.updated, *(part.published for part in source.parts))
    return [date.span for date in stated if date and date.span]


def part_dates(source: Source) -> Iterator[tuple[str, PublicationDate]]:
    """When each item of a collection appeared, by witness; items that do not say so are left out."""
    for part in source.parts:
        if part.published:
            yield f"{source.id}#{part.id}", part.published


def join_reports(evidence: Evidence, group: Sequence[Told]) -> Finding:
    """What a group of dated reports and their undated twins tell of together.

    It is a statement where at least half of those who date it tell it as one.
    """
    dates = [told.date for told in group if told.date]
    value = agreed_value(dates, evidence.sharing.clusters)
    statements = [told for told in group if told.date and told.statement]
    kind: EventKind = "statement" if 2 * len(statements) >= len(dates) else "event"
    speakers = {told.speaker for told in statements if told.speaker}
    return Finding(
        reports=tuple(make_report(told.sentence, told.date) for told in sorted(group, key=place)),
        edtf=value,
        headline=make_headline(evidence.sources, group),
        kind=kind,
        attributed_to=speakers.pop() if kind == "statement" and len(speakers) == 1 else None,
        conflicts=find_conflicts(dates),
        basis=basis_of(value, dates),
    )


def make_report(sentence: Sentence, date: DateFinding | None) -> Report:
    """The report of a sentence; its id is the sentence's with its own prefix."""
    return Report(
        source=sentence.source,
        part=sentence.part,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        id=f"r{sentence.id[1:]}",
        date=date.id if date else None,
    )


def list_photographs(evidence: Evidence, id: str, dates: Sequence[DateFinding]) -> Iterator[Finding]:
    """The photographs of a source whose caption dates them."""
    reading = evidence.readings[id]
    dates_in = by_sentence(reading.sentences, dates)
    for sentence in reading.sentences:
        date = sharpest(dates_in[sentence.id]) if sentence.role == "caption" else None
        if date:
            yield Finding(
                reports=(make_report(sentence, date),),
                edtf=date.edtf,
                headline=headline_of(reading.source, sentence, date),
                kind="photograph",
                basis=date.basis,
            )


def list_publications(evidence: Evidence) -> Iterator[Finding]:
    """The publication of each source whose date is stated or curated and not only worked out."""
    for id, reading in evidence.readings.items():
        published, title = evidence.published.get(id), reading.source.title_span
        first = next((sentence for sentence in reading.sentences if sentence.role == "body"), None)
        if published and published.basis in {"stated", "curated"} and first:
            yield Finding(
                reports=(report_publication(published.span or first),),
                edtf=published.edtf,
                headline=as_headline(reading.source, title.start, title.end)
                if title
                else headline_of(reading.source, first, None),
                kind="publication",
                basis="decided by the editor" if published.basis == "curated" else "as written",
            )


def report_publication(span: Span) -> Report:
    """The passage that dates the page, as a report; its id differs from that of a report of what it tells."""
    return Report(
        source=span.source,
        part=span.part,
        start=span.start,
        end=span.end,
        text=span.text,
        id=anchor_id("r", span.source, f"published {span.text}", 0),
        date=None,
    )


def make_event(evidence: Evidence, finding: Finding) -> Event:
    """The event with what is counted over its reports; it takes the id of the first of them."""
    witnesses = sorted({witness(report) for report in finding.reports})
    named = {actor for report in finding.reports for actor in named_in(evidence, report)}
    ids = [f"e{report.id[1:]}" for report in finding.reports]
    return Event(
        id=ids[0],
        aliases=tuple(sorted(set(ids[1:]))),
        edtf=finding.edtf,
        headline=finding.headline,
        kind=finding.kind,
        attributed_to=finding.attributed_to,
        key=False,
        strand=None,
        actors=tuple(sorted(actor for actor in named if evidence.kinds[actor] in ACTING)),
        places=tuple(sorted(actor for actor in named if evidence.kinds[actor] == "place")),
        reports=finding.reports,
        witnesses=len(witnesses),
        independent=independent(witnesses, evidence.sharing.clusters),
        first_reported=find_first(evidence, witnesses),
        conflicts=finding.conflicts,
        basis=finding.basis,
        curated=None,
    )


def named_in(evidence: Evidence, report: Report) -> tuple[str, ...]:
    """The actors that a report names."""
    return actors_within(evidence.cast, evidence.readings[report.source], report.start, report.end)


def find_first(evidence: Evidence, witnesses: Iterable[str]) -> FirstReport | None:
    """The witness that appeared first, among those whose day of publication is known."""
    known = [
        (edtf.sort_key(published.edtf), name, published.edtf)
        for name in witnesses
        if (published := evidence.published.get(name)) and published.edtf and edtf.precision(published.edtf) == "day"
    ]
    return FirstReport(witness=min(known)[1], edtf=min(known)[2]) if known else None

