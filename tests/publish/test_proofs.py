"""Citations held against their sources: where a letter leads, what is wrong with it, what is not certain."""

import pytest
from making import make_source
from small_dossier import at, dossier, read, read_source

from generator.model import AnnotatedSource, Furniture, HandPage, Part
from generator.publish.gate import Gate
from generator.publish.handpages import find_cited, find_located, find_quoted, prove_page
from generator.publish.proofs import make_shelf, prove_citations

QUAY = (
    "A bakery on the quay\n"
    "Share this page\n"
    "The new bakery opened its doors in May. It sells rye bread and wheat bread.\n"
    "Nobody on the quay had baked before. It sells rye bread and wheat bread.\n"
    "Rye bread is what the sailors buy. Rye bread is what they miss.\n"
)
BOARD = "Fresh rye bread at noon.\nIs it dear?\nIt is not.\nFresh rye bread at dusk.\nNo, at noon.\n"


def quay() -> AnnotatedSource:
    start = QUAY.index("Share")
    furniture = Furniture(start=start, end=start + 15, text="Share this page", rule="share button")
    return read(QUAY, "quay", furniture=(furniture,), max_share=1.0)


def board() -> AnnotatedSource:
    starts = [0, BOARD.index("It is"), BOARD.index("Fresh rye bread at dusk"), len(BOARD)]
    parts = tuple(
        Part(id=id, start=start, end=end, language="en", title=None, author=None, published=None, posts_stated=None,
             posts_saved=None)
        for id, start, end in zip("abc", starts, starts[1:], strict=False)
    )  # fmt: skip
    return read_source(make_source(BOARD, id="board", kind="collection", parts=parts, max_share=1.0))


def prove(text: str) -> tuple[list[list[str]], list[str]]:
    """The passages of each citation, and the problems in words."""
    proven, problems = prove_citations(text, "pages/index.md", make_shelf([quay(), board()]))
    shown = [f"{problem.where.line} {problem.severity.value}: {problem.message}" for problem in problems]
    return [[" / ".join(span.text for span in passage) for passage in one.passages] for one in proven], shown


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("It opened [@quay].", [""]),
        ("It opened [@quay, par. 4].", ["Nobody on the quay had baked before. It sells rye bread and wheat bread."]),
        ("It opened [@quay, paragraph 1].", ["A bakery on the quay"]),
        ("It opened [@board#b].", ["It is not."]),
        ("It opened [@board, thread 3; @board, item 1].", ["Fresh rye bread at dusk.", "Fresh rye bread at noon."]),
        ("It opened [@board#a, item 1, par. 2].", ["Is it dear?"]),
        ("It opened [@quay “opened its\ndoors”].", ["opened its doors"]),
        ('It opened [@quay "The new bakery […] in May"].', ["The new bakery / in May"]),
        ("It opened [@quay, par. 4 “sells rye bread”].", ["sells rye bread"]),
        ("It “sells rye bread and wheat bread” [@quay, par. 4].", ["sells rye bread and wheat bread"]),
        ("It “sells” [@quay “It sells rye bread and wheat bread”, par. 3].", ["sells"]),
        ("It is “Fresh rye bread” [@board#c; @board, thread 1].", ["Fresh rye bread", "Fresh rye bread"]),
        ("It “sells … wheat bread” [@quay, par. 4; @quay, par. 3].", ["sells / wheat bread", "sells / wheat bread"]),
    ],
)
def test_where_a_letter_leads(text: str, passages: list[str]) -> None:
    proven, problems = prove(text)
    assert proven == [passages]
    assert problems == []


