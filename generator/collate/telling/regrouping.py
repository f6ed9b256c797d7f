"""Findings regrouped as people decided: reports taken out of one, sentences added, findings joined.

In: findings, entries with their reports. Out: findings. Never: loses an address; says of an event what its reports do
not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.telling.findings import Evidence, Finding, join_reports, tell
from generator.collate.telling.meant_reports import Placed
from generator.collate.telling.reports import Told
from generator.model import EventKind, Record, Report
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
    """The findings with those joined that people call the same.

    Each group is put in words once, when all its members are known: entry by entry it would take as long as the square
    of their number.
    """
    standing = {number: start_group(finding) for number, finding in enumerate(findings)}
    numbers = number_reports(findings)
    homes = {number: number for number in standing}
    for entry in placed:
        ours = find_home(homes, numbers[entry.report.id])
        theirs = sorted({find_home(homes, numbers[report.id]) for report in entry.others} - {ours})
        if theirs:
            standing[ours] = merge([standing[ours], *(standing.pop(number) for number in theirs)])
            homes |= dict.fromkeys(theirs, ours)
    return [join_group(evidence, group) for group in standing.values()]


class Group(Record, frozen=True, kw_only=True):
    """Findings that are one. What the first is, all are: a dated statement, a photograph, a publication.

    `told` is what their reports tell, empty where the first finding has none. `sayings` counts those that tell what
    someone says, by whether they are dated.
    """

    findings: tuple[Finding, ...]
    told: tuple[Told, ...]
    sayings: Counter[bool]
    reports: Counter[bool]
    is_statement: bool


def start_group(finding: Finding) -> Group:
    """A finding as a group of its own."""
    return Group(
        findings=(finding,),
        told=finding.told,
        sayings=Counter(told.date is not None for told in finding.told if told.statement),
        reports=Counter(told.date is not None for told in finding.told),
        is_statement=finding.kind == "statement",
    )


def merge(groups: Sequence[Group]) -> Group:
    """Several groups as one. A dated statement stays one; else at least half of those tell it so who date it, or of all
    where nobody does."""
    first, findings = groups[0], tuple(finding for group in groups for finding in group.findings)
    if not first.told:
        return replace(first, findings=findings)
    sayings, reports = Counter[bool](), Counter[bool]()
    for group in groups:
        sayings.update(group.sayings)
        reports.update(group.reports)
    said, tellers = (sayings[True], reports[True]) if reports[True] else (sayings.total(), reports.total())
    return Group(
        findings=findings,
        told=tuple(told for group in groups for told in group.told),
        sayings=sayings,
        reports=reports,
        is_statement=(first.is_statement and first.reports[True] > 0) or 2 * said >= tellers,
    )


def join_group(evidence: Evidence, group: Group) -> Finding:
    """A group as one finding."""
    first, *others = group.findings
    if not others:
        return first
    kind: EventKind = "statement" if group.is_statement else "event"
    joined = join_reports(evidence, group.told, kind) if group.told else first
    return replace(
        joined,
        listed=frozenset().union(*(finding.listed for finding in group.findings)),
        reports=tuple(sorted((report for finding in group.findings for report in finding.reports), key=place)),
        shaped_by=tuple(decision for finding in group.findings for decision in finding.shaped_by),
    )


def find_home(homes: dict[int, int], number: int) -> int:
    """The number of the finding that took this one in, itself where none did; the way there is shortened."""
    while homes[number] != number:
        homes[number] = homes[homes[number]]
        number = homes[number]
    return number


def place(report: Report) -> tuple[str, int, str]:
    """The source and where in it."""
    return report.source, report.start, report.id
