"""A quote family laid out: its longest reading, the others shown against it, and the same place by place.

In: a page, a family. Out: frozen view records. Never: prints words of a reading that its source's mode withholds.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.edtf import in_words
from generator.model import Family, Quote, Record, Span, Variant
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import find_statement_date, letter_order
from generator.publish.pages.marks import Page, actor_link, badge, first_words, html, sigla, words_of
from generator.publish.pages.ours import curated_fold, our_translation
from generator.publish.pages.variants import (
    Telling,
    find_places,
    kind_in_words,
    make_tellings,
    piece_of,
    trimmed,
    varies_at,
)
from generator.publish.words import NOT_LISTED, SPEAKER_UNKNOWN, capital, counted

LONGEST = "longest reading"
THEN = Markup(' <span class="d-join">/</span> ')  # between the pieces of one utterance
NO_WORDS = "no words here"
BEGINNING = 9  # words that tell an utterance from others
BEFORE_WORDS = " \u00a0([{“‘\"'"  # after these no space is set before a struck word
AFTER_WORDS = " \u00a0.,;:!?)]}”’"  # and before these none after it


class ReadingView(Record, frozen=True, kw_only=True):
    """A reading: who has it, what kind it is, its words with what differs marked."""

    badge: Markup
    kind: str
    language: str
    text: Markup
    is_base: bool
    shown: bool
    translation: Markup


class PlaceView(Record, frozen=True, kw_only=True):
    """A place of variation: each wording with the letters of those who have it."""

    id: str
    wordings: tuple[tuple[Markup, str], ...]


class FamilyView(Record, frozen=True, kw_only=True):
    """One utterance in its readings; `shown` tells whether a word of them may be printed."""

    id: str
    aliases: tuple[str, ...]
    heading: str
    begins: Markup
    speaker: Markup
    readings: tuple[ReadingView, ...]
    places: tuple[PlaceView, ...]
    shown: bool
    decided: Markup


def make_family(page: Page, family: Family) -> FamilyView:
    """A family with its base first, then the others by letter; pieces of one utterance are one reading."""
    base = page.catalogue.quotes[family.base]
    tellings = make_tellings(family, page.catalogue.quotes)
    tellings.sort(key=lambda one: (letter_order(page.catalogue.sources[one.first.source].siglum), one.first.start))
    is_shown = page.catalogue.gate.allows(base)
    places = find_places(tellings, base) if is_shown else {}
    readings = (_base_view(page, family, base, places), *(_reading_view(page, one, is_shown) for one in tellings))
    return FamilyView(
        id=family.id,
        aliases=family.aliases,
        heading=f"One utterance, {counted(len(readings), 'reading')}",
        begins=first_words(page, base, BEGINNING),
        speaker=_speaker(page, family),
        readings=readings,
        places=tuple(
            PlaceView(
                id=f"{family.id}-{number}",
                wordings=_wordings(page, base, piece_of(base, *place), variants, tellings),
            )
            for number, (place, variants) in enumerate(places.items(), start=1)
        ),
        shown=any(reading.shown for reading in readings),
        decided=_decided(page, family),
    )


def _decided(page: Page, family: Family) -> Markup:
    """What the editor decided of the family and of who speaks in it."""
    quotes = [page.catalogue.quotes[id] for id in family.quotes]
    reasons = (family.curated, *(quote.curated for quote in quotes))
    return curated_fold(page.catalogue, "quotation", (family.id, *family.aliases, *family.quotes), *reasons)


def _speaker(page: Page, family: Family) -> Markup:
    """Who says it and when, as far as known; where the sources name several, all of them."""
    quotes = [page.catalogue.quotes[id] for id in family.quotes]
    named = dict.fromkeys([family.speaker] if family.speaker else [quote.speaker for quote in quotes if quote.speaker])
    speakers = [page.catalogue.actors[id] for id in named]
    listed = [actor_link(page, speaker) for speaker in speakers if speaker.published]
    name = Markup(" or ").join(listed) or for_html(capital(NOT_LISTED if speakers else SPEAKER_UNKNOWN))
    when = find_statement_date(page.catalogue, family.speaker, quotes)
    return html("{}, {}", name, in_words(when)) if when else name


def _base_view(page: Page, family: Family, base: Quote, places: Iterable[tuple[int, int]]) -> ReadingView:
    """The longest reading, its places of variation underlined and numbered."""
    gate = page.catalogue.gate
    text = gate.html(base)
    if gate.allows(base):
        text, at = Markup(""), base.start
        for number, (start, end) in enumerate(places, start=1):
            if start >= at:
                text += gate.html(piece_of(base, at, start))
                text += html('<span class="d-lem">{}</span>', gate.html(piece_of(base, start, end)))
                at = end
            text += _number(family, number)
        text += gate.html(piece_of(base, at, base.end))
    return ReadingView(
        badge=badge(page, base),
        kind=LONGEST,
        language=gate.language(base),
        text=text,
        is_base=True,
        shown=gate.allows(base),
        translation=our_translation(page, base),
    )


def _number(family: Family, number: int) -> Markup:
    """The number that leads to a place of variation."""
    return html(
        '<a class="d-n" href="#{}-{}" aria-label="variation {}">{}</a>', family.id, *(3 * [str(number)])
    )  # fmt: skip


def _reading_view(page: Page, telling: Telling, compared: bool) -> ReadingView:
    """Another reading: what only the longest has is struck, what only this one has is marked.

    It is not compared with a longest reading that is withheld: what is struck would give that away.
    """
    gate = page.catalogue.gate
    pieces = [_piece_view(page, quote, variants if compared else ()) for quote, variants in telling.pieces]
    return ReadingView(
        badge=badge(page, telling.first),
        kind=kind_in_words(telling),
        language=gate.language(telling.first),
        text=THEN.join(pieces),
        is_base=False,
        shown=any(gate.allows(quote) for quote, _ in telling.pieces),
        translation=our_translation(page, *(quote for quote, _ in telling.pieces)),
    )


def _piece_view(page: Page, quote: Quote, variants: Sequence[Variant]) -> Markup:
    gate = page.catalogue.gate
    if not gate.allows(quote):
        return html("<i>{}</i>", gate.html(quote))
    text, at = Markup(""), quote.start
    for variant in variants:
        if at <= variant.reading.start and variant.reading.end <= quote.end:
            text += gate.html(piece_of(quote, at, variant.reading.start)) + _difference(page, quote, variant)
            at = variant.reading.end
    return text + gate.html(piece_of(quote, at, quote.end))


def _difference(page: Page, quote: Quote, variant: Variant) -> Markup:
    """What is struck and what is marked at one place, with spaces where the reading has none of its own."""
    gate, parts = page.catalogue.gate, []
    if variant.base.text.strip() and gate.allows(variant.base):
        parts.append(html("<del>{}</del>", gate.html(trimmed(variant.base))))
    if variant.reading.text.strip():
        parts.append(html("<ins>{}</ins>", gate.html(trimmed(variant.reading))))
    before = quote.text[: variant.reading.start - quote.start][-1:]
    after = quote.text[variant.reading.end - quote.start :][:1]
    return html(
        "{}{}{}",
        " " if parts and before not in BEFORE_WORDS else "",
        Markup(" ").join(parts),
        " " if parts and after not in AFTER_WORDS else "",
    )


def _wordings(
    page: Page, base: Quote, place: Span, variants: Sequence[tuple[Telling, Variant]], tellings: Sequence[Telling]
) -> tuple[tuple[Markup, str], ...]:
    """The base's words with all who have them, then the other wordings with those who have these."""
    agreeing = [base, *(telling.first for telling in tellings if not varies_at(telling, (place.start, place.end)))]
    wordings = [(_wording(page, place), _letters(page, agreeing))]
    by_text: defaultdict[str, list[tuple[Telling, Variant]]] = defaultdict(list)
    for telling, variant in variants:
        by_text[variant.reading.text.strip()].append((telling, variant))
    for same in by_text.values():
        wordings.append((_wording(page, same[0][1].reading), _letters(page, [one.first for one, _ in same])))
    return tuple(wordings)


def _wording(page: Page, span: Span) -> Markup:
    return words_of(page, trimmed(span)) if span.text.strip() else html("<i>{}</i>", NO_WORDS)


def _letters(page: Page, spans: Sequence[Span]) -> str:
    return " ".join(sigla(page.catalogue, spans))
