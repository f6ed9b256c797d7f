"""Which cue each quotation of a block belongs to, by its place in the writer's sentence.

In: a line and its cues. Out: one attribution a passage, None where nothing tells. Never: looks beyond the block.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from generator.annotate.quoting.cues import Cue, between
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.participles import is_over, is_shown_by_thing
from generator.annotate.quoting.phrases import Phrase, phrase_after, phrase_before
from generator.annotate.quoting.places import MARKS, is_beyond, is_left
from generator.annotate.quoting.subjects import leading_phrase
from generator.annotate.quoting.tokens import DASHES, ENDINGS
from generator.model import Record

NEAR = 25  # tokens between a quotation and the verb behind it: a name with its apposition
FAR = 60  # tokens between a verb and the quotation it leads to or trails
LABEL = 8  # tokens of a name that a colon sets before its words
COMMAS = (",", "?", "!")  # what may stand before the clause that attributes a quotation
PHRASE = 3  # words of a fragment that the subject of its sentence may be taken to have said
ATTITUDES = frozenset({"think", "want", "side"})  # verbs of what need not have been said
RELATED = frozenset({"judge", "show", "act"})  # verbs that a thing can have: "wants a plan that calls for ..."
SMALL = 3  # letters of the small words that a title may leave in lower case

How = Literal["after", "before", "trailing", "colon", "carried", "subject"]


class Attribution(Record, frozen=True, kw_only=True):
    """Who says a passage and by which words; `cue` is None where no verb attributes it.

    `relay` is who passes it on: '"...," Lee wrote, the agency reported'. `origin` is how the neighbour is attributed
    whose speaker was carried on.
    """

    cue: Cue | None
    speaker: Phrase
    how: How
    relay: Phrase | None = None
    origin: How | None = None


def attribute(line: Line, cues: Sequence[Cue]) -> list[Attribution | None]:
    """The attribution of each passage of the line: the surest rule wins, what is left takes its neighbour's."""
    places = [index for index, token in enumerate(line.tokens) if token.passage is not None]
    found = [None if is_nickname(line, place) else by_rules(line, place, cues) for place in places]
    near = nearest(found)
    return [
        own or carried(line, place, near[number], cues)
        for number, (place, own) in enumerate(zip(places, found, strict=True))
    ]


