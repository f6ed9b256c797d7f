"""The subject of a verb that reports: directly before it, behind it, across commas, or of the whole sentence.

In: a line, a verb's place, the cues before it. Out: a phrase, None where nothing tells. Never: knows who a name is.
"""

from collections.abc import Sequence
from itertools import takewhile

from generator.annotate.quoting.cues import Cue, CueKind, Left, bracket_before
from generator.annotate.quoting.datelines import dateline_end
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.participles import behind_absolute, depicted
from generator.annotate.quoting.phrases import Phrase, behind_day, phrase_after, phrase_before
from generator.annotate.quoting.roles import ends_in
from generator.language.speech import VerbForm

OBJECTS = frozenset({"deny", "judge", "side", "act"})  # verbs that take a noun phrase as a rule
DIRECT = "direct"  # the key of the verbs that need no preposition before their object
OFTEN_PASSIVE = ("tell", "ask", "deny", "judge")  # verbs of which a subject may be the one told, asked, accused
REACH = 30  # tokens that may stand between commas after a subject: an apposition with a relative clause
RECENT = 10  # verbs before one that may hand on their subject to it
LEADING = 5  # adjuncts that may open a sentence before its subject


def subject_of(line: Line, index: int, form: VerbForm, left: Left, cues: Sequence[Cue]) -> Phrase | None:
    """Who does what the verb at `index` says. `cues` are those before it."""
    reduced = takes_object(line, form.kind, form.base) and is_by(line, index + 1)
    if form.shape == "finite" and (left.passive or reduced):
        return agent_after(line, index + 1)
    if form.shape == "participle" and not left.passive:
        found = phrase_before(line, left.index if line.tokens[left.index - 1].is_capital else index, in_adjunct=True)
        return behind_absolute(line, found) if found else depicted(line, index) or main_subject(line, index, cues)
    if left.infinitive:
        found = main_subject(line, index, cues)
        return None if found and line.tokens[found.start].word in line.words.impersonal else found
    if line.role(left.index - 1, line.tokens[index].sentence) == "and":
        shared = form.kind not in OFTEN_PASSIVE or not is_passive_clause(line, left.index - 1)
        return main_subject(line, index, cues) if shared else None
    return subject_before(line, index, left.index)


def agent_after(line: Line, index: int) -> Phrase | None:
    """The speaker of a passive: "was told by the baker"."""
    return phrase_after(line, index + 1) if is_by(line, index) else None


def is_by(line: Line, index: int) -> bool:
    """Whether the word stands at a token that names the agent of a passive."""
    named = index + 1 < len(line.tokens) and line.tokens[index].word in line.words.agent
    return named and not ends_in(line.tokens[index + 1].word, line.words.gerund_endings)


def takes_object(line: Line, kind: CueKind, base: str) -> bool:
    """Whether a verb takes a noun phrase without a preposition, and so has a passive of its own."""
    return kind in OBJECTS or base in line.words.objects.get(DIRECT, ())


def subject_before(line: Line, index: int, end: int) -> Phrase | None:
    """The subject of the finite verb at `index`, whose subject ends before the token `end`."""
    sentence = line.tokens[index].sentence
    if not line.within(end - 1, sentence):
        return inverted(line, index) if index == end or line.words.comma_clause else None
    before = line.tokens[end - 1]
    if before.word in line.words.relatives:
        comma = line.within(end - 2, sentence) and line.tokens[end - 2].text == ","
        return Phrase(start=end - 1, end=end, head=end, antecedent=end - 2 if comma else end - 1)
    if not before.is_word:
        return across_marks(line, index, end - 1)
    if before.word in line.words.role:
        return phrase_after(line, index + 1)
    found = phrase_before(line, end)
    if found is None or is_in_relative(line, found):
        found = across_relative(line, end) or found or across_adjunct(line, end)
    if found is None:
        return inverted(line, index) if line.words.comma_clause else None
    return found if line.roles[found.start] == "pronoun" else with_name_before(line, found)


def across_adjunct(line: Line, end: int) -> Phrase | None:
    """The noun phrase that opens a clause before an adjunct without commas: "a survey of bakers on Monday found"."""
    if line.role(end - 1, line.tokens[end - 1].sentence) not in ("noun", "determiner", "joiner", "time"):
        return None
    found = leading_phrase(line, end)
    return found if found and "stop" not in line.roles[found.end : end] else None


