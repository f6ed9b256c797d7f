"""How to cite a source or one of its passages, as its page prints it.

A passage has its plain citation; its BibTeX and CSL-JSON would make a page of many passages four times as long. They
are made by the page's script from a pattern: those of a passage that is none, in which id and place are filled in.
The source's own stand on the page as they are.

In: a page, a source, a sentence. Out: Markup, escaped. Never: prints a source's words but for its titles.
"""

import json

from markupsafe import Markup

from generator.model import Record, Sentence, SourceEntry
from generator.publish.escape import for_html
from generator.publish.fragments import live_url
from generator.publish.pages.marks import Page, html, place
from generator.publish.references import cite_bibtex, cite_csl, cite_plain

NO_ID = "p-000000000000"  # what the pattern has in place of a passage's own: no text of a bibliography holds these
NO_NUMBER = 900_000_000
LINE_BREAK = Markup("&#10;")  # of a preformatted text inside HTML that Markdown must not break up


class Citations(Record, frozen=True, kw_only=True):
    """A source in the three forms of a citation."""

    plain: str
    bibtex: Markup
    csl: Markup


def cite_source(page: Page, source: SourceEntry) -> Citations:
    """The whole source as a bibliography names it."""
    title = page.catalogue.dossier.title
    return Citations(
        plain=cite_plain(source, None, title),
        bibtex=_lines(cite_bibtex(source, None, title)),
        csl=_lines(json.dumps([cite_csl(source, None, title)], ensure_ascii=False, indent=1)),
    )


def cite_passage(page: Page, source: SourceEntry, passage: Sentence) -> str:
    """The passage as a bibliography names it, with its place."""
    return cite_plain(source, passage, page.catalogue.dossier.title)


def citation_pattern(page: Page, source: SourceEntry, passage: Sentence) -> Markup:
    """BibTeX and CSL-JSON of all passages that stand in the same item as this one, for the page's script to fill in."""
    title = page.catalogue.dossier.title
    none = Sentence(
        source=source.id, part=passage.part, start=NO_NUMBER + 1, end=NO_NUMBER + 2, text="", id=NO_ID,
        paragraph=NO_NUMBER - 1, role="body", language=source.language,
    )  # fmt: skip
    return html(
        '<template class="d-pattern" data-id="{}" data-place="{}" data-paragraph="{}" data-search-exclude>'
        "<pre>{}</pre><pre>{}</pre></template>",
        NO_ID, place(none), str(NO_NUMBER),
        _lines(cite_bibtex(source, none, title)),
        for_html(json.dumps(cite_csl(source, none, title), ensure_ascii=False)),
    )  # fmt: skip


def live_link(page: Page, source: SourceEntry, passage: Sentence) -> Markup:
    """The link to the passage on the page that its source was saved from; "" where it cannot be found there alone."""
    url = live_url(source, passage, page.catalogue.gate)
    if url is None:
        return Markup("")
    return html('<a class="d-live" href="{}" rel="noopener nofollow">In the live page</a>', url)


def _lines(text: str) -> Markup:
    return LINE_BREAK.join(map(for_html, text.strip().split("\n")))
