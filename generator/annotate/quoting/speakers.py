"""Who a speaker is: the words that name them, the whole phrase, and the candidate where the source itself settles it.

In: an attribution, the names of the source. Out: a voice. Never: guesses; a pronoun for two people stays a pronoun.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile

from generator.annotate.names import Names
from generator.annotate.naming.truecase import LEARNED
from generator.annotate.quoting.attribution import Attribution
from generator.annotate.quoting.blocks import Block
from generator.annotate.quoting.cues import Cue
from generator.annotate.quoting.lines import Line
from generator.annotate.quoting.phrases import LONGEST, Phrase, is_reduced, phrase_after
from generator.language.loader import primary
from generator.language.names import name_words
from generator.language.reports import is_negation
from generator.model import CueClass, Mention, Record, Source, Span
from generator.spans import cut

MEMORY = 3000  # code points on either side of a pronoun in which people are looked for: a very long paragraph


class Voice(Record, frozen=True, kw_only=True):
    """A speaker and a cue as spans of the source; `speaker` is the candidate's key, `cue_class` what the cue does."""

    speaker: str | None
    text: str
    span: Span
    via: tuple[str, ...]
    cue: Span | None
    cue_class: CueClass | None


class Directory(Record, frozen=True, kw_only=True):
    """The mentions by name of a source, sorted by start, and what kind each candidate is."""

    mentions: tuple[Mention, ...]
    kinds: dict[str, str]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that start in a range."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        return self.mentions[first : bisect_left(self.mentions, end, lo=first, key=lambda mention: mention.start)]

    def is_kind(self, mention: Mention | None, kind: str) -> bool:
        """Whether a mention is of a candidate of this kind."""
        return mention is not None and self.kinds.get(mention.candidate) == kind


class Scene(Record, frozen=True, kw_only=True):
    """Where a voice is looked for: a block of a source, read, with the names of the source."""

    source: Source
    block: Block
    line: Line
    directory: Directory

    def span(self, start: int, end: int) -> Span:
        """The span of a range of tokens."""
        return cut(self.source, self.line.tokens[start].start, self.line.tokens[end - 1].end)


def read_directory(names: Names) -> Directory:
    """The mentions by name, ready for looking up."""
    return Directory(
        mentions=tuple(mention for mention in names.mentions if mention.how in ("name", "short")),
        kinds={candidate.key: candidate.kind for candidate in names.candidates},
    )


def make_voice(scene: Scene, found: Attribution) -> Voice:
    """The speaker of an attribution."""
    phrase = found.speaker
    if phrase.antecedent is not None or scene.line.roles[phrase.start] == "pronoun":
        speaker = antecedent_of(scene, phrase) or person_meant(scene, phrase)
        text = scene.line.tokens[phrase.start].text
    else:
        end = head_end(scene, phrase)
        named = None if is_joined(scene, phrase.start, end) else named_by(scene, phrase.start, end)
        if named is None and (found.cue is None or found.cue.kind != "according"):
            phrase, named = with_name_behind(scene, phrase)
        speaker = named.candidate if named else None
        text = named.text if named else describing_text(scene, phrase.start, end)
    return Voice(
        speaker=speaker,
        text=text,
        span=scene.span(phrase.start, phrase.end),
        via=tuple(dict.fromkeys((*hearers(scene, found), *relays(scene, found)))),
        cue=scene.span(found.cue.start, found.cue.end) if found.cue else None,
        cue_class=stance_of(scene, found.cue) if found.cue else None,
    )


def stance_of(scene: Scene, cue: Cue) -> CueClass | None:
    """What the cue does; None of a denial that is itself negated ("did not deny"), which neither says nor denies."""
    tokens = scene.line.tokens
    beside = [token.word for token in (*tokens[cue.speaker.end : cue.start], *tokens[cue.end : cue.end + 1])]
    negated = any(is_negation(word, scene.block.language) for word in beside)
    return None if cue.stance == "deny" and negated else cue.stance


