"""Hand-written pages placed in the site: their citations as letters, their inserts laid out, the rest as written.

In: a page, the sources, a catalogue. Out: Markdown, problems. Never: touches the disk, changes a person's words, prints
as a quotation what is not verbatim in its source.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.model import Anchor, Dossier, HandPage, Record, Span
from generator.problems import Location, Problem, Problems, Severity, error, in_order, warning
from generator.publish import links
from generator.publish.elisions import Passage
from generator.publish.front_matter import (
    check_fences,
    is_unclosed,
    read_front_matter,
    split_front_matter,
    with_front_matter,
)
from generator.publish.inserts import Insert, find_inserts
from generator.publish.markdown_code import blank, blank_code, line_of
from generator.publish.notes import check_notes
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.cited import print_citation, refusal
from generator.publish.pages.inserts import print_insert
from generator.publish.pages.marks import Page
from generator.publish.proofs import Proven, Shelf, prove_citations, prove_insert
from generator.publish.stories import check_story
from generator.spans import overlap

FOLDER = "pages/"  # of the seeds folder
HOME = "pages/index.md"
HEADING = re.compile(r"^# +([^\n{]{1,500})", re.MULTILINE)
FRAME = "---\nhide:\n- navigation\n- toc\n---\n"  # headings hang in the left column
Piece = tuple[int, int, Markup]  # a stretch of the page, and what is printed in its place
TWICE = "The readings of this quotation stand on the page already. Link to them, or remove one of the two."
SECOND = "This is a second heading of the first level. A page has one, its title: write “##” here."
NOT_TRUTH = "`story` is true for a page that cites its sources, false for one in your own words alone."


class ProvenPage(Record, frozen=True, kw_only=True):
    """A page held against the sources: what of it holds, and all that is wrong with it."""

    page: HandPage
    title: str
    citations: tuple[Proven, ...]
    inserts: tuple[tuple[Insert, Passage], ...]
    problems: Problems


def prove_page(page: HandPage, shelf: Shelf) -> ProvenPage:
    """The page's citations and inserts that hold, and what is wrong with the others and with all else of it."""
    front, body = split_front_matter(page.text)
    markdown = blank(front) + body
    values, faults = read_front_matter(front, page.file)
    citations, misquoted = prove_citations(markdown, page.file, shelf)
    inserts, misset = prove_inserts(markdown, page.file, shelf)
    problems = [*faults, *misquoted, *misset, *check_notes(markdown, page.file)]
    problems += check_fences(page.text, page.file)
    if not isinstance(values.get("story", True), bool):
        problems.append(error(page.file, NOT_TRUTH, line=line_of(front, max(0, front.find("\nstory") + 1))))
    if values.get("story") is not False:
        problems += check_story(markdown, page.file)
    headings = [found.span(1) for found in HEADING.finditer(blank_code(markdown))]
    problems += (warning(page.file, SECOND, line_of(markdown, start)) for start, _ in headings[1:])
    heading = markdown[slice(*headings[0])].strip() if headings else ""
    return ProvenPage(
        page=page,
        title=str(values.get("title") or heading or page_path(page.file)),
        citations=citations,
        inserts=inserts,
        problems=in_order(problems),
    )


def prove_inserts(markdown: str, file: str, shelf: Shelf) -> tuple[tuple[tuple[Insert, Passage], ...], list[Problem]]:
    """The inserts that are well formed, each with the passage that it quotes, if it does; and what is wrong."""
    inserts, problems = find_inserts(markdown, file)
    held: list[tuple[Insert, Passage]] = []
    found = list(problems)
    for insert in inserts:
        passage, faults = prove_insert(insert, file, shelf, line_of(markdown, insert.start))
        found += faults
        if passage or insert.quoted is None:
            held.append((insert, passage))
    return tuple(held), found


def find_quoted(proven: ProvenPage) -> tuple[Span, ...]:
    """The passages whose words the page prints."""
    passages = [passage for one in proven.citations if one.citation.words is not None for passage in one.passages]
    return tuple(span for passage in (*passages, *(passage for _, passage in proven.inserts)) for span in passage)


