"""Who speaks in the five example documents, with people's decisions on quotations and without them."""

import re
import shutil
from pathlib import Path

import pytest

from generator.model import Quote
from generator.pipeline import make_dossier

SEEDS = Path(__file__).parent.parent / "seeds"
SECTION = re.compile(r"^quotations:\n(?:(?:[ #].*)?\n)*", re.MULTILINE)
EMBASSY = "chinese-embassy-in-the-us"


@pytest.fixture(scope="module", params=["decided", "undecided"])
def quotes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Quote, ...]:
    if request.param == "decided":
        return make_dossier(SEEDS).dossier.quotes
    folder = tmp_path_factory.mktemp("undecided") / "seeds"
    shutil.copytree(SEEDS, folder)
    curation = folder / "curation.yml"
    text, cut = SECTION.subn("", curation.read_text(encoding="utf-8"))
    assert cut == 1
    curation.write_text(text, encoding="utf-8")
    return make_dossier(folder).dossier.quotes


def quoted(quotes: tuple[Quote, ...], source: str, words: str) -> Quote:
    """The one quotation in marks of a source that holds the words."""
    found = [
        quote
        for quote in quotes
        if quote.source == source and quote.kind != "indirect" and words in " ".join(quote.text.split())
    ]
    assert len(found) == 1, [quote.text for quote in found]
    return found[0]


@pytest.mark.parametrize(
    ("source", "words", "speaker"),
    [
        ("afp-report", "in the process of eradicating extremism", EMBASSY),
        ("afp-report", "major victim", "chinese-foreign-ministry"),
        ("afp-report", "fake and ugly information", "chinese-foreign-ministry"),
        ("afp-report", "We hope Twitter will uphold", "hua-chunying"),
        ("afp-report", "outrageous lies", "chinese-government"),
        ("21-january-report", "China is a major victim", "hua-chunying"),
        ("21-january-report", "We hope Twitter can uphold", "hua-chunying"),
        ("21-january-report", "This genocide is ongoing", "mike-pompeo"),
        ("undated-report", "China is … a major victim", "hua-chunying"),
        ("undated-report", "We hope Twitter can uphold", "hua-chunying"),
        ("undated-report", "This genocide is ongoing", "mike-pompeo"),
        ("epoch-times-report", "the biggest lie of the century", "hua-chunying"),
        ("epoch-times-report", "We were being taken into places", "john-sudworth"),
        ("epoch-times-report", "violated the Twitter rules", "twitter"),
        ("epoch-times-report", "Uyghur women are not ‘emancipated’", "mike-pompeo"),
        ("epoch-times-report", "Having to take these actions", "jack-dorsey"),
        ("epoch-times-report", "I do not celebrate or feel pride", "jack-dorsey"),
        ("epoch-times-report", "I believe this was the right decision", "jack-dorsey"),
        ("thread-page", "strong pressure", "thorbjørn-jagland"),
    ],
)
def test_the_speaker_is_the_one_a_careful_reader_gives(
    quotes: tuple[Quote, ...], source: str, words: str, speaker: str
) -> None:
    assert quoted(quotes, source, words).speaker == speaker


@pytest.mark.parametrize(
    ("source", "words", "named"),
    [
        ("21-january-report", "In the process of eradicating extremism", "the tweet"),
        ("undated-report", "In the process of eradicating extremism", "the tweet"),
        ("afp-report", "dehumanization of a group of people", "Twitter policy"),
        ("afp-report", "violating our policy", "A Twitter spokesperson"),
        ("undated-report", "the dehumanization of a group of people", "A Twitter spokesperson"),
    ],
)
def test_documents_and_spokespeople_speak_by_the_words_that_name_them(
    quotes: tuple[Quote, ...], source: str, words: str, named: str
) -> None:
    assert quoted(quotes, source, words).speaker_text == named


def test_words_repeated_from_the_post_are_never_another_persons(quotes: tuple[Quote, ...]) -> None:
    repeated = [quote for quote in quotes if "baby-making machines" in quote.text and quote.kind != "indirect"]
    assert repeated
    assert {quote.speaker for quote in repeated} <= {EMBASSY, None}
    assert {quote.kind for quote in repeated} <= {"mixed", "scare"}


def test_no_quotation_of_the_text_with_open_marks_holds_the_writers_words(quotes: tuple[Quote, ...]) -> None:
    marked = [quote for quote in quotes if quote.source == "21-january-report" and quote.kind != "indirect"]
    assert len(marked) == 4
    for quote in marked:
        assert quote.cue_span is not None
        assert not quote.start <= quote.cue_span.start < quote.end
        assert not re.search(r"\b(?:Hua argued|the tweet read|said former)\b", quote.text)


def test_the_three_paragraphs_of_a_statement_are_one_speakers(quotes: tuple[Quote, ...]) -> None:
    statement = [quote for quote in quotes if quote.speaker == "jack-dorsey" and quote.kind == "direct"]
    assert len(statement) == 3
    assert {(quote.speaker_text, quote.cue) for quote in statement} == {("Dorsey", "wrote")}


def test_what_is_denied_is_a_denial(quotes: tuple[Quote, ...]) -> None:
    denied = [quote for quote in quotes if quote.kind == "indirect" and quote.cue_class == "deny"]
    assert denied
    assert all((quote.cue or "").casefold().startswith(("den", "reject", "refut", "disput")) for quote in denied)
