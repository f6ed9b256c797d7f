"""Who is described as a child beside the name: "Ann, 9", "the 12-year-old Bo Lee", "schoolgirl Ann Lee".

In: annotated sources. Out: candidates. Never: tells from anything but the words right beside a name; says that somebody
is of age.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.collate.casting.chosen_names import is_by_name
from generator.language.minors import MinorWords, minor_words
from generator.language.names import name_words
from generator.language.places import is_adjective
from generator.language.speech import speech
from generator.model import AnnotatedSource, Mention, Sentence
from generator.spans import within

NEAR = 120  # characters before a name in which an age that belongs to it stands
CLOSED = re.compile(r"\s?(?:\Z|[,.;:!?)”»\"—–])")
NEXT_WORD = re.compile(r"\s([^\W\d_]{1,30})(?!\w)")  # one in s may be a verb: "nine-year-old Ann coaches"
POSSESSIVE = re.compile(r"\w[’']s(?!\w)|s[’'](?!\w)")
WORDS_BEFORE = 2  # "as a schoolgirl"


def find_minors(readings: Iterable[AnnotatedSource]) -> frozenset[tuple[str, str]]:
    """The candidates (source id, key) that their source describes as children; of whatever kind they are."""
    return frozenset(
        (mention.source, mention.candidate)
        for reading in readings
        for sentence in reading.sentences
        for names in (filter(is_by_name, within(reading.mentions, sentence.start, sentence.end)),)
        for mention in find_minors_in(sentence, tuple(names), minor_words(sentence.language))
    )


def find_minors_in(sentence: Sentence, mentions: Sequence[Mention], words: MinorWords) -> Iterator[Mention]:
    """The mentions of a sentence beside which words of its language say that they are of a child."""
    of_several = False
    for number, mention in enumerate(mentions):
        start, end = mention.start - sentence.start, mention.end - sentence.start
        joined = number > 0 and bool(words.joint.fullmatch(between(sentence, mentions[number - 1], mention)))
        before = sentence.text[max(0, start - NEAR) : start]
        told = words.several_opening.match(mention.text) or is_said(words.several.search(before), words.not_behind)
        of_several = (of_several and joined) or bool(told)
        if joined and words.both.match(sentence.text, end):
            yield from mentions[number - 1 : number + 1]
        elif (
            of_several
            or words.opening.match(mention.text)
            or words.behind.match(sentence.text, end)
            or is_before(before, sentence.text[end:], words, sentence.language)
            or is_aged_behind(sentence, mentions[number + 1 :], end, words)
        ):
            yield mention


def between(sentence: Sentence, left: Mention, right: Mention) -> str:
    """The words between two mentions."""
    return sentence.text[left.end - sentence.start : right.start - sentence.start]


def is_before(before: str, after: str, words: MinorWords, language: str) -> bool:
    """Whether the words before a name say that it is a child's; behind a comma only where the name is closed too.

    They do not where the name goes on with a noun: "a nine-year-old Ulm pupil".
    """
    closed = bool(CLOSED.match(after))
    noun = NEXT_WORD.match(after)
    if noun and noun[1].lower() in words.people and not noun[1].endswith("s"):
        return False
    if words.named.search(before) or is_said(words.child.search(before), words.not_behind):
        return True
    aged = words.aged.search(before)
    if aged and is_said(aged, words.was) and is_of_people(aged[1].split(), words, language):
        return closed or not aged[2]
    return closed and is_said(words.child_apart.search(before), words.was)


def is_said(found: re.Match[str] | None, turning: frozenset[str]) -> bool:
    """Whether the words stand there and none before them turns their meaning ("as a schoolgirl")."""
    return found is not None and turning.isdisjoint(found.string[: found.start()].lower().split()[-WORDS_BEFORE:])


def is_of_people(between: Sequence[str], words: MinorWords, language: str) -> bool:
    """Whether the words between an age and a name go with a person: "Danish pupil", "chess champion"; no verb or body.

    A noun that no list holds may name people where the verbs of the language are known.
    """
    verbs_known = bool(name_words(language).verbs)
    for word in (word.lower() for word in between):
        known = word in words.people or is_adjective(word)
        if not known and (not verbs_known or word in words.no_people or word.endswith(speech(language).verb_endings)):
            return False
    return True


def is_aged_behind(sentence: Sentence, others: Sequence[Mention], end: int, words: MinorWords) -> bool:
    """Whether an age that goes on describes the name before it ("Ann, a nine-year-old pupil"), not one behind it."""
    found = words.aged_behind.match(sentence.text, end)
    if found is None:
        return False
    stop = words.stop.search(sentence.text, found.end())
    rest = slice(found.end(), stop.start() if stop else None)
    named = any(rest.start <= other.start - sentence.start < (stop.start() if stop else 0) for other in others)
    return not named and not POSSESSIVE.search(sentence.text, found.end() - 1, rest.stop or len(sentence.text))
