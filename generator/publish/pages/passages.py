"""The passages of a source in order: those set out, those named by their place, and what is counted between them.

Every sentence of the source has its anchor here, also one of which nothing is printed: an address once given resolves.

In: a page, a source, what its passages are used for. Out: frozen view records. Never: prints what the gate withholds.
"""

from collections import defaultdict
from collections.abc import Sequence, Set

from markupsafe import Markup
from msgspec.structs import replace

from generator.model import Part, Record, Sentence, SourceEntry
from generator.publish.escape import for_html
from generator.publish.pages.citing import citation_pattern, cite_passage, live_link
from generator.publish.pages.headlines import CUT
from generator.publish.pages.marks import Page, html, place
from generator.publish.pages.ours import our_translation
from generator.publish.pages.uses import Use, Uses
from generator.publish.words import capital, language_name, part_noun, posts_in_words, published_in_words

USES_SHOWN = 6  # of one passage; more would be longer than the passage


class Gap(Record, frozen=True, kw_only=True):
    """Sentences of which nothing is set out: their anchors, and the number of their words."""

    anchors: Markup
    words: int


class Passage(Record, frozen=True, kw_only=True):
    """A sentence at its address, with the gap before it; `withheld` is the number of its words not reproduced.

    `text` is "" where nothing of it may be printed; `live` leads into the page it was saved from, "" where it cannot.
    """

    gap: Gap | None
    id: str
    language: str
    text: Markup
    withheld: int
    place: str
    paragraph: int
    uses: tuple[Markup, ...]
    more_uses: int
    translation: Markup
    cite: str
    live: Markup


class Stretch(Record, frozen=True, kw_only=True):
    """A whole article, or one item of a collection.

    `pattern` is that of its passages' citations, `gap` what stands after the last passage.
    """

    id: str
    heading: str
    title: str
    facts: str
    passages: tuple[Passage, ...]
    pattern: Markup
    gap: Gap | None


def make_stretches(page: Page, source: SourceEntry, uses: Uses) -> tuple[Stretch, ...]:
    """The passages of a source: those of an article as one stretch, those of a collection by item.

    What frames a collection's items comes first.
    """
    set_out = _find_set_out(page, source)
    by_part: defaultdict[str | None, list[Sentence]] = defaultdict(list)
    for sentence in page.catalogue.gate.sentences(source.id):
        by_part[sentence.part].append(sentence)
    outside = [_stretch(page, source, by_part[None], set_out, uses)] if by_part[None] else []
    items = (
        replace(_stretch(page, source, by_part[part.id], set_out, uses), **_heading(source, number, part))
        for number, part in enumerate(source.parts, start=1)
    )
    return (*outside, *items)


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


def _find_set_out(page: Page, source: SourceEntry) -> frozenset[int]:
    """The starts of the sentences set out: those on which a finding rests, if only by place, and those allowed."""
    gate, used = page.catalogue.gate, page.catalogue.used[source.id]
    return frozenset(one.start for one in (*used, *filter(gate.allows, gate.sentences(source.id))))


def _stretch(page: Page, source: SourceEntry, sentences: Sequence[Sentence], set_out: Set[int], uses: Uses) -> Stretch:
    """Sentences one by one where they are set out; the others are the gaps between them."""
    passages: list[Passage] = []
    skipped: list[Sentence] = []
    for sentence in sentences:
        if sentence.start in set_out:
            passages.append(_passage(page, source, sentence, _gap(skipped), uses.get(sentence.start, ())))
            skipped = []
        else:
            skipped.append(sentence)
    return Stretch(
        id="",
        heading="",
        title="",
        facts="",
        passages=tuple(passages),
        pattern=citation_pattern(page, source, sentences[0]) if passages else Markup(""),
        gap=_gap(skipped),
    )


def _gap(skipped: Sequence[Sentence]) -> Gap | None:
    if not skipped:
        return None
    anchors = Markup("").join(html('<span id="{}"></span>', sentence.id) for sentence in skipped)
    return Gap(anchors=anchors, words=sum(len(sentence.text.split()) for sentence in skipped))


def _passage(page: Page, source: SourceEntry, sentence: Sentence, gap: Gap | None, uses: Sequence[Use]) -> Passage:
    text, printed = _printed(page, sentence)
    return Passage(
        gap=gap,
        id=sentence.id,
        language=sentence.language,
        text=text,
        withheld=len(sentence.text.split()) - printed,
        place=place(sentence),
        paragraph=sentence.paragraph + 1,
        uses=tuple(_use(page, use) for use in uses[:USES_SHOWN]),
        more_uses=max(0, len(uses) - USES_SHOWN),
        translation=our_translation(page, sentence),
        cite=cite_passage(page, source, sentence),
        live=live_link(page, source, sentence),
    )


def _printed(page: Page, sentence: Sentence) -> tuple[Markup, int]:
    """What may be printed of a sentence, with a sign where it is cut, and the number of words that is."""
    gate = page.catalogue.gate
    if gate.allows(sentence):
        return gate.html(sentence), len(sentence.text.split())
    pieces = [piece for piece in gate.granted(sentence) if piece.text.strip()]
    if not pieces:
        return Markup(""), 0
    before = CUT if pieces[0].start > sentence.start else Markup("")
    after = Markup(" ") + CUT if pieces[-1].end < sentence.end else Markup("")
    text = (Markup(" ") + CUT).join(gate.html(piece) for piece in pieces)
    return before + text + after, sum(len(piece.text.split()) for piece in pieces)


def _use(page: Page, use: Use) -> Markup:
    return for_html(use.text) if use.url is None else html('<a href="{}">{}</a>', page.href(use.url), use.text)
