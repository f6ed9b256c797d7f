"""What every record has in common, and the span on which every finding rests."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen record; fields are given by keyword only."""


class Span(Record, frozen=True, kw_only=True):
    """A passage: half-open, in Unicode code points of the source's stored text.

    `stored_text[start:end] == text` always holds. `part` is the id of the item of a collection in which
    it stands, None in an article (and in what frames a collection's items).
    """

    source: str
    part: str | None
    start: int
    end: int
    text: str
