"""Citations in hand-written pages: `[@source-id]`, with a place in the source or without, and the quotation before it.

In: a page's Markdown. Out: citations with their places in the page. Never: looks at a source; reads what is code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from generator.model import Record
from generator.publish.locators import QUOTED, Locator, as_meant, read_locators
from generator.publish.markdown_code import PARAGRAPH_END, blank_code, is_escaped
from generator.publish.shares import Range

BRACKET = re.compile(rf"\[\s{{0,9}}(@(?:{QUOTED}|[^\[\]\"“„«]){{0,1000}}+)\](?!\()")
BEGUN = re.compile(r"\[\s{0,9}@(?![^\[\]]{0,500}\]\()")  # a link whose text is a handle is no citation
OPENERS = {"”": "“„", "“": "„", "»": "«", "«": "»", '"': '"', "’": "‘‚", "‘": "‚", "'": "'"}  # by the closing mark
APOSTROPHES = "’‘'"  # a word may end in one: without an opening mark nothing was quoted
ENDS = '.,;:!?)"'  # stand behind a quotation, and never at its beginning
BETWEEN = ".,;:!?…()*_–—"  # may stand between a quotation and its citation, as white space may
IN_HTML = re.compile(
    r"(?:</(?:q|blockquote)\s{0,9}>|&(?:[rlb]dquo|quot|[rl]aquo|#34|#822[012]|#x22|#x201[cde]);)\Z", re.IGNORECASE
)
HTML_LENGTH = 30  # characters that it has at most
BLOCK_QUOTATION = re.compile(r" {0,3}>")


class Citation(Record, frozen=True, kw_only=True):
    """One citation, or several side by side: their place, what is cited, in order, and the quotation before them.

    `quotation` is its range with its marks, `words` the text between them as its writer meant it; both None where
    there is none. `unopened` says that a closing mark stands there alone, `unmarked` that it ends a block quotation
    without marks, `in_html` that a quotation ends there in a tag or an entity of HTML. `unchecked` is the nearest
    quotation of the paragraph from which other words part the citation.
    """

    start: int
    end: int
    cited: tuple[Locator, ...]
    quotation: Range | None
    words: str | None
    unopened: bool
    unmarked: bool
    in_html: bool
    unchecked: Range | None


def find_citations(markdown: str) -> Iterator[Citation]:
    """The citations outside of code, in text order; those side by side are one."""
    text = blank_code(markdown)
    groups: list[list[re.Match[str]]] = []
    for found in find_brackets(text):
        if groups and _is_gap(text, groups[-1][-1].end(), found.start()):
            groups[-1].append(found)
        else:
            groups.append([found])
    floors = [0, *(found.end() for found in PARAGRAPH_END.finditer(text)), *(group[-1].end() for group in groups)]
    floors.sort()
    yield from (make_citation(markdown, text, group, floors) for group in groups)


def find_brackets(text: str) -> Iterator[re.Match[str]]:
    """The brackets of citations in a text without code; none reaches past its paragraph."""
    for found in BRACKET.finditer(text):
        if not is_escaped(text, found.start()) and not PARAGRAPH_END.search(text, found.start(), found.end()):
            yield found


def find_unread(markdown: str) -> Iterator[int]:
    """Where a bracket begins as a citation does and cannot be read as one: not closed, or a mark in it is not."""
    text = blank_code(markdown)
    read = {found.start() for found in find_brackets(text)}
    for begun in BEGUN.finditer(text):
        if begun.start() not in read and not is_escaped(text, begun.start()):
            yield begun.start()


def make_citation(markdown: str, text: str, group: list[re.Match[str]], floors: list[int]) -> Citation:
    """The citation made of brackets side by side.

    `text` is the Markdown with its code blanked out; no quotation reaches back past a floor: the beginning of its
    paragraph or the citation before.
    """
    start = group[0].start()
    floor = floors[bisect_right(floors, start) - 1]
    close = find_close(text, start, floor)
    open_ = find_open(text, close, floor) if close is not None else None
    quotation = None if close is None or open_ is None else (open_, close + 1)
    apart = find_apart(text, start if quotation is None else quotation[0], floor)
    return Citation(
        start=start,
        end=group[-1].end(),
        cited=tuple(dict.fromkeys(one for found in group for one in read_locators(markdown[slice(*found.span(1))]))),
        quotation=quotation,
        words=as_meant(markdown[quotation[0] + 1 : quotation[1] - 1]) if quotation else None,
        unopened=close is not None and open_ is None and text[close] not in APOSTROPHES,
        unmarked=close is None and apart is None and _is_in_block(text, start),
        in_html=close is None and _is_html(text, start, floor),
        unchecked=apart,
    )


def find_close(text: str, before: int, floor: int) -> int | None:
    """Where the closing mark of a quotation stands with nothing but white space and punctuation after it."""
    at = before - 1
    while at >= floor and (text[at].isspace() or text[at] in BETWEEN):
        at -= 1
    return at if at >= floor and text[at] in OPENERS else None


def find_open(text: str, close: int, floor: int) -> int | None:
    """Where the quotation that ends at `close` begins; quotations inside it are passed over."""
    openers, depth = OPENERS[text[close]], 1
    for at in range(close - 1, floor - 1, -1):
        if text[at] in openers and _may_open(text, at):
            depth -= 1
        elif text[at] == text[close] and text[at] not in APOSTROPHES:
            depth += 1
        if depth == 0:
            return at
    return None


def find_apart(text: str, before: int, floor: int) -> Range | None:
    """The last quotation in double marks before a place."""
    close = max(text.rfind(mark, floor, before) for mark in OPENERS if mark not in APOSTROPHES)
    open_ = find_open(text, close, floor) if close >= 0 else None
    return None if open_ is None else (open_, close + 1)


def _may_open(text: str, at: int) -> bool:
    """Whether a quotation may begin with a mark: one that looks both ways does not, where a word ends at it.

    A straight single one must stand before a word and not in it: it mostly is an apostrophe.
    """
    before, behind = text[at - 1 : at], text[at + 1]  # a closing mark follows
    if text[at] == "'":
        return not before.isalnum() and not behind.isspace()
    return text[at] != '"' or before.strip() in "([" or not (behind.isspace() or behind in ENDS)


def _is_html(text: str, before: int, floor: int) -> bool:
    """Whether a quotation that is marked in HTML ends there."""
    at = before
    while at > floor and (text[at - 1].isspace() or (text[at - 1] in ENDS and text[at - 1] != ";")):
        at -= 1
    return IN_HTML.search(text, max(floor, at - HTML_LENGTH), at) is not None


def _is_in_block(text: str, at: int) -> bool:
    """Whether a place stands in a line of a block quotation."""
    return BLOCK_QUOTATION.match(text, text.rfind("\n", 0, at) + 1) is not None


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether only white space of one paragraph stands between two places."""
    return not text[start:end].strip() and PARAGRAPH_END.search(text, start, end) is None
