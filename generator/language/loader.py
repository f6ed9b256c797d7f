"""Reads the data files of the lexicons.

In: the name of a matter ("dates"), a BCP 47 tag. Out: a record of the type asked for. Never: guesses a language.
"""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

DATA = Path(__file__).parent / "data"

Words = TypeVar("Words", bound=msgspec.Struct)


@cache
def load(matter: str, language: str, kind: type[Words]) -> Words:
    """The lexicon `data/<matter>/<language>.toml` as a record; its empty defaults where there is no such file.

    Only the primary subtag counts ("pt-BR" reads pt.toml). Raises msgspec.ValidationError with the path of the
    wrong key: a data file is ours, so that is a bug.
    """
    file = DATA / matter / f"{primary(language)}.toml"
    return msgspec.toml.decode(file.read_bytes(), type=kind, strict=True) if file.exists() else kind()


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag.

    >>> primary("pt-BR")
    'pt'
    """
    return language.partition("-")[0].lower()


def languages(matter: str) -> tuple[str, ...]:
    """The languages that have a data file for the matter, sorted."""
    return tuple(sorted(file.stem for file in (DATA / matter).glob("*.toml")))
