"""How near two sentences come to telling one thing, where they do not tell the same.

What is done and who says it weigh more than what is named beside it; a sentence that denies what the other tells is
the last to be read beside it.

In: what two sentences tell, what words weigh. Out: how near one is to the other, whether it denies that. Never: says
whether they tell the same.
"""

import math
from collections.abc import Mapping

from generator.collate.shingles import fold
from generator.collate.telling.reports import STEM, Told
from generator.language.akin import find_akin
from generator.language.reports import is_negation
from generator.model import Record

LEAST_SHARED = 3  # things in common, whatever their weight; what is done counts for two
LEAST_LIKE = 1 / 6  # read by eye: what has less in common is about something else
LEAST_OF_OTHERS = 1 / 3  # the same where it names nobody who says or does what is sought
SAME_ACT = 2.0  # how much nearer they come that tell of one act
SAME_SPEAKER = 1.5  # the same of one speaker
REACH = 3  # words behind a negation that it turns
AKIN = "="  # before the name of a group of words


class Things(Record, frozen=True, kw_only=True):
    """What a sentence is about, with akin words as one; of these what its main verb tells, and what it denies."""

    all: frozenset[str]
    act: frozenset[str]
    denied: frozenset[str]


def find_things(told: Told) -> Things:
    """What a sentence is about."""
    language = told.sentence.language
    akin = list(find_akin(told.wording, language))
    single = {form[:STEM]: AKIN + group for form, group in akin if " " not in form}
    groups = frozenset(AKIN + group for _, group in akin)
    verb = fold(told.act.verb)[:STEM] if told.act else ""
    return Things(
        all=frozenset(single.get(thing, thing) for thing in told.matter) | groups,
        act=frozenset({single.get(verb, verb)} if verb and verb in told.matter | single.keys() else ()),
        denied=frozenset(single.get(stem, stem) for stem in list_denied(told)),
    )


def list_denied(told: Told) -> set[str]:
    """The stems of the words right behind a negation."""
    words = told.wording.split()
    turned = [number for number, word in enumerate(words) if is_negation(word, told.sentence.language)]
    return {word[:STEM] for number in turned for word in words[number + 1 : number + 1 + REACH]}


def nearness(a: Told, b: Told, ours: Things, theirs: Things, weights: Mapping[str, float]) -> float:
    """How near a sentence comes to one that is sought, the second: the share of what both are about that they have in
    common (0-1), more for one act or speaker.

    0 where that is too little for it to be about the same.
    """
    shared = ours.all & theirs.all
    same_act = is_one_act(ours, theirs)
    if len(shared) + same_act < LEAST_SHARED:
        return 0.0
    common = math.fsum(weights[thing] for thing in shared)
    size = math.fsum(weights[thing] for thing in ours.all) * math.fsum(weights[thing] for thing in theirs.all)
    alike = common / math.sqrt(size) if size else 0.0
    near = alike * (SAME_ACT if same_act else 1.0) * (SAME_SPEAKER if b.speaker and a.speaker == b.speaker else 1.0)
    return near if near >= (LEAST_LIKE if same_act or names_who(a, b) else LEAST_OF_OTHERS) else 0.0


def is_one_act(ours: Things, theirs: Things) -> bool:
    """Whether a sentence has the act that the one sought tells."""
    return bool(theirs.act & ours.all)


def names_who(a: Told, b: Told) -> bool:
    """Whether a sentence names who says or does what the one sought tells, or all who may.

    So where nobody known says or does it.
    """
    who = {actor for actor in (b.speaker, b.subject) if actor}
    return bool(who & a.actors) if who else b.doing <= a.actors


def is_denied(ours: Things, theirs: Things) -> bool:
    """Whether a sentence denies something that the one sought tells."""
    return bool((ours.denied - theirs.denied) & theirs.all)
