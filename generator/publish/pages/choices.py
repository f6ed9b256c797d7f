"""What the filter of a page offers.

In: the catalogue. Out: choices. Never: markup.
"""

from generator.model import Record
from generator.publish.pages.catalogue import Catalogue


class Choice(Record, frozen=True, kw_only=True):
    """A choice of a filter: what it sets, and its words."""

    value: str
    label: str


def source_choices(catalogue: Catalogue) -> tuple[Choice, ...]:
    """The sources, in the order of their letters."""
    return tuple(
        Choice(value=source.siglum, label=f"{source.siglum} {source.label}") for source in catalogue.sources.values()
    )
