"""What someone is reported to say without quotation marks: where that content starts and ends.

In: a line and its cues. Out: reports as ranges of tokens. Never: takes in a quotation; that is a finding of its own.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.annotate.quoting.attribution import is_closed
from generator.annotate.quoting.content_ends import LONGEST, content_end, end_of_clause
from generator.annotate.quoting.contents import find_content, opens_participle
from generator.annotate.quoting.cues import Cue, skip_left
from generator.annotate.quoting.datelines import dateline_end
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import phrase_after
from generator.annotate.quoting.subjects import takes_object
from generator.annotate.quoting.tokens import DASHES
from generator.model import CueClass, Record
from generator.reported import SPEECH

SHORTEST = 3  # tokens of a clause as content
SHORTEST_DENIED = 2  # tokens of what is denied: "the charge"
SHORTEST_OBJECT = 1  # tokens of what is judged or wanted: a name
ASIDE = 12  # tokens between "as Ann Lee said" and the comma that ends it: a hearer, a place, a day
CURRENCIES = frozenset("$£€")
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
    if is_purpose(line, cue) or is_trait(line, cue):
        return
    content = find_content(line, cue)
    if content is None and is_in_aside(line, cue):
        yield from aside_content(line, replace(cue, opens=cue.opens - 1), cues)
    elif content is None:
        yield from content_around(line, cue, cues) if is_set_off(line, cue) else ()
    elif content.frame == "clause":
        yield from piece(line, cue, content.start, content_end(line, content, cue, cues))
    else:
        shortest = SHORTEST_DENIED if cue.kind == "deny" else SHORTEST_OBJECT
        found = piece(line, cue, content.start, content_end(line, content, cue, cues), shortest=shortest)
        stance = cue.stance if cue.kind in OWN_OBJECTS else "act"
        yield from (replace(report, stance=stance) for report in found)


def is_purpose(line: Line, cue: Cue) -> bool:
    """Whether an infinitive stands behind a noun, and so says what something is for: "a chance to praise the mill"."""
    left = skip_left(line, cue.start)
    return left.infinitive and line.role(left.index - 1, line.tokens[cue.start].sentence) == "noun"


def is_trait(line: Line, cue: Cue) -> bool:
    """Whether a participle that judges stands behind a noun, and so tells what it is like: "a crowd praising the mill".

    What is written does judge: "a letter praising the mill".
    """
    if not cue.participle or cue.kind != "judge":
        return False
    written = any(token.word in line.words.media for token in line.tokens[cue.speaker.start : cue.speaker.end])
    return not written and line.role(cue.start - 1, line.tokens[cue.start].sentence) == "noun"


def is_in_aside(line: Line, cue: Cue) -> bool:
    """Whether a clause says whose word the sentence is: "as Ann Lee said", "as reported by the guild"."""
    before = cue.opens - 1
    if cue.kind not in SET_OFF or cue.participle or not line.within(before, line.tokens[cue.start].sentence):
        return False
    clausal = cue.kind == "tell" or cue.base in line.words.clausal or takes_object(line, cue.kind, cue.base)
    return clausal and line.tokens[before].word in line.words.role and cue.speaker.antecedent is None


def aside_content(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """What a clause such as "as Ann Lee said" attributes: the sentence behind its comma, or what stands around it."""
    end = behind_hearer(line, cue)
    if not is_closed(line, end):
        return
    if is_opening(line, cue.opens):
        comma = end
        while comma < end + ASIDE and line.text(comma) not in {",", ""} and not line.is_predicate(comma):
            comma += 1
        if is_comma(line, comma):
            yield from piece(line, cue, comma + 1, end_of_clause(line, comma + 1, cue, cues))
    elif line.text(cue.opens - 1) in {",", *DASHES}:
        yield from content_around(line, cue, cues)


def behind_hearer(line: Line, cue: Cue) -> int:
    """Where a clause of saying ends, the one to whom something is told taken in."""
    hearer = phrase_after(line, cue.closes) if cue.kind == "tell" and cue.start >= cue.speaker.start else None
    return hearer.end if hearer else cue.closes


def is_opening(line: Line, index: int) -> bool:
    """Whether nothing but conjunctions, adverbs and marks stands before a token in its sentence."""
    before = (place for place in range(line.first(index), index) if line.tokens[place].is_word)
    return all(line.roles[place] in ("and", "adverb") for place in before)


def piece(line: Line, cue: Cue, start: int, end: int, *, shortest: int = SHORTEST) -> Iterator[Report]:
    """The content between two tokens, without marks at its ends, if it is long enough and holds no quotation."""
    if end - start > LONGEST or any(token.passage is not None for token in line.tokens[start:end]):
        return
    while start < end and not line.tokens[start].is_word and line.tokens[start].text not in CURRENCIES:
        start += 1
    while end > start and not line.tokens[end - 1].is_word and line.tokens[end - 1].text not in ")%":
        end -= 1
    if end - start >= shortest:
        yield Report(start=start, end=end, cue=cue, stance=cue.stance)


def according_content(line: Line, cue: Cue, cues: Sequence[Cue]) -> Iterator[Report]:
    """What "according to" attributes: the rest of the sentence behind its comma, or what stands around it."""
    if not is_opening(line, cue.opens):
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
    start, behind = line.first(cue.start), behind_hearer(line, cue)
    if line.text(behind) == "," and behind + 1 < len(line.tokens) and line.tokens[behind + 1].passage is not None:
        return
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
    end = behind_hearer(line, cue)
    behind = line.text(end) in {"", ".", ","} or line.roles[end] == "time"
    adjunct = (
        line.tokens[line.first(cue.start)].word in line.words.subordinators
    )  # "When it burned, Lee told reporters"
    told = end == cue.closes or (behind and not adjunct)
    return says and line.text(cue.opens - 1) == "," and not goal and told and is_closed(line, end)
