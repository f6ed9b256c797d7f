"""Hand-written pages placed in the site: their citations as letters that lead to passages, the rest as it was written.

In: a page, a dossier, the gate, the addresses of passages. Out: Markdown, problems. Never: touches the disk, changes a
person's words, prints as a quotation what is not verbatim in its source.
"""

from collections.abc import Mapping

from markupsafe import Markup

from generator.model import Dossier, HandPage, SourceEntry, Span
from generator.problems import Problem, Problems, error, in_order
from generator.publish import links
from generator.publish.citations import Proven, prove_citations, quoted
from generator.publish.escape import for_attribute
from generator.publish.front_matter import NO_END, is_unclosed, read_front_matter, split_front_matter
from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.markdown_code import blank
from generator.publish.pages.catalogue import make_catalogue
from generator.publish.pages.marks import GLUE, Page, letter, swatch, words_of

FOLDER = "pages/"  # of the seeds folder
HOME = "pages/index.md"


def place_page(page: HandPage, dossier: Dossier, gate: Gate, passages: Passages) -> tuple[str, Problems]:
    """The page's final Markdown, front matter included; a citation that does not hold stays as it was written."""
    sources = {source.id: source for source in dossier.sources}
    proven, problems = prove_page(page, sources, gate)
    view = Page(catalogue=make_catalogue(dossier, gate, passages), url=links.page_url(page_path(page.file)))
    pieces: list[str] = []
    at = 0
    for one in proven:
        withheld = tuple(refuse(page, one, span, sources) for span in one.passages if not gate.allows(span))
        problems += withheld
        if not withheld:
            start, end = one.citation.quotation or (one.citation.start, one.citation.start)
            pieces += [page.text[at:start], print_citation(one, page.text[end : one.citation.start], view)]
            at = one.citation.end
    return "".join([*pieces, page.text[at:]]), in_order(problems)


def find_quoted(page: HandPage, dossier: Dossier, gate: Gate) -> tuple[Span, ...]:
    """The passages that a page quotes, as far as they are verbatim: the gate counts them among the findings."""
    proven, _ = prove_page(page, {source.id: source for source in dossier.sources}, gate)
    return tuple(span for one in proven for span in one.passages)


def prove_page(
    page: HandPage, sources: Mapping[str, SourceEntry], gate: Gate
) -> tuple[tuple[Proven, ...], tuple[Problem, ...]]:
    """The page's citations that hold, and what is wrong with the others and with its front matter."""
    front, body = split_front_matter(page.text)
    proven, problems = prove_citations(blank(front) + body, page.file, sources, gate)
    _, faults = read_front_matter(front, page.file)
    if is_unclosed(page.text):
        faults += (error(page.file, NO_END, line=1),)
    return proven, problems + faults


def print_citation(proven: Proven, between: str, page: Page) -> Markup:
    """A quotation in its source's voice, what stood after it, the letters; without a quotation, the letters alone."""
    if not proven.passages:
        sources = (page.catalogue.sources[id] for id in proven.citation.ids)
        return GLUE.join(source_letter(page, source) for source in sources)
    letters = GLUE.join(letter(page, span) for span in proven.passages)
    return words_of(page, proven.passages[0]) + Markup(between.rstrip()) + GLUE + letters


def source_letter(page: Page, source: SourceEntry) -> Markup:
    """A source's letter that leads to its page."""
    return Markup('<a class="d-sig" href="{}" aria-label="{}, {}">{}<b>{}</b></a>').format(
        page.href(links.source(source.id)),
        source.siglum,
        for_attribute(source.label),
        swatch(source.siglum),
        source.siglum,
    )


def refuse(page: HandPage, proven: Proven, span: Span, sources: Mapping[str, SourceEntry]) -> Problem:
    """The error for a quotation that is verbatim but that the gate withholds."""
    source, quotation = sources[span.source], proven.citation.quotation or (0, 0)
    why = "does not allow its words to be printed" if source.mode == "pointer" else "allows no more of its words"
    return error(
        page.file,
        f"{quoted(span.text)} stands in the source “{source.id}”, but its mode “{source.mode}” {why}. "
        "Cite it without a quotation, or change its mode or max_share in seeds/sources.yml.",
        line=1 + page.text.count("\n", 0, quotation[0]),
    )


def page_path(file: str) -> str:
    """The file below content/ in which a page of the seeds folder is placed.

    >>> page_path("pages/method.md")
    'method.md'
    """
    return file.removeprefix(FOLDER)
