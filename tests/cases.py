"""Reads case files: rules tested as text blocks to which anyone can add.

A file is a list of cases. A case is a title line, a line with a single full stop, the text given, a full stop, what is
expected, one finding a line, and a closing full stop; nothing between the last two stops means that nothing may be
found. Lines before a title that start with `#` are comments.

    a weekday after its preposition
    .
    The bakery opened on Monday.
    .
    Monday = weekday 1
    .
"""

from dataclasses import dataclass
from pathlib import Path

STOP = "."


@dataclass(frozen=True)
class Case:
    """One case: `given` keeps its line breaks, `expected` is a list of lines."""

    title: str
    given: str
    expected: list[str]
    where: str


def read_cases(file: Path) -> list[Case]:
    """The cases of a file in order. Raises ValueError where a case is not closed."""
    lines = file.read_text(encoding="utf-8").splitlines()
    cases, index = [], 0
    while index < len(lines):
        if not lines[index].strip() or lines[index].startswith("#"):
            index += 1
            continue
        title, at = lines[index].strip(), index + 1
        stops = [number for number in range(index, len(lines)) if lines[number] == STOP][:3]
        if len(stops) < 3 or stops[0] != index + 1:
            raise ValueError(
                f"{file}:{at}: the case “{title}” is not of the form title, stop, text, stop, findings, stop"
            )
        given = "\n".join(lines[stops[0] + 1 : stops[1]])
        expected = [line for line in lines[stops[1] + 1 : stops[2]] if line.strip()]
        cases.append(Case(title=title, given=given, expected=expected, where=f"{file.name}:{at}"))
        index = stops[2] + 1
    return cases
