"""The small marks that every page prints: a source's badge, the letter after a quotation, a quotation, a basis.

In: a page, spans, site words. Out: Markup, escaped. Never: prints a source's words except through the gate.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup

from generator.edtf import in_words, precision
from generator.model import Actor, DateBasis, PublicationDate, Record, SourceEntry, Span
from generator.publish import links
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue, in_letter_order
from generator.publish.words import NOT_LISTED, is_right_to_left, part_noun
from generator.spans import witness

PATTERNS = "ABCDE"  # the stylesheet's five swatches; later letters use them again, the letter tells them apart
LETTERS = 12  # after one quotation; more are a block of letters in which none is found
DOUBLE = re.compile('[“”„‟"]')  # marks of a source's own: words that hold them stand in single ones
MACHINE_DATE = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")  # what HTML takes for a day, month or year
GLUE = Markup("&#8239;")  # narrow no-break space: keeps a letter on the line of the word that it stands after


class Page(Record, frozen=True, kw_only=True):
    """A page being built: what it may look up, and its address, from which links are made relative."""

    catalogue: Catalogue
    url: str

    def href(self, to_url: str) -> str:
        """The relative link to an address of the site."""
        return links.relative(to_url, self.url)

    def passage(self, span: Span) -> str:
        """The relative link to the passage that holds a span, or to its source."""
        return self.href(self.catalogue.passage(span))


def html(template: str, *parts: str) -> Markup:
    """A piece of raw HTML with its parts filled in: Markup as it is, all other text escaped.

    >>> html("<b>{}</b>", "a < b")
    Markup('<b>a &#60; b</b>')
    """
    # str.format, because Markup.format would escape each part once more, slowly and to no effect.
    return Markup(str.format(template, *[part if isinstance(part, Markup) else for_html(part) for part in parts]))


def swatch(siglum: str) -> Markup:
    """The pattern that repeats what the letter says.

    >>> swatch("F") == swatch("A").replace('"F"', '"A"')
    True
    """
    number = 0
    for letter in siglum:
        number = number * 26 + ord(letter) - ord("A") + 1
    return html('<span class="d-sw" data-s="{}" aria-hidden="true"></span>', PATTERNS[(number - 1) % len(PATTERNS)])


def source_badge(page: Page, source: SourceEntry, span: Span | None = None) -> Markup:
    """Letter and label of a source, leading to its page, or to a passage in it."""
    href = page.href(links.source(source.id)) if span is None else page.passage(span)
    return _badge(href, source.siglum, source.label)


def witness_badge(page: Page, name: str) -> Markup:
    """Letter and label of a witness, leading to its source."""
    source = page.catalogue.sources[name.partition("#")[0]]
    return _badge(page.href(links.source(source.id)), source.siglum, witness_label(page.catalogue, name))


def badge(page: Page, span: Span) -> Markup:
    """Letter and label of the witness that a span stands in, leading to the passage."""
    source = page.catalogue.sources[span.source]
    return _badge(page.passage(span), source.siglum, witness_label(page.catalogue, witness(span)))


def badges(page: Page, spans: Iterable[Span]) -> tuple[Markup, ...]:
    """One badge for each witness among the spans, in the order of letters, leading to its first passage."""
    return tuple(badge(page, span) for span in first_of_each(page.catalogue, spans))


def letter(page: Page, span: Span) -> Markup:
    """The letter that stands after a quotation and leads to its passage."""
    source = page.catalogue.sources[span.source]
    return html(
        '<a class="d-sig" href="{}" aria-label="{}, {}: the passage">{}<b>{}</b></a>',
        page.passage(span), source.siglum, witness_label(page.catalogue, witness(span)), swatch(source.siglum),
        source.siglum,
    )  # fmt: skip


def letters(page: Page, spans: Iterable[Span]) -> Markup:
    """A letter for each source among the spans, leading to its first passage; where they are many, the rest counted."""
    firsts: dict[str, Span] = {}
    for span in in_letter_order(page.catalogue, spans):
        firsts.setdefault(span.source, span)
    named = Markup(" ").join(letter(page, span) for span in list(firsts.values())[:LETTERS])
    more = len(firsts) - LETTERS
    return named + html(" <small>and {} more</small>", f"{more:,}") if more > 0 else named


def words_of(page: Page, span: Span) -> Markup:
    """A source's words in quotation marks, single about double ones; where its mode withholds them, their place."""
    gate = page.catalogue.gate
    if not gate.allows(span):
        return html("<i>{}</i>", gate.html(span))
    about = Markup('class="d-single" ') if DOUBLE.search(gate.plain(span)) else Markup("")
    return html("<q {}{}>{}</q>", about, in_language(gate.language(span)), gate.html(span))


