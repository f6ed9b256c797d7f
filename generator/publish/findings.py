"""The proof that each finding of a dossier is the one that its reading has, and not one that only reads the same.

Words often stand several times in a source. A finding that has moved from one place to another with the same words
still reads as it says; its id, or the list of what was found, tells that it is not at its own place any more.

In: a dossier, the readings it rests on. Out: problems. Never: looks for the place where a finding belongs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from generator.event_ids import clause_ids, first_sentence, publication_id, touched
from generator.model import (
    AnnotatedSource,
    DateFinding,
    Dossier,
    Event,
    Family,
    Quote,
    Reading,
    Record,
    Report,
    SourceEntry,
    Span,
)
from generator.problems import Problem, error
from generator.publish.messages import at_place, name_of
from generator.spans import anchor_ids, bare, contains, overlap, witness

Range = tuple[int, int]
Readings = Mapping[str, AnnotatedSource]
Sentences = Mapping[str, Sequence[Span]]  # by the id of their reports


class Found(Record, frozen=True, kw_only=True):
    """What a kind of findings is called, and for each source how many of them its reading has at each place.

    Two of one kind may stand at one place: what two people are called together describes both.
    """

    what: str
    places: Mapping[str, Counter[Range]]


def check_findings(dossier: Dossier, readings: Sequence[AnnotatedSource]) -> Iterator[Problem]:
    """What of a dossier does not stand where its readings have it; sources without a reading are passed over."""
    by_id = {reading.source.id: reading for reading in readings}
    for entry in dossier.sources:
        if entry.id in by_id:
            yield from check_entry(entry, by_id[entry.id])
    yield from check_dates(dossier.dates, by_id)
    yield from check_quotes(dossier.quotes, by_id)
    named = {id: count_places(reading.mentions) for id, reading in by_id.items()}
    mentions = chain.from_iterable(actor.mentions for actor in dossier.actors)
    yield from check_found(mentions, Found(what="mention", places=named), by_id)
    described = {id: count_places(reading.descriptions) for id, reading in by_id.items()}
    descriptions = chain.from_iterable(actor.descriptions for actor in dossier.actors)
    yield from check_found(descriptions, Found(what="description", places=described), by_id)
    told = {id: sentences_by_report(reading) for id, reading in by_id.items()}
    for event in dossier.events:
        yield from check_event(event, by_id, told)
    pieces = group_pieces(dossier.quotes)
    for family in dossier.families:
        yield from check_variants(family, pieces, by_id)


def check_entry(entry: SourceEntry, reading: AnnotatedSource) -> Iterator[Problem]:
    """Whether what a source's entry says of its file and its text is what was read."""
    source = reading.source
    for field in ("file", "sha256", "parts", "furniture", "captions"):
        if getattr(entry, field) != getattr(source, field):
            yield error(source.file, f"The dossier has other {field} of this source than were read. Build again.")
    dates = (None, *date_places(reading), place(source.updated.span) if source.updated else None)
    for name in ("published", "updated"):
        shown, read = getattr(entry, name).span, getattr(source, name)
        right = (place(read.span),) if read is not None else dates
        if place(shown) not in right:
            at = shown.start if shown else 0
            yield at_place(source, at, f"What shows when it was {name} is not what was read. Build again.")


def date_places(reading: AnnotatedSource) -> Counter[Range]:
    """Where a source has date expressions, the second ends of ranges among them."""
    return count_places(end for one in reading.expressions for end in (one, one.until) if end is not None)


def check_dates(dates: Sequence[DateFinding], readings: Readings) -> Iterator[Problem]:
    """Whether each date is one of the expressions found, and has the id of its place among its likes."""
    ends = {id: date_places(reading) for id, reading in readings.items()}
    wrong = list(check_found(dates, Found(what="date", places=ends), readings))
    yield from wrong
    if not wrong:
        ordered = sorted((date for date in dates if date.source in readings), key=lambda one: (one.source, one.start))
        for date, id in zip(ordered, anchor_ids("d", ordered), strict=True):
            if date.id != id:
                yield astray(date, readings, f"the one found there is “{id}”")


def check_quotes(quotes: Iterable[Quote], readings: Readings) -> Iterator[Problem]:
    """Whether each quotation, the words that name its speaker and its cue stand where the source's own do."""
    own = {(id, quotation.id): quotation for id, reading in readings.items() for quotation in reading.quotations}
    for quote in quotes:
        if quote.source not in readings:
            continue
        read = own.get((quote.source, quote.id))
        if read is None or place(quote) != place(read):
            yield astray(quote, readings, where(read))
            continue
        for name, span, found in (
            ("speaker", quote.speaker_span, read.speaker_span),
            ("cue", quote.cue_span, read.cue_span),
        ):
            if span is not None and place(span) != place(found):
                yield astray(span, readings, where(found), f"the {name} of {name_of(quote)}")


def check_found(spans: Iterable[Span], found: Found, readings: Readings) -> Iterator[Problem]:
    """Whether each finding stands where its reading has one of its kind, and no more at one place than there."""
    taken: Counter[tuple[str, Range]] = Counter()
    for span in spans:
        if span.source not in readings:
            continue
        own = (span.start, span.end)
        if own not in found.places[span.source]:
            yield astray(span, readings, f"no {found.what} was found there", called(span, found.what))
        elif taken[span.source, own] >= found.places[span.source][own]:
            yield astray(span, readings, f"another {found.what} stands there", called(span, found.what))
        taken[span.source, own] += 1


