"""What a verb takes as that which is said, denied, wanted or judged: a clause, an infinitive, a noun phrase.

It follows the verb, or stands before a passive. In: a line, a cue, the cues around it. Out: ranges of tokens.
Never: reads a quotation.
"""

from typing import Literal

from generator.annotate.quoting.cues import Cue
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import phrase_after, phrase_before
from generator.annotate.quoting.roles import ends_in
from generator.annotate.quoting.subjects import takes_object
from generator.annotate.quoting.tokens import DASHES
from generator.model import Record

ADJUNCT = 8  # tokens between a verb and "that": a hearer, a place, a day
SUBJECT = 32  # tokens before the verb of content without a conjunction
CLAUSES: frozenset[str] = frozenset({"say", "tell", "think", "want"})  # verbs that take a clause without a conjunction
CLITICS = frozenset({"'s", "’s"})
INSIDE = frozenset({",", "(", ")", *DASHES})  # marks inside a subject: "Ann Lee, the baker, left"

Frame = Literal["clause", "infinitive", "object"]


class Content(Record, frozen=True, kw_only=True):
    """Where content starts, and how it hangs on its verb; `end` is given where it stands before the verb."""

    start: int
    end: int | None = None
    frame: Frame


def find_content(line: Line, cue: Cue) -> Content | None:
    """Where the content behind a verb starts, None where none follows."""
    sentence = line.tokens[cue.start].sentence
    by_agent = line.within(cue.end, sentence) and line.tokens[cue.end].word in line.words.agent
    inverted = cue.start < cue.speaker.start and not by_agent and not cue.participle
    if inverted and not is_verb_second(line, cue):
        return None
    goal = behind_time(line, cue.end)
    if cue.base in line.words.infinitives and is_infinitive(line, goal):
        return Content(start=goal, frame="infinitive")
    start = conjunction_after(line, cue)
    if start is not None:
        return Content(start=start, frame="clause")
    if inverted:
        start = bare_start(line, cue)
        return None if start is None else Content(start=start, frame="clause")
    return passive_object(line, cue) if by_agent else unled_content(line, cue)


def is_verb_second(line: Line, cue: Cue) -> bool:
    """Whether an adjunct opens a clause and its subject follows the verb: "Am Montag sagte Anna Weber, dass"."""
    before = cue.start - 1
    opened = line.within(before, line.tokens[cue.start].sentence) and line.tokens[before].is_word
    return opened and line.words.comma_clause and cue.kind != "deny"


def passive_object(line: Line, cue: Cue) -> Content | None:
    """What stands before a passive whose agent is named: "the plan was backed by the guild", "a plan backed by it"."""
    if not takes_object(line, cue.kind, cue.base):
        return None
    found = phrase_before(line, cue.opens)
    return Content(start=found.start, end=found.end, frame="object") if found else None


def conjunction_after(line: Line, cue: Cue) -> int | None:
    """The conjunction before content, behind a hearer, a place or a day; a comma may stand before it."""
    sentence = line.tokens[cue.start].sentence
    conjunctions = line.words.whether if cue.kind == "ask" else line.words.that
    closes = behind_particle(line, cue.closes)
    if line.within(closes, sentence) and line.tokens[closes].word in line.words.that:
        return closes
    if line.within(closes, sentence) and line.tokens[closes].word in line.words.whether:
        return None if line.tokens[closes].word in line.words.temporal and cue.kind != "ask" else closes
    if cue.kind != "tell" and line.role(closes, sentence) in ("pronoun", "determiner", "noun"):
        return None
    for index in range(closes, closes + ADJUNCT):
        if line.within(index, sentence) and line.tokens[index].word in conjunctions:
            return index
        comma = line.text(index) == "," and line.within(index + 1, sentence)
        if line.role(index, sentence) == "stop" and not (comma and line.tokens[index + 1].word in conjunctions):
            break
    return None


def behind_particle(line: Line, index: int) -> int:
    """Passes the second part of a verb, behind which its clause is over: "räumte ein, dass"."""
    particle = index < len(line.tokens) and line.tokens[index].word in line.words.particles
    return index + 1 if particle and line.text(index + 1) in {",", "", "."} else index


def unled_content(line: Line, cue: Cue) -> Content | None:
    """The content that no conjunction leads: a clause, a noun phrase."""
    words = line.words
    if (words.bare_clause or words.comma_clause) and cue.kind in CLAUSES:
        start = bare_start(line, cue)
        if start is not None:
            return Content(start=start, frame="clause")
    start = object_start(line, cue)
    return None if start is None else Content(start=start, frame="object")


