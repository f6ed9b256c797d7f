"""How the sources compare, as dossier.json has it: text that they share, statements, figures, words for one thing."""

from typing import Literal

from generator.model.base import Record, Span

CellState = Literal["states", "differs", "not found", "too early", "excerpt only"]


class Cluster(Record, frozen=True, kw_only=True):
    """Witnesses that carry one text, and count once."""

    id: str
    members: tuple[str, ...]
    why: Literal["shared text", "credit"]
    spans: tuple[Span, ...]
    curated: str | None


class Reuse(Record, frozen=True, kw_only=True):
    """A passage of running text that two sources share; `similarity` is the share (0-1) of its words in order."""

    a: Span
    b: Span
    similarity: float


class Overlap(Record, frozen=True, kw_only=True):
    """How much of each of two sources stands in the other: shares of words, 0-1, rounded to four places."""

    a: str
    b: str
    a_in_b: float
    b_in_a: float


class Cell(Record, frozen=True, kw_only=True):
    """What one witness has on a statement, with the passage or, where it is not found, the closest one searched; None
    where none has enough in common."""

    witness: str
    state: CellState
    closest: Span | None


class Statement(Record, frozen=True, kw_only=True):
    """Something that several witnesses could state, and what each has on it."""

    id: str
    text: str
    reports: tuple[Span, ...]
    cells: tuple[Cell, ...]
    curated: str | None


class FigureValue(Span, frozen=True, kw_only=True):
    """A quantity as one source prints it, normalised."""

    number: float
    unit: str | None
    qualifier: str | None


class FigureFrame(Record, frozen=True, kw_only=True):
    """The words of one source around a number: what is before it, and what it counts with what is behind it."""

    before: Span | None
    behind: Span | None


class Figure(Record, frozen=True, kw_only=True):
    """One quantity in the values that sources give for it; `what` is its frame with a gap for the number."""

    id: str
    what: str
    values: tuple[FigureValue, ...]
    curated: str | None
    frame: FigureFrame | None = None


class LabelUse(Record, frozen=True, kw_only=True):
    """One term as one source uses it; `quoted` of the `count` uses stand between quotation marks, in others' words."""

    term: str
    source: str
    count: int
    spans: tuple[Span, ...]
    quoted: int = 0


class Label(Record, frozen=True, kw_only=True):
    """How each source names one thing."""

    id: str
    referent: str
    uses: tuple[LabelUse, ...]
    curated: str | None
