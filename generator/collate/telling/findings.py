"""What the rules find to have happened: joined reports, photographs, publications, before anything is counted.

In: what sentences tell, resolved dates, publication dates. Out: findings. Never: counts, knows what people decided;
says that something happened where sources only say who says so; joins a photograph with an event.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from generator import edtf
from generator.collate.casting.actors import Cast
from generator.collate.copying.reuse import Sharing
from generator.collate.parsing.predicate_dates import sharpest
from generator.collate.telling.accounts import tell_together
from generator.collate.telling.agreement import agreed_value, basis_of, find_conflicts
from generator.collate.telling.clause_dates import list_clauses, without_clauses
from generator.collate.telling.headlines import as_headline, headline_of, make_headline
from generator.collate.telling.joined import join_told
from generator.collate.telling.joining import place
from generator.collate.telling.reports import Carried, Told, by_sentence, list_told, make_told
from generator.event_ids import SURE, clause_id, event_id, first_sentence, list_datable, page_lines, publication_id
from generator.model import (
    DECIDED,
    AnnotatedSource,
    Conflict,
    DateBasis,
    DateFinding,
    EventDecision,
    EventKind,
    Headline,
    PublicationDate,
    Quote,
    Record,
    Report,
    Sentence,
    Source,
    Span,
)
from generator.spans import within

AnySpan = TypeVar("AnySpan", bound=Span)


class Evidence(Record, frozen=True, kw_only=True):
    """What every event is made with: readings, sources, dates and quotes by source id, in order; publication dates by
    witness; the ids of the sentences that could have a date in some company of sources."""

    readings: dict[str, AnnotatedSource]
    sources: dict[str, Source]
    cast: Cast
    kinds: dict[str, str]
    dates: dict[str, list[DateFinding]]
    quotes: dict[str, list[Quote]]
    sharing: Sharing
    published: dict[str, PublicationDate]
    datable: frozenset[str]


class Finding(Record, frozen=True, kw_only=True):
    """An event before its reports are counted.

    `listed` are the ids of the reports whose addresses lead to the event. The others have no date and could not have
    one: they joined one that has, and may join another or none as more sources come. `told` is what its reports tell,
    empty for photographs and publications. `carried` is the day that no report gives, but the account in which one
    stands. `key`, `strand`, `note` and `hidden` (why it is taken out) are people's
    alone; `shaped_by` are their entries that made it what it is.
    """

    reports: tuple[Report, ...]
    edtf: str | None
    headline: Headline
    kind: EventKind
    listed: frozenset[str]
    told: tuple[Told, ...] = ()
    attributed_to: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    basis: DateBasis | None = None
    carried: Carried | None = None
    key: bool = False
    strand: str | None = None
    note: str | None = None
    hidden: str | None = None
    shaped_by: tuple[EventDecision, ...] = ()


def gather(
    readings: Sequence[AnnotatedSource],
    cast: Cast,
    dates: Iterable[DateFinding],
    quotes: Iterable[Quote],
    sharing: Sharing,
    publications: Mapping[str, PublicationDate],
) -> Evidence:
    """The evidence; its order does not depend on that of the readings."""
    ordered = sorted(readings, key=lambda reading: reading.source.id)
    return Evidence(
        readings={reading.source.id: reading for reading in ordered},
        sources={reading.source.id: reading.source for reading in ordered},
        cast=cast,
        kinds={actor.id: actor.kind for actor in cast.actors},
        dates=by_source(ordered, dates),
        quotes=by_source(ordered, quotes),
        sharing=sharing,
        published=dict(publications) | dict(date for reading in ordered for date in part_dates(reading.source)),
        datable=frozenset(sentence.id for reading in ordered for sentence in list_datable(reading)),
    )


def by_source(readings: Iterable[AnnotatedSource], spans: Iterable[AnySpan]) -> dict[str, list[AnySpan]]:
    """The spans of each source, in the order given."""
    found: dict[str, list[AnySpan]] = {reading.source.id: [] for reading in readings}
    for span in spans:
        found[span.source].append(span)
    return found


def part_dates(source: Source) -> Iterator[tuple[str, PublicationDate]]:
    """When each item of a collection appeared, by witness; items that do not say so are left out."""
    for part in source.parts:
        if part.published:
            yield f"{source.id}#{part.id}", part.published


def tell_sources(evidence: Evidence) -> tuple[Told, ...]:
    """What every sentence of running text tells, source by source."""
    return tuple(item for id in evidence.readings for item in tell_all(evidence, id))


def find_findings(evidence: Evidence, told: Sequence[Told]) -> list[Finding]:
    """Dated reports joined across witnesses, photographs, publications; `told` is what all sentences tell."""
    return [
        *(join_reports(evidence, group) for group in join_told(told, evidence.sharing.reuse, evidence.published)),
        *(photograph for id in evidence.readings for photograph in list_photographs(evidence, id)),
        *list_publications(evidence),
    ]


def tell_all(evidence: Evidence, id: str) -> list[Told]:
    """What every sentence of a source's running text tells."""
    reading, quotes = evidence.readings[id], evidence.quotes[id]
    told = list_told(reading, evidence.cast, evidence.dates[id], quotes, page_lines(reading.source))
    told = tell_together(reading, told, quotes, evidence.cast, evidence.kinds, evidence.published)
    dates_in = by_sentence(reading.sentences, evidence.dates[id])
    quotes_in = by_sentence(reading.sentences, quotes)
    return [
        one
        for item in told
        for one in tell_apart(evidence, item, dates_in[item.sentence.id], quotes_in[item.sentence.id])
    ]