def find_compared(proven: ProvenPage, dossier: Dossier) -> tuple[Span, ...]:
    """The readings that the page sets beside the quotations of its inserts."""
    quoted = [span for _, passage in proven.inserts for span in passage]
    told = {quote.family for quote in dossier.quotes if any(overlap(quote, span) for span in quoted)} - {None}
    return tuple(quote for quote in dossier.quotes if quote.family in told)


def find_located(proven: ProvenPage) -> tuple[Span, ...]:
    """The passages to which the page leads without printing their words."""
    located = (one for one in proven.citations if one.citation.words is None)
    return tuple(span for one in located for passage in one.passages for span in passage)


def find_cited(proven: ProvenPage) -> tuple[Anchor, ...]:
    """All passages on which the page relies, each once, in the order of sources and text."""
    places = {(s.source, s.start, s.end): s for s in (*find_quoted(proven), *find_located(proven))}
    return tuple(
        Anchor(source=s.source, part=s.part, start=s.start, end=s.end, text=s.text, by=proven.page.file)
        for _, s in sorted(places.items())
    )


def place_page(proven: ProvenPage, catalogue: Catalogue) -> tuple[str, Problems]:
    """The page's final Markdown, front matter included; what does not hold stays as it was written."""
    page = Page(catalogue=catalogue, url=links.page_url(page_path(proven.page.file)))
    placed, refused = place_citations(proven, page)
    printed, faults = place_inserts(proven, page)
    text = replaced(proven.page.text, [*placed, *printed])
    return framed(text, proven.page.file), in_order((*proven.problems, *refused, *faults))


def place_citations(proven: ProvenPage, page: Page) -> tuple[list[Piece], list[Problem]]:
    """What is printed for each citation, and the errors for quotations that the gate withholds."""
    text = proven.page.text
    pieces: list[Piece] = []
    problems: list[Problem] = []
    for one in proven.citations:
        start, until = one.citation.quotation or (one.citation.start, one.citation.start)
        refused = refuse(proven.page, one, page) if one.citation.words is not None else []
        problems += refused
        if not refused:
            pieces.append((start, one.citation.end, print_citation(one, text[until : one.citation.start], page)))
    return pieces, problems


def place_inserts(proven: ProvenPage, page: Page) -> tuple[list[Piece], list[Problem]]:
    """What is printed for each insert, and what is wrong with those for which nothing can be."""
    pieces: list[Piece] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    for insert, passage in proven.inserts:
        printed = print_insert(page, insert, passage)
        where = Location(file=proven.page.file, line=line_of(proven.page.text, insert.start))
        problems += (Problem(severity=severity, where=where, message=message) for severity, message in printed.faults)
        if printed.id and printed.id in ids:
            problems.append(Problem(severity=Severity.ERROR, where=where, message=TWICE))
        elif printed.markup is not None:
            pieces.append((insert.start, insert.end, printed.markup))
        ids.add(printed.id)
    return pieces, problems


def replaced(text: str, pieces: Iterable[Piece]) -> str:
    """The text with some of its stretches, which do not overlap, replaced."""
    done: list[str] = []
    at = 0
    for start, end, markup in sorted(pieces):
        done += [text[at:start], markup]
        at = end
    return "".join([*done, text[at:]])


def framed(text: str, file: str) -> str:
    """The page without the theme's side columns, as the generated ones are; the home page has its own front matter."""
    front, body = split_front_matter(text)
    if file == HOME or is_unclosed(text) or "hide" in read_front_matter(front, file)[0]:
        return text
    return with_front_matter(FRAME + body, front, file)


def refuse(written: HandPage, proven: Proven, page: Page) -> list[Problem]:
    """The errors for a quotation that is verbatim but that the gate withholds."""
    withheld = [span for passage in proven.passages for span in passage if not page.catalogue.gate.allows(span)]
    line = line_of(written.text, (proven.citation.quotation or (proven.citation.start,))[0]) if withheld else None
    return [error(written.file, refusal(span, page), line) for span in withheld]


def page_path(file: str) -> str:
    """The file below content/ in which a page of the seeds folder is placed.

    >>> page_path("pages/method.md")
    'method.md'
    """
    return file.removeprefix(FOLDER)
