"""What is wrong with the seeds, said so that a person can mend it.

A bad seed is not an exception: every stage returns its `Problem`s beside its result, and the command line prints all
of them at once, sorted. Exceptions are for what stops a build at once (`BuildError`) and for our own bugs.

In: nothing. Out: records. Never: prints, exits.
"""

from collections.abc import Iterable
from enum import Enum

from generator.model.base import Record


class Severity(Enum):
    """An error makes the site wrong (exit 1); a warning only poorer."""

    ERROR = "error"
    WARNING = "warning"


class Location(Record, frozen=True, kw_only=True):
    """A place in a file: its path as the person knows it; the line, from 1, None where the whole file is meant."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        """The path and the line, as an editor opens them."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class Problem(Record, frozen=True, kw_only=True):
    """One thing wrong. `message` says what, and what to do about it, in full sentences on one line.

    >>> str(Problem(severity=Severity.ERROR, where=Location(file="seeds/sources.yml", line=4), message="No."))
    'seeds/sources.yml:4: error: No.'
    """

    severity: Severity
    where: Location
    message: str

    def __str__(self) -> str:
        """One line for the terminal."""
        return f"{self.where}: {self.severity.value}: {self.message}"


Problems = tuple[Problem, ...]


class BuildError(Exception):
    """The build cannot go on: the problems that stopped it, all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """`problems` are kept in the order given."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def error(file: str, message: str, line: int | None = None) -> Problem:
    """An error at a place."""
    return Problem(severity=Severity.ERROR, where=Location(file=file, line=line), message=message)


def warning(file: str, message: str, line: int | None = None) -> Problem:
    """A warning at a place."""
    return Problem(severity=Severity.WARNING, where=Location(file=file, line=line), message=message)


def stale_entry(file: str, message: str, line: int) -> Problem:
    """The warning for an entry that matches nothing any more; `message` says what it looked for, as a sentence."""
    return warning(file, f"This entry is stale and has no effect: {message}", line)


def stale_part(file: str, message: str, line: int) -> Problem:
    """The warning for what an entry says besides other things, and what matches nothing any more."""
    return warning(file, f"A part of this entry is stale: {message}", line)


def in_order(problems: Iterable[Problem]) -> Problems:
    """Sorted by file, line, severity and message, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.where.file, p.where.line or 0, p.severity.value, p.message)))
