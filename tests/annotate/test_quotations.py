"""Quotations: the cases of cases/quotations.txt, speakers among the names, borders, what always holds."""

import re
from pathlib import Path

import pytest
from cases import Case, read_cases
from hypothesis import given
from hypothesis import strategies as st
from making import make_source

from generator.annotate.names import Names, find_names
from generator.annotate.quotations import find_quotations
from generator.annotate.quoting.paragraphs import read_paragraphs
from generator.annotate.quoting.speakers import read_directory
from generator.annotate.sentences import find_sentences
from generator.language.loader import languages
from generator.model import ActorKind, Candidate, Caption, Furniture, Mention, Part, Quotation, Source
from generator.problems import Problems
from generator.reported import is_speech
from generator.spans import part_at

FILES = (
    "quotations.txt",
    "quotations_more.txt",
    "quotations_reported.txt",
    "attitudes.txt",
    "quotations_languages.txt",
)
CASES = [case for file in FILES for case in read_cases(Path(__file__).parent / "cases" / file)]
NEAR_MISSES = read_cases(Path(__file__).parent / "cases" / "quotations_near_misses.txt")
LANGUAGE = re.compile(r"\[(\w+)\]")
LANGUAGES = languages("speech")
RULES = {"after", "before", "trailing", "colon", "carried", "according", "reported"}  # those of every language


def quote(source: Source, names: Names | None = None) -> tuple[tuple[Quotation, ...], Problems]:
    sentences = find_sentences(source)
    return find_quotations(source, sentences, names or find_names(source, sentences))


def show(quotation: Quotation) -> str:
    piece = "" if quotation.utterance == quotation.id else "+ "
    kind = quotation.kind if is_speech(quotation) else quotation.cue_class or ""
    parts = (piece + kind, quotation.text, quotation.speaker_text or "-", quotation.cue or "-")
    return " | ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    language = LANGUAGE.match(case.title)
    quotations, problems = quote(make_source(case.given, language=language[1] if language else "en"))
    warned = [f"! {problem.where.line}" for problem in problems]
    assert [show(quotation) for quotation in quotations] + warned == case.expected, case.where


def language_of(case: Case) -> str:
    language = LANGUAGE.match(case.title)
    return language[1] if language else "en"


def rules_in(text: str, language: str) -> set[str]:
    """The rules that find who says something in a text."""
    source = make_source(text, language=language)
    sentences = find_sentences(source)
    names = find_names(source, sentences)
    paragraphs = read_paragraphs(source, sentences, read_directory(names))
    voices = ((own, voice) for one in paragraphs for own, voice in zip(one.found, one.voices, strict=True))
    reported = [quotation for quotation in quote(source, names)[0] if quotation.kind == "indirect"]
    classes = {"according" if quotation.cue_class == "according" else "reported" for quotation in reported}
    return classes | {own.how for own, voice in voices if own and voice}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_finds_something(language: str) -> None:
    found = [rules_in(case.given, language) for case in CASES if language_of(case) == language]
    assert set().union(*found) >= RULES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_near_miss(language: str) -> None:
    (case,) = [case for case in NEAR_MISSES if language_of(case) == language]
    assert {line.partition(": ")[0] for line in case.given.splitlines()} >= RULES


@pytest.mark.parametrize("case", NEAR_MISSES, ids=lambda case: case.title)
def test_near_misses(case: Case) -> None:
    for line in case.given.splitlines():
        rule, _, text = line.partition(": ")
        assert rule not in rules_in(text, language_of(case)), line


def name(source: Source, text: str, kind: ActorKind = "person", key: str | None = None) -> Names:
    """Names that hold every place where the text stands, as mentions of one candidate."""
    key = key or text.lower()
    places = [found.start() for found in re.finditer(re.escape(text), source.text)]
    return Names(
        candidates=(Candidate(source=source.id, key=key, name=text, kind=kind),),
        mentions=tuple(
            Mention(
                source=source.id,
                part=part_at(source, start),
                start=start,
                end=start + len(text),
                text=text,
                candidate=key,
                how="name",
            )
            for start in places
        ),
        descriptions=(),
    )


