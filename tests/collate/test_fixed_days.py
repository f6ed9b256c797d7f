"""What is set for a day, and notices about the text itself, in each language; and what only looks like them."""

import pytest
from making import make_source
from marked import parse

from generator.annotate.sentences import find_sentences
from generator.collate.parsing.predicate_dates import fold_words
from generator.collate.parsing.predicates import is_fixed_for
from generator.language.loader import languages
from generator.language.reports import is_own_notice

FIXED = {
    "en": "The hearing on the fire is set for [14 June=2021-06-14].",
    "de": "Die Anhörung zum Brand ist für den [14. Juni=2021-06-14] angesetzt.",
    "fr": "L'audience sur l'incendie est prévue pour le [14 juin=2021-06-14].",
    "es": "La audiencia sobre el incendio está prevista para el [14 de junio=2021-06-14].",
    "it": "L'udienza sull'incendio è fissata per il [14 giugno=2021-06-14].",
    "pt": "A audiência sobre o incêndio está marcada para [14 de junho=2021-06-14].",
}
NOT_FIXED = {
    "en": "The bread of the guild is ready for [14 June=2021-06-14].",
    "de": "Die Bäcker haben Brot für den [14. Juni=2021-06-14] gebacken.",
    "fr": "Le pain de la guilde était prévu pour le [14 juin=2021-06-14].",
    "es": "La audiencia sobre el incendio no está prevista para el [14 de junio=2021-06-14].",
    "it": "L'udienza sull'incendio, che è fissata per il [14 giugno=2021-06-14], divide la città.",
    "pt": "O pão da guilda está pronto para [14 de junho=2021-06-14].",
}
NOTICES = {
    "en": "An earlier version of this story misspelled the baker's name.",
    "de": "In einer früheren Version dieses Artikels hieß es, die Mühle sei verkauft.",
    "fr": "Une version antérieure de cet article disait que le moulin était vendu.",
    "es": "Una versión anterior de este artículo decía que el molino estaba vendido.",
    "it": "Questo articolo è stato corretto il 3 marzo.",
    "pt": "Uma versão anterior deste texto dizia que o moinho estava vendido.",
}
OTHER = {
    "en": "An earlier version of the story of the mill is told in the harbour.",
    "de": "Eine frühere Version der Mühle stand am Hafen.",
    "fr": "Une version antérieure du moulin se trouvait au port.",
    "es": "Una versión anterior del molino estaba en el puerto.",
    "it": "Una versione precedente del mulino era nel porto.",
    "pt": "Uma versão anterior do moinho ficava no porto.",
}


def fixes(marked: str, language: str) -> bool:
    text, ((_, start, end, _),) = parse(marked)
    return is_fixed_for(text[:start], text[end:], language)


@pytest.mark.parametrize("language", languages("reports"))
def test_what_is_set_for_a_day_is_dated_by_it(language: str) -> None:
    assert fixes(FIXED[language], language)


@pytest.mark.parametrize("language", languages("reports"))
def test_what_is_not_set_for_it_is_not(language: str) -> None:
    assert not fixes(NOT_FIXED[language], language)


@pytest.mark.parametrize("language", languages("reports"))
def test_a_notice_about_the_text_is_known(language: str) -> None:
    sentences = find_sentences(make_source(NOTICES[language], language=language))
    assert all(is_own_notice(" ".join(fold_words(one.text)), language) for one in sentences)


@pytest.mark.parametrize("language", languages("reports"))
def test_what_is_told_of_something_else_is_no_notice(language: str) -> None:
    assert not is_own_notice(" ".join(fold_words(OTHER[language])), language)
