"""Readings, quotations and families made from short texts, for the tests of everything that has to do with dates."""

from typing import Any

from making import make_source, read_dates

from generator.model import AnnotatedSource, Family, Part, PublicationDate, Quote


def stated(edtf: str | None) -> PublicationDate | None:
    """A publication date that the text states, None for None."""
    return PublicationDate(edtf=edtf, basis="stated", why="The text states it.", span=None) if edtf else None


def reading_of(text: str, *, id: str = "a", published: str | None = None, **fields: Any) -> AnnotatedSource:
    """A source with its sentences and date expressions, nothing else found in it."""
    return read_dates(make_source(text, id=id, published=stated(published), **fields))


def item(id: str, start: int, end: int, published: str | None = None) -> Part:
    """An item of a collection."""
    return Part(
        id=id, start=start, end=end, language="en",
        title=None, author=None, published=stated(published), posts_stated=None, posts_saved=None,
    )  # fmt: skip


def quote_in(reading: AnnotatedSource, words: str, *, part: str | None = None) -> Quote:
    """A direct quotation of these words where they stand first."""
    start = reading.source.text.index(words)
    id = f"q-{reading.source.id}-{start}"
    return Quote(
        source=reading.source.id, part=part, start=start, end=start + len(words), text=words, id=id, utterance=id,
        kind="direct", speaker=None, speaker_text=None, speaker_span=None, via=(), cue=None, cue_span=None,
        family=None, curated=None,
    )  # fmt: skip


def family_of(*quotes: Quote, id: str = "f-1") -> Family:
    """One utterance; the first quotation is its base."""
    ids = tuple(quote.id for quote in quotes)
    return Family(id=id, aliases=(), speaker=None, quotes=ids, base=ids[0], readings=(), curated=None)