def is_infinitive(line: Line, index: int) -> bool:
    """Whether "to" stands at a token before a verb: not before a number or an article."""
    behind = line.role(index + 1, line.tokens[index - 1].sentence)
    if line.text(index) not in line.words.infinitive or behind in ("determiner", "pronoun", "joiner"):
        return False
    return not line.text(index + 1)[:1].isdigit()


def object_start(line: Line, cue: Cue) -> int | None:
    """Where the noun phrase starts that the verb takes, with a preposition of its own or without."""
    sentence, words = line.tokens[cue.start].sentence, line.words
    index = behind_time(line, cue.end)
    if not line.within(index, sentence):
        return None
    direct = takes_object(line, cue.kind, cue.base)
    if direct and line.roles[index] in ("noun", "determiner", "pronoun"):
        return index
    if cue.base in words.objects.get(line.tokens[index].word, ()) and line.within(index + 1, sentence):
        return index + 1
    return None


def bare_start(line: Line, cue: Cue) -> int | None:
    """Where content without a conjunction starts behind the verb, its hearer and a day: with a subject and a verb."""
    sentence, start = line.tokens[cue.start].sentence, cue.end
    if line.words.comma_clause:
        start = behind_particle(line, cue.closes) + 1
        return start if line.text(start - 1) == "," and starts_clause(line, start, cue) else None
    if cue.kind == "tell":
        hearer = phrase_after(line, start)
        if hearer is None:
            return None
        start = hearer.head
    while is_time(line, start, sentence) and line.tokens[start].word not in line.words.subjects:
        start += 1
    if line.within(start, sentence) and line.tokens[start].word in line.words.subjects:
        return start
    opens = line.role(start, sentence) in ("noun", "determiner", "pronoun", "joiner")
    opens = opens or is_owned_day(line, start, sentence)
    across = cue.base in line.words.clausal
    return start if opens and has_verb_behind(line, start, across=across) else None


def starts_clause(line: Line, start: int, cue: Cue) -> bool:
    """Whether a clause with its subject and verb starts behind the comma of a verb of saying."""
    opens = line.role(start, line.tokens[cue.start].sentence) in ("noun", "determiner", "pronoun")
    relative = line.tokens[start].word in line.words.relatives if opens else False
    return opens and not relative and has_verb_behind(line, start, across=False)


def is_owned_day(line: Line, index: int, sentence: int) -> bool:
    """Whether a day owns what follows: "Friday's fair"."""
    owns = line.within(index + 1, sentence) and line.text(index + 1) in CLITICS
    return owns and line.tokens[index].is_capital and line.roles[index] == "time"


def has_verb_behind(line: Line, start: int, *, across: bool) -> bool:
    """Whether a clause starts at a token: a verb follows before any mark, or `across` what explains its subject."""
    sentence = line.tokens[start].sentence
    for index in range(start + 1, start + SUBJECT):
        if not line.within(index, sentence):
            return False
        if line.is_predicate(index) or line.text(index) in CLITICS or is_finite_here(line, index):
            return True
        marked = not line.tokens[index].is_word and line.roles[index] != "joiner"
        if marked and not (across and is_inside_subject(line, index)):
            return False
    return False


def is_inside_subject(line: Line, index: int) -> bool:
    """Whether a mark may stand inside a subject: "Ann Lee, the baker, left", but not "yes, but Ann Lee left"."""
    token = line.tokens[index]
    if token.text not in INSIDE or not line.within(index + 1, token.sentence):
        return False
    joined = line.roles[index + 1] in ("and", "preposition") or opens_participle(line, index + 1)
    return not (token.text == "," and joined)


def is_finite_here(line: Line, index: int) -> bool:
    """Whether a form that could be a noun is a verb, as the article behind it tells: "she supports the bridge"."""
    form = line.forms.get(line.tokens[index].word)
    finite = form is not None and form.shape == "finite"
    return finite and line.role(index + 1, line.tokens[index].sentence) in ("determiner", "pronoun")


def behind_time(line: Line, index: int) -> int:
    """Passes adverbs and times that stand between a verb and what it takes."""
    sentence = line.tokens[index - 1].sentence
    while is_time(line, index, sentence):
        index += 1
    return index


def is_time(line: Line, index: int, sentence: int) -> bool:
    """Whether an adverb or a part of a time stands at a token: "on Thursday", "21"."""
    role = line.role(index, sentence)
    if role in ("determiner", "pronoun", "and", "stop") or line.text(index + 1) in CLITICS:
        return False
    if role == "preposition":
        return line.role(index + 1, sentence) == "time" and line.text(index + 2) not in CLITICS
    return role in ("time", "adverb") or (line.text(index).isdigit() and line.role(index - 1, sentence) == "time")


def opens_participle(line: Line, index: int) -> bool:
    """Whether a participle of any verb stands at a token."""
    return line.is_participle(index) or ends_in(line.tokens[index].word, line.words.gerund_endings)
