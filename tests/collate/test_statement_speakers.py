"""Whose saying an event is, where no name is the head of the phrase that does it."""

import pytest
from quotation_entries import decisions, entry
from readings import read

from generator.collate import collate
from generator.model import NO_DECISIONS, Decisions, Event

OPENING = "Ann Lee, the mayor of Ulm, posted a series of tweets on 14 January 2021. "
TWEET = (
    "One of Lee’s tweets also accused the bakers of the harbour of a great many “idle claims” about the ovens that "
    "stand in the deep cellars of the old town."
)
FRIEND = "On 15 January 2021 a friend of Lee’s neighbour accused the bakers of the harbour of theft."
DECIDED = decisions(entry("a", "idle claims", speaker="Ann Lee"))


def event_of(text: str, decided: Decisions) -> Event:
    events = collate([read(OPENING + text, id="a")], title="", decisions=decided)[0].events
    return next(event for event in events if any(report.text in text for report in event.reports))


@pytest.mark.parametrize(
    ("text", "decided", "speaker"),
    [
        (TWEET, DECIDED, "ann-lee"),  # the quotation that the verb introduces has a speaker
        (TWEET, NO_DECISIONS, None),  # it has none
        (FRIEND, NO_DECISIONS, None),  # a name in the phrase is not taken for the speaker
    ],
)
def test_the_speaker_of_a_statement(text: str, decided: Decisions, speaker: str | None) -> None:
    event = event_of(text, decided)
    assert (event.kind, event.attributed_to) == ("statement", speaker)
