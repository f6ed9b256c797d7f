"""Whether two wordings are one utterance: likeness of words weighed with who speaks and when the texts appeared.

No single threshold tells: people repeat themselves, and others repeat them. What is alike enough to be told on any
occasion is strong; less is believed of one speaker on one occasion.

In: a likeness, two quotes, what is known of the occasion. Out: yes or no. Never: yes for two known speakers who differ.
"""

from typing import Literal

from generator.collate.likeness import Likeness
from generator.model import Quote

Speakers = Literal["same", "unknown", "different"]
Occasion = Literal["one", "unknown", "other"]

LONG_RUN = 8  # words in a row that nobody says twice by chance
MANY_WORDS = 12  # words that all recur, in whatever order
NEARLY_ALL = 0.9  # of the shorter wording: what is left is an editor's touch
MOST = 0.85  # of the shorter wording, where no other occasion is in view
HALF = 0.5  # of the shorter wording, where a long run recurs and the speaker is the same
SAME_NEWS = 3  # days within which two texts can report one occasion
SHORT_RUN = 4  # words in a row that tell one person's utterance on one occasion
RENDERED_WORDS = 10  # words in order that two translations of one utterance share
RENDERED = 0.6  # of the shorter wording, the same
ECHO_RUN = 5  # words in a row that a witness repeats of its own quotation: fewer are chance where one text is long
UNKNOWN_RUN = 6  # the same where one text does not say who speaks


def is_one_utterance(likeness: Likeness, speakers: Speakers, occasion: Occasion) -> bool:
    """Whether two wordings render one utterance, as far as words, speakers and occasion tell."""
    if speakers == "different":
        return False
    if is_strong(likeness):
        return True
    return occasion != "other" and is_likely(likeness, speakers)


def is_strong(likeness: Likeness) -> bool:
    """Whether so much agrees that the texts may lie any time apart: a retelling, not a repetition."""
    nearly = likeness.run >= LONG_RUN and likeness.containment >= NEARLY_ALL
    shuffled = likeness.shared >= MANY_WORDS and likeness.shared >= NEARLY_ALL * likeness.shorter
    return nearly or (shuffled and likeness.containment >= MOST)


def is_likely(likeness: Likeness, speakers: Speakers) -> bool:
    """Whether enough agrees for texts that can report one occasion."""
    if likeness.aligned >= LONG_RUN and likeness.containment >= MOST:
        return True
    if likeness.run >= LONG_RUN and (likeness.overlaps or (speakers == "same" and likeness.containment >= HALF)):
        return True
    if speakers == "same" and likeness.in_order >= RENDERED_WORDS and likeness.in_order >= RENDERED * likeness.shorter:
        return True
    needed = SHORT_RUN if speakers == "same" else UNKNOWN_RUN
    return likeness.containment == 1 and likeness.run >= needed


def is_echo(likeness: Likeness) -> bool:
    """Whether a witness repeats a part of its own quotation word for word, as a headline does."""
    return likeness.containment == 1 and likeness.run == likeness.shorter >= ECHO_RUN


def compare_speakers(a: Quote, b: Quote) -> Speakers:
    """Whether two quotes have one actor for speaker; unknown where either text does not settle who speaks."""
    if a.speaker is None or b.speaker is None:
        return "unknown"
    return "same" if a.speaker == b.speaker else "different"


def compare_occasions(apart: int | None) -> Occasion:
    """Whether texts that appeared so many days apart can report one occasion."""
    if apart is None:
        return "unknown"
    return "one" if apart <= SAME_NEWS else "other"
