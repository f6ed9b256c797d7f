"""Dates found and resolved by the generator and by dateparser, on the same texts in the same run.

dateparser is told the day from which a text speaks, as the generator is. It runs as it is usually called, and once more
told the language, which spares it all others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from statistics import median

from dateparser.search import search_dates
from making import make_source, read_dates

from benchmarks.corpus import Knobs, day_of, make_text
from benchmarks.measuring import spent
from generator.collate.dating.dates import resolve_dates
from generator.model import PublicationDate, Source

BAR = 20.0  # times faster


@dataclass(frozen=True, kw_only=True)
class Duel:
    """Median processor seconds of all on the same texts, and how many dates each found."""

    ours: float
    theirs: float
    told: float
    found_ours: int
    found_theirs: int
    found_told: int
    words: int

    @property
    def ratio(self) -> float:
        """How many times faster the generator is."""
        return self.theirs / self.ours

    @property
    def ratio_told(self) -> float:
        """The same where dateparser is told the language."""
        return self.told / self.ours


def compare_dates(sources: int, rounds: int) -> Duel:
    """Both run in turns, so that a busy machine slows both."""
    knobs = Knobs(sources=sources, languages=("en",))
    texts = [make_text(index, knobs) for index in range(sources)]
    days = [day_of(index) for index in range(sources)]
    dated = [
        make_source(text, id=f"s{index}", published=published(day.isoformat()))
        for index, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    moments = [datetime.combine(day, time()) for day in days]
    runs: list[Callable[[], int]] = [
        lambda: read_all(dated),
        lambda: search_all(texts, moments, None),
        lambda: search_all(texts, moments, ["en"]),
    ]
    found = [run() for run in runs]  # word lists are loaded before anything is measured
    seconds = [[spent(run) for run in runs] for _ in range(rounds)]
    ours, theirs, told = (median(column) for column in zip(*seconds, strict=True))
    return Duel(
        ours=ours,
        theirs=theirs,
        told=told,
        found_ours=found[0],
        found_theirs=found[1],
        found_told=found[2],
        words=sum(len(text.split()) for text in texts),
    )


def published(day: str) -> PublicationDate:
    """A publication date that is known."""
    return PublicationDate(edtf=day, basis="curated", why="It is decided.", span=None)


def read_all(sources: Sequence[Source]) -> int:
    """The number of dates that the generator finds and resolves, sentences included."""
    dates = {source.id: source.published for source in sources if source.published}
    return len(resolve_dates([read_dates(source) for source in sources], dates, ()))


def search_all(texts: Sequence[str], moments: Sequence[datetime], languages: Sequence[str] | None) -> int:
    """The number of dates that dateparser finds."""
    return sum(
        len(search_dates(text, languages=languages, settings={"RELATIVE_BASE": moment}) or ())
        for text, moment in zip(texts, moments, strict=True)
    )
