"""The quotations that people mean when they quote a passage.

In: a passage or a target, quotations. Out: quotations, problems. Never: compares wordings, applies a decision.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from generator.collate.applied import Applied, anchor, locate, quoted, says_more, stale
from generator.model import Decisions, Quotation, QuotationDecision, Quote, Record, Span, Target
from generator.problems import error
from generator.reported import only_speech
from generator.spans import contains, overlap
from generator.wording import Finder

Said = TypeVar("Said", Quotation, Quote)


class Search(Record, frozen=True, kw_only=True):
    """Where the passages of decisions are looked for: the quotes by source, in text order."""

    quotes: Mapping[str, Sequence[Quote]]
    decisions: Decisions
    finder: Finder


def make_search(quotes: Iterable[Quote], decisions: Decisions, finder: Finder) -> Search:
    """The quotes ready to be looked for: those that are someone's speech."""
    return Search(quotes=by_source(only_speech(quotes)), decisions=decisions, finder=finder)


def by_source(quotes: Iterable[Said]) -> dict[str, list[Said]]:
    """The quotations under their sources, in the order given."""
    found: dict[str, list[Said]] = defaultdict(list)
    for quote in quotes:
        found[quote.source].append(quote)
    return found


def locate_quotes(target: Target, decision: QuotationDecision, search: Search) -> tuple[tuple[Quote, ...], Applied]:
    """The quotes that a target means, in text order; none, with the problem, where no quotation stands there.

    The passage is an anchor as soon as it is found, whatever stands there. An entry that joins several passages, or
    translates one, does something all the same.
    """
    one_of_several = target is not decision.target and says_more(decision, "merge")
    passage, problems = locate(target, decision, search.decisions, search.finder, part=one_of_several)
    if passage is None:
        return (), Applied(problems=problems)
    quotes = search.quotes.get(passage.source, ())
    found = find_meant(passage, quotes)
    if found:
        return found, Applied(anchors=(anchor(passage),))
    if any(overlap(quote, passage) for quote in quotes):
        message = f"{quoted(target.words)} runs through parts of several quotations. Quote words of one alone."
        problem = error(search.decisions.file, message, decision.line)
    else:
        message = f"no quotation rests on this passage: {quoted(target.words)}."
        part = one_of_several or decision.translation is not None
        problem = stale(search.decisions, decision, message, part=part)
    return (), Applied(anchors=(anchor(passage),), problems=(problem,))


def find_meant(passage: Span, quotes: Sequence[Said]) -> tuple[Said, ...]:
    """Those of one source's quotations that a passage means.

    That is the innermost one around the passage, else those wholly inside it, else what it overlaps; none where that
    are parts of several utterances.
    """
    touched = [quote for quote in quotes if overlap(quote, passage)]
    around = [quote for quote in touched if contains(quote, passage)]
    inside = [quote for quote in touched if contains(passage, quote)]
    if around:
        return (min(around, key=lambda quote: quote.end - quote.start),)
    if not inside and len({quote.utterance for quote in touched}) > 1:
        return ()
    return tuple(inside or touched)


def with_pieces(found: Iterable[Said], quotes: Iterable[Said]) -> tuple[Said, ...]:
    """Those of one source's quotations that are pieces of the utterances found."""
    utterances = {quote.utterance for quote in found}
    return tuple(quote for quote in quotes if quote.utterance in utterances)
