"""The passages of a source in order: those shown, those named by their place, and what stands between them.

In: a page, a source, the sentences that findings rest on. Out: frozen view records. Never: prints what the gate
withholds.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec.structs import replace

from generator.edtf import in_words
from generator.model import Part, Quote, Record, Sentence, SourceEntry, Span
from generator.publish import links
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.marks import Page, actor_name, html, place
from generator.publish.words import (
    SPEAKER_UNKNOWN,
    capital,
    language_name,
    part_noun,
    posts_in_words,
    published_in_words,
)
from generator.spans import sentence_at

USES_SHOWN = 6  # of one passage; more would be longer than the passage


class Use(Record, frozen=True, kw_only=True):
    """What a passage is used for, and the address of that; None where no page sets it out."""

    text: str
    url: str | None


class Passage(Record, frozen=True, kw_only=True):
    """A passage at its address, or its place only; `gap` is the number of words before it that are not reproduced."""

    id: str
    gap: int
    language: str
    text: Markup
    shown: bool
    place: str
    words: int
    uses: tuple[Markup, ...]
    more_uses: int


class Stretch(Record, frozen=True, kw_only=True):
    """A whole article, or one item of a collection; `gap` is the number of words after its last passage."""

    id: str
    heading: str
    title: str
    facts: str
    passages: tuple[Passage, ...]
    gap: int


Uses = Mapping[int, Sequence[Use]]  # by the start of the sentence


def find_uses(catalogue: Catalogue) -> dict[str, Uses]:
    """What each source's sentences are used for, each use once."""
    found: defaultdict[str, defaultdict[int, dict[Use, None]]] = defaultdict(lambda: defaultdict(dict))
    for span, use in _findings(catalogue):
        sentence = sentence_at(catalogue.used[span.source], span.start)
        if sentence is not None:
            found[span.source][sentence.start][use] = None
    return {source: {start: tuple(uses) for start, uses in by_start.items()} for source, by_start in found.items()}


def _findings(catalogue: Catalogue) -> Iterator[tuple[Span, Use]]:
    """Every finding that rests on a passage, the weightiest kinds first."""
    for event in catalogue.dossier.events:
        address = None if event.edtf is None else links.event(event.id)
        use = Use(text=f"entry, {in_words(event.edtf)}", url=address)
        yield from ((report, use) for report in event.reports)
    for quote in catalogue.dossier.quotes:
        if quote.family is not None:
            yield quote, Use(text="readings compared", url=links.family(quote.family))
        if quote.kind != "scare":
            yield quote, _quotation(catalogue, quote)
    for actor in catalogue.actors.values():
        if actor.published:
            use = Use(text=f"description: {actor.name}", url=f"{links.actor(actor.id)}#described")
            yield from ((span, use) for span in actor.descriptions)


def _quotation(catalogue: Catalogue, quote: Quote) -> Use:
    """A quotation as a use, with the page of its speaker where there is one."""
    speaker = catalogue.actors[quote.speaker] if quote.speaker else None
    if speaker is None:
        return Use(text=f"quotation, {SPEAKER_UNKNOWN}", url=None)
    address = f"{links.actor(speaker.id)}#says" if speaker.published else None
    return Use(text=f"quotation: {actor_name(speaker)}", url=address)


def make_stretches(page: Page, source: SourceEntry, uses: Uses) -> tuple[Stretch, ...]:
    """The passages of a source: those of an article as one stretch, those of a collection by item."""
    sentences = page.catalogue.used[source.id]
    if not source.parts:
        end = page.catalogue.gate.length(source.id)
        return (_stretch(page, source, (0, end), sentences, uses),)
    stretches = []
    outside = [sentence for sentence in sentences if sentence.part is None]
    if outside:
        stretches.append(_stretch(page, source, None, outside, uses))
    for number, part in enumerate(source.parts, start=1):
        inside = [sentence for sentence in sentences if sentence.part == part.id]
        if inside:
            stretch = _stretch(page, source, (part.start, part.end), inside, uses)
            stretches.append(replace(stretch, **_heading(source, number, part)))
    return tuple(stretches)


def unused_parts(page: Page, source: SourceEntry) -> list[str]:
    """The numbers of the items on which nothing rests."""
    used = {sentence.part for sentence in page.catalogue.used[source.id]}
    return [str(number) for number, part in enumerate(source.parts, start=1) if part.id not in used]


def part_anchor(source: SourceEntry, number: int) -> str:
    """The anchor of an item on its source's page."""
    return f"{part_noun(source)}-{number}"


def _heading(source: SourceEntry, number: int, part: Part) -> dict[str, str]:
    """What stands over an item's passages."""
    facts = [language_name(part.language), part.author or "", posts_in_words(part)]
    if part.published is not None and part.published.edtf is not None:
        facts.append(published_in_words(part.published))
    return {
        "id": part_anchor(source, number),
        "heading": capital(f"{part_noun(source)} {number}"),
        "title": part.title or "",
        "facts": ", ".join(filter(None, facts)),
    }


def _stretch(
    page: Page, source: SourceEntry, bounds: tuple[int, int] | None, sentences: Sequence[Sentence], uses: Uses
) -> Stretch:
    """Passages with the gaps between them; without bounds (the frame of a collection) gaps are not counted."""
    at = bounds[0] if bounds else None
    passages = []
    for sentence in sentences:
        gap = 0 if at is None else page.catalogue.gate.count_words(source.id, at, sentence.start)
        passages.append(_passage(page, sentence, gap, uses.get(sentence.start, ())))
        at = None if bounds is None else sentence.end
    rest = 0 if at is None or bounds is None else page.catalogue.gate.count_words(source.id, at, bounds[1])
    return Stretch(id="", heading="", title="", facts="", passages=tuple(passages), gap=rest)


def _passage(page: Page, sentence: Sentence, gap: int, uses: Sequence[Use]) -> Passage:
    gate = page.catalogue.gate
    return Passage(
        id=sentence.id,
        gap=gap,
        language=sentence.language,
        text=gate.html(sentence),
        shown=gate.allows(sentence),
        place=place(sentence),
        words=len(sentence.text.split()),
        uses=tuple(_use(page, use) for use in uses[:USES_SHOWN]),
        more_uses=max(0, len(uses) - USES_SHOWN),
    )


def _use(page: Page, use: Use) -> Markup:
    return for_html(use.text) if use.url is None else html('<a href="{}">{}</a>', page.href(use.url), use.text)
