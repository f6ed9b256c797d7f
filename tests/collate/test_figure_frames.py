"""What a figure is the figure of: the cases of cases/figure_frames.txt."""

import re
from pathlib import Path

import pytest
from cases import Case, read_cases
from readings import read

from generator.collate.comparing.figure_frames import find_frame, in_words
from generator.spans import sentence_at

CASES = read_cases(Path(__file__).parent / "cases" / "figure_frames.txt")
LANGUAGE = re.compile(r"\[(\w+)\]")


def frames(text: str, language: str) -> list[str]:
    reading = read(text, language=language)
    found = []
    for figure, following in zip(reading.figures, [*reading.figures[1:], None], strict=True):
        sentence = sentence_at(reading.sentences, figure.start)
        if sentence is not None and figure.qualifier != "to":
            last = following if figure.qualifier == "from" and following else figure
            frame = find_frame(sentence, figure, last)
            spans = [span for span in (frame.before, frame.behind) if span]
            assert all(reading.source.text[span.start : span.end] == span.text for span in spans)
            found.append(in_words(frame))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.title}")
def test_cases(case: Case) -> None:
    tagged = LANGUAGE.match(case.title)
    assert frames(case.given, tagged[1] if tagged else "en") == case.expected
