"""What others say of an actor: the quotations in which its name stands, by who speaks.

In: the catalogue. Out: frozen view records. Never: takes a name beside a quotation for one within it; says that what is
said is so.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.model import Actor, ActorMention, Quote, Record
from generator.publish.escape import for_html
from generator.publish.pages.catalogue import Catalogue, grouped, is_unnamed
from generator.publish.pages.marks import Page, actor_link, words_of
from generator.publish.pages.quotes import Speeches, make_speeches
from generator.publish.words import SEVERAL_NOT_LISTED
from generator.reported import is_speech
from generator.spans import within

NAMING = {"name", "short"}  # a pronoun in a quotation may mean someone whom only the speaker knows

SaidOf = Mapping[str, tuple[Quote, ...]]


class SaidBy(Record, frozen=True, kw_only=True):
    """Who speaks, and what of it names the actor."""

    speaker: Markup
    speeches: Speeches


def find_said_of(catalogue: Catalogue) -> SaidOf:
    """By actor what others are quoted as saying with its name, or told to have said, in the order of their sources."""
    owner = {mention: actor.id for actor in catalogue.actors.values() if actor.published for mention in _naming(actor)}
    spans = grouped(sorted(owner, key=lambda mention: (mention.start, mention.end)), lambda mention: mention.source)
    found: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in catalogue.dossier.quotes:
        if quote.kind != "scare" and is_speech(quote) and (quote.speaker or is_unnamed(quote)):
            inside = within(spans.get(quote.source, ()), quote.start, quote.end)
            for actor in dict.fromkeys(owner[mention] for mention in inside):
                if actor != quote.speaker:
                    found[actor].append(quote)
    return {actor: tuple(quotes) for actor, quotes in found.items()}


def list_said_of(page: Page, quotes: Sequence[Quote]) -> tuple[SaidBy, ...]:
    """The quotations under those who speak, who says most first; last, under one heading, all who have no page."""
    actors = page.catalogue.actors
    by_speaker: defaultdict[tuple[bool, str, str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        words = quote.speaker_span.text if quote.speaker is None and quote.speaker_span else ""
        unlisted = quote.speaker is not None and not actors[quote.speaker].published
        by_speaker[unlisted, "" if unlisted else quote.speaker or "", words.casefold()].append(quote)
    most = sorted(by_speaker.items(), key=lambda one: (one[0][0], -len(one[1]), one[0]))
    return tuple(SaidBy(speaker=_speaker(page, said), speeches=make_speeches(page, said)) for _, said in most)


def _speaker(page: Page, quotes: Sequence[Quote]) -> Markup:
    """The heading over the quotations of one speaker, or of all who have no page."""
    first = quotes[0]
    if len({quote.speaker for quote in quotes}) > 1:
        return for_html(SEVERAL_NOT_LISTED)
    if first.speaker is not None:
        return actor_link(page, page.catalogue.actors[first.speaker])
    return words_of(page, first.speaker_span) if first.speaker_span else Markup("")


def _naming(actor: Actor) -> Iterator[ActorMention]:
    return (mention for mention in actor.mentions if mention.how in NAMING)
