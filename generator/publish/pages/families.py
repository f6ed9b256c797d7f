"""A quote family laid out: its longest reading, the others shown against it, and the same place by place.

In: a page, a family. Out: frozen view records. Never: prints words of a reading that its source's mode withholds;
passes over in silence that sources give the words to different speakers.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.edtf import in_words
from generator.model import Family, Quote, Record, Span, Variant
from generator.publish.escape import for_html
from generator.publish.pages.apparatus import OWN_WORDS, PlaceView, make_places
from generator.publish.pages.catalogue import find_statement_date, letter_order
from generator.publish.pages.marks import (
    GLUE,
    Page,
    actor_link,
    actor_name,
    badge,
    cited,
    first_words,
    html,
    letter,
    letters,
    words_of,
)
from generator.publish.pages.ours import curated_fold, our_translation
from generator.publish.pages.variants import (
    Telling,
    find_places,
    in_one_language,
    kind_in_words,
    make_tellings,
    piece_of,
    trimmed,
)
from generator.publish.words import NOT_LISTED, SPEAKER_UNKNOWN, capital, counted, language_name, listed

LONGEST = "longest reading"
THEN = Markup(' <span class="d-join">/</span> ')  # between the pieces of one utterance
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


class FamilyView(Record, frozen=True, kw_only=True):
    """One utterance in its readings; `shown` tells whether a word of them may be printed, `compared` whether words of
    the longest and of another one may. `given` says to whom the sources give the words, where they differ."""

    id: str
    aliases: tuple[str, ...]
    heading: str
    begins: Markup
    speaker: Markup
    given: Markup
    readings: tuple[ReadingView, ...]
    places: tuple[PlaceView, ...]
    shown: bool
    compared: bool
    decided: Markup


def make_family(page: Page, family: Family) -> FamilyView:
    """A family with its base first, then the others by letter; all that one witness prints is one reading."""
    base = page.catalogue.quotes[family.base]
    tellings = make_tellings(family, page.catalogue.quotes, page.catalogue.gate.language(base))
    tellings.sort(key=lambda one: (letter_order(page.catalogue.sources[one.first.source].siglum), one.first.start))
    is_shown = page.catalogue.gate.allows(base)
    compared = [one for one in tellings if is_shown and in_one_language(page.catalogue.gate, one.first, base)]
    places = find_places(compared, base)
    readings = (_base_view(page, family, base, places), *(_reading_view(page, one, base) for one in tellings))
    return FamilyView(
        id=family.id,
        aliases=family.aliases,
        heading=f"One utterance, {counted(len(readings), 'reading')}",
        begins=_beginning(page, family, base),
        speaker=_speaker(page, family),
        given=_given(page, family),
        readings=readings,
        places=make_places(page, family.id, base, places, compared),
        shown=any(reading.shown for reading in readings),
        compared=is_shown and any(reading.shown for reading in readings if not reading.is_base),
        decided=_decided(page, family),
    )


def _beginning(page: Page, family: Family, base: Quote) -> Markup:
    """The first words of the longest reading, else of the first of which words may be printed; nothing without one."""
    quotes = (base, *(page.catalogue.quotes[id] for id in family.quotes))
    shown = next((quote for quote in quotes if page.catalogue.gate.allows(quote)), None)
    return first_words(page, shown, BEGINNING) if shown else Markup("")


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
    found = [actor_link(page, speaker) for speaker in speakers if speaker.published]
    name = Markup(" or ").join(found) or for_html(capital(NOT_LISTED if speakers else SPEAKER_UNKNOWN))
    when = find_statement_date(page.catalogue, family.speaker, quotes)
    return html("{}, {}", name, in_words(when)) if when else name


def _given(page: Page, family: Family) -> Markup:
    """To whom the sources give the words, and what makes of two speakers one; nothing where they name but one."""
    by_speaker: defaultdict[str, list[Span]] = defaultdict(list)
    for quote in (page.catalogue.quotes[id] for id in family.quotes):
        if quote.speaker:
            by_speaker[quote.speaker].append(quote.speaker_span or quote)
    if len(by_speaker) <= 1:
        return Markup("")
    actors = page.catalogue.actors
    names = sorted(by_speaker, key=lambda id: (id != family.speaker, -len(by_speaker[id]), id))
    given = [html("{}{}{}", actor_link(page, actors[id]), GLUE, letters(page, by_speaker[id])) for id in names]
    voices = [
        html("One speaks for the other: {} is described as {}", actor_name(actors[id]), cited(page, span))
        for span in family.voices
        for id in names
        if span in actors[id].descriptions
    ]
    why = listed([str(one) for one in voices]) if voices else "The sources do not agree on who speaks"
    return html("Given to {}. {}.", Markup(listed([str(one) for one in given])), Markup(why) if voices else why)


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


def _reading_view(page: Page, telling: Telling, base: Quote) -> ReadingView:
    """Another reading: what only the longest has is struck, what only this one has is marked.

    It is not compared with a longest reading that is withheld: what is struck would give that away; nor with one in
    another language.
    """
    gate = page.catalogue.gate
    is_akin = in_one_language(gate, telling.first, base)
    return ReadingView(
        badge=badge(page, telling.first),
        kind=kind_in_words(telling, base) if is_akin else f"in {language_name(gate.language(telling.first))}",
        language=gate.language(telling.first),
        text=Markup("<br>").join(_utterances(page, telling, compared=is_akin and gate.allows(base))),
        is_base=False,
        shown=any(gate.allows(quote) for quote, _ in telling.pieces),
        translation=our_translation(page, *(quote for quote, _ in telling.pieces)),
    )


def _utterances(page: Page, telling: Telling, *, compared: bool) -> list[Markup]:
    """Each utterance of a telling, then what stands in the witness's own words beside it.

    Behind all but the first stands the letter that leads to its passage.
    """
    is_mixed = any(quote.kind != "indirect" for quote, _ in telling.pieces)
    utterances: list[Markup] = []
    for _, group in groupby(telling.pieces, key=lambda piece: piece[0].utterance):
        pieces = list(group)
        if is_mixed and pieces[0][0].kind == "indirect":
            utterances.append(_own_words(page, [quote for quote, _ in pieces]))
        else:
            text = THEN.join(_piece_view(page, quote, own if compared else ()) for quote, own in pieces)
            utterances.append(text + (GLUE + letter(page, pieces[0][0]) if utterances else ""))
    beside = sorted((one.reading for one in telling.beside), key=lambda span: span.start)
    return utterances + ([_own_words(page, beside)] if beside and compared else [])


def _own_words(page: Page, spans: Sequence[Span]) -> Markup:
    """What a witness tells in its own words."""
    words = Markup(" … ").join(words_of(page, trimmed(span)) for span in spans)
    return html('<span class="d-beside">{} {}{}{}</span>', OWN_WORDS, words, GLUE, letter(page, spans[0]))


def _piece_view(page: Page, quote: Quote, variants: Sequence[Variant]) -> Markup:
    gate = page.catalogue.gate
    if not gate.allows(quote):
        return html("<i>{}</i>", gate.html(quote))
    text, at = Markup(""), quote.start
    for variant in variants if quote.kind != "indirect" else ():
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
