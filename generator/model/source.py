"""One document as it was read: its stored text, what its text or a person says of it, what is set aside."""

from typing import Literal

from generator.model.base import Record, Span
from generator.model.curated import Anchor, Decided

Mode = Literal["full", "excerpt", "pointer"]
SourceKind = Literal["article", "collection"]
DateOrder = Literal["dmy", "mdy", "ymd"]  # of a date in figures: 3/4/2021 is 3 April, or March 4
Basis = Literal["curated", "stated", "inferred", "bounded", "unknown"]


class PublicationDate(Record, frozen=True, kw_only=True):
    """When a source appeared or was updated: `edtf` is None exactly where `basis` is "unknown".

    `why` is one readable sentence; `span` is the passage that shows it, None for curated and unknown dates.
    """

    edtf: str | None
    basis: Basis
    why: str
    span: Span | None


class Part(Record, frozen=True, kw_only=True):
    """One item of a collection. Its id is unique in its source; `source#id` is a witness of its own.

    `posts_stated` is the number the page claims ("Read 9 tweets"), `posts_saved` the number that was saved;
    both None where the page does not count. A part with fewer saved than stated is an excerpt: never silent.
    """

    id: str
    start: int
    end: int
    language: str
    title: str | None
    author: str | None
    published: PublicationDate | None
    posts_stated: int | None
    posts_saved: int | None


class Furniture(Record, frozen=True, kw_only=True):
    """Text of the page rather than of the document, marked and never cut; `rule` says what it was taken for."""

    start: int
    end: int
    text: str
    rule: str


class Caption(Record, frozen=True, kw_only=True):
    """A photo caption with its credit. It may date its photograph, never an event."""

    start: int
    end: int
    text: str


class Source(Record, frozen=True, kw_only=True):
    """A document read from the seeds folder. All offsets count code points of `text`, the stored text.

    `file` is the path from the seeds folder, with forward slashes; `sha256` is of the file's bytes.
    `published` and `updated` hold what the text states or a person decided, None where neither does.
    `title_span` is where the text shows its title; a title of sources.yml has none.
    `date_order` is how it writes dates in figures, where a person said so.
    `max_share` limits what the site may print of the words (0-1), None for the mode's own limit.
    `curated` is the reason of what curation.yml decides of it; `decided` says what was done, `anchors` on which
    passages.
    Parts, furniture and captions are sorted by start and do not overlap among their kind.
    """

    id: str
    file: str
    sha256: str
    text: str
    kind: SourceKind
    label: str | None
    title: str | None
    title_span: Span | None
    publisher: str | None
    byline: str | None
    url: str | None
    language: str
    added: str | None
    published: PublicationDate | None
    updated: PublicationDate | None
    parts: tuple[Part, ...]
    furniture: tuple[Furniture, ...]
    captions: tuple[Caption, ...]
    mode: Mode
    max_share: float | None
    date_order: DateOrder | None = None
    curated: str | None = None
    decided: tuple[Decided, ...] = ()
    anchors: tuple[Anchor, ...] = ()


class HandPage(Record, frozen=True, kw_only=True):
    """A page that people write: its path from the seeds folder ("pages/index.md") and its Markdown."""

    file: str
    text: str
