"""Which reports the entries on events mean: each passage that a person quotes, led to a report of a finding.

In: findings, decisions. Out: entries with their reports, anchors, what is wrong with the others. Never: chooses among
several reports; lets a part of an entry through that has a fault.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.collate.applied import anchor, locate, quoted, stale
from generator.collate.casting.called import Names, find_actor, list_names
from generator.collate.telling.findings import Evidence, Finding, make_report
from generator.model import Anchor, Decisions, EventDecision, Record, Report, Sentence, Span, Target
from generator.problems import Problems, error
from generator.spans import contains, overlap, within
from generator.wording import Finder


class Placed(Record, frozen=True, kw_only=True):
    """An entry without fault: the report that it is about, those of the events that are the same one, and the actor
    whose statement it is. A report that no finding has is one that people add."""

    decision: EventDecision
    report: Report
    others: tuple[Report, ...]
    actor: str | None


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one entry: None where it has a fault. Every passage that was found is an anchor all the same."""

    placed: Placed | None
    anchors: tuple[Anchor, ...]
    problems: Problems


class Ground(Record, frozen=True, kw_only=True):
    """What passages and names are looked for in: all reports of findings by source, and those that stand in for a date
    line; who is called what."""

    evidence: Evidence
    names: Names
    decisions: Decisions
    finder: Finder
    reports: dict[str, tuple[Report, ...]]
    stand_ins: frozenset[str]


def place_all(
    evidence: Evidence, findings: Sequence[Finding], decisions: Decisions
) -> tuple[tuple[Placed, ...], tuple[Anchor, ...], Problems]:
    """The entries without fault in their order, all passages that were found, all faults."""
    ground = Ground(
        evidence=evidence,
        names=list_names(evidence.cast),
        decisions=decisions,
        finder=Finder(evidence.sources.values()),
        reports=reports_by_source(evidence, findings),
        stand_ins=frozenset(
            report.id for finding in findings if stands_in(evidence, finding) for report in finding.reports
        ),
    )
    telling = {number: place_entry(ground, one) for number, one in enumerate(decisions.events) if adds_report(one)}
    ground = with_added(ground, telling.values())
    outcomes = [telling.get(number) or place_entry(ground, one) for number, one in enumerate(decisions.events)]
    return (
        tuple(outcome.placed for outcome in outcomes if outcome.placed),
        tuple(anchor for outcome in outcomes for anchor in outcome.anchors),
        tuple(problem for outcome in outcomes for problem in outcome.problems),
    )


def reports_by_source(evidence: Evidence, findings: Iterable[Finding]) -> dict[str, tuple[Report, ...]]:
    """The reports of all findings, by source."""
    found: dict[str, list[Report]] = {source: [] for source in evidence.readings}
    for finding in findings:
        for report in finding.reports:
            found[report.source].append(report)
    return {source: tuple(reports) for source, reports in found.items()}


def adds_report(decision: EventDecision) -> bool:
    """Whether a sentence on which no event rests becomes a report by this entry: one that it dates, or merges."""
    return decision.date is not None or bool(decision.merge)


def with_added(ground: Ground, outcomes: Iterable[Outcome]) -> Ground:
    """The ground with the reports that entries add, so that other entries find them, whichever comes first."""
    reports = {source: list(found) for source, found in ground.reports.items()}
    known = {report.id for found in reports.values() for report in found}
    for placed in (outcome.placed for outcome in outcomes if outcome.placed):
        for report in (placed.report, *placed.others):
            if report.id not in known:
                known.add(report.id)
                reports[report.source].append(report)
    return replace(ground, reports={source: tuple(found) for source, found in reports.items()})


def stands_in(evidence: Evidence, finding: Finding) -> bool:
    """Whether this is a publication that no line of its source dates: its first sentence stands in for one."""
    if finding.kind != "publication":
        return False
    return evidence.published[finding.reports[0].source].span is None


def place_entry(ground: Ground, decision: EventDecision) -> Outcome:
    """One entry with its reports, or all that is wrong with it."""
    main = place_target(ground, decision, decision.target, adds=adds_report(decision))
    others = [place_target(ground, decision, target, adds=True) for target in decision.merge]
    actor, unknown = place_actor(ground, decision)
    problems = tuple(problem for _, _, faults in (main, *others) for problem in faults) + unknown
    report, *same = (report for report, _, _ in (main, *others))
    return Outcome(
        placed=Placed(decision=decision, report=report, others=tuple(one for one in same if one), actor=actor)
        if report and not problems
        else None,
        anchors=tuple(anchor(span) for _, span, _ in (main, *others) if span),
        problems=problems,
    )


def place_target(
    ground: Ground, decision: EventDecision, target: Target, *, adds: bool
) -> tuple[Report | None, Span | None, Problems]:
    """The report that a passage means, the passage, and what is wrong with it.

    `adds` says that a sentence which no event rests on becomes a report.
    """
    span, faults = locate(target, decision, ground.decisions, ground.finder)
    if span is None:
        return None, None, faults
    found = reports_at(ground, span, adds=adds)
    if len(found) == 1:
        return found[0], span, ()
    if found:
        message = f"{quoted(target.words)} touches {len(found)} reports: which is meant? Quote words of one sentence."
        return None, span, (error(ground.decisions.file, message, decision.line),)
    hint = " Give the date of one, or take the entry out." if sentences_at(ground, span) else ""
    message = f"no event rests on {quoted(target.words)}.{hint}"
    return None, span, (stale(ground.decisions, decision, message),)


def reports_at(ground: Ground, span: Span, *, adds: bool) -> list[Report]:
    """The reports that hold a passage, else those that touch it; else its sentences, where it `adds` a report."""
    reports = [report for report in ground.reports[span.source] if overlap(report, span)]
    if adds:
        reports = [report for report in reports if report.id not in ground.stand_ins]
    found = [report for report in reports if contains(report, span)] or reports
    telling = [report for report in found if report.id not in ground.stand_ins] or found
    if telling or not adds:
        return one_of_a_sentence(ground, telling, span)
    return [make_report(sentence, None) for sentence in sentences_at(ground, span)]


def one_of_a_sentence(ground: Ground, reports: list[Report], span: Span) -> list[Report]:
    """Of several reports that one sentence gives that whose date the passage holds, else that of its main clause."""
    if len(reports) < 2 or len({(report.start, report.end) for report in reports}) > 1:  # noqa: PLR2004
        return reports
    held = {date.id for date in ground.evidence.dates[span.source] if contains(span, date)}
    by_date = [report for report in reports if report.date in held]
    (sentence,) = sentences_at(ground, reports[0])
    main = [report for report in reports if report.id == f"r{sentence.id[1:]}"]
    return by_date if len(by_date) == 1 else main or reports[:1]


def sentences_at(ground: Ground, span: Span) -> tuple[Sentence, ...]:
    """The sentences that share a character with a passage, none in the furniture of a page."""
    return within(ground.evidence.readings[span.source].sentences, span.start, span.end)


def place_actor(ground: Ground, decision: EventDecision) -> tuple[str | None, Problems]:
    """The id of the actor whose statement it is, None where the entry names none."""
    if decision.attribute is None:
        return None, ()
    return find_actor(decision.attribute, ground.names, decision, ground.decisions)
