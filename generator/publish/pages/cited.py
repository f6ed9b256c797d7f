"""The citations of a hand-written page as they are printed: words in their source's voice, letters that lead to them.

In: a page, citations that hold. Out: Markup. Never: prints words that do not come from the gate.
"""

from markupsafe import Markup

from generator.model import SourceEntry, Span
from generator.publish import links
from generator.publish.elisions import OMISSION, Passage, has_word
from generator.publish.pages.marks import DOUBLE, GLUE, Page, html, in_language, letter, swatch, words_of
from generator.publish.proofs import Proven, quoted

OMITTED = Markup(' <span class="d-omit">[…]</span> ')  # the editor's sign, so set apart from a source's own dots
BEGINS_LATER, ENDS_EARLIER = Markup(OMITTED.lstrip()), Markup(OMITTED.rstrip())


def print_citation(proven: Proven, between: str, page: Page) -> Markup:
    """A quotation in its source's voice, what stood after it, the letters; without a quotation, the letters alone."""
    letters = GLUE.join(
        letter(page, passage[0]) if passage else source_letter(page, page.catalogue.sources[one.id])
        for one, passage in zip(proven.citation.cited, proven.passages, strict=True)
    )
    if proven.citation.words is None:
        return letters
    words = passage_words(page, proven.passages[0], proven.citation.words)
    return words + Markup(between.rstrip()) + GLUE + letters


def passage_words(page: Page, passage: Passage, words: str) -> Markup:
    """A passage in quotation marks, with a sign of ours where its quotation leaves words out, as `words` say."""
    first, last = omits_at_ends(words, passage)
    if len(passage) == 1 and not (first or last):
        return words_of(page, passage[0])
    gate = page.catalogue.gate
    about = Markup('class="d-single" ') if any(DOUBLE.search(gate.plain(span)) for span in passage) else Markup("")
    language = in_language(gate.language(passage[0]))
    begins, ends = BEGINS_LATER if first else "", ENDS_EARLIER if last else ""
    shown = OMITTED.join(gate.html(span) for span in passage)
    return html("<q {}{}>{}{}{}</q>", about, language, begins, shown, ends)


def omits_at_ends(words: str, passage: Passage) -> tuple[bool, bool]:
    """Whether a quotation begins, and whether it ends, with a sign for words left out that its source has not."""
    written, printed = OMISSION.split(words), OMISSION.split(" ".join(span.text for span in passage))
    first, last = (has_word(written[at]) < has_word(printed[at]) for at in (0, -1))
    return first, last


def source_letter(page: Page, source: SourceEntry) -> Markup:
    """A source's letter that leads to its page."""
    return html(
        '<a class="d-sig" href="{}" aria-label="{}, {}">{}<b>{}</b></a>',
        page.href(links.source(source.id)), source.siglum, source.label, swatch(source.siglum), source.siglum,
    )  # fmt: skip


def refusal(span: Span, page: Page) -> str:
    """What to say of words that are verbatim but that the gate withholds."""
    source = page.catalogue.sources[span.source]
    why = "does not allow its words to be printed" if source.mode == "pointer" else "allows no more of its words"
    return (
        f"{quoted(span.text)} stands in the source “{source.id}”, but its mode “{source.mode}” {why}. "
        "Cite it without a quotation, or change its mode or max_share in seeds/sources.yml."
    )
