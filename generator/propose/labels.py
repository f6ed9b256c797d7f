"""Proposals on words for one thing: what stands in one place of texts that sources share, and what actors are called.

In: a dossier. Out: entries. Never: says that two terms mean the same; proposes what somebody already listed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from generator.language.loader import primary
from generator.language.reports import function_words
from generator.language.speech import speech, verb_forms
from generator.model import Dossier, Span
from generator.propose.entries import Entry
from generator.propose.passages import Passages
from generator.propose.replaced import ENDS, LONGEST, WORD, Pair, list_contrasted, list_replaced, with_heads
from generator.spans import witness

MOST_TERMS = 8  # of one entry: those found most often
NOUNS_IN_CAPITALS = frozenset({"de"})
SPELLING = 75.0  # of 100: above it two terms are one word in two spellings or endings
HELD = 95.0  # of 100: above it all words of one term stand in the other one, and it is a longer form of the same
SHOWN = 2  # passages of each term

Place = tuple[str, int, int]
Key = Place | frozenset[str]  # of what stands against another: a place, or two terms
Uses = dict[str, dict[Place, Span]]  # by term in lower case: the places where it was found


def propose_labels(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """Terms that stand against each other in shared text or in one sentence, then what one actor is called."""
    listed = {use.term.casefold() for label in dossier.labels for use in label.uses}
    replaced = (with_heads(pair, passages) for pair in list_replaced(dossier, passages))
    yield from propose_pairs("In one place of a text that sources share:", replaced, passages, listed)
    yield from propose_pairs("Set against each other in a sentence:", list_contrasted(passages), passages, listed)
    yield from propose_descriptions(dossier, passages, listed)


def propose_pairs(heading: str, pairs: Iterable[Pair], passages: Passages, listed: set[str]) -> Iterator[Entry]:
    """An entry for each group of terms that stand in one place, those found most often first."""
    kept = [pair for pair in pairs if is_term_pair(pair, passages)]
    for uses in sorted(group_terms(kept, passages), key=by_count):
        terms = tuple(sorted(sorted(uses, key=lambda term: (-len(uses[term]), term))[:MOST_TERMS]))
        if not set(terms) <= listed:
            yield make_entry(heading, " or ".join(terms), uses, terms, passages)


def by_count(uses: Uses) -> tuple[int, tuple[str, ...]]:
    """Groups of which most places were found first, then by their letters."""
    return -sum(len(places) for places in uses.values()), tuple(sorted(uses))


def is_term_pair(pair: Pair, passages: Passages) -> bool:
    """Whether both can be terms for a thing, and differ in more than spelling; two names are left to the actors."""
    first, second = (strip(span, passages) for span in pair)
    both_names = all(is_name(span, passages) for span in pair)
    return not both_names and all(is_term(span, passages) for span in pair) and is_worth_asking(first, second)


def is_name(span: Span, passages: Passages) -> bool:
    """Whether all words of matter have capitals, in a language that gives them to names alone."""
    language = passages.language(span)
    small = function_words(language)
    return primary(language) not in NOUNS_IN_CAPITALS and all(
        word[:1].isupper() for word in WORD.findall(span.text) if word.casefold() not in small
    )


def is_term(span: Span, passages: Passages) -> bool:
    """Whether a span can be a term: in one clause, without a verb of saying, an auxiliary, a pronoun.

    Of prepositions it may hold those of a genitive.
    """
    language = passages.language(span)
    words = speech(language)
    small = words.pronouns | words.subordinators | words.conjunctions | words.prepositions
    forms = verb_forms(language)
    inner = strip(span, passages).split()
    whole = [word.casefold() for word in WORD.findall(span.text)]
    says = any(word in forms and word not in words.also_nouns for word in inner)
    has_verb = says or words.auxiliaries.intersection(whole)
    return not (has_verb or (small - words.genitive).intersection(inner) or ENDS.search(span.text))


def group_terms(pairs: Sequence[Pair], passages: Passages) -> list[Uses]:
    """The terms of places that stand against each other, also by way of a third; and of pairs of the same terms."""
    leads: dict[Key, Key] = {}
    for a, b in pairs:
        others: tuple[Key, Key] = (place_of(b), frozenset((strip(a, passages), strip(b, passages))))
        for other in others:
            leads[last_lead(leads, other)] = last_lead(leads, place_of(a))
    groups: dict[Key, Uses] = {}
    for span in (span for pair in pairs for span in pair):
        uses = groups.setdefault(last_lead(leads, place_of(span)), defaultdict(dict))
        uses[strip(span, passages)][place_of(span)] = span
    return list(groups.values())


def last_lead(leads: dict[Key, Key], key: Key) -> Key:
    """The key to which a key leads in the end; the way there is made short."""
    while (lead := leads.setdefault(key, key)) != key:
        leads[key] = leads[lead]
        key = lead
    return key


def place_of(span: Span) -> Place:
    """Where a span stands."""
    return span.source, span.start, span.end


def strip(span: Span, passages: Passages) -> str:
    """A span's words in lower case without those at its start that carry no matter.

    No words where it ends in such a one: that is no name for a thing.
    """
    small = function_words(passages.language(span))
    words = [word.group().casefold() for word in WORD.finditer(span.text)]
    while words and words[0] in small:
        words.pop(0)
    return "" if words and words[-1] in small else " ".join(words)


def is_worth_asking(first: str, second: str) -> bool:
    """Whether two terms are short, differ in more than their spelling or length, and are no numbers."""
    lengths = [len(term.split()) for term in (first, second)]
    if not all(1 <= length <= LONGEST for length in lengths) or any(char.isdecimal() for char in first + second):
        return False
    plain = [" ".join(word.removesuffix("’s").removesuffix("'s") for word in term.split()) for term in (first, second)]
    return fuzz.ratio(first, second) < SPELLING and fuzz.token_set_ratio(*plain) < HELD


def propose_descriptions(dossier: Dossier, passages: Passages, listed: set[str]) -> Iterator[Entry]:
    """What several witnesses call one actor, where they differ in more than spelling."""
    for actor in dossier.actors:
        uses: Uses = defaultdict(dict)
        for span in actor.descriptions:
            term = strip(span, passages)
            if 1 <= len(term.split()) <= LONGEST:
                uses[term][place_of(span)] = span
        terms = tuple(sorted(uses))
        witnesses = {witness(span) for places in uses.values() for span in places.values()}
        differ = any(is_worth_asking(one, other) for one, other in combinations(terms, 2))
        if actor.published and differ and len(witnesses) > 1 and not set(terms) <= listed:
            yield make_entry("What one actor is called:", actor.name, uses, terms, passages)


def make_entry(heading: str, label: str, uses: Uses, terms: Sequence[str], passages: Passages) -> Entry:
    """The entry of some terms, with how often each was found so and where first; the label is a mere start."""
    evidence: list[str] = []
    for term in terms:
        places = [span for _, span in sorted(uses[term].items())]
        by = len({witness(span) for span in places})
        evidence.append(
            f"“{term}”: {len(places)} {'passage' if len(places) == 1 else 'passages'}, "
            f"{by} {'witness' if by == 1 else 'witnesses'}"
        )
        evidence += [f"  {passages.line(span)}" for span in places[:SHOWN]]
    return Entry(heading=heading, fields=(("label", label), ("terms", tuple(terms))), evidence=tuple(evidence))
