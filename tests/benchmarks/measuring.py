"""Processor time, and how it grows with the size of the work.

In: work to do. Out: seconds and exponents. Never: compares seconds of two runs.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from math import log
from statistics import linear_regression
from types import FunctionType, ModuleType

LEAST_SECONDS = 1e-4  # below it a clock's step is all that is seen
NOISE = 0.02  # seconds: below it an exponent says nothing
LEAST_POINTS = 2  # of a line


@dataclass(frozen=True, kw_only=True)
class Curve:
    """Least processor seconds of one kind of work at each size, in `unit`; `bar` is the exponent allowed, if any."""

    name: str
    unit: str
    seconds: Mapping[int, float]
    bar: float | None = None

    @property
    def exponent(self) -> float:
        """The slope of the line through the logarithms (least squares): 1 is linear, 2 is quadratic.

        Times that are mere noise do not count where others are left.
        """
        loud = {size: spent for size, spent in self.seconds.items() if spent > NOISE}
        counted = loud if len(loud) >= LEAST_POINTS else self.seconds
        points = [(log(size), log(max(spent, LEAST_SECONDS))) for size, spent in counted.items()]
        return linear_regression(*zip(*points, strict=True)).slope

    @property
    def holds(self) -> bool:
        """Whether the exponent is no greater than allowed."""
        return self.bar is None or self.exponent <= self.bar


def spent(work: Callable[[], object], trials: int = 1) -> float:
    """The least processor time of several trials."""
    found = []
    for _ in range(trials):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


@contextmanager
def watch(*modules: ModuleType) -> Iterator[Counter[str]]:
    """Counts, while it is open, the seconds spent in each function that these modules import from the generator.

    So a stage that is added later is measured without being named here.
    """
    seconds: Counter[str] = Counter()
    kept = [(module, name, found) for module in modules for name, found in stages_of(module)]
    for module, name, found in kept:
        setattr(module, name, timed(found, seconds))
    try:
        yield seconds
    finally:
        for module, name, found in kept:
            setattr(module, name, found)


def stages_of(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The functions that a module imports from other modules of its project."""
    project = f"{module.__name__.partition('.')[0]}."
    for name, found in list(vars(module).items()):
        own = found.__module__ if isinstance(found, FunctionType) else ""
        if own.startswith(project) and own != module.__name__:
            yield name, found


def timed(work: FunctionType, seconds: Counter[str]) -> Callable[..., object]:
    """The function, which adds the time it takes under its name."""

    @wraps(work)
    def run(*arguments: object, **named: object) -> object:
        start = time.process_time()
        try:
            return work(*arguments, **named)
        finally:
            seconds[work.__name__] += time.process_time() - start

    return run


def make_curves(
    found: Mapping[int, Mapping[str, float]], names: Sequence[str], unit: str, bars: Mapping[str, float]
) -> list[Curve]:
    """A curve for each name, from what was found at each size."""
    return [
        Curve(name=name, unit=unit, seconds={size: found[size][name] for size in found}, bar=bars.get(name))
        for name in names
    ]
