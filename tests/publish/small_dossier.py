"""A dossier made by hand, small enough to see through: readings of given texts, and findings at given words."""

import hashlib
import re
from collections.abc import Sequence
from typing import TypeVar

from making import make_source

from generator.model import (
    Actor,
    AnnotatedSource,
    Dossier,
    Event,
    Family,
    Headline,
    Overlap,
    PublicationDate,
    Quote,
    Report,
    Sentence,
    Source,
    SourceEntry,
    Span,
)
from generator.spans import anchor_ids, cut

SENTENCE = re.compile(r"[^\s.][^.\n]*\.?”?")
UNKNOWN = PublicationDate(edtf=None, basis="unknown", why="The text does not say.", span=None)

Kind = TypeVar("Kind", bound=Span)


def read(text: str, id: str = "a", **fields: object) -> AnnotatedSource:
    """The reading of a text whose sentences end at full stops and line breaks; furniture has none."""
    return read_source(make_source(text, id=id, **fields))


def read_source(source: Source) -> AnnotatedSource:
    spans = [cut(source, *found.span()) for found in SENTENCE.finditer(source.text)]
    spans = [s for s in spans if not any(f.start <= s.start < f.end for f in source.furniture)]
    sentences = tuple(
        Sentence(
            source=span.source, part=span.part, start=span.start, end=span.end, text=span.text, id=id, role="body",
            paragraph=source.text.count("\n", 0, span.start), language=source.language,
        )
        for span, id in zip(spans, anchor_ids("p", spans), strict=True)
    )  # fmt: skip
    return AnnotatedSource(
        source=source, sentences=sentences, expressions=(), candidates=(), mentions=(), descriptions=(), quotations=()
    )


def at(reading: AnnotatedSource, words: str) -> Span:
    """Where the words first stand."""
    start = reading.source.text.index(words)
    return cut(reading.source, start, start + len(words))


def to(record: type[Kind], span: Span, **fields: object) -> Kind:
    """A span with more fields."""
    place = {"source": span.source, "part": span.part, "start": span.start, "end": span.end, "text": span.text}
    return record(**(place | fields))


def event(id: str, *reports: Span, **fields: object) -> Event:
    values: dict[str, object] = {
        "id": id, "aliases": (), "edtf": "2022-03-01", "kind": "event", "attributed_to": None, "key": False,
        "headline": Headline(text=reports[0].text, span=reports[0], curated=None), "strand": None, "actors": (),
        "places": (), "reports": tuple(to(Report, r, id=f"r-{id}-{n}", date=None) for n, r in enumerate(reports)),
        "witnesses": len(reports), "independent": len(reports), "first_reported": None, "conflicts": (),
        "basis": None, "curated": None,
    }  # fmt: skip
    return Event(**(values | fields))


def quote(id: str, span: Span, **fields: object) -> Quote:
    values: dict[str, object] = {
        "id": id, "utterance": id, "kind": "direct", "speaker": None, "speaker_text": None, "speaker_span": None,
        "via": (), "cue": None, "cue_span": None, "family": None, "curated": None,
    }  # fmt: skip
    return to(Quote, span, **(values | fields))


def family(id: str, *quotes: str, **fields: object) -> Family:
    values: dict[str, object] = {
        "id": id, "aliases": (), "speaker": None, "quotes": quotes, "base": quotes[0], "readings": (), "curated": None,
    }  # fmt: skip
    return Family(**(values | fields))


def actor(id: str, **fields: object) -> Actor:
    values: dict[str, object] = {
        "id": id, "name": id.title(), "kind": "person", "published": True, "why": "Named in an article.",
        "possibly_same": (), "names": (), "descriptions": (), "mentions": (), "curated": None,
    }  # fmt: skip
    return Actor(**(values | fields))


def entry(reading: AnnotatedSource, siglum: str) -> SourceEntry:
    source = reading.source
    return SourceEntry(
        id=source.id, siglum=siglum, file=source.file, sha256=source.sha256, label=source.label or source.id.title(),
        title=source.title, publisher=source.publisher, byline=None, url=source.url, language=source.language,
        words=len(source.text.split()), added=None, published=source.published or UNKNOWN, updated=UNKNOWN,
        kind=source.kind, parts=source.parts, furniture=source.furniture, captions=source.captions, mode=source.mode,
        shown=0.0, curated=None,
    )  # fmt: skip


def dossier(readings: Sequence[AnnotatedSource], **fields: object) -> Dossier:
    values: dict[str, object] = {
        "schema": "1", "title": "The bakery on the quay", "dates": (), "actors": (), "quotes": (), "families": (),
        "sources": tuple(entry(reading, chr(ord("A") + n)) for n, reading in enumerate(readings)), "events": (),
        "clusters": (), "reuse": (), "overlap": tuple[Overlap](), "statements": (), "figures": (), "labels": (),
    }  # fmt: skip
    return Dossier(**(values | fields))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