def is_passive_clause(line: Line, index: int) -> bool:
    """Whether the verb nearest before a conjunction is passive, as the next may be: "was asked and denied it"."""
    sentence = line.tokens[index].sentence
    for place in range(index - 1, max(-1, index - REACH), -1):
        if not line.within(place, sentence):
            return False
        if line.tokens[place].word in line.words.auxiliaries:
            return line.tokens[place].word in line.words.passive
    return False


def across_marks(line: Line, index: int, mark: int) -> Phrase | None:
    """The subject of a verb behind a mark or a quotation: behind the verb, or before what the mark closes.

    What stands between a verb and a quotation that goes on with it is the quotation's subject: 'said it "helped"'.
    """
    quoted = line.tokens[mark].passage is not None
    quoted = quoted or (line.text(mark) == "," and mark > 0 and line.tokens[mark - 1].passage is not None)
    if quoted:
        return inverted(line, index) or before_aside(line, mark)
    behind = inverted(line, index)
    if behind and behind.end < len(line.tokens) and line.tokens[behind.end].passage is not None:
        behind = None
    return before_aside(line, mark) or behind or before_stray_comma(line, mark)


def inverted(line: Line, index: int) -> Phrase | None:
    """The subject behind its verb: ", said Ann Lee."; None where that phrase is the subject of another verb."""
    found = phrase_after(line, behind_day(line, index + 1))
    if found is None or not line.within(found.end, line.tokens[index].sentence):
        return found
    own = line.tokens[found.start].word in line.words.subjects and line.roles[found.end] == "noun"
    return None if own or line.is_predicate(found.end) else found


def before_aside(line: Line, closing: int) -> Phrase | None:
    """The name before an apposition, relative clause or adjunct that a comma or dash closes at `closing`."""
    sentence = line.tokens[closing].sentence
    mark = "," if line.tokens[closing].passage is not None else line.tokens[closing].text
    for index in range(closing - 1, max(-1, closing - REACH), -1):
        if not line.within(index, sentence):
            return None
        if line.tokens[index].text == mark and is_aside(line, index + 1, closing):
            opening = bracket_before(line, index - 1) if line.text(index - 1) == ")" else None
            found = phrase_before(line, index if opening is None else opening)
            if found:
                return Phrase(start=found.start, end=closing, head=found.head)
    return None


def is_aside(line: Line, start: int, end: int) -> bool:
    """Whether what stands between two marks explains a name: a relative clause, or words without a verb."""
    word = line.tokens[start].word
    relative = word in line.words.relatives or (word in line.words.appositives and line.roles[start] == "stop")
    explained = takewhile(lambda token: token.word not in line.words.relatives, line.tokens[start:end])
    return relative or not any(token.word in line.words.auxiliaries for token in explained)


def before_stray_comma(line: Line, comma: int) -> Phrase | None:
    """The subject that one comma parts from its verb: what starts behind another mark, else what opens the sentence."""
    found = phrase_before(line, comma)
    if found and opens_adjunct(line, found.start):
        return None
    if found is None or (
        line.within(found.start - 1, line.tokens[comma].sentence) and line.tokens[found.start - 1].is_word
    ):
        return leading_phrase(line, comma)
    return found


def with_name_before(line: Line, found: Phrase) -> Phrase:
    """The phrase with the name before it where a closing comma is missing: "Ann Lee, head of the guild said"."""
    comma, sentence = found.start - 1, line.tokens[found.start].sentence
    if not line.within(comma, sentence) or line.tokens[comma].text != "," or line.tokens[found.start].is_capital:
        return found
    name = phrase_before(line, comma)
    if name is None or not all(token.is_capital for token in line.tokens[name.start : name.end]):
        return found
    opens = line.role(name.start - 1, sentence) in ("stop", "and", "adverb")
    return Phrase(start=name.start, end=found.end, head=name.end) if opens else found


def is_in_relative(line: Line, found: Phrase) -> bool:
    """Whether a phrase is what a relative clause speaks of: "the oven" in "a man who lost the oven said"."""
    verb, sentence = found.start - 1, line.tokens[found.start].sentence
    after = line.within(verb - 1, sentence) and line.tokens[verb - 1].word in line.words.relatives
    return after and line.is_predicate(verb)


def across_relative(line: Line, end: int) -> Phrase | None:
    """The noun before a relative clause without commas: "a man who asked not to be named said"."""
    sentence = line.tokens[end - 1].sentence
    for index in range(end - 1, max(-1, end - REACH), -1):
        if not line.within(index, sentence) or not line.tokens[index].is_word:
            return None
        if line.tokens[index].word in line.words.relatives:
            found = phrase_before(line, index)
            return Phrase(start=found.start, end=end, head=found.head) if found else None
    return None


