"""When a witness appeared, as far as its text or a person says so: what tells a repeated sentence from a quoted one.

In: annotated sources. Out: days by witness, None where one is not known to the day. Never: infers a date.
"""

from collections.abc import Sequence
from datetime import date

from generator.model import AnnotatedSource, PublicationDate

SAME_NEWS = 3  # days within which two texts can report one occasion
SURE = ("stated", "curated")
DAY = len("2021-01-07")


def read_days(readings: Sequence[AnnotatedSource]) -> dict[str, date]:
    """The day of each witness whose publication date is stated or curated to the day."""
    days: dict[str, date] = {}
    for reading in readings:
        source = reading.source
        known = [(source.id, source.published)]
        known += [(f"{source.id}#{part.id}", part.published or source.published) for part in source.parts]
        days |= {name: day for name, published in known if (day := day_of(published))}
    return days


def day_of(published: PublicationDate | None) -> date | None:
    """The day of a sure publication date, None where it is vaguer or not sure."""
    if published is None or published.basis not in SURE or published.edtf is None or len(published.edtf) != DAY:
        return None
    try:
        return date.fromisoformat(published.edtf)
    except ValueError:  # an EDTF value of this length that is no day: "2021-01~/"
        return None
