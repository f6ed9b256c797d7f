"""What bounds a date in each language that claims it, and what dates a predicate there."""

import pytest
from marked import read_marked
from test_events import events_of


@pytest.mark.parametrize(
    ("language", "dating", "bounding"),
    [
        ("en", "<Ann Lee> closed the old bridge [in 2019=2019].", "<Ann Lee> holds the old bridge since [2019=2019]."),
        ("fr", "<Ann Lee> a fermé le vieux pont [en 2019=2019].", "<Ann Lee> tient le vieux pont depuis [2019=2019]."),
        ("it", "<Ann Lee> chiuse il vecchio ponte [nel 2019=2019].", "<Ann Lee> cura il ponte dal [2019=2019]."),
        ("es", "<Ann Lee> cerró el viejo puente [en 2019=2019].", "<Ann Lee> cuida el viejo puente desde [2019=2019]."),
        ("de", "<Ann Lee> schloss [2019=2019] die alte Brücke.", "<Ann Lee> pflegt die alte Brücke seit [2019=2019]."),
        ("pt", "<Ann Lee> fechou a velha ponte [em 2019=2019].", "<Ann Lee> cuida da velha ponte desde [2019=2019]."),
    ],
)
def test_a_date_of_the_predicate_and_one_that_bounds(language: str, dating: str, bounding: str) -> None:
    assert [event.edtf for event in events_of([read_marked(dating, id="a", language=language)])] == ["2019"]
    assert events_of([read_marked(bounding, id="a", language=language)]) == ()
