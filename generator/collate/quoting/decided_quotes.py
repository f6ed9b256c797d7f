"""Who speaks, as people decided it.

In: quotes, a cast, decisions. Out: the quotes with their speakers, what was done. Never: changes what a source prints
of a speaker; chooses between two decisions on one quotation.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from generator.collate.applied import Applied, put_together, says_more
from generator.collate.casting.actors import Cast
from generator.collate.casting.called import Names, find_actor, list_names
from generator.collate.quoting.meant import Search, locate_quotes, make_search, with_pieces
from generator.model import Decided, Decisions, QuotationDecision, Quote, Record
from generator.problems import Problems, error
from generator.wording import Finder


class Choice(Record, frozen=True, kw_only=True):
    """The speaker that people gave a quote, None for nobody known; why; the line of the first entry that says so."""

    speaker: str | None
    reasons: tuple[str, ...]
    line: int


def decide_speakers(
    quotes: Sequence[Quote], cast: Cast, decisions: Decisions, finder: Finder
) -> tuple[tuple[Quote, ...], Applied]:
    """The quotes with the speakers that people set. The words that name a speaker in the source stay as they are."""
    search = make_search(quotes, decisions, finder)
    names = list_names(cast)
    choices: dict[str, Choice] = {}
    steps = []
    for decision in decisions.quotations:
        if decision.speaker is not None or decision.speaker_unknown:
            chosen, applied = choose_speaker(decision, names, choices, search)
            choices |= chosen
            steps.append(applied)
    return tuple(with_choice(quote, choices.get(quote.id)) for quote in quotes), put_together(steps)


def choose_speaker(
    decision: QuotationDecision, names: Names, earlier: dict[str, Choice], search: Search
) -> tuple[dict[str, Choice], Applied]:
    """What one entry chooses, by quote; nothing where it matches nothing or contradicts an earlier entry.

    The pieces of one utterance have one speaker.
    """
    meant, found = locate_quotes(decision.target, decision, search)
    quotes = with_pieces(meant, search.quotes.get(decision.target.source, ()))
    speaker, problems = name_speaker(decision, names, search)
    problems = found.problems + problems or find_contradiction(decision, speaker, quotes, earlier, search)
    if problems:
        return {}, replace(found, problems=problems)
    chosen = {quote.id: add_reason(earlier.get(quote.id), speaker, decision) for quote in quotes}
    did = "speaker marked as not known" if speaker is None else "given a speaker"
    decided = Decided(what="quotation", id=quotes[0].id, did=did, reason=decision.reason)
    return chosen, replace(found, decided=(decided,))


def name_speaker(decision: QuotationDecision, names: Names, search: Search) -> tuple[str | None, Problems]:
    """The actor whom an entry names, None for nobody; the problem, where the name is no actor's or several actors'."""
    if decision.speaker is None:
        return None, ()
    return find_actor(decision.speaker, names, decision, search.decisions, part=says_more(decision, "speaker"))


def find_contradiction(
    decision: QuotationDecision,
    speaker: str | None,
    quotes: Sequence[Quote],
    earlier: dict[str, Choice],
    search: Search,
) -> Problems:
    """The error where an earlier entry gives one of the quotes another speaker."""
    choices = (earlier[quote.id] for quote in quotes if quote.id in earlier)
    other = next((choice for choice in choices if choice.speaker != speaker), None)
    if other is None:
        return ()
    message = f"Line {other.line} decides otherwise who speaks here, and counts. Remove one of the two entries."
    return (error(search.decisions.file, message, decision.line),)


def add_reason(earlier: Choice | None, speaker: str | None, decision: QuotationDecision) -> Choice:
    """The choice of an entry, added to that of an earlier entry that chose the same."""
    if earlier is None:
        return Choice(speaker=speaker, reasons=(decision.reason,), line=decision.line)
    return replace(earlier, reasons=(*earlier.reasons, decision.reason))


def with_choice(quote: Quote, choice: Choice | None) -> Quote:
    """The quote with the speaker chosen for it."""
    if choice is None:
        return quote
    return replace(quote, speaker=choice.speaker, curated="; ".join(dict.fromkeys(choice.reasons)))
