"""What stands inside a citation's bracket: the sources, and the place in each: `@courier#3, par. 4 "words"; @gazette`.

In: the Markdown between the brackets. Out: locators. Never: looks at a source.
"""

import html
import re

from generator.model import Record

QUOTED = r'(?:"[^"]{0,2000}"|“[^“”]{0,2000}”|„[^„“”]{0,2000}[“”]|«[^«»]{0,2000}»)'  # words in double marks, none inside
ENTRY = re.compile(rf"(?:{QUOTED}|[^;])+")
SOURCE = re.compile(r"\s*@?\s*([^\s,;#@\"“„«]*)(?:#([^\s,;\"“„«]+))?")
LOCATOR = re.compile(
    rf"\s*,?\s*(?:(?:thread|item)\s+(?P<item>[0-9]{{1,9}})|(?:paragraph|par\.?)\s*(?P<paragraph>[0-9]{{1,9}})"
    rf"|(?P<words>{QUOTED}))(?!\w)"
)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
QUOTE_PREFIX = re.compile(r"\n[ \t]*>[ \t]?")  # of a Markdown block quotation's next line


class Locator(Record, frozen=True, kw_only=True):
    """A source and a place in it, each field None where it is not given.

    `part` is the id of an item of a collection, `item` its number in it, `paragraph` a number from 1, as the source's
    page counts. `words` are words of the passage. `rest` is what could not be read, "" where all could.
    """

    id: str
    part: str | None = None
    item: int | None = None
    paragraph: int | None = None
    words: str | None = None
    rest: str = ""

    @property
    def is_place(self) -> bool:
        """Whether it says more than the source."""
        return any(value is not None for value in (self.part, self.item, self.paragraph, self.words))


def read_locators(inside: str) -> tuple[Locator, ...]:
    """The sources cited in a bracket, in order.

    >>> [(one.id, one.part, one.paragraph) for one in read_locators("@quay-post, par. 4; @harbour#2")]
    [('quay-post', None, 4), ('harbour', '2', None)]
    """
    return tuple(read_locator(entry) for entry in ENTRY.findall(inside) if entry.strip())


def read_locator(entry: str) -> Locator:
    """One source with its place."""
    head = SOURCE.match(entry)
    id, part = head.groups() if head else ("", None)
    at = head.end() if head else 0
    given: dict[str, str] = {}
    while found := LOCATOR.match(entry, at):
        name, value = next((name, value) for name, value in found.groupdict().items() if value is not None)
        if name in given:
            break
        given[name] = value
        at = found.end()
    return Locator(
        id=id,
        part=part,
        item=int(given["item"]) if "item" in given else None,
        paragraph=int(given["paragraph"]) if "paragraph" in given else None,
        words=as_meant(given["words"][1:-1]) if "words" in given else None,
        rest=entry[at:].strip(" \t\n,"),
    )


def as_meant(markdown: str) -> str:
    """The words of a stretch of Markdown without its escapes.

    >>> as_meant("5 \\\\* 4 &amp; more")
    '5 * 4 & more'
    """
    return html.unescape(ESCAPED.sub(r"\1", QUOTE_PREFIX.sub("\n", markdown)))
