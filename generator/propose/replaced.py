"""What stands in one place of two passages, and what one sentence sets against each other.

In: a dossier, passages. Out: pairs of spans. Never: says that two terms mean the same; crosses the end of a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from rapidfuzz.distance import Indel

from generator.language.reports import function_words, report_words
from generator.language.speech import speech
from generator.model import Dossier, Sentence, Span
from generator.propose.passages import Passages
from generator.spans import witness

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
ENDS = re.compile(r"[.!?;:,\n“”\"()\[\]…]")  # no name of a thing runs over these
SHARED = 3  # words of matter that two reports of one event share, if one of their words stands for another
MOST_PAIRS = 60  # of reports of one event: a bound for what hundreds report
LONGEST = 5  # words of a term: more, and it is a clause
HEADS = 2  # words behind a pair that both have and that can be the noun to it

Pair = tuple[Span, Span]


def list_replaced(dossier: Dossier, passages: Passages) -> Iterator[Pair]:
    """The spans that stand against each other in readings, in copied passages and in reports of one event."""
    for family in dossier.families:
        for reading in family.readings:
            for variant in reading.variants:
                if variant.kind == "substituted":
                    yield variant.base, variant.reading
    for reuse in dossier.reuse:
        yield from find_replaced(reuse.a, reuse.b)
    for event in dossier.events:
        for a, b in list_pairs(event.reports):
            if share_matter(a, b, passages.language(a)):
                yield from find_replaced(a, b)


def list_pairs(reports: Sequence[Span]) -> list[Pair]:
    """Pairs of reports by two witnesses, in order; of many those that stand nearest to each other."""
    near = (
        (at, at + step) for step in range(1, min(len(reports), MOST_PAIRS + 1)) for at in range(len(reports) - step)
    )
    apart = ((one, two) for one, two in near if witness(reports[one]) != witness(reports[two]))
    return [(reports[one], reports[two]) for one, two in sorted(islice(apart, MOST_PAIRS))]


def share_matter(a: Span, b: Span, language: str) -> bool:
    """Whether two reports have so many words of matter in common that one of them can stand for another."""
    small = function_words(language)
    ours, theirs = ({word.casefold() for word in WORD.findall(span.text)} - small for span in (a, b))
    return len(ours & theirs) >= SHARED


def find_replaced(a: Span, b: Span) -> Iterator[Pair]:
    """The words of two passages that stand against each other, with words that agree on both sides."""
    ours, theirs = list(WORD.finditer(a.text)), list(WORD.finditer(b.text))
    codes = Indel.opcodes([word.group().casefold() for word in ours], [word.group().casefold() for word in theirs])
    equal = [code for code in codes if code.tag == "equal"]
    for one, two in pairwise(equal):
        if one.src_end < two.src_start and one.dest_end < two.dest_start:
            yield (
                piece(a, ours[one.src_end].start(), ours[two.src_start - 1].end()),
                piece(b, theirs[one.dest_end].start(), theirs[two.dest_start - 1].end()),
            )


def piece(span: Span, start: int, end: int) -> Span:
    """A piece of a span, by offsets in its text."""
    first = span.start + start
    return Span(source=span.source, part=span.part, start=first, end=span.start + end, text=span.text[start:end])


def with_heads(pair: Pair, passages: Passages) -> Pair:
    """A pair of terms with the noun behind both, where a determiner before them says that one is to come.

    Of "the brick oven" and "the gas oven" only two adjectives differ; with the noun they are names of a thing.
    """
    a, b = pair
    sentences = (passages.sentence(a), passages.sentence(b))
    language = passages.language(a)
    if not all(follows_determiner(span, own, language) for span, own in zip(pair, sentences, strict=True)):
        return pair
    heads = (list_heads(span, own, language) for span, own in zip(pair, sentences, strict=True))
    for ours, theirs in zip(*heads, strict=False):
        if ours.group().casefold() != theirs.group().casefold():
            break
        a = piece(sentences[0], a.start - sentences[0].start, ours.end())
        b = piece(sentences[1], b.start - sentences[1].start, theirs.end())
    return a, b


def follows_determiner(span: Span, sentence: Span, language: str) -> bool:
    """Whether an article or the like stands before a term, or starts it."""
    words = WORD.findall(sentence.text[: span.start - sentence.start])
    first = WORD.match(span.text)
    near = [*words[-1:], *([first.group()] if first else [])]
    return any(word.casefold() in speech(language).determiners for word in near)


def list_heads(span: Span, sentence: Span, language: str) -> list[re.Match[str]]:
    """The words behind a term that can be the noun to it: none that carries no matter or is a verb by its form."""
    found: list[re.Match[str]] = []
    at = span.end - sentence.start
    for word in islice(WORD.finditer(sentence.text, at), HEADS):
        lower = word.group().casefold()
        if (
            sentence.text[at : word.start()].strip(" -")
            or lower in function_words(language)
            or is_verb(lower, language)
        ):
            break
        found.append(word)
        at = word.end()
    return found


def is_verb(word: str, language: str) -> bool:
    """Whether a word is a verb, as far as lists and endings tell."""
    words = speech(language)
    return word in words.verbs or word.endswith(words.verb_endings)


def list_contrasted(passages: Passages) -> Iterator[Pair]:
    """What sentences set against each other ("are not ovens but stoves")."""
    for sentence in passages.sentences():
        for refused, put in report_words(sentence.language).contrasts:
            yield from find_contrasted(sentence, refused, put)


def find_contrasted(sentence: Sentence, refused: str, put: str) -> Iterator[Pair]:
    """The words between the two that contrast them, and those behind the second up to a sign or a small word."""
    small = function_words(sentence.language)
    words = list(WORD.finditer(sentence.text))
    lower = [word.group().casefold() for word in words]
    for first in (index for index, word in enumerate(lower) if word == refused):
        reach = min(len(words), first + LONGEST + 3)  # an article and a term lie between
        second = next((index for index in range(first + 2, reach) if lower[index] == put), None)
        if second is not None and second + 1 < len(words):
            end = term_end(sentence.text, words, second + 1, small)
            ours, theirs = words[first + 1 : second], words[second + 1 : end]
            yield piece(sentence, ours[0].start(), ours[-1].end()), piece(sentence, theirs[0].start(), theirs[-1].end())


def term_end(text: str, words: Sequence[re.Match[str]], start: int, small: frozenset[str]) -> int:
    """The index behind the words of a term that starts at an index, with an article at its front."""
    end = start + 1
    while end < len(words):
        between = text[words[end - 1].end() : words[end].start()]
        is_small = words[end].group().casefold() in small
        if (
            ENDS.search(between)
            or (is_small and end > start + 1)
            or (is_small and words[start].group().casefold() not in small)
        ):
            break
        end += 1
    return end
