"""Which quotations are someone's speech: what stands in marks, and of what is reported without them what was said.

In: quotations. Out: whether each is speech. Never: reads a text.
"""

from collections.abc import Iterable
from typing import TypeVar

from generator.model import CueClass, Quotation, Quote

Said = TypeVar("Said", Quotation, Quote)

SPEECH: frozenset[CueClass] = frozenset({"say", "tell", "ask", "assert", "concede", "deny", "show", "according"})


def is_speech(quote: Quotation | Quote) -> bool:
    """Whether a quotation tells what someone said or wrote.

    Without marks, an attitude ("fears", "supports"), a judgement ("praised") and an act ("ordered") are set apart:
    nobody need have said so in words. What nothing attributes by a verb is said where the text sets it so.
    """
    return quote.kind != "indirect" or quote.cue_class is None or quote.cue_class in SPEECH


def only_speech(quotes: Iterable[Said]) -> tuple[Said, ...]:
    """Those of the quotations that are speech, in the order given."""
    return tuple(quote for quote in quotes if is_speech(quote))
