"""How a language reports speech: its verbs of saying by class, and the small words by which a clause is read.

In: a BCP 47 tag. Out: words in lower case. Never: a grammar of nouns and adjectives; what no list holds is taken for
a part of a noun phrase.
"""

from functools import cache
from typing import Literal

from msgspec import field

from generator.language.loader import load
from generator.model import CueClass, Record

VerbClass = Literal["say", "tell", "ask", "show", "deny", "think", "judge", "want", "side", "act"]
VerbShape = Literal["bare", "finite", "participle"]
Words = frozenset[str]

SHAPES: tuple[VerbShape, ...] = ("participle", "bare", "finite")  # a form with two shapes is read as the last of them
STANCES: dict[VerbClass, CueClass] = {  # by class; a form in two classes is read as of the last of them
    "side": "attitude",
    "want": "attitude",
    "act": "act",
    "judge": "judge",
    "think": "attitude",
    "deny": "deny",
    "show": "show",
    "ask": "ask",
    "tell": "tell",
    "say": "say",
}
REPORTING: frozenset[VerbClass] = frozenset({"judge", "think", "deny", "show", "ask", "tell", "say"})
NONE: Words = frozenset()


class Classes(Record, frozen=True, kw_only=True):
    """Verbs by what they do; a verb is one line of its forms, "bare | finite, past participle | participle in -ing".

    `say` takes content with or without a conjunction, `tell` names a hearer first, `ask` takes a question, `show`
    takes content only behind a conjunction, `deny` takes what is denied as its object, `think` holds content that
    need not have been said, `judge` calls something by words. Beside these, which report what someone
    says or holds true, `want` aims at something, `side` takes a side on it ("supports"), `act` does
    something by saying it ("orders").
    """

    say: tuple[str, ...] = ()
    tell: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    think: tuple[str, ...] = ()
    judge: tuple[str, ...] = ()
    want: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    act: tuple[str, ...] = ()


class Speech(Record, frozen=True, kw_only=True):
    """A data file.

    `also_nouns` are forms of `cues` that are as often nouns, `accounts` nouns that mostly show something; `verbs` are
    forms of other verbs, `verb_endings` how most others end. `passive` are the auxiliaries behind which a subject hears
    and does not speak, `agent` what then names the speaker. `depicting` are forms of verbs whose object may go on to
    say something: "shows bakers at work, saying", and `absolute` leads to who does ("with Ann Lee saying"). `particles`
    are second parts of verbs ("räumte ... ein").

    `according` are phrases before a speaker, where one form of "of" at the end stands for all; `according_behind` stand
    behind a speaker, `behind_mark` before one, but only behind a comma or quotation; `standards` are nouns that say
    nothing where they stand so ("according to plan"). `that` and `whether` are conjunctions before content, `temporal`
    those of `whether` that as often tell when something was said; `bare_clause` says whether content may do without
    one, `comma_clause` whether it may behind a comma. `dashes` says whether talk is set with dashes; `clauses_inside`
    are the marks that set a clause of saying off inside quotation marks. A noun of `works` stands before a title, a
    word of `distance` before a term that the writer does not share ("so-called"). `questions` and `answers` stand for
    names before a colon, and a word of `interviews` stands where the one who answers is named.

    `pronouns` can be subjects, `persons` are those of one person, `plurals` those that take a bare verb, as do nouns
    with `plural_endings` or behind `plural_articles`; `clitics` are joined to their verb by a hyphen, `elided` small
    words to the next one by an apostrophe. `nouns_capital` says that every noun has a capital. `genitive` is "of",
    `joins` are prepositions that go on with a noun phrase behind a verb. `contrasts` are conjunctions behind which a
    report is over, `examples` lead what belongs to the words before a comma, `appositives` words that open what
    explains a name behind one.

    A verb is named by its bare form in what follows. `stances` sets verbs apart from what their class does,
    `infinitives` take one as content, `clausal` hardly anything but a clause, `objects` a noun phrase: "direct", or
    behind the preposition that is the key. `subjects` are pronouns that are nothing else and so open a clause,
    `impersonal` is "it". A noun of `media` behind one of `venues` says where something was said; `deictic` words of
    time may belong to a noun, `dating` words stand before one; `role` is "as".
    """

    cues: Classes = Classes()
    stances: dict[CueClass, Words] = field(default_factory=dict)
    infinitives: Words = NONE
    objects: dict[str, Words] = field(default_factory=dict)
    depicting: Words = NONE
    also_nouns: Words = NONE
    accounts: Words = NONE
    verbs: Words = NONE
    verb_endings: tuple[str, ...] = ()
    gerund_endings: tuple[str, ...] = ()
    auxiliaries: Words = NONE
    passive: Words = NONE
    infinitive: Words = NONE
    according: tuple[str, ...] = ()
    according_behind: Words = NONE
    behind_mark: tuple[str, ...] = ()
    standards: Words = NONE
    agent: Words = NONE
    particles: Words = NONE
    that: Words = NONE
    whether: Words = NONE
    temporal: Words = NONE
    bare_clause: bool = False
    comma_clause: bool = False
    clausal: Words = NONE
    dashes: bool = False
    clauses_inside: str = ""
    clitics: Words = NONE
    elided: Words = NONE
    absolute: Words = NONE
    nouns_capital: bool = False
    pronouns: Words = NONE
    persons: Words = NONE
    impersonal: Words = NONE
    subjects: Words = NONE
    plurals: Words = NONE
    plural_endings: tuple[str, ...] = ()
    plural_articles: Words = NONE
    relatives: Words = NONE
    determiners: Words = NONE
    appositives: Words = NONE
    prepositions: Words = NONE
    genitive: Words = NONE
    joins: Words = NONE
    conjunctions: Words = NONE
    subordinators: Words = NONE
    contrasts: Words = NONE
    examples: Words = NONE
    adverbs: Words = NONE
    adverb_endings: tuple[str, ...] = ()
    times: Words = NONE
    media: Words = NONE
    deictic: Words = NONE
    dating: Words = NONE
    venues: Words = NONE
    role: Words = NONE
    works: Words = NONE
    distance: Words = NONE
    questions: Words = NONE
    answers: Words = NONE
    interviews: Words = NONE


