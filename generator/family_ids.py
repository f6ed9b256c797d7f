"""The ids that a source can give to families of quotations, whatever other sources stand beside it.

A family is known by its members. In which family a quotation stands, if in any, depends on all sources: a longer
reading takes one member and is unlike the other, or settles that somebody else speaks.

In: one reading. Out: ids. Never: sees another source, knows which families there are.
"""

from generator.model import AnnotatedSource

VERBATIM = ("direct", "mixed")  # the kinds of quotations that are compared: others are not the speaker's words


def family_ids(reading: AnnotatedSource) -> tuple[str, ...]:
    """Every id that a family can have from this source, sorted: in any company of sources, without any decision."""
    return tuple(sorted(family_id(quotation.id) for quotation in reading.quotations if quotation.kind in VERBATIM))


def family_id(quote: str) -> str:
    """The id by which a family is known through one of its quotes.

    >>> family_id("q-0287d360b174")
    'f-0287d360b174'
    """
    return f"f{quote[1:]}"
