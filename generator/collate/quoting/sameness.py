"""Whether two wordings are one utterance: likeness of words weighed with who speaks and when the texts appeared.

No single threshold tells: people repeat themselves, and others repeat them. What is alike enough to be told on any
occasion is strong; less is believed of one speaker on one occasion.

In: a likeness, two quotes with their settings. Out: yes or no. Never: yes for two speakers named who differ.
"""

from collections.abc import Mapping
from typing import Literal

from generator.collate.quoting.likeness import Likeness
from generator.collate.quoting.occasions import SAME_NEWS
from generator.collate.quoting.settings import Setting
from generator.model import Quote

Speakers = Literal["same", "likely", "unknown", "doubtful", "different"]
Occasion = Literal["shared", "one", "unknown", "other", "apart"]

LONG_RUN = 8  # words in a row that nobody says twice by chance
MANY_WORDS = 12  # words that all recur, in whatever order
NEARLY_ALL = 0.9  # of the shorter wording: what is left is an editor's touch
MOST = 0.85  # of the shorter wording, where no other occasion is in view
HALF = 0.5  # of the shorter wording, where a long run recurs and the speaker is the same
SHORT_RUN = 4  # words in a row that tell one person's utterance on one occasion
RENDERED_WORDS = 10  # words in order that two translations of one utterance share
RENDERED = 0.6  # of the shorter wording, the same
ECHO_RUN = 5  # words in a row that a witness repeats of its own quotation: fewer are chance where one text is long
OVERLAP_RUN = 5  # words that end one cut of a speech and start another
SHARED_RUN = 5  # words in a row where nobody says who speaks, but both texts have another utterance in common
UNKNOWN_RUN = 6  # the same where they have none


def is_one_utterance(likeness: Likeness, speakers: Speakers, occasion: Occasion) -> bool:
    """Whether two wordings render one utterance, as far as words, speakers and occasion tell."""
    if speakers == "different" or occasion == "apart":
        return False
    if is_strong(likeness):
        return True
    return speakers != "doubtful" and occasion != "other" and is_likely(likeness, speakers, occasion)


def is_strong(likeness: Likeness) -> bool:
    """Whether so much agrees that the texts may lie any time apart: a retelling, not a repetition."""
    nearly = likeness.run >= LONG_RUN and likeness.containment >= NEARLY_ALL
    shuffled = likeness.shared >= MANY_WORDS and likeness.shared >= NEARLY_ALL * likeness.shorter
    return nearly or (shuffled and likeness.containment >= MOST)


def is_likely(likeness: Likeness, speakers: Speakers, occasion: Occasion) -> bool:
    """Whether enough agrees for texts that can report one occasion."""
    if likeness.aligned >= LONG_RUN and likeness.containment >= MOST:
        return True
    if likeness.run >= LONG_RUN and (likeness.overlaps or (speakers == "same" and likeness.containment >= HALF)):
        return True
    if speakers == "same" and likeness.in_order >= RENDERED_WORDS and likeness.in_order >= RENDERED * likeness.shorter:
        return True
    if likeness.overlaps and likeness.run >= OVERLAP_RUN and speakers in ("same", "likely"):
        return True
    return likeness.containment >= 1 and likeness.run >= fewest_in_run(speakers, occasion)


def fewest_in_run(speakers: Speakers, occasion: Occasion) -> int:
    """How many words in a row tell an utterance that stands wholly in another one."""
    if speakers in ("same", "likely"):
        return SHORT_RUN
    return SHARED_RUN if occasion == "shared" else UNKNOWN_RUN


def is_echo(likeness: Likeness) -> bool:
    """Whether a witness repeats a part of its own quotation word for word, as a headline does."""
    return likeness.containment >= 1 and likeness.run == likeness.shorter >= ECHO_RUN


def compare_speakers(a: Quote, b: Quote, settings: Mapping[str, Setting]) -> Speakers:
    """Whether two quotes have one actor for speaker.

    It is likely where one text does not settle who speaks, but names the other's speaker in the same sentence, and
    where one is a body for which the other speaks. Where one that differs is known by a pronoun alone, it is doubtful.
    """
    if a.speaker and b.speaker:
        if a.speaker == b.speaker:
            return "same"
        if a.speaker in settings[b.id].bodies or b.speaker in settings[a.id].bodies:
            return "likely"
        return "different" if settings[a.id].by_name and settings[b.id].by_name else "doubtful"
    known, other = (a, b) if a.speaker else (b, a)
    return "likely" if known.speaker in settings[other.id].named or are_namesakes(a, b) else "unknown"


def are_namesakes(a: Quote, b: Quote) -> bool:
    """Whether the words that name both speakers end alike, with a capital: a surname, a body's last word."""
    ends = [(quote.speaker_text or "").split()[-1:] for quote in (a, b)]
    return ends[0] == ends[1] != [] and ends[0][0][:1].isupper()


def compare_occasions(a: Setting, b: Setting) -> Occasion:
    """Whether two texts can report one occasion: of one news, or because the later one looks back.

    They lie apart where the later one dates what it quotes to its own day.
    """
    if a.day is None or b.day is None:
        return "unknown"
    if abs((a.day - b.day).days) <= SAME_NEWS:
        return "one"
    later = a if a.day > b.day else b
    if later.recalls:
        return "unknown"
    return "apart" if later.dated else "other"
