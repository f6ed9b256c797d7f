"""Whom a pronoun of one person means, where the sentences before it leave one person only.

The subject goes on: who did something in the sentence before, or was the only person named there, is meant. Where the
text has shown that somebody is a she, no he means her.

The mentions of a source hold pronouns too, but only where the lines around leave one reading of the word itself. Here
the main verb, its subject and the actors of all sources are known, and more can be told: without it a timeline finds
fewer of the sentences that go on with an account. It says whom a sentence tells of, never whom a word means.

In: the sentences of one witness in order with the people they name. Out: the person meant, by sentence. Never: links
across witnesses, chooses between two people of whom neither was the subject.
"""

from collections.abc import Sequence

from generator.language.telling import telling_words
from generator.model import Record, Sentence

REACH = 2  # sentences without any person after which a pronoun may mean somebody else


class Naming(Record, frozen=True, kw_only=True):
    """A sentence with the people it names outside quotation marks, in their order, its subject if that is one of them,
    the words before its main verb, and whether one of the people is named there."""

    sentence: Sentence
    before: tuple[str, ...]
    names_before: bool
    people: tuple[str, ...]
    subject: str | None


class InMind(Record, frozen=True, kw_only=True):
    """The person of whom the text speaks, whether others were named beside, and for how many sentences that is past."""

    person: str
    alone: bool
    age: int = 0


def find_named(namings: Sequence[Naming]) -> dict[str, str]:
    """The person that a pronoun of each sentence means, by the sentence's id; the others are left out."""
    found: dict[str, str] = {}
    known: dict[str, str] = {}  # the pronoun by which somebody went
    mind: InMind | None = None
    for naming in namings:
        pronoun = find_pronoun(naming)
        if pronoun and mind and mind.age < REACH and known.get(mind.person, pronoun) == pronoun:
            found[naming.sentence.id] = mind.person
            if mind.alone:
                known.setdefault(mind.person, pronoun)
        mind = next_in_mind(naming, mind, found.get(naming.sentence.id), pronoun)
    return found


def find_pronoun(naming: Naming) -> str | None:
    """The pronoun of one person that is the subject of a sentence before any name, None where there is none."""
    persons = telling_words(naming.sentence.language).persons
    return next((word for word in naming.before if word in persons), None) if not naming.names_before else None


def next_in_mind(naming: Naming, mind: InMind | None, meant: str | None, pronoun: str | None) -> InMind | None:
    """Of whom the text speaks after a sentence."""
    people = set(naming.people)
    if meant:
        return InMind(person=meant, alone=not people and (mind is None or mind.alone))
    if pronoun:
        return None
    if naming.subject:
        return InMind(person=naming.subject, alone=len(people) == 1)
    if len(people) == 1:
        return InMind(person=people.pop(), alone=True)
    if people or mind is None:
        return None
    return InMind(person=mind.person, alone=mind.alone, age=mind.age + 1)
