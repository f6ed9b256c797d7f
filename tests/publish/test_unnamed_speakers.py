"""Words that name a speaker stand for one only where nobody decided that they do not."""

from small_dossier import at, dossier, quote, read

from generator.publish.gate import Gate
from generator.publish.links import Passages
from generator.publish.pages.catalogue import make_catalogue

READING = read("“The kiln is full,” a potter said. “It is not,” the apprentice said. “Who asked?”", mode="full")
POTTER = quote("q-1", at(READING, "The kiln is full"), speaker_span=at(READING, "a potter"))
APPRENTICE = quote("q-2", at(READING, "It is not"), speaker_span=at(READING, "the apprentice"), curated="A misprint.")
NAMED = quote("q-3", at(READING, "Who asked?"), speaker="ida-roe", speaker_span=at(READING, "a potter"))
NOBODY = quote("q-4", at(READING, "Who"))


def test_a_speaker_whom_an_editor_called_unknown_is_not_told_by_those_words() -> None:
    found = dossier((READING,), quotes=(POTTER, APPRENTICE, NAMED, NOBODY))
    catalogue = make_catalogue(found, Gate(found, (READING,)), Passages((READING,)))
    assert [one.id for quotes in catalogue.unnamed.values() for one in quotes] == ["q-1"]