class VerbForm(Record, frozen=True, kw_only=True):
    """What a word form can be as a verb that reports."""

    kind: VerbClass
    shape: VerbShape
    base: str
    stance: CueClass


def speech(language: str) -> Speech:
    """The words of a language, empty where it has no file."""
    words: Speech = load("speech", language, Speech)
    return words


@cache
def verb_forms(language: str) -> dict[str, VerbForm]:
    """The forms of the verbs that report what someone says or holds true, for looking up.

    >>> verb_forms("en")["denied"].kind, "supports" in verb_forms("en")
    ('deny', False)
    """
    return {form: verb for form, verb in cue_forms(language).items() if verb.kind in REPORTING}


@cache
def cue_forms(language: str) -> dict[str, VerbForm]:
    """The forms of all verbs that may attribute words to someone, those too that tell what is wanted or done.

    >>> cue_forms("en")["supports"].kind
    'side'
    """
    words = speech(language)
    stances = {base: stance for stance, bases in words.stances.items() for base in bases}
    rows = ((kind, row) for kind in STANCES for row in getattr(words.cues, kind))
    return {
        form: VerbForm(kind=kind, shape=shape, base=base, stance=stances.get(base, STANCES[kind]))
        for kind, row in rows
        for base in (row.split(" ", 1)[0],)
        for form, shape in forms_of(row)
    }


@cache
def according_phrases(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases before a speaker as words, by their first word, the longest first.

    >>> according_phrases("en")["according"]
    (('according', 'to'),)
    """
    words = speech(language)
    phrases = sorted(
        (tuple(phrase.split()) for phrase in (*words.according, *words.behind_mark)), key=len, reverse=True
    )
    return {first: tuple(one for one in phrases if one[0] == first) for first in {phrase[0] for phrase in phrases}}


def forms_of(row: str) -> list[tuple[str, VerbShape]]:
    """The forms of a line with their shapes, so ordered that the reading to prefer comes last.

    >>> forms_of("say | says said | saying")
    [('saying', 'participle'), ('say', 'bare'), ('says', 'finite'), ('said', 'finite')]
    """
    bare, finite, participle = (part.split() for part in row.split("|"))
    shapes = dict(zip(SHAPES, (participle, bare, finite), strict=True))
    return [(form, shape) for shape in SHAPES for form in shapes[shape]]
