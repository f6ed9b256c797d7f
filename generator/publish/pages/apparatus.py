"""The apparatus of a quote family, for readers: at each place of variation all wordings, and who has them.

In: a page, a family's base, tellings and places. Out: frozen view records. Never: prints words of a reading that its
source's mode withholds; says that a witness has no words where it tells them without quotation marks.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model import Quote, Record, Span, Variant
from generator.publish.pages.marks import Page, html, letters, words_of
from generator.publish.pages.variants import Places, Telling, piece_of, stance, told_within, trimmed
from generator.spans import Range

NO_WORDS = "no words here"
OWN_WORDS = "without quotation marks:"
PARTLY_OWN = "partly without quotation marks:"
SEE = "see"


class WordingView(Record, frozen=True, kw_only=True):
    """One wording at a place, and the letters of those who have it, each leading to its passage."""

    words: Markup
    letters: Markup


class PlaceView(Record, frozen=True, kw_only=True):
    """A place of variation: each wording with the letters of those who have it."""

    id: str
    wordings: tuple[WordingView, ...]


def make_places(
    page: Page, family: str, base: Quote, places: Places, tellings: Sequence[Telling]
) -> tuple[PlaceView, ...]:
    """All places in the order of the base; `family` is the id under which they are found."""
    numbers = {place: number for number, place in enumerate(places, start=1)}
    return tuple(
        PlaceView(id=f"{family}-{number}", wordings=_wordings(page, base, place, places, tellings, numbers, family))
        for place, number in numbers.items()
    )


def _wordings(
    page: Page,
    base: Quote,
    place: Range,
    places: Places,
    tellings: Sequence[Telling],
    numbers: Mapping[Range, int],
    family: str,
) -> tuple[WordingView, ...]:
    """The base's words with all who have them, then other wordings, then those who tell it or have no words for it."""
    varying = {id(telling) for telling, _ in places[place]}
    others = [one for one in tellings if id(one) not in varying]
    agreeing = [base, *(one.first for one in others if stance(one, place) == "agrees")]
    silent = [one.first for one in others if stance(one, place) == "none"]
    words = piece_of(base, *place)
    found = [WordingView(words=_words(page, words), letters=letters(page, agreeing))]
    by_words: defaultdict[tuple[bool, str], list[Variant]] = defaultdict(list)
    for telling, variant in places[place]:
        if variant.reading.text.strip():
            by_words[variant.kind == "indirect", variant.reading.text.strip()].append(variant)
        else:
            silent.append(telling.first)
    for (is_own, _), same in sorted(by_words.items(), key=lambda item: item[0][0]):
        spans = [one.reading for one in same]
        shown = _words(page, spans[0])
        found.append(
            WordingView(words=html("<i>{}</i> {}", OWN_WORDS, shown) if is_own else shown, letters=letters(page, spans))
        )
    found += [_part(page, one, place, numbers, family) for one in others if stance(one, place) == "in part"]
    if silent:
        found.append(WordingView(words=html("<i>{}</i>", NO_WORDS), letters=letters(page, silent)))
    return tuple(found)


def _words(page: Page, span: Span) -> Markup:
    return words_of(page, trimmed(span)) if span.text.strip() else html("<i>{}</i>", NO_WORDS)


def _part(page: Page, telling: Telling, place: Range, numbers: Mapping[Range, int], family: str) -> WordingView:
    """What a telling tells of a part of a place in its own words, else the places around where it has other words."""
    own = [trimmed(one.reading) for one in told_within(telling, place)]
    if own:
        words = html("<i>{}</i> {}", PARTLY_OWN, Markup(" … ").join(_words(page, span) for span in own))
        return WordingView(words=words, letters=letters(page, own[:1]))
    within = [number for range_, number in numbers.items() if range_[0] < place[1] and place[0] < range_[1]]
    links = [html('<a href="#{}-{}">{}</a>', family, str(n), str(n)) for n in within if n != numbers[place]]
    words = html("<i>{} {}</i>", SEE, Markup(", ").join(links))
    return WordingView(words=words, letters=letters(page, [telling.first]))
