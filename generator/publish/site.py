"""The site before it is written: every file of content/ as bytes, in memory.

In: paths and bytes. Out: a record. Never: touches the disk.
"""

from generator.model import Record


class Site(Record, frozen=True, kw_only=True):
    """The files of content/: paths below it, with forward slashes, sorted; and their bytes."""

    files: dict[str, bytes]
