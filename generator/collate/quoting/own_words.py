"""What a witness tells of an utterance beside the words that it quotes: in its own, in the same sentence.

Who quotes scraps tells the rest without marks (the oven, she said, was “a cold ruin”). That is no reading in quotation
marks, and it is not silence.

In: annotated sources, families, quotes. Out: the families, their readings with such passages. Never: looks beyond the
sentences in which the witness quotes the utterance; takes the name of the speaker or the verb of saying for its words;
takes a denial for what it denies.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.quoting.told import Told, count_matter, find_told, stem
from generator.collate.quoting.wordings import Wording, read_wording
from generator.family_ids import VERBATIM
from generator.language.loader import primary
from generator.language.reports import is_negation, structure_words
from generator.model import AnnotatedSource, Family, Quote, Reading, Record, Span, Variant
from generator.spans import Range, common, cut, sentence_at, united, within, without, witness

FEWEST = 2  # words that carry matter which must agree, unless what is told stands right beside the words quoted
MOST_STRETCHES = 40  # that are looked for of one witness in all: a bound, not reached by what people quote

Match = tuple[Told, Wording]


class Passage(Record, frozen=True, kw_only=True):
    """Words of a witness's own; `names` says that they hold those for who speaks and how, `opens` and `closes` that a
    quotation stands right behind or before them.

    What such a passage tells must stand right beside a quotation (“inspectors found ‘no reason’”): else whom the
    utterance speaks of would be taken for its speaker.
    """

    wording: Wording
    signs: frozenset[str]
    names: bool
    opens: bool
    closes: bool


class Spoken(Record, frozen=True, kw_only=True):
    """Where quotations stand in one source: those in marks, where these start and end, and with them who speaks."""

    marked: tuple[Range, ...]
    marked_or_naming: tuple[Range, ...]
    starts: frozenset[int]
    ends: frozenset[int]


class Ground(Record, frozen=True, kw_only=True):
    """Where one witness's own words are looked for: the passages, and the language of both sides."""

    language: str
    own: tuple[Passage, ...]

    @property
    def small(self) -> frozenset[str]:
        """The words of the language that carry no matter."""
        return structure_words(self.language)


def with_own_words(
    readings: Sequence[AnnotatedSource], families: Sequence[Family], quotes: Sequence[Quote]
) -> tuple[Family, ...]:
    """The families, each reading with what its witness tells beside it of the words of the base that it lacks."""
    by_id = {quote.id: quote for quote in quotes}
    sources = {reading.source.id: reading for reading in readings}
    by_source: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        by_source[quote.source].append(quote)
    spoken = {source: find_spoken(found) for source, found in by_source.items()}
    return tuple(tell_beside(family, by_id, sources, spoken) for family in families)


def tell_beside(
    family: Family,
    quotes: Mapping[str, Quote],
    sources: Mapping[str, AnnotatedSource],
    spoken: Mapping[str, Spoken],
) -> Family:
    """One family with such passages at the first reading of each witness."""
    base = quotes[family.base]
    language = language_of(sources[base.source], base)
    groups: dict[str, list[Reading]] = defaultdict(list)
    for reading in family.readings:
        groups[witness(quotes[reading.quote])].append(reading)
    beside: dict[str, tuple[Variant, ...]] = {}
    for name, group in groups.items():
        own = [quotes[reading.quote] for reading in group]
        source = sources[own[0].source]
        quoted = any(quote.kind in VERBATIM for quote in own)
        if name != witness(base) and quoted and language_of(source, own[0]) == language:
            ground = Ground(language=language, own=own_passages(source, own, spoken[source.source.id]))
            beside[group[0].quote] = tuple(find_beside(base, group, source, ground))
    return replace(family, readings=tuple(replace(one, beside=beside.get(one.quote, ())) for one in family.readings))


def language_of(reading: AnnotatedSource, span: Span) -> str:
    """The primary tag of the language of the sentence that holds a span."""
    sentence = sentence_at(reading.sentences, span.start)
    return primary((sentence or reading.source).language)


def find_beside(base: Quote, group: Sequence[Reading], source: AnnotatedSource, ground: Ground) -> Iterator[Variant]:
    """What of the words that all of a witness's readings lack stands in its own, in the order of the base."""
    whole = read_wording(base.text, base.start)
    lacked = [word_range(whole, stretch) for stretch in lacked_by_all(group)]
    found = find_stretches(whole, lacked, ground)
    for told, wording in sorted(found, key=lambda match: match[0].base_start):
        yield Variant(
            kind="indirect",
            base=piece_of(base, whole.places[told.base_start][0], whole.places[told.base_end - 1][1]),
            reading=cut(source.source, wording.places[told.start][0], wording.places[told.end - 1][1]),
        )


def find_stretches(base: Wording, stretches: Sequence[Range], ground: Ground) -> Iterator[Match]:
    """The parts of stretches of the base that are told, each by the passage that tells most of it."""
    open_ranges = [*reversed(stretches)]
    for _ in range(MOST_STRETCHES):
        if not open_ranges:
            return
        start, end = open_ranges.pop()
        signs = signs_of(word for word in base.words[start:end] if word not in ground.small)
        near = [one for one in ground.own if not signs.isdisjoint(one.signs)]
        matches = [match for one in near if (match := match_in(base, (start, end), one, ground))]
        if matches:
            told, wording = max(matches, key=lambda match: (match[0].matter, -match[1].places[match[0].start][0]))
            yield told, wording
            rest = ((start, told.base_start), (told.base_end, end))
            open_ranges += [one for one in rest if count_matter(base.words[one[0] : one[1]], ground.small)]


