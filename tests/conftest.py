"""What all tests share: a source made from a text, and no deadline for Hypothesis, since speed is not measured here."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from making import make_source

from generator.model import Source

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

__all__ = ["make_source"]


@pytest.fixture
def source_of() -> Callable[..., Source]:
    """`source_of(text, id=..., language=..., published=...)`: see make_source."""
    return make_source
