"""What someone is reported to say without quotation marks: where that content starts and ends.

In: a line and its cues. Out: reports as ranges of tokens. Never: takes in a quotation; that is a finding of its own.
"""

from collections.abc import Iterator, Sequence

from generator.annotate.quoting.attribution import is_closed
from generator.annotate.quoting.cues import Cue, between
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import phrase_after
from generator.annotate.quoting.roles import ends_in
from generator.annotate.quoting.subjects import dateline_end
from generator.model import Record

ADJUNCT = 8  # tokens between a verb and "that": a hearer, a place, a day
SUBJECT = 32  # tokens before the verb of content without a conjunction
LONGEST = 200  # tokens of reported content
SHORTEST = 3  # tokens of a clause as content
SHORTEST_OBJECT = 2  # tokens of what is denied: "the charge"
REPORTING = frozenset({"say", "tell", "ask", "show", "deny"})  # what someone thinks or judges need not have been said


class Report(Record, frozen=True, kw_only=True):
    """Reported content: token indexes, half-open. `goes_on` says that the piece before it is of the same utterance."""

    start: int
    end: int
    cue: Cue
    goes_on: bool = False


def find_reports(line: Line, cues: Sequence[Cue]) -> tuple[Report, ...]:
    """What is reported without marks, in text order. Where one report holds another, the outer one stands."""
    found = [report for cue in cues for report in reports_of(line, cue, cues)]
    kept: list[Report] = []
    for report in sorted(found, key=lambda report: (report.start, -report.end)):
        if not kept or report.start >= kept[-1].end:
            kept.append(report)
    return tuple(kept)