def check_event(event: Event, readings: Readings, told: Mapping[str, Sentences]) -> Iterator[Problem]:
    """Whether an event's reports are the sentences whose ids they have, and its headline and values stand in them."""
    reports = [report for report in event.reports if report.source in readings]
    for report in reports:
        right = list_report_places(report, readings[report.source], told[report.source])
        if place(report) not in [place(span) for span in right]:
            yield astray(report, readings, where(right[0] if right else None))
    heads = [*reports, *(span for one in reports if is_publication(one) for span in list_heads(readings[one.source]))]
    values = (value for conflict in event.conflicts for value in conflict.values)
    held: list[tuple[str, Span | None, Sequence[Span]]] = [("headline", event.headline.span, heads)]
    held += [("value", value, reports) for value in values]
    for name, span, holders in held:
        if span is not None and span.source in readings and not any(contains(holder, span) for holder in holders):
            yield astray(span, readings, "no report of the event holds it", f"a {name} of {name_of(event)}")


def sentences_by_report(reading: AnnotatedSource) -> Sentences:
    """The sentences of a source by the id that a report of each has."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for sentence in reading.sentences:
        found[f"r{sentence.id[1:]}"].append(sentence)
    return found


def list_report_places(report: Report, reading: AnnotatedSource, told: Sentences) -> list[Span]:
    """Where a report with this id may stand: its sentence, or what dates the page; none where nothing has the id."""
    published = reading.source.published
    lines = (published.span if published else None, first_sentence(reading))
    dating = [line for line in lines if line is not None and publication_id(line) == report.id]
    clauses = [one for one in touched(reading, report) if report.id in clause_ids(reading, one)]
    return [*told.get(report.id, ()), *clauses, *dating]


def is_publication(report: Report) -> bool:
    """Whether a report has the id of the passage that dates a page."""
    return report.id == publication_id(report)


def list_heads(reading: AnnotatedSource) -> list[Span]:
    """What may head the publication of a source: its title, else its first sentence."""
    return [span for span in (reading.source.title_span, first_sentence(reading)) if span is not None]


def group_pieces(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    """The pieces of the utterance to which a quotation belongs, by the id of each."""
    utterances: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        utterances[quote.utterance].append(quote)
    return {quote.id: pieces for pieces in utterances.values() for quote in pieces}


def check_variants(family: Family, pieces: Mapping[str, Sequence[Quote]], readings: Readings) -> Iterator[Problem]:
    """Whether the places of variation lie in the utterances compared, and none twice in one reading."""
    for reading in family.readings:
        for id, spans in (
            (family.base, [one.base for one in reading.variants]),
            (reading.quote, [one.reading for one in reading.variants]),
        ):
            yield from check_inside(spans, pieces.get(id, ()), readings, name_of(family))
        yield from check_beside(reading, family, pieces, readings)


def check_beside(
    reading: Reading, family: Family, pieces: Mapping[str, Sequence[Quote]], readings: Readings
) -> Iterator[Problem]:
    """Whether what a witness tells in its own words is told of the base's, by that witness, and in no quotation."""
    told_in = {witness(quote) for quote in pieces.get(reading.quote, ())}
    yield from check_inside(
        [one.base for one in reading.beside], pieces.get(family.base, ()), readings, name_of(family)
    )
    for span in (one.reading for one in reading.beside if one.reading.source in readings):
        if witness(span) not in told_in or any(overlap(span, quote) for quote in pieces.get(reading.quote, ())):
            yield astray(span, readings, "it is told beside another quotation", f"a variant in {name_of(family)}")


def check_inside(spans: Iterable[Span], owners: Sequence[Span], readings: Readings, name: str) -> Iterator[Problem]:
    """Whether places of variation lie in the pieces of their utterance; some are empty, but none stand at one place."""
    taken: set[Range] = set()
    for span in spans:
        own = (span.start, span.end)
        if span.source in readings and not any(contains(owner, span) for owner in owners):
            yield astray(span, readings, "its quotation does not hold it", f"a variant in {name}")
        elif span.source in readings and own in taken and span.text:
            yield astray(span, readings, "another variant stands there", f"a variant in {name}")
        taken.add(own)


def count_places(spans: Iterable[Span]) -> Counter[Range]:
    """How many of the spans stand at each place."""
    return Counter((span.start, span.end) for span in spans)


def place(span: Span | None) -> Range | None:
    """Where a span stands in its source."""
    return None if span is None else (span.start, span.end)


def where(span: Span | None) -> str:
    """Where a finding belongs, for a message."""
    return "none with this id was found" if span is None else f"its own place is {span.start}–{span.end}"


def called(span: Span, what: str) -> str:
    """What a finding is called in a message: a span alone by the kind it should be of."""
    return name_of(span) if hasattr(span, "id") else f"a {what}"


def astray(span: Span, readings: Readings, why: str, name: str = "") -> Problem:
    """The problem of a finding that is not at its place."""
    plain = bare(span)
    message = f"{name or name_of(span)} stands at characters {plain.start}–{plain.end}, but {why}. Build again."
    return at_place(readings[span.source].source, span.start, message)
