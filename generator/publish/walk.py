"""Finds every record and every span in a record, however deep.

In: records. Out: the records and spans below them. Never: looks at text.
"""

from collections.abc import Iterator

from generator.model import Record, Span


def records_of(root: object) -> Iterator[Record]:
    """The record itself and all records in its fields, in no meaningful but a fixed order."""
    pending = [root]
    while pending:
        item = pending.pop()
        if isinstance(item, Record):
            yield item
            pending.extend(getattr(item, field) for field in item.__struct_fields__)
        elif isinstance(item, tuple):
            pending.extend(item)


def spans_of(root: object) -> Iterator[Span]:
    """All spans below a record."""
    return (record for record in records_of(root) if isinstance(record, Span))
