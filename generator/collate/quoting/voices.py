"""Who speaks for whom, as far as a source describes a person by the name of a body ("the guild's spokeswoman").

In: actors. Out: by person the bodies. Never: says what a person is there; reads words of speaking.
"""

from collections import defaultdict
from collections.abc import Sequence

from generator.model import Actor

BODIES = ("organisation", "group")
LONGEST = 12  # words of a name that are looked for in a description


def find_voices(actors: Sequence[Actor]) -> dict[str, frozenset[str]]:
    """The ids of the bodies by whose full names sources describe each person; without persons who have none."""
    bodies: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind in BODIES:
            for form in actor.names:
                bodies[words_of(form.text)].add(actor.id)
    found = {
        actor.id: frozenset(
            id for span in actor.descriptions for name in names_in(words_of(span.text)) for id in bodies.get(name, ())
        )
        for actor in actors
        if actor.kind == "person"
    }
    return {id: named for id, named in found.items() if named}


def words_of(text: str) -> tuple[str, ...]:
    """Words without capitals and possessive endings."""
    return tuple(word.strip(",.").removesuffix("'s") for word in text.casefold().replace("’", "'").split())


def names_in(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Every few words in a row that can be a name."""
    return [
        tuple(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + LONGEST) + 1)
    ]