def join(*names: Names) -> Names:
    return Names(
        candidates=tuple(sorted((c for one in names for c in one.candidates), key=lambda candidate: candidate.key)),
        mentions=tuple(sorted((m for one in names for m in one.mentions), key=lambda mention: mention.start)),
        descriptions=(),
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We wait,” said guild baker Ann Lee.", "ann lee"),
        ("“We wait,” said Ann Lee of the guild.", "ann lee"),
        ("“We wait,” said secretary of state Ann Lee.", "ann lee"),
        ("“We wait,” said the mother of Ann Lee.", None),
        ("“We wait,” said an Ann Lee admirer.", None),
        ("“We wait,” said Ann Lee and the mayor.", None),
        ("Ann Lee closed the door. “We wait,” she said.", "ann lee"),
        ("Ann Lee met Jo Hart. “We wait,” she said.", None),
        ("“Jo Hart waits,” she said when Ann Lee came.", None),
        ("The oven belongs to Ann Lee, who said “we wait for wood.”", "ann lee"),
        ("The guild trusts Ann Lee.\n\n“We wait,” she said.", "ann lee"),
        ("The guild trusts Ann Lee. It waits. It hopes.\n\n“We wait,” she said.", None),
        ("“We wait,” they said, and Ann Lee nodded.", None),
    ],
)
def test_a_speaker_is_a_candidate_only_where_the_source_settles_it(text: str, speaker: str | None) -> None:
    source = make_source(text)
    quotations, _ = quote(source, join(name(source, "Ann Lee"), name(source, "Jo Hart")))
    assert quotations[-1].speaker == speaker


def test_he_is_nobody_whom_he_names_himself() -> None:
    source = make_source("Jo Hart smiled. “Ann Lee waits for wood,” he said.")
    quotations, _ = quote(source, join(name(source, "Ann Lee"), name(source, "Jo Hart")))
    assert [quotation.speaker for quotation in quotations] == ["jo hart"]


def test_what_was_told_to_a_house_came_through_it() -> None:
    source = make_source("Ann Lee told the Ulm Courier that the oven was cold.")
    names = join(name(source, "Ann Lee"), name(source, "Ulm Courier", "organisation"))
    (quotation,), _ = quote(source, names)
    assert (quotation.speaker, quotation.via) == ("ann lee", ("ulm courier",))


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“We wait,” Ann Lee wrote, the Ulm Courier reported.", ("ulm courier",)),
        ("“We wait,” Ann Lee said, according to the Ulm Courier.", ("ulm courier",)),
        ("“We wait,” Ann Lee said, and the Ulm Courier reported a fire.", ()),
    ],
)
def test_who_passes_a_quotation_on_is_kept(text: str, via: tuple[str, ...]) -> None:
    source = make_source(text)
    names = join(name(source, "Ann Lee"), name(source, "Ulm Courier", "organisation"))
    first = quote(source, names)[0][0]
    assert (first.speaker, first.via) == ("ann lee", via)


def test_a_quotation_says_what_its_cue_does() -> None:
    text = "“We wait,” Ann Lee admitted. She denied the charge. The guild fears the rain. It may be so, said the mayor."
    found = [(quotation.kind, quotation.cue_class) for quotation in quote(make_source(text))[0]]
    assert found == [("direct", "concede"), ("indirect", "deny"), ("indirect", "attitude"), ("indirect", "say")]


@pytest.mark.parametrize(
    ("text", "language", "denies"),
    [
        ("Ann Lee denied that the mill was sold.", "en", True),
        ("Ann Lee did not deny that the mill was sold.", "en", False),
        ("Ann Lee never denied that the mill was sold.", "en", False),
        ("Ann Lee bestritt, dass die Mühle verkauft wurde.", "de", True),
    ],
)
def test_a_denial_that_is_negated_denies_nothing(text: str, language: str, denies: bool) -> None:
    found = [quotation.cue_class for quotation in quote(make_source(text, language=language))[0]]
    assert found == ["deny" if denies else None]