def match_in(base: Wording, stretch: Range, passage: Passage, ground: Ground) -> Match | None:
    """What a passage tells of a stretch of the base, if that is enough, with the small words around it."""
    start, end = stretch
    own = passage.wording
    told = find_told(base.words[start:end], own.words, ground.small)
    if told is None:
        return None
    told = replace(told, base_start=told.base_start + start, base_end=told.base_end + start)
    wide = widen(told, base, stretch, own, ground.small)
    at_end = passage.opens and wide.base_end == end < len(base.words) and wide.end == len(own.words)
    at_start = passage.closes and wide.base_start == start > 0 and wide.start == 0
    is_enough, is_beside = told.matter >= FEWEST, at_end or at_start
    if not (is_enough and is_beside if passage.names else is_enough or is_beside):
        return None
    turned = [any(is_negation(word, ground.language) for word in words) for words in sides(wide, base, own)]
    return (wide, own) if turned[0] == turned[1] else None


def sides(told: Told, base: Wording, own: Wording) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of both sides."""
    return base.words[told.base_start : told.base_end], own.words[told.start : told.end]


def widen(told: Told, base: Wording, stretch: Range, own: Wording, small: frozenset[str]) -> Told:
    """What is told with the small words up to the ends of the stretch, and as many of the witness's own."""
    first, last = stretch
    left = base.words[first : told.base_start]
    right = base.words[told.base_end : last]
    start, end, ends = told.start, told.end, (told.base_start, told.base_end)
    if not count_matter(left, small):
        ends = (first, ends[1])
        while told.start - start < len(left) and start and own.words[start - 1] in small:
            start -= 1
    if not count_matter(right, small):
        ends = (ends[0], last)
        while end - told.end < len(right) and end < len(own.words) and own.words[end] in small:
            end += 1
    return replace(told, base_start=ends[0], base_end=ends[1], start=start, end=end)


def lacked_by_all(group: Iterable[Reading]) -> list[Range]:
    """The stretches of the base for which none of the readings has words."""
    lacked: list[Range] | None = None
    for reading in group:
        missing = [(one.base.start, one.base.end) for one in reading.variants if not one.reading.text]
        lacked = missing if lacked is None else common(lacked, missing)
    return lacked or []


def word_range(wording: Wording, stretch: Range) -> Range:
    """The words of a wording that lie in a stretch of the text."""
    return (
        bisect_left(wording.places, stretch[0], key=lambda place: place[0]),
        bisect_left(wording.places, stretch[1], key=lambda place: place[0]),
    )


def find_spoken(quotes: Iterable[Quote]) -> Spoken:
    """Where the quotations of one source stand."""
    quotes = list(quotes)
    marked = [(quote.start, quote.end) for quote in quotes if quote.kind != "indirect"]
    naming = [(span.start, span.end) for one in quotes for span in (one.speaker_span, one.cue_span) if span is not None]
    return Spoken(
        marked=tuple(united(marked)),
        marked_or_naming=tuple(united([*marked, *naming])),
        starts=frozenset(start for start, _ in marked),
        ends=frozenset(end for _, end in marked),
    )


def own_passages(reading: AnnotatedSource, own: Sequence[Quote], spoken: Spoken) -> tuple[Passage, ...]:
    """Where a witness has words of its own in the sentences of its quotations, with its words for who speaks or not."""
    ranges = {
        (one.start, one.end)
        for quote in own
        for one in within(reading.sentences, quote.start, quote.end)
        if one.part == quote.part
    }
    text = reading.source.text
    found: list[Passage] = []
    for names, taken in ((False, spoken.marked_or_naming), (True, spoken.marked)):
        for start, end in (piece for one in sorted(ranges) for piece in without(one, taken_in(one, taken))):
            opens, closes = end in spoken.starts, start in spoken.ends
            words = read_wording(text[start:end], start)
            found.append(Passage(wording=words, signs=signs_of(words.words), names=names, opens=opens, closes=closes))
    return tuple(found)


def taken_in(whole: Range, taken: Sequence[Range]) -> Sequence[Range]:
    """Those of sorted ranges, of which none overlap, that reach into a whole."""
    first = bisect_right(taken, whole[0], key=lambda one: one[1])
    return taken[first : bisect_left(taken, whole[1], key=lambda one: one[0])]


def signs_of(words: Iterable[str]) -> frozenset[str]:
    """What words have in common with each of their forms and spellings: the stem, or the first and the last letter."""
    return frozenset(sign for word in words for sign in (stem(word), word[:1] + word[-1:]))


def piece_of(quote: Quote, start: int, end: int) -> Span:
    """A piece of a quotation, by offsets in its source."""
    text = quote.text[start - quote.start : end - quote.start]
    return Span(source=quote.source, part=quote.part, start=start, end=end, text=text)
