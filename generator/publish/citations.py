"""Citations in hand-written pages: `[@source-id]`, and the quotation before it, held against the source.

In: a page's Markdown, the gate. Out: citations with the passages they lead to, problems. Never: accepts a quotation
that is not verbatim in each of the sources cited; reads what is code.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.model import Record, SourceEntry, Span
from generator.problems import Problem, error, warning
from generator.publish.gate import Gate
from generator.publish.markdown_code import PARAGRAPH_END, blank_code, is_escaped
from generator.publish.shares import Range

CITATION = re.compile(r"\[\s{0,9}(@[^\[\]]{0,500})\](?!\()")  # a link whose text is a handle is no citation
OPENERS = {"”": "“„", "“": "„", "»": "«", "«": "»", '"': '"', "’": "‘‚", "‘": "‚"}  # by the closing mark
APOSTROPHES = "’‘"  # a word may end in one: without an opening mark nothing was quoted
BETWEEN = ".,;:!?…)*_"  # may stand between a quotation and its citation, as white space may
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
QUOTE_PREFIX = re.compile(r"\n[ \t]*>[ \t]?")  # of a Markdown block quotation's next line
BLOCK_QUOTATION = re.compile(r" {0,3}>")
LONGEST_SHOWN = 160  # characters of a passage in a message


class Citation(Record, frozen=True, kw_only=True):
    """One citation, or several side by side: their place, the ids cited, in order, and the quotation before them.

    `quotation` is its range with its marks, `words` the text between them as its writer meant it; both None where
    there is none. `unopened` says that a closing mark stands there alone, `unmarked` that it ends a block quotation
    without marks. `unchecked` is the nearest quotation of the paragraph from which other words part the citation.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    quotation: Range | None
    words: str | None
    unopened: bool
    unmarked: bool
    unchecked: Range | None


class Proven(Record, frozen=True, kw_only=True):
    """A citation held against its sources: a passage for each id where it has a quotation, else none."""

    citation: Citation
    passages: tuple[Span, ...]


def prove_citations(
    markdown: str, file: str, sources: Mapping[str, SourceEntry], gate: Gate
) -> tuple[tuple[Proven, ...], tuple[Problem, ...]]:
    """The citations that hold, in text order, and what is wrong with the others. What the gate withholds holds here."""
    proven: list[Proven] = []
    problems: list[Problem] = []
    for citation in find_citations(markdown):
        line = 1 + markdown.count("\n", 0, (citation.quotation or (citation.start,))[0])
        wrong = [error(file, message, line) for message in find_faults(citation, sources, gate)]
        problems.extend(wrong)
        if citation.unchecked is not None:
            problems.append(warn_of(markdown, file, citation.unchecked))
        if not wrong:
            found = (gate.find(id, citation.words) for id in citation.ids) if citation.words else ()
            proven.append(Proven(citation=citation, passages=tuple(span for span in found if span is not None)))
    return tuple(proven), tuple(problems)


def warn_of(markdown: str, file: str, unchecked: Range) -> Problem:
    """The warning for a quotation that nothing was held against."""
    start, end = unchecked
    words = quoted(as_meant(markdown[start + 1 : end - 1]))
    message = f"{words} is not checked: other words part it from the citation. Cite its source directly after it."
    return warning(file, message, line=1 + markdown.count("\n", 0, start))


def find_faults(citation: Citation, sources: Mapping[str, SourceEntry], gate: Gate) -> Iterator[str]:
    """What is wrong with a citation, in full sentences."""
    if citation.unopened:
        yield "A quotation ends before this citation, but the paragraph has no opening mark for it. Set one."
    if citation.unmarked:
        yield "A block quotation ends with this citation. Set its words in quotation marks: then they are checked."
    for id in citation.ids:
        if id not in sources:
            similar = get_close_matches(id, sources, n=1)
            hint = f"Did you mean “{similar[0]}”?" if similar else "Cite it by its id alone: [@id] or [@a; @b]."
            yield f"There is no source “{id}”. {hint}"
        elif citation.words is not None and gate.find(id, citation.words) is None:
            near = _nearest(id, citation.words, gate)
            yield f"{quoted(citation.words)} does not stand so in the source “{id}”; {near}."


def find_citations(markdown: str) -> Iterator[Citation]:
    """The citations outside of code, in text order; those side by side are one."""
    text = blank_code(markdown)
    groups: list[list[re.Match[str]]] = []
    for found in CITATION.finditer(text):
        if is_escaped(text, found.start()):
            continue
        if groups and _is_gap(text, groups[-1][-1].end(), found.start()):
            groups[-1].append(found)
        else:
            groups.append([found])
    floors = [0, *(found.end() for found in PARAGRAPH_END.finditer(text)), *(group[-1].end() for group in groups)]
    floors.sort()
    yield from (make_citation(markdown, text, group, floors) for group in groups)


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
        ids=tuple(dict.fromkeys(id for bracket in group for id in cited_ids(bracket.group(1)))),
        quotation=quotation,
        words=as_meant(markdown[quotation[0] + 1 : quotation[1] - 1]) if quotation else None,
        unopened=close is not None and open_ is None and text[close] not in APOSTROPHES,
        unmarked=close is None and apart is None and _is_in_block(text, start),
        unchecked=apart,
    )


def cited_ids(inside: str) -> list[str]:
    """The ids inside a citation's bracket.

    >>> cited_ids("@quay-post; @harbour-letter")
    ['quay-post', 'harbour-letter']
    """
    return [id.strip().removeprefix("@").strip() for id in inside.split(";")]


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
        if text[at] in openers:
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


def as_meant(markdown: str) -> str:
    """The words of a stretch of Markdown without its escapes.

    >>> as_meant("5 \\\\* 4 &amp; more")
    '5 * 4 & more'
    """
    return html.unescape(ESCAPED.sub(r"\1", QUOTE_PREFIX.sub("\n", markdown)))


def quoted(words: str) -> str:
    """Words in a message: on one line, in quotation marks, not too long."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= LONGEST_SHOWN else f"“{line[:LONGEST_SHOWN]} …”"


def _nearest(id: str, words: str, gate: Gate) -> str:
    near = gate.find_nearest(id, words)
    if near is None:
        return "nothing there is like it"
    where = f"characters {near.start}–{near.end}"
    return f"nearest: {quoted(near.text)} ({where})" if gate.share_limit(id) else f"nearest: {where}"


def _is_in_block(text: str, at: int) -> bool:
    """Whether a place stands in a line of a block quotation."""
    return BLOCK_QUOTATION.match(text, text.rfind("\n", 0, at) + 1) is not None


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether only white space of one paragraph stands between two places."""
    return not text[start:end].strip() and PARAGRAPH_END.search(text, start, end) is None
