"""What someone says: utterances with their cue and source, each once, however many sources print it.

In: a page, one speaker's quotations. Out: frozen view records. Never: joins what the comparison did not join.
"""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from generator.edtf import in_words
from generator.model import Quote, Record
from generator.publish import links
from generator.publish.pages.catalogue import find_statement_date, in_letter_order
from generator.publish.pages.marks import Page, actor_link, badge, cited, html, letters, place, words_of
from generator.publish.pages.ours import curated_fold, curated_remark, our_translation, translations_of
from generator.publish.words import DENIES, IN_A_DENIAL

PHRASE_WORDS = 4  # of a mixed quotation that is no statement by itself


class Piece(Record, frozen=True, kw_only=True):
    """A piece of an utterance as printed, or its place only; `told` where the source tells it in its own words."""

    text: Markup
    shown: bool
    told: bool


class Speeches(Record, frozen=True, kw_only=True):
    """All that someone is quoted as saying: utterances, single words and phrases, what sources tell in their own words.

    `places` are those of the utterances that may not be shown.
    """

    shown: tuple["Speech", ...]
    phrases: tuple[Markup, ...]
    reported: tuple["Speech", ...]
    places: tuple[Markup, ...]


class Speech(Record, frozen=True, kw_only=True):
    """One utterance: its pieces in one source, how that attributes it, who else has it.

    `told`: the words are the source's, not the speaker's. `denial` stands before what the speaker says is not so.
    """

    language: str
    told: bool
    denial: str
    pieces: tuple[Piece, ...]
    cue: Markup
    badge: Markup
    when: str
    via: Markup
    also: Markup
    translation: Markup
    decided: Markup


def make_speeches(page: Page, quotes: Sequence[Quote]) -> Speeches:
    """The utterances in the order of their sources; those of one family are one, in its longest reading here.

    Words between scare quotes are no utterance, whoever they are ascribed to.
    """
    told: set[str] = set()
    spoken = [quote for quote in in_letter_order(page.catalogue, quotes) if quote.kind != "scare"]
    shown: list[Speech] = []
    reported: list[Speech] = []
    phrases, places = [], []
    for _, group in groupby(spoken, key=lambda quote: quote.utterance):
        pieces = tuple(group)
        family = next((quote.family for quote in pieces if quote.family), None)
        if family in told:
            continue
        if family:
            told.add(family)
            pieces = _base_pieces(page, family, spoken) or pieces
        if not any(page.catalogue.gate.allows(piece) for piece in pieces):
            places.append(html("{} {}{}", badge(page, pieces[0]), place(pieces[0]), _remark(page, pieces[0])))
        elif family is None and is_phrase(pieces) and not translations_of(page.catalogue, pieces[0]):
            denial = html("{}: ", denied) if (denied := name_denial(pieces)) else Markup("")
            phrases.append(html("{}{}{}", denial, cited(page, pieces[0]), _remark(page, pieces[0])))
        else:
            (reported if is_told(pieces) else shown).append(_speech(page, pieces, family))
    return Speeches(shown=tuple(shown), phrases=tuple(phrases), reported=tuple(reported), places=tuple(places))


def is_phrase(pieces: Sequence[Quote]) -> bool:
    """Whether an utterance is a word or phrase that a source took into a sentence of its own."""
    return len(pieces) == 1 and pieces[0].kind == "mixed" and len(pieces[0].text.split()) <= PHRASE_WORDS


def is_told(pieces: Sequence[Quote]) -> bool:
    """Whether a source tells the whole utterance in its own words."""
    return all(piece.kind == "indirect" for piece in pieces)


def name_denial(pieces: Sequence[Quote]) -> str:
    """What to print before the content of a denial, "" where it is none.

    What is told is what the speaker denies. A piece in marks may be that, or a word of the denial ("false rumours");
    a whole sentence in marks is the denial itself.
    """
    if any(piece.kind == "direct" or piece.cue_class != "deny" for piece in pieces):
        return ""
    return DENIES if is_told(pieces) else IN_A_DENIAL


def _base_pieces(page: Page, family: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The pieces of a family's longest reading, where it has this speaker."""
    base = page.catalogue.quotes[page.catalogue.families[family].base]
    return tuple(quote for quote in quotes if quote.source == base.source and quote.utterance == base.utterance)


def _speech(page: Page, pieces: Sequence[Quote], family: str | None) -> Speech:
    gate, first = page.catalogue.gate, pieces[0]
    when = find_statement_date(page.catalogue, first.speaker, pieces)
    ids = [quote.id for quote in pieces]
    cue = next((quote.cue_span for quote in pieces if quote.cue_span), None)
    return Speech(
        language=gate.language(first),
        told=is_told(pieces),
        denial=name_denial(pieces),
        pieces=tuple(
            Piece(text=gate.html(quote), shown=gate.allows(quote), told=quote.kind == "indirect") for quote in pieces
        ),
        cue=html("cue: {}", words_of(page, cue)) if cue and gate.allows(cue) else Markup(""),
        badge=badge(page, first),
        when=in_words(when) if when else "",
        via=_via(page, first),
        also=_also(page, first, family),
        translation=our_translation(page, *pieces),
        decided=curated_fold(page.catalogue, "quotation", ids, *(quote.curated for quote in pieces)),
    )


def _remark(page: Page, quote: Quote) -> Markup:
    """That a person decided who speaks, in running text."""
    return curated_remark(page.catalogue, "quotation", (quote.id,), quote.curated)


def _via(page: Page, quote: Quote) -> Markup:
    names = [actor_link(page, page.catalogue.actors[id]) for id in quote.via if id in page.catalogue.actors]
    return html("through {}", Markup(", ").join(names)) if names else Markup("")


def _also(page: Page, quote: Quote, family: str | None) -> Markup:
    """Who else prints the utterance, with the way to the comparison."""
    if family is None:
        return Markup("")
    others = [page.catalogue.quotes[id] for id in page.catalogue.families[family].quotes]
    elsewhere = [other for other in others if (other.source, other.part) != (quote.source, quote.part)]
    return html(
        'The same utterance in {}: <a href="{}">compare the readings</a>',
        letters(page, elsewhere), page.href(links.family(family)),
    )  # fmt: skip