def reports_of(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """The content of one cue, in one or two pieces; none where it is quoted, too short or not to be told."""
    if cue.kind == "according":
        yield from according_content(line, cue, cues)
    elif cue.kind in REPORTING:
        start = content_start(line, cue)
        if start is not None:
            shortest = SHORTEST_OBJECT if cue.kind == "deny" else SHORTEST
            yield from piece(line, cue, start, content_end(line, start, cue, cues), shortest=shortest)
        elif is_set_off(line, cue):
            yield from content_around(line, cue, cues)


def piece(line: Line, cue: Cue, start: int, end: int, *, shortest: int = SHORTEST) -> Iterator[Report]:
    """The content between two tokens, without marks at its ends, if it is long enough and holds no quotation."""
    if end - start > LONGEST or any(token.passage is not None for token in line.tokens[start:end]):
        return
    while start < end and not line.tokens[start].is_word:
        start += 1
    while end > start and not line.tokens[end - 1].is_word and line.tokens[end - 1].text not in ")%":
        end -= 1
    if end - start >= shortest:
        yield Report(start=start, end=end, cue=cue)


def according_content(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """What "according to" attributes: the rest of the sentence behind its comma, or what stands around it."""
    if any(line.roles[index] not in ("and", "adverb") for index in range(line.first(cue.start), cue.start)):
        yield from content_around(line, cue, cues)
    elif is_comma(line, cue.closes):
        yield from piece(line, cue, cue.closes + 1, content_end(line, cue.closes + 1, cue, cues))


def content_around(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """What stands before a clause such as ", Ann Lee said", and what goes on behind its second comma.

    It needs a verb, where the language's verbs can be told.
    """
    opening, behind = line.first(cue.start), cue.closes
    opening = dateline_end(line, opening, cue.opens)
    while line.roles[opening] == "and":
        opening += 1
    pieces = list(piece(line, cue, opening, cue.opens, shortest=1))
    if pieces and is_comma(line, behind) and not opens_participle(line, behind + 1):
        rest = piece(line, cue, behind + 1, content_end(line, behind + 1, cue, cues))
        pieces += [Report(start=part.start, end=part.end, cue=cue, goes_on=True) for part in rest]
    if sum(part.end - part.start for part in pieces) < SHORTEST:
        return
    known = bool(line.words.verb_endings)
    if not known or any(line.is_predicate(index) for part in pieces for index in range(part.start, part.end)):
        yield from pieces


def is_comma(line: Line, index: int) -> bool:
    """Whether a comma stands at a token and a word behind it."""
    return line.text(index) == "," and index + 1 < len(line.tokens) and line.tokens[index + 1].is_word


def is_set_off(line: Line, cue: Cue) -> bool:
    """Whether a comma divides the clause of a cue from the content before it, and nothing but an adjunct follows."""
    says = cue.kind == "say" and not cue.participle and cue.speaker.antecedent is None
    goal = cue.end < len(line.tokens) and line.tokens[cue.end].word in line.words.infinitive
    return says and line.text(cue.opens - 1) == "," and not goal and is_closed(line, cue.closes)


def content_start(line: Line, cue: Cue) -> int | None:
    """Where content behind the verb starts: with its conjunction, or bare; None where no content follows."""
    sentence = line.tokens[cue.start].sentence
    follows = line.within(cue.end, sentence) and line.tokens[cue.end].word in line.words.agent
    if cue.start < cue.speaker.start and not follows:
        return None
    if cue.kind == "deny" and line.role(cue.end, sentence) in ("noun", "determiner"):
        return cue.end
    conjunctions = line.words.whether if cue.kind == "ask" else line.words.that
    for index in range(cue.closes, cue.closes + ADJUNCT):
        if line.within(index, sentence) and line.tokens[index].word in conjunctions:
            return index
        comma = line.text(index) == "," and line.within(index + 1, sentence)
        if line.role(index, sentence) == "stop" and not (comma and line.tokens[index + 1].word in conjunctions):
            break
    bare = line.words.bare_clause and not follows and cue.kind in ("say", "tell")
    return bare_start(line, cue) if bare else None


def bare_start(line: Line, cue: Cue) -> int | None:
    """Where content without a conjunction starts behind the verb, its hearer and a day: with a subject and a verb."""
    sentence, start = line.tokens[cue.start].sentence, cue.end
    if cue.kind == "tell":
        hearer = phrase_after(line, start)
        if hearer is None:
            return None
        start = hearer.head
    while is_time(line, start, sentence):
        start += 1
    if line.role(start, sentence) not in ("noun", "determiner", "pronoun"):
        return None
    for index in range(start + 1, start + SUBJECT):
        if not line.within(index, sentence) or not line.tokens[index].is_word:
            return None
        if line.is_predicate(index):
            return start
    return None


def is_time(line: Line, index: int, sentence: int) -> bool:
    """Whether an adverb or a part of a time stands at a token: "on Thursday", "21"."""
    role = line.role(index, sentence)
    if role == "preposition":
        return line.role(index + 1, sentence) == "time"
    return role in ("time", "adverb") or (line.text(index).isdigit() and line.role(index - 1, sentence) == "time")


def content_end(line: Line, start: int, cue: Cue, cues: Sequence[Cue]) -> int:
    """Where content ends: at the sentence's end, a semicolon, or where another clause that attributes begins."""
    sentence = line.tokens[start].sentence
    others = between(cues, start + 1, start + LONGEST)
    opens = {other.opens for other in others}
    verbs = {other.start for other in others if other.speaker == cue.speaker and not other.participle}
    index = start
    while line.within(index, sentence) and index <= start + LONGEST:
        if line.tokens[index].text == ";" or (line.roles[index] == "and" and index + 1 in verbs):
            return index
        if line.tokens[index].text == "," and line.within(index + 1, sentence):
            behind = index + 1
            joined = line.roles[behind] == "and" or line.tokens[behind].word in line.words.subordinators
            breaks = line.is_participle(behind) or line.tokens[behind].word in line.words.contrasts
            if breaks or behind + joined in opens or behind + joined in verbs:
                return index
        index += 1
    return index


def opens_participle(line: Line, index: int) -> bool:
    """Whether a participle of any verb stands at a token."""
    return line.is_participle(index) or ends_in(line.tokens[index].word, line.words.gerund_endings)
