"""What happened when, and who reports it: the reports of all witnesses joined into events, as people decided.

In: readings, actors, resolved dates, quotations, shared passages, publication dates, decisions. Out: events by date and
id. Never: shows what people took out.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator import edtf
from generator.collate.applied import NOTHING, Applied
from generator.collate.casting.actors import Cast, actors_within
from generator.collate.copying.reuse import Sharing
from generator.collate.telling.decided import decide_events, join_reasons
from generator.collate.telling.findings import Evidence, Finding, find_findings, gather, ids_of, report_of, tell_sources
from generator.collate.telling.reports import Told
from generator.dependence import count_independent
from generator.model import (
    NO_DECISIONS,
    AnnotatedSource,
    DateFinding,
    Decisions,
    Event,
    FirstReport,
    HiddenEvent,
    PublicationDate,
    Quote,
    Record,
    Report,
)
from generator.spans import witness

ACTING = {"person", "organisation", "group"}  # the kinds of actors that do something


class Chronicle(Record, frozen=True, kw_only=True):
    """The events by date and id, those that the editor took out, what was done with decisions on events, and what all
    sentences tell."""

    events: tuple[Event, ...]
    hidden: tuple[HiddenEvent, ...] = ()
    applied: Applied = NOTHING
    told: tuple[Told, ...] = ()


def group_events(
    readings: Sequence[AnnotatedSource],
    cast: Cast,
    dates: Sequence[DateFinding],
    quotes: Sequence[Quote],
    sharing: Sharing,
    publications: Mapping[str, PublicationDate],
    decisions: Decisions = NO_DECISIONS,
) -> Chronicle:
    """The events by date and id, those without a date last: what was found, regrouped and described as people decided.

    The result does not depend on the order of the readings.
    """
    evidence = gather(readings, cast, dates, quotes, sharing, publications)
    told = tell_sources(evidence)
    findings, applied = decide_events(evidence, find_findings(evidence, told), decisions)
    first_ids = [(ids_of(one)[0], one) for one in findings if not one.hidden]
    addresses = {report.id: id for id, one in first_ids for report in one.reports}
    events = [make_event(evidence, finding, addresses) for finding in findings if not finding.hidden]
    hidden = [HiddenEvent(ids=ids_of(finding), curated=finding.hidden) for finding in findings if finding.hidden]
    return Chronicle(
        events=tuple(sorted(events, key=lambda event: (edtf.sort_key(event.edtf), event.id))),
        hidden=tuple(sorted(hidden, key=lambda event: event.ids)),
        applied=applied,
        told=told,
    )


def make_event(evidence: Evidence, finding: Finding, addresses: Mapping[str, str]) -> Event:
    """The event with what is counted over its reports; `addresses` are the ids of all events by those of reports."""
    witnesses = sorted({witness(report) for report in finding.reports})
    named = {actor for told in finding.told for actor in told.actors}
    known = {report_of(told).id for told in finding.told}
    named |= {actor for one in finding.reports if one.id not in known for actor in named_in(evidence, one)}
    id, *aliases = ids_of(finding)
    return Event(
        id=id,
        aliases=tuple(aliases),
        edtf=finding.edtf,
        headline=finding.headline,
        kind=finding.kind,
        attributed_to=finding.attributed_to,
        key=finding.key,
        strand=finding.strand,
        actors=tuple(sorted(actor for actor in named if evidence.kinds[actor] in ACTING)),
        places=tuple(sorted(actor for actor in named if evidence.kinds[actor] == "place")),
        reports=finding.reports,
        witnesses=len(witnesses),
        independent=count_independent(finding.reports, evidence.sharing.clusters),
        first_reported=find_first(evidence, witnesses),
        conflicts=finding.conflicts,
        basis=finding.basis,
        curated=why_curated(finding),
        note=finding.note,
        told_with=find_account(finding, addresses),
        why=finding.carried.why if finding.carried else None,
    )


def find_account(finding: Finding, addresses: Mapping[str, str]) -> str | None:
    """The id of the event with whose account this one goes on, None where it has a date or no such event is shown."""
    if finding.carried is None or finding.carried.sentence is None:
        return None
    id = addresses.get(f"r{finding.carried.sentence[1:]}")
    return id if id != ids_of(finding)[0] else None


def why_curated(finding: Finding) -> str | None:
    """The reasons of all entries that made the event what it is, in their order; None where there is no entry."""
    entries = sorted(finding.shaped_by, key=lambda decision: decision.line)
    return join_reasons(*(decision.reason for decision in entries)) or None


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
