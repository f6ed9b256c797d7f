"""Running text that sources share: copied passages, how much of each source stands in another, who carries one text.

In: readings. Out: shared passages, overlap, clusters. Never: counts furniture or a mere quotation as copied text.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.collate.copying.agreement import part, standing
from generator.collate.copying.clusters import Shared, group_clusters
from generator.collate.copying.passages import Passage, grow, similarity, without_stock
from generator.collate.shingles import (
    SHINGLE,
    Text,
    find_places,
    find_seeds,
    find_stock,
    read_texts,
    to_sentence_edges,
)
from generator.model import AnnotatedSource, Cluster, Overlap, Record, Reuse, Source
from generator.spans import cut

LEAST_WORDS = 12  # shorter agreements are as often a turn of phrase as a copy
LEAST_OWN = 8  # words of a passage that are neither quoted nor stock: what is wholly one or the other is no copy
LEAST_SIMILARITY = 0.45  # a passage that agrees less is two texts on one matter
STOCK = b"\1" * SHINGLE  # a run of words all of which are stock: two texts that share no others share no passage
NEAR_EDGE = 2  # words between a passage's end and its sentence's that are taken in


class Sharing(Record, frozen=True, kw_only=True):
    """What the sources share: passages and overlap sorted by source ids and place, clusters by their first member."""

    reuse: tuple[Reuse, ...]
    overlap: tuple[Overlap, ...]
    clusters: tuple[Cluster, ...]


def compare_reuse(readings: Sequence[AnnotatedSource]) -> Sharing:
    """What the sources share. Words in marks count where they stand in a passage that is more than them.

    Source: seeds, extension and filtering as in text alignment (Potthast et al., PAN 2012-2014).
    """
    sources = {reading.source.id: reading.source for reading in sorted(readings, key=lambda reading: reading.source.id)}
    texts = read_texts(sorted(readings, key=lambda reading: reading.source.id))
    shared = list_shared(texts)
    between_sources = [item for item in shared if item.a.source != item.b.source]
    return Sharing(
        reuse=tuple(sorted((make_reuse(sources, item) for item in between_sources), key=place)),
        overlap=measure_overlap(texts, between_sources),
        clusters=group_clusters(sources, texts, shared),
    )


def list_shared(texts: Sequence[Text]) -> list[Shared]:
    """All passages that two texts share and that count as copied."""
    places = find_places(texts)
    stock = find_stock(places, texts)
    found = []
    for (a, b), seeds in sorted(find_seeds(places).items()):
        if all(stock[a][i : i + SHINGLE] == STOCK for i, _ in seeds):
            continue
        for grown in grow(texts[a], texts[b], seeds):
            passage = without_stock(grown, stock[a], stock[b])
            if is_copied(texts[a], texts[b], passage, stock[a], stock[b]):
                pieces = part(texts[a].words, texts[b].words, passage)
                copied = (piece for piece in pieces if is_copied(texts[a], texts[b], piece, stock[a], stock[b]))
                found += [make_shared(texts[a], texts[b], piece) for piece in copied]
    return found


def make_shared(a: Text, b: Text, piece: Passage) -> Shared:
    """A passage up to the edges of its sentences, with the words of each text that stand in the other."""
    passage = to_edges(a, b, piece)
    ours, theirs = standing(a.words, b.words, passage)
    return Shared(a=a, b=b, passage=passage, a_words=tuple(ours), b_words=tuple(theirs))


def is_copied(a: Text, b: Text, passage: Passage, a_stock: bytes | bytearray, b_stock: bytes | bytearray) -> bool:
    """Whether a passage is long and like enough, and more than stock and quotations on both sides."""
    return (
        min(passage.a_end - passage.a_start, passage.b_end - passage.b_start) >= LEAST_WORDS
        and count_own(a, a_stock, passage.a_start, passage.a_end) >= LEAST_OWN
        and count_own(b, b_stock, passage.b_start, passage.b_end) >= LEAST_OWN
        and similarity(a, b, passage) >= LEAST_SIMILARITY
    )


def count_own(text: Text, stock: bytes | bytearray, start: int, end: int) -> int:
    """How many words of the range are neither quoted nor stock."""
    words = zip(text.quoted[start:end], stock[start:end], strict=True)
    return sum(not quoted and not marked for quoted, marked in words)


def to_edges(a: Text, b: Text, passage: Passage) -> Passage:
    """The passage with whole sentences where only a word or two are missing."""
    return Passage(
        *to_sentence_edges(a, passage.a_start, passage.a_end, NEAR_EDGE),
        *to_sentence_edges(b, passage.b_start, passage.b_end, NEAR_EDGE),
    )


def make_reuse(sources: Mapping[str, Source], shared: Shared) -> Reuse:
    """The record of a shared passage."""
    a, b, passage = shared.a, shared.b, shared.passage
    return Reuse(
        a=cut(sources[a.source], a.starts[passage.a_start], a.ends[passage.a_end - 1]),
        b=cut(sources[b.source], b.starts[passage.b_start], b.ends[passage.b_end - 1]),
        similarity=round(similarity(a, b, passage), 4),
    )


def place(reuse: Reuse) -> tuple[str, int, str, int, int, int]:
    """By the first source, then the second."""
    a, b = reuse.a, reuse.b
    return a.source, a.start, b.source, b.start, a.end, b.end


def measure_overlap(texts: Iterable[Text], shared: Iterable[Shared]) -> tuple[Overlap, ...]:
    """For each two sources that share something, the shares of their words that stand in the other."""
    totals: dict[str, int] = defaultdict(int)
    for text in texts:
        totals[text.source] += len(text.words)
    held: dict[tuple[str, str], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for item in shared:
        ours, theirs = held[item.a.source, item.b.source]
        ours.update(start for first, last in item.a_words for start in item.a.starts[first:last])
        theirs.update(start for first, last in item.b_words for start in item.b.starts[first:last])
    return tuple(
        Overlap(a=a, b=b, a_in_b=round(len(ours) / totals[a], 4), b_in_a=round(len(theirs) / totals[b], 4))
        for (a, b), (ours, theirs) in sorted(held.items())
    )
