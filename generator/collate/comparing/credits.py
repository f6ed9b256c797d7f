"""Who has a report from whom, as far as a text says so: "told the Courier", "citing the news agency".

An outlet is known by the sources' own publishers, in full or by the noun that ends the name of one of them alone ("the
Courier"), by what a text calls it, or by the noun that begins or ends its name. It counts as credited where a phrase of
credit stands before or behind its name, not where it acts for itself. An agency in a dateline is credited by the first
sentence.

In: readings, actors. Out: clusters by credit. Never: takes a body for an outlet because somebody tells it something;
makes a source depend on itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.collate.comparing.datelines import is_from
from generator.collate.quoting.voices import words_of
from generator.language.credits import Credits, credit_words
from generator.language.loader import languages
from generator.model import Actor, AnnotatedSource, Cluster, Record, Sentence, Span
from generator.spans import anchor_id, bare, cut, sentence_at, witness

REACH = 60  # characters before and behind a name in which a phrase of credit stands
CAPITALISED = re.compile(r"\b(?P<word>[^\W\d_a-z]\w*)(?=['’ -]{0,3}(?P<after>.?))")  # and what goes on with it

Credited = dict[str, Span]  # by the id of a sentence
Publishers = dict[str, dict[tuple[str, ...], list[str]]]  # by the first word the names in words, each with source ids


class Outlet(Record, frozen=True, kw_only=True):
    """Who may be credited: an id, its own sources, where it is named, where a text is said to be its."""

    id: str
    own: frozenset[str]
    mentions: tuple[Span, ...]
    texts: frozenset[Span] = frozenset()


def group_credits(readings: Sequence[AnnotatedSource], actors: Sequence[Actor]) -> tuple[Cluster, ...]:
    """For each outlet those who credit it, and itself if it is among the sources, where these are two or more."""
    by_source = {reading.source.id: reading for reading in readings}
    publishers = list_publishers(readings)
    outlets = [*list_outlets(actors, publishers, by_source), *list_short_named(readings, publishers)]
    clusters = [
        cluster for outlet in join_outlets(outlets) for cluster in make_cluster(outlet, find_credits(outlet, by_source))
    ]
    return tuple(sorted(clusters, key=lambda cluster: (cluster.members, cluster.id)))


def list_outlets(
    actors: Sequence[Actor], publishers: Publishers, readings: Mapping[str, AnnotatedSource]
) -> Iterator[Outlet]:
    """The actors that are outlets."""
    places: dict[str, set[int]] = defaultdict(set)
    for mention in (one for actor in actors if actor.kind == "place" for one in actor.mentions):
        places[mention.source].add(mention.start)
    for actor in actors:
        own = frozenset(id for form in actor.names for id in published_by(form.text, publishers))
        texts = frozenset(list_texts(actor, readings, places)) if actor.kind == "organisation" else frozenset()
        if actor.kind != "person" and (own or texts or is_outlet(actor, readings)):
            named = tuple(mention for mention in actor.mentions if mention.how != "pronoun")
            yield Outlet(id=actor.id, own=own, mentions=named, texts=texts)


def list_texts(actor: Actor, readings: Mapping[str, AnnotatedSource], places: Mapping[str, set[int]]) -> Iterator[Span]:
    """Where an organisation is named as the one from which the text is."""
    for mention in actor.mentions:
        sentence = sentence_at(readings[mention.source].sentences, mention.start)
        if sentence and is_from(readings[mention.source], mention, sentence, places.get(mention.source, set())):
            yield mention


def list_short_named(readings: Iterable[AnnotatedSource], publishers: Publishers) -> Iterator[Outlet]:
    """The publishers that are called by the last word of their name, where that is the last word of one alone."""
    sources: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, ids in (one for found in publishers.values() for one in found.items()):
        sources[name[-1]][name].update(ids)
    heads = frozenset().union(*(credit_words(language).heads for language in languages("credits")))
    headed = {last: names for last, names in sources.items() if last in heads}
    alone = {last: names for last, names in headed.items() if len(names) == 1 and (last,) not in names}
    found = find_short_names(readings, sorted(alone)) if alone else {}
    for last in sorted(found):
        ((name, own),) = alone[last].items()
        yield Outlet(id=" ".join(name), own=frozenset(own), mentions=tuple(found[last]))


def find_short_names(readings: Iterable[AnnotatedSource], names: Sequence[str]) -> dict[str, list[Span]]:
    """Where each word is printed with a capital behind an article, and no other word with a capital goes on with it."""
    printed = {name.capitalize(): name for name in names}
    found: dict[str, list[Span]] = defaultdict(list)
    for reading in readings:
        for match in CAPITALISED.finditer(reading.source.text):
            last = printed.get(match["word"])
            if last is None or match["after"].isupper():
                continue
            span = cut(reading.source, *match.span("word"))
            words, (before, _) = credit_words(language_at(reading, span)), around(reading, span)
            if last in words.heads and words.articles.intersection(before.split()[-1:]):
                found[last].append(span)
    return found


def join_outlets(outlets: Iterable[Outlet]) -> list[Outlet]:
    """Those that have the same sources of their own are one."""
    joined: dict[object, Outlet] = {}
    for outlet in outlets:
        key = outlet.own or outlet.id
        known = joined.get(key, outlet)
        mentions = outlet.mentions if known is outlet else known.mentions + outlet.mentions
        joined[key] = replace(known, mentions=mentions, texts=known.texts | outlet.texts)
    return list(joined.values())


def list_publishers(readings: Sequence[AnnotatedSource]) -> Publishers:
    """The sources of each publisher, by the first word of its name."""
    found: Publishers = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        name = bare_name(words_of(reading.source.publisher or ""))
        if name:
            found[name[0]][name].append(reading.source.id)
    return found


def published_by(name: str, publishers: Publishers) -> list[str]:
    """The sources whose publisher bears the name, or a longer or shorter form of it."""
    words = bare_name(words_of(name))
    return [
        id
        for publisher, ids in publishers.get(words[0] if words else "", {}).items()
        if words[: len(publisher)] == publisher or publisher[: len(words)] == words
        for id in ids
    ]


def bare_name(words: Sequence[str]) -> tuple[str, ...]:
    """A name without an article in front, in any language that has a list."""
    opens = len(words) > 1 and any(words[0] in credit_words(language).articles for language in languages("credits"))
    return tuple(words[1:]) if opens else tuple(words)


def is_outlet(actor: Actor, readings: Mapping[str, AnnotatedSource]) -> bool:
    """Whether the actor's names begin or end as outlets' do, or some text says beside one what kind of outlet it is."""
    for mention in actor.mentions:
        reading = readings[mention.source]
        words = credit_words(language_at(reading, mention))
        name = words_of(mention.text)
        before, behind = around(reading, mention)
        if len(name) > 1 and words.heads.intersection((name[0], name[-1])):
            return True
        if any(before.endswith(kind) or behind.startswith(kind) for kind in words.kinds):
            return True
    return False


def language_at(reading: AnnotatedSource, span: Span) -> str:
    """The language of the sentence that holds a span."""
    sentence = sentence_at(reading.sentences, span.start)
    return sentence.language if sentence else reading.source.language


def around(reading: AnnotatedSource, span: Span) -> tuple[str, str]:
    """What stands before and behind a span in its sentence, in lower case, without white space next to it."""
    sentence = sentence_at(reading.sentences, span.start)
    if sentence is None:
        return "", ""
    text = reading.source.text
    before = text[max(sentence.start, span.start - REACH) : span.start]
    return before.casefold().rstrip(), text[span.end : min(sentence.end, span.end + REACH)].casefold().lstrip()


def find_credits(outlet: Outlet, readings: Mapping[str, AnnotatedSource]) -> dict[str, Credited]:
    """By witness the sentences that credit the outlet; its own sources credit nobody by naming it."""
    found: dict[str, Credited] = defaultdict(dict)
    for mention in outlet.mentions:
        reading = readings[mention.source]
        sentence = sentence_at(reading.sentences, mention.start)
        if sentence is None or sentence.role == "caption" or mention.source in outlet.own:
            continue
        if mention in outlet.texts or is_credited(reading, mention, sentence):
            found[witness(sentence)][sentence.id] = bare(sentence)
    return found


def is_credited(reading: AnnotatedSource, mention: Span, sentence: Sentence) -> bool:
    """Whether the sentence has something from the outlet that it names."""
    words = credit_words(sentence.language)
    before, behind = around(reading, mention)
    raw = reading.source.text[mention.end : mention.end + REACH].casefold()
    if any(raw.startswith(sign) for sign in words.not_behind):
        return False
    return ends_in_credit(before, words) or any(behind.startswith(phrase) for phrase in words.behind)


def ends_in_credit(before: str, words: Credits) -> bool:
    """Whether a phrase of credit ends here, or did before an article or the kind of the outlet."""
    for _ in range(3):
        if any(before == phrase or before.endswith(f" {phrase}") for phrase in words.before):
            return True
        shorter = next((kind for kind in words.kinds if before.endswith(kind)), None)
        last = before.split()[-1:]
        if shorter is None and last and last[0] in words.articles:
            shorter = last[0]
        if shorter is None:
            return False
        before = before[: len(before) - len(shorter)].rstrip()
    return False


def make_cluster(outlet: Outlet, credited: Mapping[str, Credited]) -> list[Cluster]:
    """The cluster of those who credit one outlet; none where it has fewer than two members."""
    members = sorted({*credited, *outlet.own}) if credited else []
    spans = sorted(
        (span for sentences in credited.values() for span in sentences.values()),
        key=lambda span: (span.source, span.start),
    )
    if len(members) < 2:  # noqa: PLR2004
        return []
    id = anchor_id("c", spans[0].source, f"credit\0{outlet.id}\0{spans[0].text}", 0)
    return [Cluster(id=id, members=tuple(members), why="credit", spans=tuple(spans), curated=None)]
