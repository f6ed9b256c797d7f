"""Who speaks for whom, as far as a source describes a person so ("the guild's spokeswoman", "transport minister").

In: actors, families, quotes. Out: by person the bodies; families with the descriptions that say so. Never: says what a
person is there; takes a member, a critic or a former spokeswoman for a body's voice; reads words of speaking.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.language.offices import body_words, is_bare, offices
from generator.model import Actor, Family, Quote, Span
from generator.spans import bare

BODIES = ("organisation", "group")
LONGEST = 12  # words of a name that are looked for in a description

Words = tuple[str, ...]
Voices = Mapping[str, Mapping[str, Span]]  # by person the bodies, each with the first description that says so


def find_voices(actors: Sequence[Actor]) -> dict[str, dict[str, Span]]:
    """The ids of the bodies for which sources say that each person speaks; without persons who have none.

    A description has the body's full name and a word for those who speak for it, or the name of the body's head where
    the body has its own ("transport minister", "ministry of transport").
    """
    named: dict[Words, set[str]] = defaultdict(set)
    headed: dict[frozenset[str], set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind in BODIES:
            for form in actor.names:
                words = words_of(form.text)
                named[words].add(actor.id)
                headed[frozenset(words) - offices().joining].add(actor.id)
    found = {actor.id: find_bodies(actor, named, headed) for actor in actors if actor.kind == "person"}
    return {id: bodies for id, bodies in found.items() if bodies}


def find_bodies(
    person: Actor, named: Mapping[Words, set[str]], headed: Mapping[frozenset[str], set[str]]
) -> dict[str, Span]:
    """The bodies for which one person speaks, each with the first description that says so."""
    found: dict[str, Span] = {}
    for span in person.descriptions:
        words = words_of(span.text)
        if offices().former.intersection(words):
            continue
        bodies = {id for names in list_headed(words) for id in headed.get(names, ())}
        if any(word in offices().speaking for word in words):
            bodies |= {id for name in names_in(words) for id in named.get(name, ())}
        for id in sorted(bodies):
            found.setdefault(id, bare(span))
    return found


def list_headed(words: Words) -> Iterator[frozenset[str]]:
    """The words of each body that the one described heads, in no order."""
    for index, word in enumerate(words):
        for body in body_words(word):
            others = frozenset((*words[:index], *words[index + 1 :])) - offices().joining
            if others or not is_bare(body):  # "the minister" is anybody's
                yield others | {body}


def with_voices(families: Sequence[Family], quotes: Sequence[Quote], actors: Sequence[Actor]) -> tuple[Family, ...]:
    """The families, each with the descriptions by which one of its speakers speaks for another one."""
    voices = find_voices(actors)
    speakers = {quote.id: quote.speaker for quote in quotes}
    return tuple(replace(family, voices=list_voices(family, speakers, voices)) for family in families)


def list_voices(family: Family, speakers: Mapping[str, str | None], voices: Voices) -> tuple[Span, ...]:
    """The descriptions by which one speaker of a family speaks for another one, sorted."""
    named = {speaker for id in family.quotes if (speaker := speakers[id])}
    found = {span for one in named for body, span in voices.get(one, {}).items() if body in named}
    return tuple(sorted(found, key=lambda span: (span.source, span.start)))


def words_of(text: str) -> Words:
    """Words without capitals and possessive endings."""
    return tuple(word.strip(",.").removesuffix("'s") for word in text.casefold().replace("’", "'").split())


def names_in(words: Sequence[str]) -> list[Words]:
    """Every few words in a row that can be a name."""
    return [
        tuple(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + LONGEST) + 1)
    ]
