"""One source annotated: sentences, date expressions, names, quotations, figures.

In: a source. Out: the source with all that was found in it. Never: sees another source, supplies a year, reads files.
"""

from generator.annotate.dates import find_dates
from generator.annotate.figures import find_figures
from generator.annotate.names import find_names
from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.model import AnnotatedSource, Source
from generator.problems import Problems


def annotate(source: Source) -> tuple[AnnotatedSource, Problems]:
    """Everything that can be recognised in the source on its own, with what is odd about it."""
    sentences = find_sentences(source)
    names = find_names(source, sentences)
    expressions = find_dates(source, sentences)
    quotations, problems = find_quotations(source, sentences, names)
    reading = AnnotatedSource(
        source=source,
        sentences=sentences,
        expressions=expressions,
        candidates=names.candidates,
        mentions=names.mentions,
        descriptions=names.descriptions,
        quotations=quotations,
        figures=find_figures(source, sentences, expressions, names.mentions),
    )
    return reading, problems
