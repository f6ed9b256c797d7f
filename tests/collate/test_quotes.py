"""Quotations linked to actors."""

from readings import read

from generator.collate.casting.actors import Cast, group_actors
from generator.collate.quoting.quotes import link_quotes

TEXT = "Ann Lee closed the bakery. “The oven is cold,” Ann Lee told the Ulm Bakers Association."


def test_a_speaker_becomes_an_actor() -> None:
    reading = read(TEXT)
    cast = group_actors([reading])
    (quote,) = link_quotes([reading], cast)
    assert quote.speaker in {actor.id for actor in cast.actors}
    assert quote.speaker_text == "Ann Lee"
    assert (quote.id, quote.utterance, quote.family) == (reading.quotations[0].id, reading.quotations[0].id, None)


def test_a_candidate_that_no_actor_took_leaves_the_words() -> None:
    (quote,) = link_quotes([read(TEXT)], Cast(actors=(), ids={}))
    assert (quote.speaker, quote.speaker_text, quote.via) == (None, "Ann Lee", ())


def test_quotes_are_sorted_by_source_and_start() -> None:
    text = "“The oven is cold,” she said. “We wait for wood,” he said."
    readings = [read(text, id="b"), read(text, id="a")]
    quotes = link_quotes(readings, group_actors(readings))
    assert [(quote.source, quote.start) for quote in quotes] == sorted((quote.source, quote.start) for quote in quotes)
    assert len(quotes) == 4
