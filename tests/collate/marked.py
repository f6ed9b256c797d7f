"""Readings made from marked text, so that events are tested without the stages before them.

`[On Monday=2021-01-04]` is a date resolved, `[On Monday=XXXX-WXX-1]` a weekday that is not. `<Ann Lee>` is a person,
`<Ulm:place>` an actor of another kind. `{“We bake.”|Ann Lee}` is what someone says: in marks a direct quotation,
else an indirect one; `|?}` leaves open who.
"""

import re
from typing import NamedTuple

from making import make_source

from generator.annotate.sentences import find_sentences
from generator.collate.casting.actors import Cast
from generator.model import (
    Actor,
    ActorKind,
    AnnotatedSource,
    Candidate,
    DateFinding,
    Mention,
    Quote,
    Source,
    Span,
)
from generator.spans import anchor_ids, cut

TOKEN = re.compile(r"(\[|=[^\]\s]*\]|<|:\w+>|>|\{|\|[^}]*\})")


class Marked(NamedTuple):
    """A reading with what later stages find in it."""

    reading: AnnotatedSource
    dates: tuple[DateFinding, ...]
    quotes: tuple[Quote, ...]


class Mark(NamedTuple):
    """A marked range; `sign` is the bracket that opens it, `value` what its closing bracket says."""

    sign: str
    start: int
    end: int
    value: str


def parse(marked: str) -> tuple[str, list[Mark]]:
    """The text without its markup, and the marks in order of their start."""
    text, opened, marks = "", [], []
    for token in TOKEN.split(marked):
        if token in {"[", "<", "{"}:
            opened.append((token, len(text)))
        elif TOKEN.fullmatch(token):
            sign, start = opened.pop()
            marks.append(Mark(sign, start, len(text), token.strip("=:|]>}")))
        else:
            text += token
    return text, sorted(marks, key=lambda mark: (mark.start, -mark.end))


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower())


def read_marked(marked: str, **fields: object) -> Marked:
    """A source with this text and what is marked in it."""
    text, marks = parse(marked)
    source = make_source(text, **fields)
    names = [mark for mark in marks if mark.sign == "<"]
    reading = AnnotatedSource(
        source=source,
        sentences=find_sentences(source),
        expressions=(),
        candidates=tuple(
            Candidate(source=source.id, key=key, name=key, kind=kind)  # type: ignore[arg-type]
            for key, kind in sorted({(text[m.start : m.end], m.value or "person") for m in names})
        ),
        mentions=tuple(
            Mention(**as_fields(cut(source, m.start, m.end)), candidate=text[m.start : m.end], how="name")
            for m in names
        ),
        descriptions=(),
        quotations=(),
    )
    return Marked(reading, make_dates(source, marks), make_quotes(source, marks))


def as_fields(span: Span) -> dict[str, object]:
    return {"source": span.source, "part": span.part, "start": span.start, "end": span.end, "text": span.text}


def make_dates(source: Source, marks: list[Mark]) -> tuple[DateFinding, ...]:
    found = [mark for mark in marks if mark.sign == "["]
    spans = [cut(source, mark.start, mark.end) for mark in found]
    return tuple(
        DateFinding(
            **as_fields(span),
            id=id,
            type="DATE",
            value=mark.value or None,
            anchor=None,
            edtf=None if "W" in mark.value else mark.value or None,
            rule="",
            why="",
            basis="as written",
            curated=None,
        )
        for id, span, mark in zip(anchor_ids("d", spans), spans, found, strict=True)
    )


def make_quotes(source: Source, marks: list[Mark]) -> tuple[Quote, ...]:
    quotes = []
    for number, mark in enumerate(mark for mark in marks if mark.sign == "{"):
        direct = source.text[mark.start] == "“"
        span = cut(source, mark.start + direct, mark.end - direct)
        quotes.append(
            Quote(
                **as_fields(span),
                id=f"q-{number}",
                utterance=f"q-{number}",
                kind="direct" if direct else "indirect",
                speaker=None if mark.value == "?" else slug(mark.value),
                speaker_text=None,
                speaker_span=None,
                via=(),
                cue="said",
                cue_span=None,
                family=None,
                curated=None,
            )
        )
    return tuple(quotes)


def make_cast(readings: list[AnnotatedSource]) -> Cast:
    """Everyone marked is an actor, one for each name."""
    kinds: dict[str, ActorKind] = {c.name: c.kind for reading in readings for c in reading.candidates}
    return Cast(
        actors=tuple(make_actor(name, kinds[name]) for name in sorted(kinds, key=slug)),
        ids={(reading.source.id, c.key): slug(c.name) for reading in readings for c in reading.candidates},
    )


def make_actor(name: str, kind: ActorKind) -> Actor:
    return Actor(
        id=slug(name), name=name, kind=kind, published=True, why="", possibly_same=(), names=(), descriptions=(),
        mentions=(), curated=None,
    )  # fmt: skip
