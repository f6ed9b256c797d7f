"""The exported files as a page lists them: what each is, in what format, how large.

In: a page. Out: view records. Never: the files themselves.
"""

from collections.abc import Mapping

from generator.model import Record
from generator.publish import links
from generator.publish.pages.marks import Page

KILOBYTE = 1000
MEANINGS: Mapping[str, str] = {
    "timeline.json": "every entry of the timeline: dates as EDTF, who reports it and when, the words that may be shown",
    "timeline.csv": "the same as a table, one line an entry, for spreadsheets",
    "timeline.timelinejs.json": "the entries that have a year as slides, in the form that TimelineJS draws",
    "statements.csv": "what each witness has on each statement, with its passage or the closest one",
    "statements.json": "the same as JSON",
    "wordings.csv": "every reading of an utterance that stands in more than one place",
    "wordings.json": "the same as JSON",
    "quotations.csv": "every quotation, a row for each piece, and what stands apart from speech, such as attitudes: "
    "who speaks, what introduces it, its kind, its words where they may be shown",
    "quotations.json": "the same as JSON",
    "overlap.csv": "how much of each of two sources stands in the other",
    "overlap.json": "the same as JSON",
    "words.csv": "how often a source uses which term for the same thing",
    "words.json": "the same as JSON",
    "figures.csv": "what each witness gives for a quantity that several give",
    "figures.json": "the same as JSON",
    "dossier.json": "everything found, with the place of every passage; words that a source’s mode withholds are "
    "replaced by their hash",
    "schema.json": "what the fields are, as JSON Schema",
    "annotations.json": "every passage as a W3C Web Annotation selector: its words, what stands around them, its "
    "place, the hash of the file",
    "utterances.tei.xml": "every utterance told by several witnesses, with its readings, as a critical apparatus in "
    "TEI",
    "sources.bib": "the sources as BibTeX",
    "sources.csl.json": "the sources as CSL-JSON, for reference managers",
}
OF_THE_TIMELINE = ("timeline.json", "timeline.csv", "timeline.timelinejs.json")


class Download(Record, frozen=True, kw_only=True):
    """A file: its name and address, what it holds, its size in words, "" where that is not known."""

    name: str
    href: str
    meaning: str
    size: str


def list_downloads(page: Page, names: tuple[str, ...] = tuple(MEANINGS)) -> tuple[Download, ...]:
    """The files of these names."""
    sizes = page.catalogue.frame.sizes
    return tuple(
        Download(
            name=name,
            href=page.href(links.data(name)),
            meaning=MEANINGS[name],
            size=size_in_words(sizes[name]) if name in sizes else "",
        )
        for name in names
    )


def size_in_words(size: int) -> str:
    """A size in bytes as readers see it.

    >>> size_in_words(512), size_in_words(48_300), size_in_words(1_230_000)
    ('1 kB', '48 kB', '1.2 MB')
    """
    if size < KILOBYTE * KILOBYTE:
        return f"{max(1, round(size / KILOBYTE))} kB"
    return f"{size / KILOBYTE / KILOBYTE:.1f} MB"
