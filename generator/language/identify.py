"""Says in which language a text is written, or that it cannot be said.

Handles, hashtags, addresses and digits say nothing of a language and are set aside first; a short text is compared
with widely written languages only, because a few words of a large language look like many small ones.

In: a text. Out: a BCP 47 primary tag or None. Never: reads the seeds, knows where the text stands.
"""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE = 20_000  # characters looked at: more of a text does not change the answer and costs a second per 5 MB
LONG = 600  # letters from which all of the model's languages are compared, small ones included
NO_LANGUAGE = "zxx"  # the model's own tag for text without language
NOISE = re.compile(r"https?://\S{1,500}|www\.\S{1,500}|[#@]\S{1,100}|\d{1,30}")

# Languages that short texts are compared with: those of states and of large presses.
WIDE = frozenset({
    "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
    "ga", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "km", "ko", "ky", "lo", "lt", "lv",
    "mk", "mn", "ms", "my", "ne", "nl", "no", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sv",
    "sw", "ta", "th", "tl", "tr", "ug", "uk", "ur", "uz", "vi", "zh",
})


def identify(text: str, *, least: float, letters: int = 1) -> str | None:
    """The language of a text, None where its probability is under `least` (0-1) or it has too few letters.

    >>> identify("The bridge stays closed until the spring, the council said on Monday.", least=0.5)
    'en'
    >>> identify("2021 #bridge @council", least=0.5) is None
    True
    """
    words = " ".join(NOISE.sub(" ", text[:SAMPLE]).split())
    count = sum(1 for character in words if character.isalpha())
    if count < letters:
        return None
    ranking = {name: share for name, share in _model().rank(words) if count >= LONG or name in WIDE}
    total = sum(ranking.values())
    best = max(ranking, key=lambda name: ranking[name])
    return best if best != NO_LANGUAGE and total > 0 and ranking[best] / total >= least else None


@cache
def _model() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
