"""How each source introduces what one speaker says: "said" here, "claimed" there, counted, with the passages.

In: one speaker's quotations. Out: frozen view records. Never: says what a cue lets a reader think.
"""

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from generator.model import Quote, Record
from generator.publish.pages.catalogue import in_letter_order
from generator.publish.pages.marks import GLUE, Page, badge, html, words_of

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


def profile_cues(page: Page, quotes: Sequence[Quote]) -> tuple[CueRow, ...]:
    """A row for each witness that introduces the speaker's words with a verb or phrase; the pieces of an utterance
    have one cue."""
    by_witness: defaultdict[tuple[str, str | None], dict[str, list[Quote]]] = defaultdict(dict)
    counted: set[tuple[str, int]] = set()
    for quote in in_letter_order(page.catalogue, quotes):
        span = quote.cue_span
        if span is None or quote.kind == "scare" or (span.source, span.start) in counted:
            continue
        counted.add((span.source, span.start))
        by_witness[quote.source, quote.part].setdefault(span.text.casefold(), []).append(quote)
    return tuple(_row(page, cues) for cues in by_witness.values())


def _row(page: Page, cues: dict[str, list[Quote]]) -> CueRow:
    most = sorted(cues.items(), key=lambda one: (-len(one[1]), one[0]))
    return CueRow(badge=badge(page, most[0][1][0]), cues=tuple(_cue(page, quotes) for _, quotes in most))


def _cue(page: Page, quotes: Sequence[Quote]) -> Cue:
    spans = [quote.cue_span for quote in quotes if quote.cue_span]
    numbers = [
        html('<a href="{}" aria-label="passage {}">{}</a>', page.passage(span), str(number), str(number))
        for number, span in enumerate(spans[:LINKED], start=1)
    ]
    more = Markup(" …") if len(spans) > LINKED else Markup("")
    return Cue(words=words_of(page, spans[0]), count=len(spans), passages=GLUE.join(numbers) + more)