def tell_apart(evidence: Evidence, item: Told, dates: Sequence[DateFinding], quotes: Sequence[Quote]) -> list[Told]:
    """What a sentence tells, and what its dated clauses tell beside it."""
    mentions = within(evidence.readings[item.sentence.source].mentions, item.sentence.start, item.sentence.end)
    clauses = list_clauses(item, dates, quotes, mentions, evidence.cast)
    if clauses and clauses[0].number is None:
        return clauses
    return [without_clauses(item, clauses, mentions, evidence.cast), *clauses] if clauses else [item]


def tell(evidence: Evidence, sentence: Sentence) -> Told:
    """What any one sentence tells."""
    dates = within_sentence(evidence.dates[sentence.source], sentence)
    quotes = within_sentence(evidence.quotes[sentence.source], sentence)
    return make_told(evidence.readings[sentence.source], evidence.cast, sentence, dates, quotes)


def within_sentence(spans: Sequence[AnySpan], sentence: Sentence) -> list[AnySpan]:
    """The spans that share a character with the sentence."""
    return by_sentence((sentence,), spans)[sentence.id]


def join_reports(evidence: Evidence, group: Sequence[Told], kind: EventKind | None = None) -> Finding:
    """What a group of reports tell of together.

    Where no `kind` is given, it is a statement where at least half of those who date it tell it as one; where nobody
    dates it, of all.
    """
    dates = [told.date for told in group if told.date]
    carried = first_carried(group) if not dates else None
    value = agreed_value(dates, evidence.sharing.clusters) if dates else carried.edtf if carried else None
    tellers = [told for told in group if told.date or not dates]
    statements = [told for told in tellers if told.statement]
    kind = kind or ("statement" if 2 * len(statements) >= len(tellers) else "event")
    speakers = {told.speaker for told in statements if told.speaker}
    reports = tuple(report_of(told) for told in sorted(group, key=place))
    return Finding(
        reports=reports,
        edtf=value,
        headline=make_headline(evidence.sources, group),
        kind=kind,
        listed=list_addresses(evidence, reports),
        told=tuple(sorted(group, key=place)),
        attributed_to=speakers.pop() if kind == "statement" and len(speakers) == 1 else None,
        conflicts=find_conflicts(dates),
        basis="worked out" if carried else basis_of(value, dates) if value else None,
        carried=carried,
    )


def first_carried(group: Iterable[Told]) -> Carried | None:
    """The earliest day that one of the reports takes from its account, a firm one before an approximate."""
    days = [(edtf.earliest(one.edtf) or datetime.date.max, one) for told in group if (one := told.carried)]
    return min(days, key=lambda pair: (pair[0], pair[1].edtf), default=(None, None))[1]


def report_of(told: Told) -> Report:
    """The report of what is told: the sentence, under an id of its own where it is one clause's."""
    report = make_report(told.sentence, told.date)
    return report if told.number is None else replace(report, id=clause_id(told.sentence, told.number))


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


def list_photographs(evidence: Evidence, id: str) -> Iterator[Finding]:
    """The photographs of a source whose caption dates them."""
    reading = evidence.readings[id]
    dates_in = by_sentence(reading.sentences, evidence.dates[id])
    for sentence in reading.sentences:
        date = sharpest(dates_in[sentence.id]) if sentence.role == "caption" else None
        if date:
            report = make_report(sentence, date)
            yield Finding(
                reports=(report,),
                edtf=date.edtf,
                headline=headline_of(reading.source, sentence, date),
                kind="photograph",
                listed=frozenset({report.id}),
                basis=date.basis,
            )


def list_publications(evidence: Evidence) -> Iterator[Finding]:
    """The publication of each source whose date is stated or curated and not only worked out."""
    for id, reading in evidence.readings.items():
        published, title = evidence.published.get(id), reading.source.title_span
        first = first_sentence(reading)
        if published and published.basis in SURE and first:
            report = report_publication(published.span or first)
            yield Finding(
                reports=(report,),
                edtf=published.edtf,
                headline=as_headline(reading.source, title.start, title.end)
                if title
                else headline_of(reading.source, first, None),
                kind="publication",
                listed=frozenset({report.id}),
                basis=DECIDED if published.basis == "curated" else "as written",
            )


def report_publication(span: Span) -> Report:
    """The passage that dates the page, as a report; its id differs from that of a report of what it tells."""
    return Report(
        source=span.source,
        part=span.part,
        start=span.start,
        end=span.end,
        text=span.text,
        id=publication_id(span),
        date=None,
    )


def list_addresses(evidence: Evidence, reports: Sequence[Report]) -> frozenset[str]:
    """The ids of the reports that have a date or could have one; of the first, where there is none."""
    able = {report.id for report in reports if report.date or f"p{report.id[1:]}" in evidence.datable}
    return frozenset(able or {reports[0].id})


def ids_of(finding: Finding) -> tuple[str, ...]:
    """The id of the finding's event and its aliases, sorted: the first dated report gives the id."""
    listed = [report for report in finding.reports if report.id in finding.listed]
    first = next((report for report in listed if report.date), listed[0])
    rest = sorted(event_id(report.id) for report in listed if report is not first)
    return event_id(first.id), *rest
