"""Proposals on events: which may be the same, titles, dates, who says so.

In: a dossier. Out: entries. Never: words a title; guesses a date.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator import edtf
from generator.language.speech import speech
from generator.model import DECIDED, DateFinding, Dossier, Event, Headline
from generator.propose.entries import Entry
from generator.propose.passages import Fields, Passages
from generator.spans import witness

DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONG = 16  # words: a headline that needs more than two lines of a narrow column
REPORTS = 3  # of an event, as evidence
ASKED = ("DATE", "TIME")  # kinds of date expressions that name a day or a period
NO_DATE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")  # TIMEX3 values of words like "now", which name none


def propose_titles(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """A title for each event whose headline is long, opens with a pronoun, or is in another language than most."""
    for event in dossier.events:
        if event.kind in ("event", "statement") and _is_poor(event.headline, passages):
            yield from _entry(event, passages, "Events without a good headline:", ("retitle", ""))


def propose_event_merges(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """A merge for each event that is of one day with one that more witnesses report, none of them the same."""
    days: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in dossier.events:
        is_told = event.kind == "event" or (event.kind == "statement" and event.attributed_to is not None)
        if is_told and DAY.fullmatch(event.edtf or ""):
            days[event.edtf or "", event.kind, event.attributed_to or ""].append(event)
    for events in days.values():
        first, *others = sorted(events, key=lambda event: -event.witnesses)
        for other in others:
            if not _tellers(first) & _tellers(other) and (first.curated is None or other.curated is None):
                yield from _merge(first, other, passages)


def propose_dates(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """A date for each event without a full one, and for each expression of one that could not be resolved."""
    for event in dossier.events:
        if event.kind in ("event", "statement") and event.basis != DECIDED and _is_open(event.edtf):
            yield from _entry(event, passages, "Dates not resolved:", ("date", event.edtf or ""))
    for date in dossier.dates:
        unresolved = date.type in ASKED and date.edtf is None and date.value not in NO_DATE
        target = passages.name(passages.sentence(date)) if unresolved else None
        if target:
            yield _date(date, target, passages)


def propose_speakers_of_statements(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """Who says so, for each statement that no actor was found for and to which nobody gave a title."""
    for event in dossier.events:
        if event.kind == "statement" and event.attributed_to is None and event.headline.curated is None:
            yield from _entry(event, passages, "Statements of whom?", ("attribute", ""))


def _entry(event: Event, passages: Passages, heading: str, field: tuple[str, str]) -> Iterator[Entry]:
    """The entry for an event, where it can be named."""
    target = _target(event, passages)
    if target:
        yield Entry(heading=heading, fields=(*target, field), evidence=_evidence(event, passages))


def _merge(first: Event, other: Event, passages: Passages) -> Iterator[Entry]:
    target, merged = _target(first, passages), _target(other, passages)
    if target and merged:
        yield Entry(
            heading="Of one day, and possibly the same:",
            fields=(*target, ("merge", (dict(merged),))),
            evidence=(*_evidence(first, passages), *_evidence(other, passages)),
        )


def _target(event: Event, passages: Passages) -> Fields | None:
    """How an event is named: by its first report that can be named."""
    return next((target for report in event.reports if (target := passages.name(report))), None)


def _evidence(event: Event, passages: Passages) -> tuple[str, ...]:
    reports = (f"  {passages.line(report)}" for report in event.reports[:REPORTS])
    return (f"{edtf.in_words(event.edtf)}: {event.headline.text}", *reports)


def _tellers(event: Event) -> set[str]:
    return {witness(report) for report in event.reports}


def _date(date: DateFinding, target: Fields, passages: Passages) -> Entry:
    return Entry(
        heading="Date expressions not resolved:",
        fields=(*target, ("date", "")),
        evidence=(f"“{date.text}”: {date.why}", f"  {passages.line(date)}"),
    )


def _is_poor(headline: Headline, passages: Passages) -> bool:
    """Whether a headline in a source's words is hard to read by itself."""
    if headline.span is None:
        return False
    language, words = passages.language(headline.span), headline.text.split()
    pronoun = bool(words) and words[0].casefold() in speech(language).pronouns
    return len(words) > LONG or pronoun or language != passages.main_language()


def _is_open(value: str | None) -> bool:
    """Whether a date is unknown or lacks its year."""
    return value is None or "X" in value