def by_rules(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The attribution of a passage by its own sentence."""
    led = cue_before(line, place, cues) if is_led_into(line, place) and not is_told_after(line, place, cues) else None
    sure = led or cue_after(line, place, cues) or cue_before(line, place, cues) or cue_trailing(line, place, cues)
    return sure or by_sentence(line, place, cues)


def by_sentence(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The one who says something in a clause behind a fragment that "and" does not join, else the sentence's subject.

    A word or two may be anyone's, or held at a distance.
    """
    if len(line.tokens[place].text.split()) < PHRASE or is_beyond(line, place, cues):
        return None
    sentence = line.tokens[place].sentence
    behind = (cue for cue in between(cues, place + 1, place + FAR) if line.tokens[cue.start].sentence == sentence)
    cue = next((cue for cue in behind if line.roles[cue.opens - 1] != "and"), None)
    if cue:
        return by_cue(cue, "trailing")
    subject = leading_phrase(line, place)
    return Attribution(cue=None, speaker=subject, how="subject") if subject else None


def is_nickname(line: Line, place: int) -> bool:
    """Whether a word in marks stands inside a name: 'Ann "Bee" Lee'."""
    if not 0 < place < len(line.tokens) - 1 or not line.tokens[place].text.strip(MARKS).isalpha():
        return False
    return line.tokens[place - 1].is_capital and line.tokens[place + 1].is_capital


def by_cue(cue: Cue, how: How) -> Attribution:
    """The attribution by a cue."""
    return Attribution(cue=cue, speaker=cue.speaker, how=how)


def cue_after(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The clause that follows a quotation directly: '"...," Ann Lee said', '"...," said a baker'."""
    marked = line.text(place + 1) in {",", *DASHES}
    start = place + 1 + marked
    for cue in between(cues, place + 1, place + NEAR):
        if not cue.participle and opens_at(line, start, cue.opens) and (marked or goes_on(line, place, cue)):
            return replace(by_cue(cue, "after"), relay=relay_behind(line, cue, cues))
    return unlisted_after(line, start) if marked or line.tokens[place].text.rstrip(MARKS).endswith(COMMAS) else None


def relay_behind(line: Line, cue: Cue, cues: Sequence[Cue]) -> Phrase | None:
    """Who passes on what a cue attributes, by a clause of saying set off behind it or by "according to"."""
    for other in between(cues, cue.closes, cue.closes + NEAR):
        if line.tokens[other.start].sentence != line.tokens[cue.start].sentence:
            return None
        if line.text(other.opens - 1) == "," and not other.participle and is_closed(line, other.closes):
            return other.speaker if other.kind in ("say", "according") else None
    return None


def is_led_into(line: Line, place: int) -> bool:
    """Whether the writer's sentence runs on into a quotation without a mark: 'she would "mend the oven," ...'."""
    before = line.tokens[place - 1] if line.within(place - 1, line.tokens[place].sentence) else None
    return before is not None and before.is_word and line.tokens[place].text.lstrip(MARKS)[:1].islower()


def is_told_after(line: Line, place: int, cues: Sequence[Cue]) -> bool:
    """Whether a clause of saying that ends the sentence follows a quotation with its comma: '"...," Ann Lee said.'"""
    if not line.tokens[place].text.rstrip(MARKS).endswith(","):
        return False
    behind = (cue for cue in between(cues, place + 1, place + NEAR) if cue.opens == place + 1)
    return any(cue.kind == "say" and line.text(cue.closes) in {"", "."} for cue in behind)


def opens_at(line: Line, start: int, opens: int) -> bool:
    """Whether a clause opens at a token, or behind adverbs and times there."""
    return start <= opens and all(line.roles[index] in ("adverb", "time") for index in range(start, opens))


def goes_on(line: Line, place: int, cue: Cue) -> bool:
    """Whether the sentence goes on behind a quotation that no comma follows, as its last character tells."""
    last = line.tokens[place].text.rstrip(MARKS)[-1:]
    if last not in ENDINGS or (cue.start < cue.speaker.start and line.tokens[cue.start].text.islower()):
        return True
    hearer = phrase_after(line, cue.closes) if cue.kind in ("tell", "ask") else None
    end = hearer.end if hearer else cue.closes
    return line.text(end) in {"", ".", ","} if last == "." else is_closed(line, end)


def unlisted_after(line: Line, start: int) -> Attribution | None:
    """The subject and verb of any kind that follow a quotation and its comma: '"...," Ann Lee laughed.'"""
    speaker = phrase_after(line, start)
    if speaker is None or speaker.end >= len(line.tokens) or not line.is_predicate(speaker.end):
        return None
    verb = speaker.end
    if line.tokens[verb].word in line.words.auxiliaries or not is_closed(line, verb + 1):
        return None
    return by_cue(unlisted_cue(verb, speaker, start), "after")


def unlisted_cue(verb: int, speaker: Phrase, opens: int) -> Cue:
    """A verb that no list has, taken for one of saying by its place."""
    return Cue(
        start=verb,
        end=verb + 1,
        kind="say",
        base="",
        stance="say",
        participle=False,
        speaker=speaker,
        opens=opens,
    )


def is_closed(line: Line, index: int) -> bool:
    """Whether no clause follows as content: the sentence ends, or an adjunct, a mark or a participle comes next."""
    if index >= len(line.tokens):
        return True
    if not line.tokens[index].is_word:
        return line.tokens[index].text != ":"
    return line.roles[index] in ("preposition", "time", "adverb", "and") or line.is_participle(index)


def cue_before(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The last verb before a quotation in its sentence, or the name that a colon sets before it."""
    sentence = line.tokens[place].sentence
    direct = unlisted_before(line, place)
    for cue in reversed(between(cues, max(line.firsts[sentence], place - FAR), place)):
        if direct and direct.speaker.start > cue.closes:
            break
        if is_over(line, cue, place):
            return None
        if cue.closes <= place and not is_naming(line, cue, place):
            return by_cue(saying(line, cue, cues), "before")
    return direct or label_before(line, place)


def unlisted_before(line: Line, place: int) -> Attribution | None:
    """The subject of a verb of any kind directly before a mark and a quotation: 'Ann Lee laughed: "..."'."""
    sentence = line.tokens[place].sentence
    verb = place - 2
    while line.role(verb, sentence) in ("adverb", "time") and verb > place - LABEL:
        verb -= 1
    if line.text(place - 1) not in {":", ","} or not line.within(verb - 1, sentence) or not line.is_predicate(verb):
        return None
    speaker = phrase_before(line, verb)
    if speaker is None or line.tokens[verb].word in line.words.auxiliaries:
        return None
    return by_cue(unlisted_cue(verb, speaker, speaker.start), "before")


def saying(line: Line, cue: Cue, cues: Sequence[Cue]) -> Cue:
    """The verb of saying in whose content an attitude stands: in 'Lee said she wants "..."' the words are Lee's."""
    thing = cue.speaker.antecedent is not None and line.tokens[cue.speaker.start].word in line.words.that
    if cue.kind not in ATTITUDES and not (thing and cue.kind in RELATED):
        return cue
    sentence = line.tokens[cue.start].sentence
    outer = between(cues, max(line.firsts[sentence], cue.start - FAR), cue.start)
    said = [one for one in outer if one.kind not in ATTITUDES and one.closes <= cue.opens]
    bound = line.role(cue.opens - 1, sentence) == "and" or line.text(cue.opens - 1) in {",", ";"}
    own = bound and line.roles[cue.speaker.start] != "pronoun" and not any(one.kind == "according" for one in said)
    return said[-1] if said and not own else cue


def is_naming(line: Line, cue: Cue, place: int) -> bool:
    """Whether a verb names a thing instead of quoting someone: 'a bridge called "Old Lady"'.

    Nor does what is no document say what it shows: 'searches revealed a "warm" oven'.
    """
    named = cue.kind == "judge" and cue.end == place and line.roles[cue.speaker.start] == "determiner"
    active = any(token.word in line.words.auxiliaries for token in line.tokens[cue.speaker.end : cue.start])
    return (named and not active) or is_shown_by_thing(line, cue, place)


def label_before(line: Line, place: int) -> Attribution | None:
    """Who a colon gives the word: the name before it ("Ann Lee: ..."), else the subject of its sentence."""
    sentence = line.tokens[place].sentence
    if not line.within(place - 1, sentence) or line.tokens[place - 1].text != ":":
        return None
    alone = not line.within(place - 1 - LABEL, sentence)
    found = phrase_before(line, place - 1, in_adjunct=True) if alone else None
    if found is None or not line.tokens[found.start].is_capital:
        found = leading_phrase(line, place - 1)
    return Attribution(cue=None, speaker=found, how="colon") if found else None


def cue_trailing(line: Line, place: int, cues: Sequence[Cue]) -> Attribution | None:
    """The clause at the end of a sentence in which a quotation stands: 'The bridge was "a ruin" by then, Lee said.'"""
    for cue in between(cues, place + 1, place + FAR):
        if line.tokens[cue.start].sentence != line.tokens[place].sentence:
            break
        before = line.tokens[cue.opens - 1]
        set_off = before.passage is not None or before.text in {",", "--", "–", "—"}
        if cue.kind == "according" or (set_off and not cue.participle and is_closed(line, cue.closes)):
            return by_cue(cue, "trailing")
    return None


def nearest(found: Sequence[Attribution | None]) -> list[Attribution | None]:
    """For each passage, the last attribution up to it, else the first behind it."""
    near: list[Attribution | None] = []
    for own in found:
        near.append(own or (near[-1] if near else None))
    first = next((own for own in found if own), None)
    return [own or first for own in near]


def opens_sentence(line: Line, place: int) -> bool:
    """Whether a clause in marks begins its sentence: '"..." Lee said. "The oven we had" is gone.', but no title."""
    words = line.tokens[place].text.strip(MARKS).split()
    begins = words[0][0].isupper() and any(len(word) > SMALL and word.islower() for word in words)
    return begins and all(line.roles[index] == "adverb" for index in range(line.first(place), place))


def is_only_led(line: Line, place: int) -> bool:
    """Whether the writer's words in the sentence of a quotation are adverbs or "and" before it: 'Instead, "..."'."""
    sentence, first = line.tokens[place].sentence, line.first(place)
    if place - first > LABEL:
        return False
    before = all(line.roles[index] in ("adverb", "and") for index in range(first, place) if line.tokens[index].is_word)
    near = (index for index in range(place + 1, place + NEAR) if line.within(index, sentence))
    return before and not any(line.tokens[index].is_word for index in near)


def carried_on(near: Attribution) -> Attribution:
    """The attribution of a passage that goes on with its neighbour's speaker."""
    return Attribution(cue=near.cue, speaker=near.speaker, how="carried", origin=near.origin or near.how)


def carried(line: Line, place: int, near: Attribution | None, cues: Sequence[Cue]) -> Attribution | None:
    """For a passage that fills sentences of its own: its neighbour's speaker, or who says something in the sentence
    before it, as in 'Ann Lee replied at once. "..."'."""
    sentence = line.tokens[place].sentence
    if near and opens_sentence(line, place):
        return carried_on(near)
    if sentence in line.worded and not is_only_led(line, place) and not opens_sentence(line, place):
        return None
    if near:
        return carried_on(near)
    if is_left(line, place):
        return None
    start = line.firsts[sentence - 1] if sentence else place
    said = [cue for cue in between(cues, start, place) if cue.kind in ("say", "tell", "ask") and not cue.participle]
    return by_cue(said[-1], "carried") if said else None
