"""One letter of a hand-written quotation changed, in every kind of quotation: the build stops, and says where."""

import pytest
from making import make_source
from small_dossier import dossier, read, read_source

from generator.model import AnnotatedSource, HandPage, Part
from generator.problems import Severity
from generator.publish import publish

QUAY = (
    "The new bakery on the quay opened its doors at dawn, and the mayor’s wife bought the first loaf.\n"
    "“We call it the captain’s bread,” said Ida Holm, “for it keeps as long as a captain’s temper.”\n"
    "Éva Sørby counted 312 loaves; the widow who owns the mill wrote: ‘So much for a single morning!’\n"
)
HARBOUR = "Harbour letter: the new bakery on the quay opened its doors at dawn.\nOn y vend du pain – l’été aussi.\n"
BOARD = "Bread is dear here.\nBread is cheap there, they say.\nNo ferry came today.\n"

# The paragraph of a page as it should be, then the words with one letter changed that replace the words in brackets.
CORRUPTIONS = [
    ("first letter", "It says “⟦The⟧ new bakery” [@quay].", "the"),
    ("last letter", "It says “opened its ⟦doors⟧” [@quay].", "door"),
    ("a letter within", "It says “opened its ⟦doors⟧ at dawn” [@quay].", "dxors"),
    ("a letter too many", "It says “bought the first ⟦loaf⟧” [@quay].", "loaff"),
    ("a letter too few", "It says “bought the ⟦first⟧ loaf” [@quay].", "fist"),
    ("a large letter", "It says “said ⟦Ida⟧ Holm” [@quay].", "ida"),
    ("straight marks", 'It says "the ⟦mayor\'s⟧ wife" [@quay].', "major's"),
    ("guillemets", "It says «bought the ⟦first⟧ loaf» [@quay].", "forst"),
    ("single marks", "It says ‘bought the ⟦first⟧ loaf’ [@quay].", "forst"),
    ("an accent", "It says “⟦Éva⟧ Sørby” [@quay].", "Eva"),
    ("a figure", "It says “counted ⟦312⟧ loaves” [@quay].", "313"),
    ("a hyphen for a dash", "It says “du pain ⟦–⟧ l’été” [@harbour].", "-"),
    ("words in nested marks", "It says ““We call it the ⟦captain’s⟧ bread,” said Ida” [@quay].", "captains’"),
    ("words around nested marks", "It says “wrote: ‘So ⟦much⟧ for a single morning!’” [@quay].", "mach"),
    ("the first piece", "It says “The new ⟦bakery⟧ […] opened its doors” [@quay].", "bakory"),
    ("the second piece", "It says “The new bakery … opened ⟦its⟧ doors” [@quay].", "his"),
    ("the last of three pieces", "It says “new bakery ... dawn [...] first ⟦loaf⟧” [@quay].", "leaf"),
    ("a letter of all but one source", "It says “opened its doors at ⟦dawn⟧” [@quay; @harbour].", "down"),
    ("words of one source only", "It says “new bakery on the ⟦quay⟧” [@harbour; @quay].", "quays"),
    ("over two lines", "It says “opened\nits ⟦doors⟧ at dawn” [@quay].", "dours"),
    ("a block quotation", "> “opened its doors\n> at ⟦dawn⟧” [@quay]", "dusk"),
    ("an item of a collection", "It says “Bread is ⟦dear⟧” [@board#1].", "cheap"),
    ("a paragraph", "It says “the ⟦widow⟧ who owns the mill” [@quay, par. 3].", "widows"),
    ("words that name a place", "It opened [@quay “opened its ⟦doors⟧”].", "dours"),
    ("words that name an elided place", "It opened [@quay, par. 1 “opened […] first ⟦loaf⟧”].", "leaf"),
    ("an insert", "[!quotation “bought the ⟦first⟧ loaf” @quay]", "worst"),
]


def readings() -> list[AnnotatedSource]:
    at = BOARD.index("Bread is cheap")
    parts = tuple(
        Part(id=id, start=start, end=end, language="en", title=None, author=None, published=None, posts_stated=None,
             posts_saved=None)
        for id, start, end in (("1", 0, at), ("2", at, len(BOARD)))
    )  # fmt: skip
    board = make_source(BOARD, id="board", kind="collection", parts=parts, mode="full")
    return [read(QUAY, "quay", mode="full"), read(HARBOUR, "harbour", mode="full"), read_source(board)]


def errors_of(paragraph: str) -> list[str]:
    """The errors of a build with a page on which the paragraph is the third line."""
    sources = readings()
    page = HandPage(file="pages/index.md", text=f"# The bakery\n\n{paragraph}\n\nSo it is [@harbour].\n")
    _, problems = publish(dossier(sources), sources, [page])
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return [str(problem) for problem in errors if problem.where.file == page.file]


def test_there_are_at_least_twenty() -> None:
    assert len(CORRUPTIONS) >= 20


@pytest.mark.parametrize(("paragraph", "wrong"), [one[1:] for one in CORRUPTIONS], ids=[one[0] for one in CORRUPTIONS])
def test_a_letter_changed_stops_the_build_with_its_place(paragraph: str, wrong: str) -> None:
    before, rest = paragraph.split("⟦")
    right, after = rest.split("⟧")
    assert errors_of(f"{before}{right}{after}") == []
    errors = errors_of(f"{before}{wrong}{after}")
    assert errors
    for one in errors:
        assert one.startswith("pages/index.md:3: error: “"), one
        assert "does not stand so in the source “" in one or "not at the place named" in one
        assert wrong in one
        assert "nearest: “" in one or "it stands in paragraph" in one


def test_each_of_several_sources_is_named() -> None:
    errors = errors_of("It says “opened its dours at dawn” [@quay; @harbour].")
    assert [one.partition("so in the source ")[2][:6] for one in errors] == ["“harbo", "“quay”"]
