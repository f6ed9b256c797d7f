"""Readings made from texts, for the tests of collation."""

from collections.abc import Sequence

from making import make_source

from generator.annotate import annotate
from generator.model import AnnotatedSource, Part


def read(text: str, **fields: object) -> AnnotatedSource:
    """A source with this text, annotated."""
    return annotate(make_source(text, **fields))[0]


def read_all(given: str, **fields: object) -> list[AnnotatedSource]:
    """The documents of a case, each under a line `== id`."""
    readings = []
    for block in given.split("== ")[1:]:
        id, _, text = block.partition("\n")
        readings.append(read(text.rstrip("\n"), id=id.strip(), **fields))
    return readings


def read_posts(posts: Sequence[str], **fields: object) -> AnnotatedSource:
    """A collection with one part for each post."""
    parts, start = [], 0
    for number, post in enumerate(posts, start=1):
        parts.append(
            Part(
                id=str(number),
                start=start,
                end=start + len(post),
                language="en",
                title=None,
                author=None,
                published=None,
                posts_stated=None,
                posts_saved=None,
            )
        )
        start += len(post) + 1
    return read("\n".join(posts), kind="collection", parts=tuple(parts), **fields)