def with_name_behind(scene: Scene, phrase: Phrase) -> tuple[Phrase, Mention | None]:
    """A description with the person's name that a comma sets behind it: "the director, Ann Lee"; else no name."""
    line, head = scene.line, phrase.head
    owned = phrase.start > 0 and line.tokens[phrase.start - 1].word in line.words.appositives  # "whose director"
    described = (owned or line.roles[phrase.start] == "determiner") and line.text(head) == ","
    first = behind_courtesy(scene, head + 1)
    if not described or first >= len(line.tokens) or is_joined(scene, phrase.start, head):
        return phrase, None
    start = line.tokens[first].start
    named = next(iter(scene.directory.within(start, start + 1)), None)
    if named is None or not scene.directory.is_kind(named, "person"):
        return phrase, None
    end = next((index for index in range(head + 1, len(line.tokens)) if line.tokens[index].start >= named.end), head)
    closes = end > head and (not line.tokens[end].is_word or line.tokens[end].passage is not None)
    closes = closes or (end > head and line.roles[end] == "preposition")  # "Ann Lee of the guild"
    longer = Phrase(start=phrase.start, end=max(phrase.end, end), head=phrase.head)
    return (longer, named) if closes else (phrase, None)


def behind_courtesy(scene: Scene, index: int) -> int:
    """Passes a courtesy and its full stop: "Ms. Lee"."""
    line = scene.line
    while index < len(line.tokens) and line.tokens[index].word.rstrip(".") in name_words(scene.block.language).courtesy:
        index += 1 + (line.text(index + 1) == ".")
    return index


def is_someone(scene: Scene, found: Attribution) -> bool:
    """Whether words that a colon sets before a quotation can name a speaker, and not its matter ("Fire: ...").

    "Q" and "A" name nobody. A label, which has no verb, must end with a name, a role or someone's letter or post; an
    unknown word will do where common words are known.
    """
    line, phrase, how = scene.line, found.speaker, found.origin or found.how
    if how == "colon" and line.tokens[phrase.start].word in line.words.questions | line.words.answers:
        return False
    if how != "subject" and (how != "colon" or has_verb(line, phrase)):
        return True
    words, end = name_words(scene.block.language), head_end(scene, phrase)
    last = line.tokens[end - 1].word
    nouns = (words.roles, words.bodies, words.people_nouns)
    if named_by(scene, phrase.start, end) or any(last in some for some in nouns):
        return True
    if how == "subject":
        return last in line.words.persons | (line.words.plurals & line.words.subjects)
    owned = scene.directory.within(line.tokens[phrase.start].start, line.tokens[end - 1].end)
    return (last in line.words.media and bool(owned)) or (
        primary(scene.block.language) == LEARNED and last not in words.common
    )


def has_verb(line: Line, phrase: Phrase) -> bool:
    """Whether a verb stands between the beginning of a phrase's sentence and the quotation behind it."""
    behind = takewhile(lambda index: line.tokens[index].passage is None, range(phrase.end, len(line.tokens)))
    return any(line.is_predicate(index) for index in (*range(line.first(phrase.start), phrase.end), *behind))


def antecedent_of(scene: Scene, phrase: Phrase) -> str | None:
    """The person whose name stands directly before the relative pronoun "who"."""
    if phrase.antecedent is None:
        return None
    named = named_by(scene, max(0, phrase.antecedent - LONGEST), phrase.antecedent)
    return named.candidate if named and scene.directory.is_kind(named, "person") else None


def person_meant(scene: Scene, phrase: Phrase) -> str | None:
    """The one person named beside a "he" or "she", in the block or the sentence before it; None where there are two.

    Names inside quotations do not count: nobody means himself by a name.
    """
    token = scene.line.tokens[phrase.start]
    if token.word not in scene.line.words.persons:
        return None
    start, end = max(scene.block.near, token.start - MEMORY), min(scene.block.end, token.start + MEMORY)
    people = [
        mention
        for mention in scene.directory.within(start, end)
        if scene.directory.is_kind(mention, "person") and not is_quoted(scene.line, mention.start)
    ]
    alone = len({mention.candidate for mention in people}) == 1 and people[0].start < token.start
    alone = alone and (primary(scene.block.language) == LEARNED or is_just_named(scene, people, phrase.start))
    return people[0].candidate if alone and not has_stranger(scene, people, phrase.start) else None


def is_just_named(scene: Scene, people: Sequence[Mention], index: int) -> bool:
    """Whether people are named in the sentence of a token or the one before it."""
    line = scene.line
    before = max(0, line.tokens[index].sentence - 1)
    since = line.tokens[line.firsts[before]].start if line.tokens[index].sentence else scene.block.near
    return any(since <= mention.start < line.tokens[index].start for mention in people)


