"""A dossier as a text that a person can read and compare: a line a finding."""

from collections.abc import Iterator

from generator.model import Actor, Dossier, Event, Family, Quote, SourceEntry, Span
from generator.spans import witness


def summary(dossier: Dossier) -> str:
    """Everything found, in the dossier's order."""
    return "".join(f"{line}\n" for line in lines(dossier))


def lines(dossier: Dossier) -> Iterator[str]:
    for source in dossier.sources:
        yield from source_lines(source)
    for date in dossier.dates:
        yield f"DATE {place(date)} {shown(date)} {date.type} {date.value} = {date.edtf} ({date.basis})"
    for actor in dossier.actors:
        yield from actor_lines(actor)
    yield from (quote_line(quote) for quote in dossier.quotes)
    for family in dossier.families:
        yield from family_lines(family)
    for event in dossier.events:
        yield from event_lines(event)
    yield from (f"CLUSTER {', '.join(cluster.members)}" for cluster in dossier.clusters)
    yield from (f"REUSE {place(reuse.a)} ~ {place(reuse.b)} {reuse.similarity}" for reuse in dossier.reuse)
    yield from (f"OVERLAP {pair.a} {pair.a_in_b} ~ {pair.b} {pair.b_in_a}" for pair in dossier.overlap)


def place(span: Span) -> str:
    return f"{witness(span)} {span.start}-{span.end}"


def shown(span: Span | None) -> str:
    return "-" if span is None else f"“{' '.join(span.text.split())}”"


def source_lines(source: SourceEntry) -> Iterator[str]:
    about = f"[{source.kind}, {source.language}, {source.words} words]"
    yield f"SOURCE {source.siglum} {source.id} {about} {source.label} | {source.title} | {source.byline}"
    yield f"  published {source.published.edtf} ({source.published.basis}), updated {source.updated.edtf}"
    for part in source.parts:
        yield f"  part {part.id} [{part.language}] {part.posts_saved} of {part.posts_stated}"
    yield from (f"  set aside as {piece.rule}: “{piece.text}”" for piece in source.furniture)
    yield from (f"  caption: “{piece.text}”" for piece in source.captions)


def actor_lines(actor: Actor) -> Iterator[str]:
    names = ", ".join(f"{name.text} {name.count}×" for name in actor.names)
    yield f"ACTOR {actor.id} [{actor.kind}] {'page' if actor.published else 'no page'}: {names}"
    yield from (f"  described {place(span)} {shown(span)}" for span in actor.descriptions)


def quote_line(quote: Quote) -> str:
    speaker = quote.speaker or quote.speaker_text
    line = f"QUOTE {place(quote)} {quote.kind} {shown(quote)} — {speaker} [{quote.cue}]"
    return line if quote.family is None else f"{line} {quote.family}"


def family_lines(family: Family) -> Iterator[str]:
    yield f"FAMILY {family.id} {family.speaker}"
    for reading in family.readings:
        variants = "; ".join(f"{v.kind} {shown(v.base)} > {shown(v.reading)}" for v in reading.variants)
        yield f"  {reading.quote}: {variants or 'as the base'}"


def event_lines(event: Event) -> Iterator[str]:
    counts = f"[{event.kind}, {event.witnesses} witnesses, {event.independent} independent]"
    yield f"EVENT {event.edtf} {counts} {event.headline.text}"
    yield f"  actors {', '.join(event.actors)} | places {', '.join(event.places)} | by {event.attributed_to}"
    yield from (f"  {place(report)} {shown(report)}" for report in event.reports)
    for conflict in event.conflicts:
        yield from (f"  differs: {value.value} {place(value)}" for value in conflict.values)
