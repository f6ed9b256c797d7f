"""The dossier as data: the whole of it, and the published copy, from which the sources' modes withhold words.

In: a dossier, a gate. Out: JSON as bytes. Never: touches the disk; publishes words that no page may print.
"""

import hashlib
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from generator.model import (
    Actor,
    Anchor,
    Caption,
    DateFinding,
    Dossier,
    Figure,
    Furniture,
    Headline,
    LabelUse,
    NameForm,
    PublicationDate,
    Quote,
    Record,
    SourceEntry,
    Span,
    Statement,
    Translation,
)
from generator.publish.gate import Gate
from generator.publish.json_bytes import Fields, as_json


def dossier_json(dossier: Dossier) -> bytes:
    """The whole dossier, nothing withheld: UTF-8, indented, one line break at the end."""
    return as_json(dossier)


def published_json(dossier: Dossier, gate: Gate) -> bytes:
    """The copy that the site publishes: what the gate withholds has `text` null and the `sha256` of its text.

    Words that repeat a withheld passage elsewhere in the record (a headline, a cue, the reason of a date) go with it.
    An actor's `name` stays: it is the site's own index entry. Facts (values, dates, counts) stay. People who get no
    page get no entry here either, and nothing refers to them; nor does anybody whom posts alone name. What the editor
    wrote (a note, a reason) stays, but for translations of what is withheld.
    """
    unlisted = frozenset(actor.id for actor in dossier.actors if is_withdrawn(actor, dossier))
    return as_json(publish_record(without_actors(dossier, unlisted), gate))


def is_withdrawn(actor: Actor, dossier: Dossier) -> bool:
    """Whether an actor without a page is a person, or may be one: what posts alone name is known too little."""
    collections = {source.id for source in dossier.sources if source.kind == "collection"}
    only_posts = all(mention.source in collections for mention in actor.mentions)
    return not actor.published and (actor.kind == "person" or (only_posts and bool(actor.mentions)))


def without_actors(dossier: Dossier, ids: frozenset[str]) -> Dossier:
    """The dossier without some of its actors; where it refers to them, nobody stands."""

    def kept(references: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id for id in references if id not in ids)

    def known(id: str | None) -> str | None:
        return None if id in ids else id

    return replace(
        dossier,
        actors=tuple(replace(a, possibly_same=kept(a.possibly_same)) for a in dossier.actors if a.id not in ids),
        quotes=tuple(
            replace(quote, speaker=None, speaker_text=None, speaker_span=None, via=kept(quote.via))
            if quote.speaker in ids
            else replace(quote, via=kept(quote.via))
            for quote in dossier.quotes
        ),
        families=tuple(replace(family, speaker=known(family.speaker)) for family in dossier.families),
        events=tuple(
            replace(e, attributed_to=known(e.attributed_to), actors=kept(e.actors), places=kept(e.places))
            for e in dossier.events
        ),
        decisions=tuple(replace(one, id=known(one.id)) if one.what == "actor" else one for one in dossier.decisions),
    )


def publish_record(value: object, gate: Gate) -> object:
    """A value as plain data, without the words that the gate withholds."""
    if isinstance(value, tuple):
        return [publish_record(item, gate) for item in value]
    if not isinstance(value, Record):
        return value
    fields = {name: publish_record(getattr(value, name), gate) for name in value.__struct_fields__}
    if isinstance(value, Span):
        fields |= withhold_span(value, gate)
    return fields | withhold_repetitions(value, gate)


def withhold_span(span: Span, gate: Gate) -> Fields:
    """What changes in a span's own fields. A short piece may be printed for what was found in it; words by which a
    decision names its passage are no finding, and may be those that it takes out."""
    shown = gate.grants(span) if isinstance(span, Anchor) else gate.allows(span)
    return {} if shown else _sealed(span.text)


def withhold_repetitions(value: Record, gate: Gate) -> Fields:  # noqa: PLR0911 - one line a kind of record
    """What changes in the fields that repeat a passage's words."""
    match value:
        case Quote():
            pairs = (("speaker_text", value.speaker_span), ("cue", value.cue_span))
            return {name: None for name, span in pairs if not gate.allows(span or value)}
        case Headline(span=Span() as span, curated=None) if not gate.allows(span):
            return {"text": None}
        case DateFinding():
            return {"why": gate.reason(value.why, value)}
        case PublicationDate(span=Span() as span):
            return {"why": gate.reason(value.why, span)}
        case NameForm() if not gate.names(value):
            return {"text": None}
        case LabelUse() | Statement() | Figure():
            return withhold_name(value, gate)
        case Translation() if not gate.allows(value):
            return {"translation": None}
        case SourceEntry():
            return {name: withhold_pieces(getattr(value, name), value.id, gate) for name in ("furniture", "captions")}
        case _:
            return {}


def withhold_name(value: LabelUse | Statement | Figure, gate: Gate) -> Fields:
    """What changes in what is called by words of its passages: a statement by those of one, so all must be allowed."""
    match value:
        case LabelUse():
            return {} if _any_allowed(value.spans, gate) else {"term": None}
        case Statement():
            return {} if all(gate.allows(span) for span in value.reports) else {"text": None}
        case Figure():
            return {} if gate.calls(value) else {"what": None}


def withhold_pieces(pieces: Iterable[Furniture | Caption], source: str, gate: Gate) -> list[object]:
    """A source's furniture or captions as plain data."""
    found: list[object] = []
    for piece in pieces:
        span = Span(source=source, part=None, start=piece.start, end=piece.end, text=piece.text)
        found.append(msgspec.to_builtins(piece) | withhold_span(span, gate))
    return found


def _any_allowed(spans: Iterable[Span], gate: Gate) -> bool:
    return any(gate.allows(span) for span in spans)


def _sealed(text: str) -> Fields:
    return {"text": None, "sha256": hashlib.sha256(text.encode()).hexdigest()}
