"""What people decided of events, applied to what the rules found: split, added, merged, then described anew.

Splits come first and merges after them, so that a report moves from one event to another whatever the order of the
entries. Then each entry describes the finding in which its passage stands by now.

In: findings, the evidence they were made with, decisions. Out: findings, what was done. Never: chooses silently
between two entries that say different things of one event.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from generator.collate.applied import Applied, says_more, stale
from generator.collate.telling.findings import Evidence, Finding, ids_of
from generator.collate.telling.meant_reports import Placed, place_all
from generator.collate.telling.regrouping import (
    adopt,
    by_report,
    divide,
    entries_on,
    list_missed,
    merge_all,
    number_reports,
)
from generator.model import DECIDED, Decided, Decisions, EventDecision, Headline
from generator.problems import Problem, Problems, error

SAID_ONCE = {  # what an event can have one of, as messages call it
    "retitle": "title",
    "date": "date",
    "attribute": "speaker",
    "strand": "strand",
    "pin": "answer to whether it is a key event",
    "note": "note",
}
NOBODY = ""  # no actor has this id


def decide_events(
    evidence: Evidence, findings: Sequence[Finding], decisions: Decisions
) -> tuple[list[Finding], Applied]:
    """The findings as people want them, with those marked that they take out, and what was done with each entry."""
    placed, anchors, problems = place_all(evidence, findings, decisions)
    placed, alone = drop_lone_splits(findings, placed, decisions)
    about = by_report(placed)
    parted = [piece for finding in findings for piece in divide(evidence, finding, about)]
    added = [adopt(evidence, report) for report in list_missed(parted, placed)]
    merged = merge_all(evidence, [*parted, *added], placed)
    agreed, clashes = drop_clashes(merged, placed, decisions)
    clashes += find_hidden_merges(merged, agreed, decisions)
    about = by_report(agreed)
    described = [describe(finding, entries_on(finding, about)) for finding in merged]
    before, now = number_reports([*parted, *added]), number_reports(described)
    shown = [id_shown(finding) for finding in described]
    decided = tuple(
        Decided(
            what="event",
            id=shown[now[entry.report.id]],
            did=put_in_words(entry, before, is_new=before[entry.report.id] >= len(parted)),
            reason=entry.decision.reason,
        )
        for entry in agreed
    )
    return described, Applied(decided=decided, anchors=anchors, problems=problems + alone + clashes)


def drop_lone_splits(
    findings: Iterable[Finding], placed: Iterable[Placed], decisions: Decisions
) -> tuple[tuple[Placed, ...], Problems]:
    """The entries without splits of what stands alone already, and the warnings for these."""
    joined = {report.id for finding in findings if len(finding.reports) > 1 for report in finding.reports}
    kept: list[Placed] = []
    problems: list[Problem] = []
    for entry in placed:
        decision = entry.decision
        lone = decision.split and entry.report.id not in joined
        if lone:
            message = "the report stands in no event with others to be split from."
            problems.append(stale(decisions, decision, message, part=says_more(decision, "split")))
        if not lone or says_more(decision, "split"):
            kept.append(replace(entry, decision=replace(decision, split=False)) if lone else entry)
    return tuple(kept), tuple(problems)


def drop_clashes(
    findings: Sequence[Finding], placed: Iterable[Placed], decisions: Decisions
) -> tuple[list[Placed], Problems]:
    """The entries without what an earlier one says otherwise of the same event, and these contradictions.

    What one entry takes out no other one makes a key event, whichever comes first.
    """
    placed = tuple(placed)
    numbers = number_reports(findings)
    said = {(numbers[entry.report.id], "pin"): entry for entry in reversed(placed) if entry.decision.hide}
    agreed: list[Placed] = []
    problems: list[Problem] = []
    for entry in placed:
        kept = entry
        for field in SAID_ONCE:
            if value_of(entry, field) is None:
                continue
            first = said.setdefault((numbers[entry.report.id], field), entry)
            if value_of(first, field) != value_of(entry, field):
                problems.append(contradiction(decisions, first, entry, field))
                kept = without(kept, field)
        if not is_bare(kept.decision):
            agreed.append(kept)
    return agreed, tuple(problems)


def value_of(entry: Placed, field: str) -> Any:
    """What the entry says of a field, None where nothing."""
    if field == "attribute":
        return NOBODY if entry.decision.no_statement else entry.actor
    if field == "pin" and entry.decision.hide and not entry.decision.pin:
        return False
    return getattr(entry.decision, field)


def without(entry: Placed, field: str) -> Placed:
    """The entry without what it says of a field."""
    if field == "attribute":
        return replace(entry, actor=None, decision=replace(entry.decision, attribute=None, no_statement=False))
    return replace(entry, decision=replace(entry.decision, **{field: None}))


def find_hidden_merges(findings: Sequence[Finding], placed: Iterable[Placed], decisions: Decisions) -> Problems:
    """The errors for entries that take out an event which others merge without saying so: all of it goes."""
    numbers = number_reports(findings)
    placed = tuple(placed)
    merging = {numbers[entry.report.id]: entry for entry in reversed(placed) if entry.others}
    meant = {numbers[entry.report.id] for entry in placed if entry.others and entry.decision.hide}
    hiding = {numbers[entry.report.id]: entry for entry in reversed(placed) if entry.decision.hide}
    return tuple(
        error(
            decisions.file,
            f"This takes out all that line {merging[number].decision.line} merges. "
            "If so, write “hide: true” there; if not, take one of the two out.",
            entry.decision.line,
        )
        for number, entry in hiding.items()
        if number in merging and number not in meant
    )


def is_bare(decision: EventDecision) -> bool:
    """Whether an entry decides nothing."""
    return decision == EventDecision(line=decision.line, reason=decision.reason, target=decision.target)


def contradiction(decisions: Decisions, first: Placed, entry: Placed, field: str) -> Problem:
    """The error for an entry that says something else of an event than an earlier one."""
    if field == "pin" and first.decision.hide:
        message = f"The entry in line {first.decision.line} takes the event out, which counts. Take one of the two out."
        return error(decisions.file, message, entry.decision.line)
    message = (
        f"The event has another {SAID_ONCE[field]} from the entry in line {first.decision.line}, which counts. "
        f"Take “{field}” out of one of the two."
    )
    return error(decisions.file, message, entry.decision.line)


def describe(finding: Finding, entries: Iterable[Placed]) -> Finding:
    """The finding with all that the entries say of it."""
    for entry in entries:
        finding = replace(
            finding, shaped_by=(*finding.shaped_by, entry.decision), **changes_by(entry.decision, entry.actor)
        )
        if entry.decision.hide:
            finding = replace(finding, hidden=join_reasons(finding.hidden, entry.decision.reason))
    return finding


def changes_by(decision: EventDecision, actor: str | None) -> dict[str, Any]:
    """What an entry says of a finding, by field; it leaves alone what it does not name."""
    changes: dict[str, Any] = {"strand": decision.strand, "note": decision.note, "key": decision.pin}
    if decision.retitle is not None:
        changes["headline"] = Headline(text=decision.retitle, span=None, curated=decision.reason)
    if decision.date is not None:
        changes |= {"edtf": decision.date, "basis": DECIDED}
    if actor is not None:
        changes |= {"kind": "statement", "attributed_to": actor}
    changes = {field: value for field, value in changes.items() if value is not None}
    return changes | {"kind": "event", "attributed_to": None} if decision.no_statement else changes


def join_reasons(*reasons: str | None) -> str:
    """The reasons, each once."""
    return "; ".join(dict.fromkeys(reason for reason in reasons if reason))


def id_shown(finding: Finding) -> str | None:
    """The id of the finding's event, None where that is taken out."""
    return None if finding.hidden else ids_of(finding)[0]


def put_in_words(entry: Placed, before: Mapping[str, int], *, is_new: bool) -> str:
    """What was done by an entry, as a phrase; `before` holds the numbers of the findings before they were merged."""
    decision = entry.decision
    done = [
        "added" if is_new else "",
        "set apart as an event of its own" if decision.split else "",
        merged_in_words(entry, before) if entry.others else "",
        "given a title" if decision.retitle is not None else "",
        "given a date" if decision.date is not None else "",
        "attributed as a statement" if entry.actor else "",
        "told as an event" if decision.no_statement else "",
        "put on a strand" if decision.strand is not None else "",
        "" if decision.pin is None else "made a key event" if decision.pin else "made no key event",
        "given a note" if decision.note is not None else "",
        "taken out" if decision.hide else "",
    ]
    *others, last = [phrase for phrase in done if phrase]
    return f"{', '.join(others)} and {last}" if others else last


def merged_in_words(entry: Placed, before: Mapping[str, int]) -> str:
    """With how many other events an entry merged its own."""
    count = len({before[report.id] for report in entry.others} - {before[entry.report.id]})
    return "kept together" if not count else f"merged with {count} other{'s' if count > 1 else ''}"