def in_language(tag: str) -> Markup:
    """The attributes of an element whose words are in a language.

    >>> in_language("ar"), in_language("it")
    (Markup('lang="ar" dir="rtl"'), Markup('lang="it"'))
    """
    return html('lang="{}"{}', tag, Markup(' dir="rtl"') if is_right_to_left(tag) else "")


def cited(page: Page, span: Span) -> Markup:
    """A source's words with the letter that leads to them."""
    return words_of(page, span) + GLUE + letter(page, span)


def basis_mark(basis: DateBasis | None) -> Markup:
    """How a date is known, "" where that is not said."""
    return html('<span class="d-basis">{}</span>', basis) if basis else Markup("")


def actor_name(actor: Actor) -> str:
    """An actor's name; one without a page is not named in the site's own voice."""
    return actor.name if actor.published else NOT_LISTED


def actor_link(page: Page, actor: Actor) -> Markup:
    """An actor's name, leading to its page."""
    if not actor.published:
        return for_html(NOT_LISTED)
    return html('<a href="{}">{}</a>', page.href(links.actor(actor.id)), actor.name)


def date_words(edtf: str | None) -> Markup:
    """A date in words, with the day, month or year for machines where it is just that, and after 1 BC."""
    if edtf and MACHINE_DATE.fullmatch(edtf) and precision(edtf) != "range":
        return html('<time datetime="{}">{}</time>', edtf, in_words(edtf))
    return html("<span>{}</span>", in_words(edtf))


def sigla(catalogue: Catalogue, spans: Iterable[Span]) -> list[str]:
    """The letters of the sources that the spans stand in, in their order, each once."""
    return list(dict.fromkeys(catalogue.sources[span.source].siglum for span in in_letter_order(catalogue, spans)))


def first_of_each(catalogue: Catalogue, spans: Iterable[Span]) -> list[Span]:
    """The first span of each witness, in the order of letters."""
    found: dict[str, Span] = {}
    for span in in_letter_order(catalogue, spans):
        found.setdefault(witness(span), span)
    return list(found.values())


def witness_label(catalogue: Catalogue, name: str) -> str:
    """A witness for readers: its source's label, with the number of the thread or item."""
    source = catalogue.sources[name.partition("#")[0]]
    if name not in catalogue.parts:
        return source.label
    return f"{source.label}, {part_noun(source)} {catalogue.parts[name][0]}"


def witness_siglum(catalogue: Catalogue, name: str) -> str:
    """A witness in a running sentence: its letter, with the number of the thread or item."""
    source = catalogue.sources[name.partition("#")[0]]
    if name not in catalogue.parts:
        return source.siglum
    return f"{source.siglum} {part_noun(source)} {catalogue.parts[name][0]}"


def published_why(page: Page, date: PublicationDate) -> str:
    """Why a source is given its date, without words that its mode withholds."""
    return date.why if date.span is None else page.catalogue.gate.reason(date.why, date.span)


def beginning_of(span: Span, number: int) -> Span:
    """The beginning of a span, so many words long."""
    words = span.text.split(maxsplit=number)
    rest = len(words[-1]) if len(words) > number else 0
    text = span.text[: len(span.text) - rest].rstrip()
    return Span(source=span.source, part=span.part, start=span.start, end=span.start + len(text), text=text)


def first_words(page: Page, span: Span, number: int) -> Markup:
    """So many first words of a passage, and the sign that it goes on; where they are withheld, the passage's place."""
    begun = beginning_of(span, number)
    if begun.end == span.end or not page.catalogue.gate.allows(begun):
        return words_of(page, span)
    return words_of(page, begun) + " …"


def place(span: Span) -> str:
    """Where a passage stands in its source."""
    return f"characters {span.start:,}–{span.end:,}"


def _badge(href: str, siglum: str, label: str) -> Markup:
    return html('<a class="d-src" href="{}">{}<b>{}</b> <span>{}</span></a>', href, swatch(siglum), siglum, label)
