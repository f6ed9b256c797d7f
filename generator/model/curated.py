"""What people added to the dossier: translations, anchors they rely on, what was taken out, what was decided."""

from typing import Literal

from generator.model.base import Record, Span


class Translation(Span, frozen=True, kw_only=True):
    """A passage with its translation, the editor's own words in the language of the site."""

    translation: str
    curated: str


class HiddenEvent(Record, frozen=True, kw_only=True):
    """An event that the editor took out: the ids by which it was known, and the reason."""

    ids: tuple[str, ...]
    curated: str


class Anchor(Span, frozen=True, kw_only=True):
    """A passage that a person relies on; `by` is the file of the seeds folder in which it is named."""

    by: str


class Decided(Record, frozen=True, kw_only=True):
    """A decision that was applied, for readers: what was done, in words of the site, and the editor's reason.

    `did` names no actor and repeats no words of a source ("given a title", "merged with 2 others"); `id` is that of the
    record it was done to, None where that is not on the site.
    """

    what: Literal["actor", "event", "quotation", "source", "label"]
    id: str | None
    did: str
    reason: str
