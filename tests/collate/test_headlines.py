"""Headlines: the cases of cases/headlines.txt, and that they are always words of their sentence."""

from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from marked import read_marked

from generator.collate.telling.headlines import headline_of

CASES = read_cases(Path(__file__).parent / "cases" / "headlines.txt")

LANGUAGES = {
    "language": "mi", "French": "fr", "Italian": "it", "Spanish": "es", "Portuguese": "pt", "German": "de",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language = next((tag for name, tag in LANGUAGES.items() if name in case.title), "en")
    marked = read_marked(case.given, language=language)
    (sentence,) = marked.reading.sentences
    assert [headline_of(marked.reading.source, sentence, marked.dates[0]).text] == case.expected, case.where


WORDS = st.lists(
    st.sampled_from(["The guild", "closed", "on", "Monday", ",", "and", "who", "said", "“", "”", "(", ")", "—", ";"]),
    min_size=1,
    max_size=25,
)


@given(WORDS, st.integers(0, 24), st.sampled_from(["en", "de", "und"]))
def test_a_headline_stands_in_its_sentence_and_is_never_empty(words: list[str], at: int, language: str) -> None:
    date = min(at, len(words) - 1)
    text = " ".join([*words[:date], f"[{words[date]}=2021-01-04]", *words[date + 1 :]])
    marked = read_marked(text, language=language)
    for sentence in marked.reading.sentences:
        headline = headline_of(marked.reading.source, sentence, marked.dates[0])
        assert headline.span is not None
        assert headline.text == headline.span.text != ""
        assert sentence.start <= headline.span.start < headline.span.end <= sentence.end
