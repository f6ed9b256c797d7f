"""Sources and readings made from texts, for all tests."""

import hashlib

from generator.annotate.dates import find_dates
from generator.annotate.sentences import find_sentences
from generator.model import AnnotatedSource, Source


def make_source(text: str, *, id: str = "a", language: str = "en", **fields: object) -> Source:
    """A source as ingest would give it, nothing known of it but its text; `fields` override."""
    values: dict[str, object] = {
        "id": id,
        "file": f"{id}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "text": text,
        "kind": "article",
        "label": None,
        "title": None,
        "title_span": None,
        "publisher": None,
        "byline": None,
        "url": None,
        "language": language,
        "added": None,
        "published": None,
        "updated": None,
        "parts": (),
        "furniture": (),
        "captions": (),
        "mode": "excerpt",
        "max_share": None,
    }
    return Source(**(values | fields))


def read_dates(source: Source) -> AnnotatedSource:
    """The source with its sentences and date expressions, nothing else found in it."""
    sentences = find_sentences(source)
    return AnnotatedSource(
        source=source,
        sentences=sentences,
        expressions=find_dates(source, sentences),
        candidates=(),
        mentions=(),
        descriptions=(),
        quotations=(),
    )