def main_subject(line: Line, index: int, cues: Sequence[Cue]) -> Phrase | None:
    """The subject of the sentence in which a participle, infinitive or second verb stands."""
    sentence = line.tokens[index].sentence
    if index == skip_opening(line, line.first(index), index):
        return behind_opening(line, index)
    second = line.role(index - 1, sentence) == "and"
    inner = None
    for cue in reversed(cues[-RECENT:]):
        if line.tokens[cue.start].sentence != sentence:
            break
        if cue.stance == "attitude" and line.roles[cue.speaker.start] == "pronoun" and not second:
            inner = inner or cue.speaker
        elif second or not cue.participle:
            return cue.speaker
    if inner:
        return inner
    if is_behind_participle(line, index):
        return None
    return subordinate_subject(line, index) or leading_phrase(line, index)


def is_behind_participle(line: Line, index: int) -> bool:
    """Whether a participle stands behind another's clause: in "showing bakers, speaking of" its subject is open."""
    if line.text(index - 1) != ",":
        return False
    for place in range(index - 2, max(line.first(index), index - REACH), -1):
        if line.text(place) == ",":
            return ends_in(line.tokens[place + 1].word, line.words.gerund_endings)
    return False


def subordinate_subject(line: Line, index: int) -> Phrase | None:
    """The subject of the clause in which a participle stands: "It burned when bakers left the oven, shouting"."""
    for place in range(index - 2, max(line.first(index), index - REACH), -1):
        if line.text(place) == ",":
            return None
        if line.tokens[place].word in line.words.subordinators - line.words.relatives:
            found = phrase_after(line, place + 1)
            return found if found and found.end < index and line.is_predicate(found.end) else None
    return None


def behind_opening(line: Line, index: int) -> Phrase | None:
    """The subject behind the comma that ends an opening participle clause: "Citing the cold, the baker left"."""
    sentence = line.tokens[index].sentence
    for place in range(index + 1, index + REACH):
        if not line.within(place, sentence):
            return None
        if line.tokens[place].text == ",":
            found = phrase_after(line, place + 1)
            if found and line.within(found.end, sentence) and line.is_predicate(found.end):
                return found
    return None


def leading_phrase(line: Line, index: int) -> Phrase | None:
    """The first noun phrase of the sentence that is no adjunct's, before the token at `index`."""
    place = line.first(index)
    for _ in range(LEADING):
        place = skip_opening(line, place, index)
        if place >= index or line.tokens[place].passage is not None:
            return None
        if not opens_adjunct(line, place):
            found = phrase_after(line, place)
            if found is None or found.end > index:
                return None
            if not is_name_behind(line, found, index):
                return found
            place = found.end
            continue
        end = min(index, place + REACH)
        place = next((comma for comma in range(place, end) if line.tokens[comma].text == ","), index)
    return None


def is_name_behind(line: Line, found: Phrase, limit: int) -> bool:
    """Whether a phrase between commas goes on with the adjunct before it: "In Ulm, Bavaria, the baker left"."""
    before, behind = line.text(found.start - 1), line.text(found.end)
    if (before, behind) != (",", ","):
        return False
    if line.role(found.end + 1, line.tokens[found.start].sentence) in ("preposition", "time"):
        return True
    subject = phrase_after(line, found.end + 1)
    return subject is not None and subject.end < limit and line.is_predicate(subject.end)


def skip_opening(line: Line, place: int, end: int) -> int:
    """Passes marks, conjunctions, adverbs, times and a dateline that open a sentence."""
    limit = min(end, place + REACH)
    while place < limit and line.tokens[place].passage is None:
        if line.tokens[place].is_word and line.roles[place] not in ("and", "adverb", "time"):
            break
        place += 1
    return max(place, dateline_end(line, place, end))


def opens_adjunct(line: Line, place: int) -> bool:
    """Whether an adjunct or a clause of its own starts at a token: "In spring", "While", "Speaking"."""
    gerund = ends_in(line.tokens[place].word, line.words.gerund_endings)
    form = line.forms.get(line.tokens[place].word)
    asked = place == line.first(place) and form is not None and form.shape == "finite"
    return line.roles[place] in ("preposition", "stop") or gerund or asked
