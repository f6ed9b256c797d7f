"""All date expressions resolved, each from where its text speaks.

An article speaks from the day on which it appeared, an item of a collection from its own; a history told long after
speaks from the dates that it tells.

In: readings, publication dates, days shared by families. Out: findings sorted by source and start.
Never: recognises anything, lets one witness's dates anchor another's.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from generator import edtf
from generator.collate.dating.narrative import from_leap, is_narrative, still_told, with_story
from generator.collate.dating.quarters import with_quarter
from generator.collate.dating.reasons import meant
from generator.collate.dating.resolution import resolve, timed
from generator.collate.dating.shared_days import SharedDay
from generator.collate.dating.standpoint import Resolved, Standpoint
from generator.collate.dating.window import Years, find_years, is_far, withheld
from generator.language.dates import PAIRS
from generator.model import AnnotatedSource, DateExpression, DateFinding, PublicationDate
from generator.spans import anchor_ids

Pair = tuple[DateExpression, Resolved]
Shared = Mapping[int, SharedDay]


def resolve_dates(
    readings: Sequence[AnnotatedSource],
    publications: Mapping[str, PublicationDate],
    shared_days: Sequence[SharedDay],
) -> tuple[DateFinding, ...]:
    """Each date expression resolved as far as the sources allow; both ends of a range carry the whole range as EDTF."""
    findings: list[DateFinding] = []
    years = find_years(readings, publications)
    for reading in sorted(readings, key=lambda reading: reading.source.id):
        shared = [day for day in shared_days if day.source == reading.source.id]
        pairs = sorted(resolve_reading(reading, publications, shared, years), key=lambda pair: pair[0].start)
        ids = anchor_ids("d", [expression for expression, _ in pairs])
        findings += [finding(id, *pair) for id, pair in zip(ids, pairs, strict=True)]
    return tuple(findings)


def resolve_reading(
    reading: AnnotatedSource,
    publications: Mapping[str, PublicationDate],
    shared: Sequence[SharedDay],
    years: Years,
) -> Iterator[Pair]:
    """The expressions of one source, each from the standpoint of its witness."""
    by_start = {day.expression.start: day for day in shared}
    for part, expressions in groupby(reading.expressions, key=lambda expression: expression.part):
        days = [day for day in shared if day.part == part]
        standpoint = standpoint_of(reading, part, publications, days)
        yield from resolve_witness(reading, tuple(expressions), standpoint, by_start, years)


def standpoint_of(
    reading: AnnotatedSource,
    part: str | None,
    publications: Mapping[str, PublicationDate],
    days: Sequence[SharedDay],
) -> Standpoint:
    """From where a source, or one item of it, speaks. Of several shared weekdays the first counts."""
    published: PublicationDate | None = publications.get(reading.source.id)
    if part is not None:
        published = next((item.published for item in reading.source.parts if item.id == part), None)
    shared_day = next((day.day for day in days if day.expression.weekday is not None), None)
    return Standpoint(published=published.edtf if published else None, shared_day=shared_day)


def resolve_witness(
    reading: AnnotatedSource,
    expressions: Sequence[DateExpression],
    standpoint: Standpoint,
    shared: Shared,
    years: Years,
) -> Iterator[Pair]:
    """The expressions of one witness in text order, the date told last kept in mind."""
    narrative = is_narrative(expressions, standpoint.published)
    standpoint = msgspec.structs.replace(standpoint, narrative=narrative)
    for expression in expressions:
        if is_far(expression, years):
            yield expression, withheld(expression)
            continue
        standpoint = from_leap(still_told(standpoint, expression, reading), expression, reading)
        pairs = list(resolve_ends(expression, standpoint, shared))
        standpoint = with_story(standpoint, expression, pairs[0][1], reading)
        standpoint = with_quarter(standpoint, expression, pairs[0][1])
        yield from pairs


def resolve_ends(expression: DateExpression, standpoint: Standpoint, shared: Shared) -> Iterator[Pair]:
    """The expression, or both ends of a range."""
    if day := shared.get(expression.start):
        yield expression, from_evidence(expression, day)
        return
    first = resolve(expression, standpoint)
    if expression.until is None:
        yield expression, first
        return
    last = resolve(expression.until, standpoint)
    if expression.rule in PAIRS:
        yield from ((expression, first), (expression.until, last))
        return
    whole = f"{first.edtf}/{last.edtf}"
    for end, resolved in ((expression, first), (expression.until, last)):
        yield end, in_range(expression, resolved, whole) if edtf.is_valid(whole) else resolved


def in_range(expression: DateExpression, resolved: Resolved, whole: str) -> Resolved:
    """One end of a range: its own value, with the days of the whole range."""
    until = expression.until.text if expression.until else ""
    why = f"{resolved.why} It is one end of the range “{expression.text}” to “{until}”: {meant(whole)}."
    return msgspec.structs.replace(resolved, edtf=whole, why=why)


def from_evidence(expression: DateExpression, day: SharedDay) -> Resolved:
    """The expression whose day another source gives."""
    why = (
        f"The text says “{expression.text}”; another source prints the same utterance with the date {meant(day.day)}, "
        f"which agrees."
    )
    return Resolved(value=timed(day.day, expression), edtf=day.day, anchor=day.day, basis="inferred", why=why)


def finding(id: str, expression: DateExpression, resolved: Resolved) -> DateFinding:
    """The record of the contract."""
    return DateFinding(
        source=expression.source,
        part=expression.part,
        start=expression.start,
        end=expression.end,
        text=expression.text,
        id=id,
        type=expression.type,
        value=resolved.value,
        edtf=resolved.edtf,
        anchor=resolved.anchor,
        rule=expression.rule,
        why=resolved.why,
        basis=resolved.basis,
        curated=None,
    )
