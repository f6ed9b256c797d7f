"""What someone is reported to say without quotation marks: where that content starts and ends.

In: a line and its cues. Out: reports as ranges of tokens. Never: takes in a quotation; that is a finding of its own.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.annotate.quoting.attribution import is_closed
from generator.annotate.quoting.contents import LONGEST, content_end, end_of_clause, find_content, opens_participle
from generator.annotate.quoting.cues import Cue
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.subjects import dateline_end
from generator.model import CueClass, Record
from generator.reported import SPEECH

SHORTEST = 3  # tokens of a clause as content
SHORTEST_DENIED = 2  # tokens of what is denied: "the charge"
SHORTEST_OBJECT = 1  # tokens of what is judged or wanted: a name
SET_OFF = frozenset({"say", "tell", "show"})  # verbs whose clause may stand behind a comma at the sentence's end
OWN_OBJECTS = frozenset({"deny", "judge", "think", "want", "side"})  # verbs of which a noun phrase changes nothing


class Report(Record, frozen=True, kw_only=True):
    """Reported content: token indexes, half-open, and what the verb does with it."""

    start: int
    end: int
    cue: Cue
    stance: CueClass


def find_reports(line: Line, cues: Sequence[Cue]) -> tuple[Report, ...]:
    """What is reported without marks, in text order.

    Where one report holds another, the outer one stands; speech stands beside what is none: "he fears that she said".
    """
    found = [report for cue in cues for report in reports_of(line, cue, cues)]
    kept: list[Report] = []
    reach = {True: 0, False: 0}
    for report in sorted(found, key=lambda report: (report.start, -report.end)):
        speech = report.stance in SPEECH
        if report.start >= (reach[True] if speech else max(reach.values())):
            kept.append(report)
            reach[speech] = report.end
    return tuple(kept)


def reports_of(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """The content of one cue; none where it is quoted or too short."""
    if cue.kind == "according":
        yield from according_content(line, cue, cues)
        return
    content = find_content(line, cue)
    if content is None:
        yield from content_around(line, cue, cues) if is_set_off(line, cue) else ()
    elif content.frame == "clause":
        yield from piece(line, cue, content.start, content_end(line, content, cue, cues))
    else:
        shortest = SHORTEST_DENIED if cue.kind == "deny" else SHORTEST_OBJECT
        found = piece(line, cue, content.start, content_end(line, content, cue, cues), shortest=shortest)
        stance = cue.stance if cue.kind in OWN_OBJECTS else "act"
        yield from (replace(report, stance=stance) for report in found)


def piece(line: Line, cue: Cue, start: int, end: int, *, shortest: int = SHORTEST) -> Iterator[Report]:
    """The content between two tokens, without marks at its ends, if it is long enough and holds no quotation."""
    if end - start > LONGEST or any(token.passage is not None for token in line.tokens[start:end]):
        return
    while start < end and not line.tokens[start].is_word:
        start += 1
    while end > start and not line.tokens[end - 1].is_word and line.tokens[end - 1].text not in ")%":
        end -= 1
    if end - start >= shortest:
        yield Report(start=start, end=end, cue=cue, stance=cue.stance)


def according_content(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """What "according to" attributes: the rest of the sentence behind its comma, or what stands around it."""
    if any(line.roles[index] not in ("and", "adverb") for index in range(line.first(cue.start), cue.opens)):
        yield from content_around(line, cue, cues)
    else:
        start = cue.closes + is_comma(line, cue.closes)
        end = end_of_clause(line, start, cue, cues) if line.within(start, line.tokens[cue.start].sentence) else start
        clause = start > cue.closes or any(line.is_predicate(index) for index in range(start, end))
        yield from piece(line, cue, start, end) if clause else ()


def content_around(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """What stands before a clause such as ", Ann Lee said", to its end where it goes on behind a second comma.

    The clause inside is then a part of the passage. It needs a verb, where the language's verbs can be told.
    """
    start, behind = line.first(cue.start), cue.closes
    start = dateline_end(line, start, cue.opens)
    while line.roles[start] == "and":
        start += 1
    inside = cue.kind == "according" and line.text(cue.opens - 1) == ","
    goes_on = (
        (inside or cue.start >= cue.speaker.start) and is_comma(line, behind) and not opens_participle(line, behind + 1)
    )
    end = end_of_clause(line, behind + 1, cue, cues) if goes_on else cue.opens
    known = bool(line.words.verb_endings)
    outside = (index for index in range(start, end) if not cue.opens <= index < behind)
    if not known or any(line.is_predicate(index) for index in outside):
        yield from piece(line, cue, start, end)


def is_comma(line: Line, index: int) -> bool:
    """Whether a comma stands at a token and a word behind it."""
    return line.text(index) == "," and index + 1 < len(line.tokens) and line.tokens[index + 1].is_word


def is_set_off(line: Line, cue: Cue) -> bool:
    """Whether a comma divides the clause of a cue from the content before it, and nothing but an adjunct follows."""
    says = cue.kind in SET_OFF and not cue.participle and cue.speaker.antecedent is None
    goal = cue.end < len(line.tokens) and line.tokens[cue.end].word in line.words.infinitive
    return says and line.text(cue.opens - 1) == "," and not goal and is_closed(line, cue.closes)