def test_a_quotation_is_taken_from_the_place_named() -> None:
    proven, _ = prove_citations("“rye bread” [@quay, par. 4]", "f", make_shelf([quay()]))
    assert proven[0].passages[0][0].start == QUAY.rindex("rye bread and")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It opened [@quay, par. 2].", "Paragraph 2 of “quay” is set aside as page furniture. Its text has the "
                                       "paragraphs 1 to 5."),
        ("It opened [@quay, par. 9].", "Paragraph 9 of “quay” is not there. Its text has the paragraphs 1 to 5."),
        ("It opened [@quay, par. 0].", "Paragraph 0 of “quay” is not there."),
        ("It opened [@board#b, par. 1].", "Paragraph 1 of “board#b” is not there. Its text has the paragraphs 3 to 3."),
        ("It opened [@board#d].", "The source “board” has no item “#d”. Its items are a, b, c."),
        ("It opened [@board, thread 4].", "The source “board” has no item 4. Its items are a, b, c."),
        ("It opened [@board, thread 0].", "The source “board” has no item 0."),
        ("It opened [@board#a, thread 2].", "The source “board” has no item “#a”."),
        ("It opened [@quay#3].", "The source “quay” has no item “#3”: it is one document."),
        ("It opened [@quay “opened its windows”].", "“opened its windows” does not stand so in the source “quay”"),
        ("It “opened” [@quay, par. 4].", "“opened” stands in the source “quay”, but not at the place named: it stands "
                                         "in paragraph 3."),
        ("It is “at dusk” [@board#a].", "but not at the place named: it stands in paragraph 4 of item #c."),
        ("It opened [@quay, par. 4 “opened its doors”].", "but not at the place named: it stands in paragraph 3."),
        ("It “opened” [@quay “Nobody on the quay”].", "“opened” stands in the source “quay”, but not at the place"),
        ("It “opened … bakery” [@quay].", "The pieces of “opened … bakery” stand in the source “quay”, but not in this "
                                          "order in one passage of one item."),
        ('It is "called "rye"" [@quay].', '“called "rye"” does not stand so in the source “quay”'),
        ('It is "" [@quay].', "The quotation before this citation is empty. Marks inside a quotation must"),
        ("It opened [@quay, par. 4.", "A citation that begins here cannot be read. Close its bracket"),
        ("It opened [@quay p. 4].", "“p. 4” names no place in “quay”."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_place(text: str, message: str) -> None:
    proven, problems = prove(f"# A\n\n{text}")
    assert proven == []
    errors = [problem for problem in problems if "error: " in problem]
    assert len(errors) == 1
    assert errors[0].startswith("3 error: ") and message in errors[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "It “sells rye bread and wheat bread” [@quay].",
            "“sells rye bread and wheat bread” stands 2 times in the source “quay”, in paragraphs 3 and 4: the letter "
            "leads to the first. Say which is meant: [@quay, par. 3].",
        ),
        ("It opened [@quay “It sells”].", "“It sells” stands 2 times in the source “quay”, in paragraphs 3 and 4"),
        ("It is “It sells rye … wheat bread” [@quay].", "“It sells rye … wheat bread” stands 2 times"),
        ("It is “Rye bread is what they” [@quay].", None),
        ("It is “rye bread” [@quay].", None),
        ("It “sells rye bread” [@quay].", None),
        ("It “sells rye bread and wheat bread” [@quay, par. 4].", None),
        ("It “sells rye bread and wheat bread” [@quay “It sells rye bread and”, par. 4].", None),
        ("It opened [@quay, par. 4 “bread”].", None),
    ],
)
def test_words_that_stand_more_than_once(text: str, message: str | None) -> None:
    proven, problems = prove(text)
    assert len(proven) == 1
    assert len(problems) == (message is not None)
    assert message is None or problems[0].startswith(f"1 warning: {message}")


def test_words_in_furniture_do_not_make_a_quotation_uncertain() -> None:
    text = "Fresh bread is sold here\nFresh bread is sold here\n"
    piece = Furniture(start=0, end=24, text=text[:24], rule="page heading")
    shelf = make_shelf([read(text, "quay", furniture=(piece,))])
    [proven], problems = prove_citations("“Fresh bread is sold here” [@quay]", "f", shelf)
    assert problems == () and proven.passages[0][0].start == 25


def test_a_page_relies_on_what_it_quotes_and_on_what_it_leads_to() -> None:
    text = 'It “opened … May” [@quay], sells bread [@quay, par. 4] and [@quay].\n\n[!quotation "at dusk" @board#c]\n'
    page = prove_page(HandPage(file="pages/index.md", text=text), make_shelf([quay(), board()]))
    cited = find_cited(page)
    assert [(one.source, one.part, one.text, one.by) for one in cited] == [
        ("board", "c", "at dusk", "pages/index.md"),
        ("quay", None, "opened", "pages/index.md"),
        ("quay", None, "May", "pages/index.md"),
        ("quay", None, "Nobody on the quay had baked before. It sells rye bread and wheat bread.", "pages/index.md"),
    ]
    assert [span.text for span in find_quoted(page)] == ["opened", "May", "at dusk"]
    assert len(find_located(page)) == 1


def test_what_a_page_quotes_is_granted_before_what_it_leads_to() -> None:
    words = "a loaf of rye and a loaf of wheat and one of oats"
    reading = read(f"Here is sold {words} at noon.\nThere is sold {words} at dusk.\n", "quay", max_share=0.5)
    first, second = (at(reading, f"{where} is sold {words}") for where in ("Here", "There"))
    assert Gate(dossier([reading]), [reading], [second], [first]).allows(second)
    assert not Gate(dossier([reading]), [reading], [second], [first]).allows(first)
    assert Gate(dossier([reading]), [reading], [], [first]).allows(first)