def test_the_phrase_holds_the_apposition_and_the_cue_is_a_span() -> None:
    (quotation,), _ = quote(make_source("“We wait,” said Ann Lee, a baker who lost her oven."))
    assert quotation.speaker_span is not None
    assert quotation.speaker_span.text == "Ann Lee, a baker who lost her oven"
    assert quotation.cue_span is not None
    assert quotation.cue_span.text == quotation.cue == "said"


def test_captions_and_furniture_feed_no_quotation() -> None:
    text = "“In a caption,” he said.\n“In a button” Share\n“In the text,” he said."
    first, second = text.index("\n"), text.index("\n“In the")
    source = make_source(
        text,
        captions=(Caption(start=0, end=first, text=text[:first]),),
        furniture=(Furniture(start=first + 1, end=second, text=text[first + 1 : second], rule="a button"),),
    )
    assert [quotation.text for quotation in quote(source)[0]] == ["In the text"]


def part(id: str, start: int, end: int) -> Part:
    return Part(
        id=id, start=start, end=end, language="en",
        title=None, author=None, published=None, posts_stated=None, posts_saved=None,
    )  # fmt: skip


def test_an_open_quotation_ends_with_its_part() -> None:
    text = "Ann Lee wrote: “We wait\n“for wood.”"
    border = text.index("\n") + 1
    source = make_source(text, kind="collection", parts=(part("1", 0, border), part("2", border, len(text))))
    quotations, problems = quote(source)
    found = [(quotation.part, quotation.text, quotation.speaker_text) for quotation in quotations]
    assert found == [("1", "We wait", "Ann Lee"), ("2", "for wood.", None)]
    assert len({q.utterance for q in quotations}) == 2
    assert len(problems) == 1


def test_an_open_quotation_ends_before_furniture() -> None:
    text = "Ann Lee wrote: “We wait\nShare\n“for wood.”"
    start = text.index("Share")
    furniture = (Furniture(start=start, end=start + 5, text="Share", rule="a button"),)
    quotations, problems = quote(make_source(text, furniture=furniture))
    assert [(q.text, q.speaker_text) for q in quotations] == [("We wait", "Ann Lee"), ("for wood.", None)]
    assert len(problems) == 1


def test_a_warning_names_the_line_and_what_was_assumed() -> None:
    _, (problem,) = quote(make_source("The yard.\n\nAnn Lee said: “We wait for wood and for the carter from Ulm."))
    assert str(problem) == (
        "a.txt:3: warning: the quotation “We wait for wood and for …” is never closed. It was taken to end with “Ulm.”."
    )


WORDS = ["word ", "Ann Lee ", "she ", "said ", "told ", "that ", "according to ", "dit ", "disse ", "dijo "]
MARKS = [", ", ". ", "\n", '"', "“", "”", "'", "«", "»", "''", "(", ")", ": ", "— "]


@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map("".join), st.sampled_from(LANGUAGES))
def test_whatever_the_text_the_spans_stand_in_it(text: str, language: str) -> None:
    source = make_source(text, language=language)
    quotations, problems = quote(source)
    assert list(quotations) == sorted(quotations, key=lambda q: (q.start, q.end))
    ids = [quotation.id for quotation in quotations]
    assert len(set(ids)) == len(ids)
    assert {quotation.utterance for quotation in quotations} <= set(ids)
    for quotation in quotations:
        for span in (quotation, quotation.speaker_span, quotation.cue_span):
            assert span is None or text[span.start : span.end] == span.text != ""
        assert (quotation.speaker_text is None) == (quotation.speaker_span is None)
    assert all(problem.where.line is not None for problem in problems)


@pytest.mark.parametrize(
    "repeated",
    ["“Wait,” she said, and he said that it rained, ", "“Wait for them,” ", "— “no,” ", "Then “wait for them,” "],
)
def test_a_very_long_line_is_read_through(repeated: str) -> None:
    quotations, _ = quote(make_source(repeated * 4000), Names(candidates=(), mentions=(), descriptions=()))
    assert len(quotations) >= 4000
