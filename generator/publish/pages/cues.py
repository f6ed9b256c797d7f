"""How words are introduced: "said" here, "claimed" there, counted, with the passages.

In: quotations of one speaker, or of one source. Out: frozen view records. Never: says what a cue lets a reader think.
"""

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from generator.model import Quote, Record
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import in_letter_order, is_unnamed
from generator.publish.pages.marks import GLUE, Page, actor_link, badge, html, words_of
from generator.publish.words import NOT_LISTED, SEVERAL_NOT_LISTED, SPEAKER_UNNAMED

LINKED = 6  # passages with a link of their own; where a cue stands more often, the source's page has them all


class Cue(Record, frozen=True, kw_only=True):
    """A cue as printed, how often a witness has it, a link to each of its passages."""

    words: Markup
    count: int
    passages: Markup


class CueRow(Record, frozen=True, kw_only=True):
    """A witness and the cues that it has, the most used first."""

    badge: Markup
    cues: tuple[Cue, ...]


class Voice(Record, frozen=True, kw_only=True):
    """Someone who speaks in a source: in how many utterances, and how these are introduced."""

    speaker: Markup
    count: int
    cues: tuple[Cue, ...]


def profile_cues(page: Page, quotes: Sequence[Quote]) -> tuple[CueRow, ...]:
    """A row for each witness that introduces the speaker's words with a verb or phrase; the pieces of an utterance
    have one cue."""
    by_witness: defaultdict[tuple[str, str | None], list[Quote]] = defaultdict(list)
    for quote in in_letter_order(page.catalogue, quotes):
        by_witness[quote.source, quote.part].append(quote)
    rows = ((said[0], list_cues(page, said)) for said in by_witness.values())
    return tuple(CueRow(badge=badge(page, first), cues=cues) for first, cues in rows if cues)


def list_voices(page: Page, quotes: Sequence[Quote]) -> tuple[Voice, ...]:
    """Who speaks in a source, those with most utterances first; those of whom nothing tells come last."""
    by_speaker: defaultdict[tuple[bool, str, str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.kind != "scare":
            words = quote.speaker_span.text.casefold() if is_unnamed(quote) and quote.speaker_span else ""
            known = page.catalogue.actors[quote.speaker] if quote.speaker else None
            named = "" if known is None else known.id if known.published else NOT_LISTED
            by_speaker[not (named or words), named, words].append(quote)
    voices = {key: len({quote.utterance for quote in said}) for key, said in by_speaker.items()}
    most = sorted(by_speaker, key=lambda key: (key[0], -voices[key], key))
    return tuple(
        Voice(speaker=_speaker(page, by_speaker[key]), count=voices[key], cues=list_cues(page, by_speaker[key]))
        for key in most
    )


def list_cues(page: Page, quotes: Sequence[Quote]) -> tuple[Cue, ...]:
    """The cues of quotations of one witness, the most used first; a cue counts once for all pieces of an utterance."""
    found: defaultdict[str, dict[int, Quote]] = defaultdict(dict)
    for quote in quotes:
        if quote.cue_span and quote.kind != "scare":
            found[quote.cue_span.text.casefold()].setdefault(quote.cue_span.start, quote)
    most = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return tuple(_cue(page, list(said.values())) for _, said in most)


def _speaker(page: Page, quotes: Sequence[Quote]) -> Markup:
    quote = quotes[0]
    if len({quote.speaker for quote in quotes}) > 1:
        return for_html(SEVERAL_NOT_LISTED)
    if quote.speaker is not None:
        return actor_link(page, page.catalogue.actors[quote.speaker])
    known = quote.speaker_span if is_unnamed(quote) else None
    return words_of(page, known) if known else html("{}", SPEAKER_UNNAMED)


def _cue(page: Page, quotes: Sequence[Quote]) -> Cue:
    spans = [quote.cue_span for quote in quotes if quote.cue_span]
    numbers = [
        html('<a href="{}" aria-label="passage {}">{}</a>', page.passage(span), str(number), str(number))
        for number, span in enumerate(spans[:LINKED], start=1)
    ]
    more = Markup(" …") if len(spans) > LINKED else Markup("")
    return Cue(words=words_of(page, spans[0]), count=len(spans), passages=GLUE.join(numbers) + more)
