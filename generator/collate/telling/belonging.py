"""Whether a sentence without a date belongs to the account of its text, and so may take the day of that.

It does where somebody does or says it whom the account names, or where it points back to what the account tells of.
Words that look back take it out; so do a death, an injury, a marriage and the like, unless the account tells of such.

In: what a sentence tells, what the account before it names. Out: a truth value. Never: a day; takes somebody for one
of an account because he stands near it.
"""

from generator import edtf
from generator.collate.telling.reports import STEM, Told
from generator.language.speech import speech
from generator.language.telling import telling_words
from generator.model import Record

LEAST_STEM = 4  # letters of a word by which something is pointed back to
NOUN_WORDS = 4  # behind an article within which the noun stands
BESIDE = 2  # words behind a verb in which one that looks back may stand


class Scene(Record, frozen=True, kw_only=True):
    """What an account names: actors, stems of words; and whether it is one of deaths and injuries."""

    people: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    of_harm: bool = False


def widen(scene: Scene, item: Told) -> Scene:
    """What an account names after a sentence of it."""
    words, harms = item.wording.split(), telling_words(item.sentence.language).harms
    by_verb = item.act is not None and item.act.verb in harms
    return Scene(
        people=scene.people | item.actors,
        stems=scene.stems | {word[:STEM] for word in words if len(word) >= LEAST_STEM},
        of_harm=scene.of_harm or by_verb or not telling_words(item.sentence.language).harming.isdisjoint(words),
    )


def belongs(scene: Scene, item: Told, *, is_back: bool) -> bool:
    """Whether an undated sentence belongs to an account; behind a look back only where it names one of its actors."""
    if looks_back(item) or is_other_matter(scene, item):
        return False
    doer = item.subject or item.speaker
    if opens_with_pronoun(item):
        return not is_back and (doer is None or doer in scene.people)
    named = {doer} if doer else item.doing
    if not scene.people.isdisjoint(named):
        return True
    return not is_back and points_back(scene, item)


def opens_with_pronoun(item: Told) -> bool:
    """Whether a pronoun stands first, so that the subject is one of the sentence before."""
    return bool(item.before) and item.before[0] in speech(item.sentence.language).pronouns


def looks_back(item: Told) -> bool:
    """Whether words tell of another time: "Lee later sold it", "at the time". What is said may tell of any time."""
    words, near = telling_words(item.sentence.language), list(item.before)
    told = item.wording.split()
    if item.statement:
        text = f" {' '.join(near)} "
    else:
        near += told[len(near) : len(near) + 1 + BESIDE] + told[-1:]
        text = f" {item.wording} "
    return not words.back.isdisjoint(near) or any(f" {phrase} " in text for phrase in words.back_phrases)


def is_other_matter(scene: Scene, item: Told) -> bool:
    """Whether a sentence tells of a death, an injury, or what happens once in a life, in an account of something else.

    "She was born in Ulm" and "she married a baker" tell of any time.
    """
    words = telling_words(item.sentence.language)
    if item.act is None:
        return False
    of_life = item.act.verb in words.lives | words.births and item.act.verb[:STEM] not in scene.stems
    return of_life or (item.act.verb in words.harms and not scene.of_harm)


def points_back(scene: Scene, item: Told) -> bool:
    """Whether it speaks of what was told of: "the decision" behind "decided", "the new tweet" behind a tweet."""
    definite = telling_words(item.sentence.language).definite
    told = item.wording.split()
    if item.statement and item.before[:1] and item.before[0] in definite:
        return True
    return any(
        word in definite and any(behind[:STEM] in scene.stems for behind in told[number + 1 : number + 1 + NOUN_WORDS])
        for number, word in enumerate(told)
    )


def has_other_day(item: Told, day: str | None, reach: int) -> bool:
    """Whether a date that stands in the sentence, of whatever, ends more than so many days before a day."""
    least = edtf.earliest(day) if day else None
    last = [edtf.latest(value) for value in item.days]
    return least is not None and any(one is not None and (least - one).days > reach for one in last)
