"""What of a story nothing is cited for: paragraphs without a citation, quotations that nothing was held against.

In: a page's Markdown. Out: warnings. Never: judges whether a citation carries what is said.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.problems import Problem, warning
from generator.publish.citations import BLOCK_QUOTATION, find_brackets
from generator.publish.elisions import has_word
from generator.publish.inserts import blank_marks
from generator.publish.locators import QUOTED, as_meant
from generator.publish.markdown_code import LIST_ITEM, blank, blank_code, line_of
from generator.publish.notes import NOTE, NOTE_DEFINED
from generator.publish.proofs import quoted
from generator.publish.shares import Range

OWN = re.compile(r"\{:?[^{}\n]{0,500}\.d-ours\b[^{}\n]{0,500}\}")
BLOCK = re.compile(r"(?:^[ \t]*\S.*(?:\n|\Z))+", re.MULTILINE)
HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
TABLE = re.compile(r"[ \t|:-]*\|[ \t|:-]*-[ \t|:-]*")
DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]{1,500}\]:")
INLINE_TAGS = "a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u"
ELEMENT = re.compile(rf"\s*<(?:!--|(?!(?:{INLINE_TAGS})\b)([A-Za-z][A-Za-z0-9-]*))", re.IGNORECASE)
QUOTING = re.compile(r"<(?:q|blockquote)\b", re.IGNORECASE)
UNSEEN = re.compile(  # tags, pictures, where links lead, footnotes, attributes, the marks of block quotations
    r"<[a-zA-Z/!][^<>]{0,1000}>|!\[[^\[\]]{0,1000}\]|\]\([^()\n]{0,1000}\)|\[\^[^\[\]\n]{1,200}\]"
    r"|\{:?[^{}\n]{0,500}\}|^[ \t]*>",
    re.MULTILINE,
)
SENTENCE_END = re.compile(r"\w\w[)\]*_”’\"'»\s]{0,80}[.!?…。！？][)\]*_”’\"'»]{0,5}(?=\s|$)")
MARKED = re.compile(QUOTED)
UNCITED = (
    "This paragraph cites no source. Set [@id] after what it rests on, or mark it as your own words with a line "
    "{: .d-ours } below it. A page in your own words alone has `story: false` in its front matter."
)
UNCHECKED = "is not checked: its paragraph cites no source. Cite it directly after the quotation, or use single marks."


def check_story(markdown: str, file: str) -> Iterator[Problem]:
    """A warning for each paragraph of running text and each quotation for which no source is cited.

    A list's items are paragraphs; one that is no sentence needs no citation. A footnote's citation counts where the
    footnote is set.
    """
    text = blank_code(markdown)
    seen = UNSEEN.sub(lambda found: blank(found.group()), blank_marks(markdown))
    cited = [found.start() for found in find_brackets(text)]
    paragraphs = tuple(find_paragraphs(text))
    noted = {note[2] for place in paragraphs if has_one(cited, place) and (note := NOTE_DEFINED.match(text, place[0]))}
    for start, end in paragraphs:
        if DEFINITION.match(text, start) or has_one(cited, (start, end)):
            continue
        if noted.intersection(note[1] for note in NOTE.finditer(text, start, end)):
            continue
        for found in MARKED.finditer(seen, start, end):
            words = quoted(as_meant(markdown[found.start() + 1 : found.end() - 1]))
            yield warning(file, f"{words} {UNCHECKED}", line_of(text, found.start()))
        is_own = HEADING.match(text, start) or OWN.search(text, start, end)
        if not is_own and (SENTENCE_END.search(seen, start, end) or is_quoted(text, seen, start, end)):
            yield warning(file, UNCITED, line_of(text, start))


def find_paragraphs(text: str) -> Iterator[Range]:
    """Paragraphs, items of lists, headings and definitions; tables and blocks of HTML are passed over."""
    closing = ""  # of the element of HTML that is open
    for block in BLOCK.finditer(text):
        if not closing and (opened := ELEMENT.match(block.group())):
            closing = f"</{opened[1]}".lower() if opened[1] else "-->"
            if closing not in text[block.start() :].lower():
                closing = ""
                continue
        if closing:
            closing = "" if closing in block.group().lower() else closing
        elif not any(TABLE.fullmatch(line) for line in block.group().splitlines()[1:2]):
            yield from split_block(block.group(), block.start())


def split_block(block: str, at: int) -> Iterator[Range]:
    """A block without empty lines, parted before each item of a list and each definition, and around headings."""
    start, in_heading = at, False
    for line in block.splitlines(keepends=True):
        heading = HEADING.match(line)
        if at > start and (in_heading or heading or LIST_ITEM.match(line) or DEFINITION.match(line)):
            yield start, at
            start = at
        at, in_heading = at + len(line), bool(heading)
    yield start, at


def is_quoted(text: str, seen: str, start: int, end: int) -> bool:
    """Whether a paragraph is set as somebody's words: a block quotation, or one in a tag of HTML."""
    is_block = BLOCK_QUOTATION.match(text, start) or QUOTING.search(text, start, end)
    return is_block is not None and has_word(seen[start:end])


def has_one(places: Sequence[int], bounds: Range) -> bool:
    """Whether one of the sorted places lies in a half-open range."""
    at = bisect_left(places, bounds[0])
    return at < len(places) and places[at] < bounds[1]
