"""Findings regrouped as people decided: reports taken out of one, sentences added, findings joined.

In: findings, entries with their reports. Out: findings. Never: loses an address; says of an event what its reports do
not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.event_passages import Placed
from generator.collate.findings import Evidence, Finding, join_reports, tell
from generator.model import Report
from generator.spans import sentence_at

Entries = Mapping[str, Sequence[Placed]]


def number_reports(findings: Iterable[Finding]) -> dict[str, int]:
    """The number of the finding that has each report, by the id of the report."""
    return {report.id: number for number, finding in enumerate(findings) for report in finding.reports}


def by_report(placed: Iterable[Placed]) -> Entries:
    """The entries by the id of the report that they are about."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for entry in placed:
        found[entry.report.id].append(entry)
    return found


def entries_on(finding: Finding, entries: Entries) -> list[Placed]:
    """The entries about a report of the finding, by line."""
    found = (entry for report in finding.reports for entry in entries.get(report.id, ()))
    return sorted(found, key=lambda entry: entry.decision.line)


def divide(evidence: Evidence, finding: Finding, entries: Entries) -> Iterator[Finding]:
    """The finding without the reports that people take out of it, and each of these as a finding of its own."""
    splits = [entry for entry in entries_on(finding, entries) if entry.decision.split]
    leaving = {entry.report.id for entry in splits}
    if not leaving or len(finding.reports) == 1:
        yield finding
        return
    pairs = list(zip(finding.told, finding.reports, strict=True))
    if staying := [told for told, report in pairs if report.id not in leaving]:
        yield replace(join_reports(evidence, staying), shaped_by=tuple(entry.decision for entry in splits))
    for told, report in pairs:
        if report.id in leaving:
            yield join_reports(evidence, [told])


def list_missed(findings: Iterable[Finding], placed: Iterable[Placed]) -> list[Report]:
    """The reports that people add, in text order, each once."""
    known = number_reports(findings)
    meant = {report.id: report for entry in placed for report in (entry.report, *entry.others)}
    return sorted((report for id, report in meant.items() if id not in known), key=place)


def adopt(evidence: Evidence, report: Report) -> Finding:
    """A sentence that the rules passed over, as a finding without a date."""
    sentence = sentence_at(evidence.readings[report.source].sentences, report.start)
    assert sentence is not None, "a report that people add is a sentence"
    told = replace(tell(evidence, sentence), date=None)
    if sentence.role == "caption":
        return replace(join_reports(evidence, [told], "photograph"), told=())
    return join_reports(evidence, [told])


def merge_all(evidence: Evidence, findings: Sequence[Finding], placed: Iterable[Placed]) -> list[Finding]:
    """The findings with those joined that people call the same."""
    standing = dict(enumerate(findings))
    numbers = number_reports(findings)
    for entry in placed:
        ours = numbers[entry.report.id]
        theirs = sorted({numbers[report.id] for report in entry.others} - {ours})
        if theirs:
            standing[ours] = merge(evidence, [standing[ours], *(standing.pop(number) for number in theirs)])
            numbers |= {report.id: ours for report in standing[ours].reports}
    return list(standing.values())


def merge(evidence: Evidence, findings: Sequence[Finding]) -> Finding:
    """Several findings as one. What the first is, all are: a dated statement, a photograph, a publication."""
    first = findings[0]
    told = [told for finding in findings for told in finding.told]
    is_statement = first.kind == "statement" and first.edtf is not None
    joined = join_reports(evidence, told, "statement" if is_statement else None) if first.told else first
    return replace(
        joined,
        listed=frozenset().union(*(finding.listed for finding in findings)),
        reports=tuple(sorted((report for finding in findings for report in finding.reports), key=place)),
        shaped_by=tuple(decision for finding in findings for decision in finding.shaped_by),
    )


def place(report: Report) -> tuple[str, int, str]:
    """The source and where in it."""
    return report.source, report.start, report.id