def has_stranger(scene: Scene, people: Sequence[Mention], index: int) -> bool:
    """Whether a first and a last name that are nobody's known stand between the last mention of people and a token."""
    tokens, roles = scene.line.tokens, scene.line.roles
    since = max((mention.end for mention in people if mention.end <= tokens[index].start), default=0)
    names = (place for place in range(1, index) if tokens[place - 1].start >= since)
    return any(
        all(tokens[one].is_capital and roles[one] == "noun" for one in (place - 1, place))
        and tokens[place - 1].sentence == tokens[place].sentence
        and not is_known(scene, tokens[place].start)
        for place in names
    )


def is_known(scene: Scene, offset: int) -> bool:
    """Whether a mention of anyone or anything covers an offset."""
    return any(mention.end > offset for mention in scene.directory.within(offset - MEMORY, offset + 1))


def is_quoted(line: Line, offset: int) -> bool:
    """Whether an offset lies inside a quotation of the line."""
    index = bisect_right(line.passages, offset, key=lambda passage: passage.opening) - 1
    return index >= 0 and offset < line.passages[index].closing


def head_end(scene: Scene, phrase: Phrase) -> int:
    """Where the words that name end: before "of the guild" or "named in it"; "one of them" is named as a whole."""
    line = scene.line
    for index in range(phrase.start + 1, phrase.head):
        of = line.tokens[index].word in line.words.genitive and line.roles[index - 1] == "noun"
        if not (of or line.roles[index] == "preposition") or is_in_name(scene, phrase.start, index):
            continue
        if index == phrase.start + 1 and line.roles[phrase.start] in ("determiner", "pronoun"):
            break
        if line.tokens[index].word in line.words.genitive and ends_title(scene, phrase, index + 1):
            continue
        return index - 1 if is_reduced(line, index - 1) else index
    return phrase.head


def ends_title(scene: Scene, phrase: Phrase, start: int) -> bool:
    """Whether what follows "of" ends a title before a person's name: "secretary of state Ann Lee", "head of the guild
    Ann Lee", but not "the mother of Ann Lee", "the mother of the baker Ann Lee"."""
    roles, named = scene.line.roles, named_by(scene, start, phrase.head)
    if named is None or named.start == scene.line.tokens[start].start:
        return False
    titled = roles[start] == "noun" or roles[phrase.start] != "determiner"
    return titled and scene.directory.is_kind(named, "person")


def is_in_name(scene: Scene, start: int, index: int) -> bool:
    """Whether a name that starts in a phrase covers a token."""
    tokens = scene.line.tokens
    return any(m.end > tokens[index].start for m in scene.directory.within(tokens[start].start, tokens[index].start))


def is_joined(scene: Scene, start: int, end: int) -> bool:
    """Whether "and" joins two speakers in a range of tokens."""
    places = (index for index in range(start, end) if scene.line.roles[index] == "and")
    return any(not is_in_name(scene, start, index) for index in places)


def named_by(scene: Scene, start: int, end: int) -> Mention | None:
    """The name with which a range of tokens ends: in "the harbour's mayor Ann Lee" hers, in "a harbour clerk" none."""
    last = scene.line.tokens[end - 1].end
    within = scene.directory.within(scene.line.tokens[start].start, last)
    return next((mention for mention in within if mention.end == last), None)


def describing_text(scene: Scene, start: int, end: int) -> str:
    """The words of a head that is no known name: without the title before a name, whole where they describe or where
    every noun has a capital."""
    line, name = scene.line, end
    if line.words.nouns_capital:
        return scene.span(start, end).text
    while name > start and line.tokens[name - 1].is_capital:
        name -= 1
    titled = start < name < end and any(line.roles[index] == "noun" for index in range(start, name))
    return scene.span(name if titled else start, end).text


def relays(scene: Scene, found: Attribution) -> tuple[str, ...]:
    """The one who passed it on, where that is a known name."""
    phrase = found.relay or (found.cue.relay if found.cue else None)
    named = named_by(scene, phrase.start, phrase.head) if phrase else None
    return (named.candidate,) if named else ()


def hearers(scene: Scene, found: Attribution) -> tuple[str, ...]:
    """The organisation to which something was told, by the name directly behind the verb: it passed it on."""
    cue = found.cue
    if cue is None or cue.kind != "tell" or cue.start < found.speaker.start:
        return ()
    hearer = phrase_after(scene.line, cue.end)
    named = named_by(scene, hearer.start, hearer.head) if hearer else None
    return (named.candidate,) if named and scene.directory.is_kind(named, "organisation") else ()
