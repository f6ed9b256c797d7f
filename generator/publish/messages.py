"""What a proof says of a passage: what it is called, where it stands, what was expected there.

In: records, texts, offsets. Out: words, problems. Never: decides what is wrong.
"""

from generator.model import Record, Source
from generator.problems import Problem, error

CONTEXT = 20  # characters shown around the first difference


def name_of(record: Record) -> str:
    """What a record is called in a message: its kind, with its id where it has one."""
    id = getattr(record, "id", None)
    return type(record).__name__.lower() + (f" “{id}”" if id else "")


def first_difference(a: str, b: str) -> int:
    """Where two unequal texts part."""
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def around(text: str, at: int) -> str:
    """A text near one of its characters, on one line, in quotation marks."""
    start, end = max(0, at - CONTEXT), at + CONTEXT
    piece = " ".join(text[start:end].split())
    return f"“{'…' if start else ''}{piece}{'…' if end < len(text) else ''}”"


def at_place(source: Source, offset: int, message: str) -> Problem:
    """An error at a place of a source, with its line."""
    return error(source.file, message, line=1 + source.text.count("\n", 0, offset))
