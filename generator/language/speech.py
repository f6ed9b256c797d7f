"""How a language reports speech: its verbs of saying by class, and the small words by which a clause is read.

In: a BCP 47 tag. Out: words in lower case. Never: a grammar of nouns and adjectives; what no list holds is taken for
a part of a noun phrase.
"""

from functools import cache
from typing import Literal

from generator.language.loader import load
from generator.model import Record

VerbClass = Literal["say", "tell", "ask", "show", "deny", "think", "judge"]
VerbShape = Literal["bare", "finite", "participle"]
Words = frozenset[str]

SHAPES: tuple[VerbShape, ...] = ("participle", "bare", "finite")  # a form with two shapes is read as the last of them
NONE: Words = frozenset()


class Classes(Record, frozen=True, kw_only=True):
    """Verbs by what they do; a verb is one line of its forms, "bare | finite, past participle | participle in -ing".

    `say` takes content with or without a conjunction, `tell` names a hearer first, `ask` takes a question, `show`
    takes content only behind a conjunction, `deny` takes what is denied as its object, `think` holds content that
    need not have been said, `judge` calls something by words.
    """

    say: tuple[str, ...] = ()
    tell: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    think: tuple[str, ...] = ()
    judge: tuple[str, ...] = ()


class Speech(Record, frozen=True, kw_only=True):
    """A data file.

    `also_nouns` are forms of `cues` that are as often nouns; `verbs` are forms of other verbs, `verb_endings` how most
    others end. `passive` are the auxiliaries behind which a subject hears and does not speak, `agent` what then names
    the speaker. `according` are phrases before a speaker, `that` and `whether` conjunctions before content;
    `bare_clause` says whether content may do without. `pronouns` can be subjects, `persons` are those of one person,
    `plurals` those that take a bare verb, as do nouns with `plural_endings`. `genitive` is "of", `joins` are the
    prepositions that go on with a noun phrase behind a verb. `contrasts` are conjunctions behind which a report is
    over, `appositives` words that open what explains a name behind a comma.
    """

    cues: Classes = Classes()
    also_nouns: Words = NONE
    verbs: Words = NONE
    verb_endings: tuple[str, ...] = ()
    gerund_endings: tuple[str, ...] = ()
    auxiliaries: Words = NONE
    passive: Words = NONE
    infinitive: Words = NONE
    according: tuple[str, ...] = ()
    agent: Words = NONE
    that: Words = NONE
    whether: Words = NONE
    bare_clause: bool = False
    pronouns: Words = NONE
    persons: Words = NONE
    plurals: Words = NONE
    plural_endings: tuple[str, ...] = ()
    relatives: Words = NONE
    determiners: Words = NONE
    appositives: Words = NONE
    prepositions: Words = NONE
    genitive: Words = NONE
    joins: Words = NONE
    conjunctions: Words = NONE
    subordinators: Words = NONE
    contrasts: Words = NONE
    adverbs: Words = NONE
    adverb_endings: tuple[str, ...] = ()
    times: Words = NONE


class VerbForm(Record, frozen=True, kw_only=True):
    """What a word form can be as a verb that reports."""

    kind: VerbClass
    shape: VerbShape


def speech(language: str) -> Speech:
    """The words of a language, empty where it has no file."""
    words: Speech = load("speech", language, Speech)
    return words


@cache
def verb_forms(language: str) -> dict[str, VerbForm]:
    """The forms of all verbs that report, for looking up.

    >>> verb_forms("en")["denied"].kind
    'deny'
    """
    classes = speech(language).cues
    rows: list[tuple[VerbClass, str]] = [
        *(("judge", row) for row in classes.judge),
        *(("think", row) for row in classes.think),
        *(("deny", row) for row in classes.deny),
        *(("show", row) for row in classes.show),
        *(("ask", row) for row in classes.ask),
        *(("tell", row) for row in classes.tell),
        *(("say", row) for row in classes.say),
    ]
    return {form: VerbForm(kind=kind, shape=shape) for kind, row in rows for form, shape in forms_of(row)}


def forms_of(row: str) -> list[tuple[str, VerbShape]]:
    """The forms of a line with their shapes, so ordered that the reading to prefer comes last.

    >>> forms_of("say | says said | saying")
    [('saying', 'participle'), ('say', 'bare'), ('says', 'finite'), ('said', 'finite')]
    """
    bare, finite, participle = (part.split() for part in row.split("|"))
    shapes = dict(zip(SHAPES, (participle, bare, finite), strict=True))
    return [(form, shape) for shape in SHAPES for form in shapes[shape]]
