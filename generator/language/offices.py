"""Words for those who speak for a body: a spokeswoman, a chairman; a minister, whose body is a ministry.

In: words in lower case. Out: truth values, words. Never: knows a body, a person, a language of the text.
"""

from functools import cache

from generator.language.loader import languages, load
from generator.model import Record

NONE: frozenset[str] = frozenset()


class Offices(Record, frozen=True, kw_only=True):
    """A data file.

    `speaking` are words for those who speak for the body beside whose name they stand, `former` those that say that
    they did so once. `bodies` are endings of words for those who head a body, each with the ending of the body's word.
    `joining` are the small words in the names of both.
    """

    speaking: frozenset[str] = NONE
    former: frozenset[str] = NONE
    bodies: tuple[tuple[str, str], ...] = ()
    joining: frozenset[str] = NONE


@cache
def offices() -> Offices:
    """The words of all languages: an actor's descriptions are in as many as its sources."""
    files = [load("offices", language, Offices) for language in languages("offices")]
    return Offices(
        speaking=NONE.union(*(one.speaking for one in files)),
        former=NONE.union(*(one.former for one in files)),
        joining=NONE.union(*(one.joining for one in files)),
        bodies=tuple(sorted({pair for one in files for pair in one.bodies})),
    )


def body_words(word: str) -> tuple[str, ...]:
    """The words for the bodies that someone with this office heads, none where the word is no office of one.

    >>> body_words("minister"), body_words("verkehrsministerin"), body_words("spokeswoman")
    (('ministerium', 'ministry'), ('verkehrsministerium',), ())
    """
    found = {word.removesuffix(office) + body for office, body in offices().bodies if word.endswith(office)}
    return tuple(sorted(found))


def is_bare(body: str) -> bool:
    """Whether a word for a body does not say which ("ministerium", not "verkehrsministerium")."""
    return any(body == ending for _, ending in offices().bodies)
