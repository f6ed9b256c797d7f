"""The day of what a text tells without a date: that of the account with which it goes on.

An article tells of the day of its lead, and of the day on which it appeared where the lead gives none. A sentence that
dates an act of the news moves that day for what follows; a look back does not, and what goes on with a look back has
no date. Only acts told as past take the day, and only those of somebody named or meant by a pronoun.

In: what the sentences of one witness tell, in order. Out: the same, with the day that they take and why. Never: dates
what is planned, lasting, denied or habitual; takes a history told long after for news.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from generator import edtf
from generator.collate.dating.reasons import meant
from generator.collate.parsing.acts import Act
from generator.collate.telling.belonging import Scene, belongs, has_other_day, is_other_matter, looks_back, widen
from generator.collate.telling.reports import Carried, Told
from generator.language.speech import speech, verb_forms
from generator.language.telling import telling_words
from generator.model import Record

NEWS = timedelta(days=7)  # before an article appeared: what it tells of these days is its news, the rest a look back
LEAD_SENTENCES = 3  # at the beginning, of which the first that tells something is the lead
QUOTED_ON = 3  # sentences behind an account that what its speaker is quoted with may still belong to it
HEAD = 2  # the word of a subject with an article that names it
LEAD_WORDS = 6  # of a sentence that tells it


class Account(Record, frozen=True, kw_only=True):
    """An account that is going on: its day, None where that is not known to the day, the sentence that gives it, None
    where that is the publication, the actors named in it, and where it has got to: the actor of whom it told last, a
    paragraph, a sentence."""

    edtf: str | None
    sentence: str | None
    subject: str | None = None
    people: frozenset[str] = frozenset()
    paragraph: int = -1
    number: int = -1


class State(Record, frozen=True, kw_only=True):
    """Where a text stands: the day of its news, what its news names, its lead, and the account that goes on; `back`
    says whether that is a look back."""

    news: Account | None
    scene: Scene = Scene()
    lead: str | None = None
    running: Account | None = None
    back: bool = False


def carry_days(
    told: Sequence[Told], published: str | None, named: Mapping[str, bool], titled: frozenset[str] = frozenset()
) -> list[Told]:
    """What one witness tells, in text order, with the day that each undated act takes.

    `published` is the day of publication, None where that is not known to the day; `named` says by sentence whether it
    tells of somebody; `titled` are the actors that the title names.
    """
    news = Account(edtf=published, sentence=None) if published else None
    state = State(news=news, scene=Scene(people=titled))
    found: list[Told] = []
    for number, item in enumerate(told):
        is_lead = state.lead is None and number < LEAD_SENTENCES and len(item.wording.split()) >= LEAD_WORDS
        last = [*found[-1:], *(one for one in found[:LEAD_SENTENCES] if one.sentence.id == state.lead)]
        again = find_occasion(state, item, number) or find_earlier(item, last)
        carried = None
        if not again:
            carried, state = next_state(state, item, number, published, is_lead=is_lead)
        if is_lead and item.act and (item.date or carried):
            state = replace(state, lead=item.sentence.id, scene=widen(state.scene, item))
        found.append(replace(item, again=again, carried=carried if named[item.sentence.id] else None))
    return found


def next_state(
    state: State, item: Told, number: int, published: str | None, *, is_lead: bool
) -> tuple[Carried | None, State]:
    """The day that a sentence takes, and the state after it."""
    if item.date is not None or item.loosely_dated:
        return None, after_date(state, item, number, published, is_lead=is_lead)
    if has_other_day(item, day_told(state), NEWS.days) and not is_lead:
        return None, replace(set_aside(state, item, number), back=True)
    if item.act is None or (item.act.kind == "perfect" and not is_lead):
        return None, replace(state, running=None) if state.back else state
    if is_finding(item, item.act):
        return None, state
    return take_day(state, item, number, is_lead=is_lead)


def find_occasion(state: State, item: Told, number: int) -> str | None:
    """The sentence that dates the occasion on which quoted words were said: the account of their speaker goes on."""
    account = state.running
    if account is None or account.edtf is None or state.back or item.date or not item.quoting or not item.speaker:
        return None
    speaks_on = item.speaker == account.subject or (account.subject is None and item.speaker in account.people)
    return account.sentence if speaks_on and number - account.number <= QUOTED_ON else None


def find_earlier(item: Told, before: Sequence[Told]) -> str | None:
    """The sentence that tells the same with its agent: "The guild locked the hall. The hall was locked after …"."""
    words, act = telling_words(item.sentence.language), item.act
    if act is None or item.date or not act.passive or len(item.before) < HEAD or item.before[0] not in words.definite:
        return None
    head = item.before[HEAD - 1]
    same = (one for one in before if one.act and one.act.verb == act.verb and not one.act.passive)
    return next((one.sentence.id for one in same if head in one.wording.split()), None)


def has_news(told: Sequence[Told], published: str | None) -> bool:
    """Whether a text opens with something that has just happened: an obituary does, a history does not."""
    values = (item.date.edtf for item in told[:LEAD_SENTENCES] if item.date and item.date.edtf)
    days = [value for value in values if edtf.precision(value) == "day"]
    return published is not None and any(is_news(day, published, is_lead=False) for day in days)


def after_date(state: State, item: Told, number: int, published: str | None, *, is_lead: bool) -> State:
    """The state after a sentence with a date of its own: that of the news goes on, or a look back begins."""
    value = (item.date.edtf if item.date else None) or ""
    births = telling_words(item.sentence.language).births
    told_act = item.act is not None and (item.act.kind == "past" or is_lead) and item.act.verb not in births
    day = value if told_act and edtf.precision(value) == "day" else None
    account = got_to(Account(edtf=day, sentence=item.sentence.id, people=item.actors), item, number)
    is_back = day is None or not is_news(day, published, is_lead=is_lead)
    state = replace(state, running=account, back=is_back)
    if is_back:
        return state
    scene = widen(state.scene, item)
    return replace(state, news=account, scene=scene) if is_lead else replace(state, scene=scene)


def got_to(account: Account, item: Told, number: int) -> Account:
    """The account with the place to which a sentence has brought it."""
    subject = item.subject or item.speaker or account.subject
    return replace(account, subject=subject, paragraph=item.sentence.paragraph, number=number)


def is_news(value: str, published: str | None, *, is_lead: bool) -> bool:
    """Whether a day is one of which an article that appeared then tells as its news."""
    day, printed = edtf.earliest(value), edtf.earliest(published) if published else None
    if day is None or printed is None:
        return is_lead
    return timedelta(0) <= printed - day <= NEWS


def take_day(state: State, item: Told, number: int, *, is_lead: bool) -> tuple[Carried | None, State]:
    """The day that an undated act takes, None where it may be any day of a look back, and the state after it."""
    running = state.running
    if running is None or not goes_on(running, item, number):
        if is_lead or belongs(state.scene, item, is_back=state.back):
            return tell_news(state), replace(state, running=None, back=False)
        return None, set_aside(state, item, number)
    after = replace(state, running=got_to(running, item, number))
    if running.edtf is None or state.back or looks_back(item) or is_other_matter(state.scene, item):
        return None, after
    why = f"The sentence gives no date. It goes on with an account that the same text dates to {meant(running.edtf)}."
    return Carried(edtf=about(running.edtf), sentence=running.sentence, why=why), after


def set_aside(state: State, item: Told, number: int) -> State:
    """The state after a sentence that does not belong to the news: what goes on with it has no day either."""
    return replace(state, running=got_to(Account(edtf=None, sentence=None), item, number))


def day_told(state: State) -> str | None:
    """The day of the account that goes on, else of the news."""
    account = state.running if state.running and state.running.edtf else state.news
    return account.edtf if account else None


def tell_news(state: State) -> Carried | None:
    """The day of a text's news, about which its undated acts are."""
    if state.news is None or state.news.edtf is None:
        return None
    day = meant(state.news.edtf)
    why = f"The sentence gives no date. It stands in an article that appeared on {day}, and tells of its news."
    if state.news.sentence:
        why = f"The sentence gives no date. It stands in an article that dates its news to {day}."
    return Carried(edtf=about(state.news.edtf), sentence=state.news.sentence or state.lead, why=why)


def about(day: str) -> str:
    """A day as that of something told without one: an account may go on into the next day, and no words say so."""
    return day.rstrip("~?%") + "~"


def is_finding(item: Told, act: Act) -> bool:
    """Whether a thing shows or says something, whenever it was written: "a survey found", "the report urged"; and not
    "Lee found"."""
    form, media = verb_forms(item.sentence.language).get(act.verb), speech(item.sentence.language).media
    if form is None or item.subject is not None:
        return False
    written = len(item.before) >= HEAD and item.before[HEAD - 1] in media and item.speaker is None
    return form.kind == "show" or written


def goes_on(account: Account, item: Told, number: int) -> bool:
    """Whether a sentence goes on with the account before it: it tells of the same actor, a pronoun is its subject, it
    tells what came then, or it stands right behind and names nobody who does it."""
    words, small = telling_words(item.sentence.language), speech(item.sentence.language)
    subject = item.subject or item.speaker
    if subject is not None and (subject == account.subject or (account.subject is None and subject in account.people)):
        return True
    if item.before and (item.before[0] in small.pronouns or words.goes_on.intersection(item.before)):
        return True
    is_next = number == account.number + 1 and item.sentence.paragraph == account.paragraph
    return subject is None and is_next
