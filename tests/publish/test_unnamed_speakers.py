"""Words that name a speaker stand for one only where nobody decided that they do not."""

from msgspec.structs import replace
from small_dossier import actor, at, dossier, quote, read

from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import is_unnamed, make_catalogue
from generator.publish.pages.cues import list_voices
from generator.publish.pages.marks import Page
from generator.publish.words import SEVERAL_NOT_LISTED, SPEAKER_UNNAMED

READING = read("“The kiln is full,” a potter said. “It is not,” the apprentice said. “Who asked?”", mode="full")
POTTER = quote("q-1", at(READING, "The kiln is full"), speaker_span=at(READING, "a potter"))
APPRENTICE = quote("q-2", at(READING, "It is not"), speaker_span=at(READING, "the apprentice"), curated="A misprint.")
NAMED = quote("q-3", at(READING, "Who asked?"), speaker="ida-roe", speaker_span=at(READING, "a potter"))
NOBODY = quote("q-4", at(READING, "Who"))


def test_a_speaker_whom_an_editor_called_unknown_is_not_told_by_those_words() -> None:
    found = dossier((READING,), quotes=(POTTER, APPRENTICE, NAMED, NOBODY))
    catalogue = make_catalogue(found, Gate(found, (READING,)), Passages((READING,)))
    assert [one.id for quotes in catalogue.unnamed.values() for one in quotes] == ["q-1"]


def test_those_without_a_page_are_one_line_among_the_voices_of_a_source() -> None:
    said = (replace(NAMED, id="q-5"), quote("q-6", at(READING, "asked"), speaker="cy-poe"), POTTER)
    hidden = tuple(actor(id, published=False) for id in ("ida-roe", "cy-poe"))
    found = dossier((READING,), actors=hidden, quotes=said)
    catalogue = make_catalogue(found, Gate(found, (READING,)), Passages((READING,)))
    voices = list_voices(Page(catalogue=catalogue, url=""), said)
    assert [one.count for one in voices if one.speaker == SEVERAL_NOT_LISTED] == [2]
    assert len(voices) == len({"the potter", SEVERAL_NOT_LISTED})


def test_a_pronoun_apart_from_its_text_names_nobody() -> None:
    said = read("“The kiln is full,” they said. “It is not,” advocates said.", mode="full")
    they = quote("q-7", at(said, "The kiln is full"), speaker_span=at(said, "they"))
    advocates = quote("q-8", at(said, "It is not"), speaker_span=at(said, "advocates"))
    assert [is_unnamed(one) for one in (they, advocates)] == [False, True]
    found = dossier((said,), quotes=(they, advocates))
    catalogue = make_catalogue(found, Gate(found, (said,)), Passages((said,)))
    first, last = list_voices(Page(catalogue=catalogue, url=""), (they, advocates))
    assert "advocates" in first.speaker and last.speaker == SPEAKER_UNNAMED
