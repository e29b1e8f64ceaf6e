"""The parts of the brief that follow from the card: the person, where we stand, what we owe."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from notebook.domain.dates_in_words import day_count, day_month, day_within, relative_day
from notebook.domain.facts import SENSITIVE, FactGroup
from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.promises import Side
from notebook.domain.relations import FAMILY
from notebook.domain.warmth import ReasonKind
from notebook.services.brief_got import MOST_CONCERNS, what_they_got
from notebook.services.brief_meeting import fit_line
from notebook.services.brief_page import (
    BriefLine,
    BriefPart,
    BriefSection,
    BriefTone,
    line,
    section,
)
from notebook.services.card_lines import PromiseLine
from notebook.services.card_parts import FactDraft
from notebook.services.cards import PersonCard
from notebook.services.communication import manner_in_words
from notebook.services.concern_page import ConcernLine
from notebook.services.phrases import filled
from notebook.services.timeline import MomentLine
from notebook.services.warmth_reasons import own_judgement, reason_sentence
from notebook.services.words import channel_word, group_word, quoted, side_word
from notebook.translate import translate

_BIRTHDAY_AHEAD = timedelta(days=14)
_BIRTHDAY_PAST = timedelta(days=7)
_CONTACT_LENGTH = 100
_MOST_CONTACTS = 3
_SAID_ELSEWHERE = frozenset(
    {
        ReasonKind.IN_TOUCH,
        ReasonKind.PROMISES_OVERDUE,
        ReasonKind.OPEN_CONCERNS,
        ReasonKind.BELOW_EXPECTED,
    }
)
_WORTH_KNOWING = (FactGroup.FAMILY, FactGroup.INTERESTS, FactGroup.FOOD, FactGroup.WORK)


def start_with(card: PersonCard, called: str, today: date, leap_day: LeapDay) -> BriefSection:
    """Return what to begin the talk with: birthdays that are near, then the freshest facts."""
    lines = []
    lines += _birthdays(card, today, leap_day)
    if card.nickname:
        lines.append(line(filled(translate("brief", "Goes by %1"), quoted(card.nickname))))
    lines += _family(card, called, today)
    lines += [
        replace(line(fact.text, _fact_tag(fact, today)), fact_id=fact.id)
        for fact in openers(card.facts, today)
    ]
    if card.note.strip():
        lines.append(line(card.note))
    return section(BriefPart.START, filled(translate("brief", "Start with %1"), called), lines)


def openers(facts: Sequence[FactDraft], today: date) -> list[FactDraft]:
    """Return the facts to begin a talk with: never the one used last time.

    Those that no talk began with come first, the freshest of them before what nobody has confirmed
    for a year; then the one whose turn is longest ago. Sensitive things come last of all.
    """
    fit = [fact for fact in facts if fact.group is not FactGroup.AVOID]
    last_time = max((fact.used_on for fact in fit if fact.used_on), default=None)
    fit = [fact for fact in fit if last_time is None or fact.used_on != last_time]
    fit.sort(key=_last_heard, reverse=True)
    return sorted(fit, key=lambda fact: _how_late(fact, today))


def _how_late(fact: FactDraft, today: date) -> tuple[bool, date, bool]:
    """Return what puts a fact behind others to begin with."""
    return fact.group in SENSITIVE, fact.used_on or date.min, fact.is_stale(today)


def where_we_stand(
    card: PersonCard,
    called: str,
    moments: Sequence[MomentLine],
    concerns: Sequence[ConcernLine],
    today: date,
) -> BriefSection:
    """Return concerns and last check-in, how warm it is if that is not well, the last contacts.

    The contact of the last check-in is not said twice.
    """
    lines = what_they_got(card, concerns, today)
    if card.warmth.own:
        lines.append(line(own_judgement(card.warmth.own, today)))
    lines += [
        line(reason_sentence(reason, today))
        for reason in card.warmth.reasons
        if reason.kind not in _SAID_ELSEWHERE
    ]
    lines += fit_line(card, called, today)
    others = len(lines) + max(len(concerns) - MOST_CONCERNS, 0)
    asked_as = card.last_check_in.moment_id if card.last_check_in else None
    contacts = [moment for moment in moments if moment.id != asked_as]
    others += card.moment_count - (len(moments) - len(contacts))
    lines += [
        line(_contact(moment, today), length=_CONTACT_LENGTH)
        for moment in contacts[:_MOST_CONTACTS]
    ]
    return section(BriefPart.STANDING, translate("brief", "Where we stand"), lines, others)


def open_promises(card: PersonCard, today: date) -> BriefSection:
    """Return what either side owes the other, the oldest first, those without a day last."""
    lines = [
        line(promise.text, _promise_tag(promise, today), _promise_tone(promise, today))
        for promise in card.open_promises
    ]
    return section(BriefPart.PROMISES, translate("brief", "Open promises"), lines)


def how_to_say_it(card: PersonCard) -> list[BriefLine]:
    """Return the words that they use, those to leave out, and how much they want to hear."""
    known = card.communication
    words: tuple[tuple[str, str, BriefTone], ...] = (
        (known.terms_used, translate("brief", "say"), "calm"),
        (known.terms_avoided, translate("brief", "avoid"), "warn"),
    )
    lines = [line(text, tag, tone) for text, tag, tone in words if text.strip()]
    manner = ". ".join(manner_in_words(known))
    return [*lines, *([line(manner)] if manner else [])]


def subjects_to_avoid(card: PersonCard) -> BriefSection:
    """Return what not to speak about."""
    lines = [line(fact.text) for fact in card.facts if fact.group is FactGroup.AVOID]
    return section(BriefPart.AVOID, group_word(FactGroup.AVOID), lines)


def not_known_yet(card: PersonCard, called: str) -> list[BriefLine]:
    """Return what to find out: a line for each thing when nothing is known, else one for all."""
    groups = {fact.group for fact in card.facts}
    if not (groups or card.role or card.organisation or card.moment_count or card.note.strip()):
        return [line(filled(words, called)) for words in _first_questions()]
    missing = [group_word(group) for group in _WORTH_KNOWING if group not in groups]
    if card.birthday is None:
        missing.insert(0, translate("brief", "Birthday"))
    if card.preferred_channel is None:
        missing.append(translate("brief", "Preferred channel"))
    if not missing:
        return []
    return [line(filled(translate("brief", "Not known yet: %1"), ", ".join(missing)))]


def _first_questions() -> tuple[str, ...]:
    return (
        translate("brief", "What does %1 do, and where?"),
        translate("brief", "How did we come to know %1?"),
        translate("brief", "What does %1 need, or hope for?"),
        translate("brief", "Who and what matters to %1: family, interests, plans?"),
        translate("brief", "How does %1 like to be reached, and when?"),
        translate("brief", "When is the birthday of %1?"),
    )


def _last_heard(fact: FactDraft) -> date:
    return max(filter(None, (fact.learned_on, fact.confirmed_on)), default=date.min)


def _fact_tag(fact: FactDraft, today: date) -> str:
    if fact.is_stale(today):
        return translate("brief", "Still true?")
    if fact.used_on is None:
        return ""
    return filled(translate("brief", "Used %1"), day_month(fact.used_on, today))


def _birthdays(card: PersonCard, today: date, leap_day: LeapDay) -> list[BriefLine]:
    """Return the birthdays that are near: their own first, then those of the people around them."""
    known = [("", card.birthday), *((each.name, each.birthday) for each in card.related)]
    lines = (_birthday(whose, birthday, today, leap_day) for whose, birthday in known if birthday)
    return [each for each in lines if each]


def _birthday(
    whose: str, birthday: PartialDate, today: date, leap_day: LeapDay
) -> BriefLine | None:
    """Return a birthday; `whose` is empty for that of the person whom the brief is about."""
    day = birthday.next_on_or_after(today - _BIRTHDAY_PAST, leap_day)
    if day is None or day > today + _BIRTHDAY_AHEAD:
        return None
    age = birthday.age_reached_on(day)
    words = translate("brief", "Birthday")
    if age is not None and day < today:
        words = translate("brief", "Turned %n", age)
    elif age is not None:
        words = translate("brief", "Turns %n", age)
    text = filled(translate("brief", "%1: %2"), whose, words) if whose else words
    return line(text, relative_day(day, today))


def _family(card: PersonCard, called: str, today: date) -> list[BriefLine]:
    """Return the names of the family in one line: "Nora (child, 9), Jonas (spouse or partner)"."""
    said = []
    for each in card.related:
        if each.relation in FAMILY:
            age = each.birthday.age_on(today) if each.birthday else None
            words = each.words(called)
            said.append(
                f"{each.name} ({words})" if age is None else f"{each.name} ({words}, {age})"
            )
    return [line(filled(translate("brief", "Family: %1"), ", ".join(said)))] if said else []


def _contact(moment: MomentLine, today: date) -> str:
    words = translate("brief", "%1, %2") if not moment.text else translate("brief", "%1, %2: %3")
    return filled(words, relative_day(moment.day, today), channel_word(moment.channel), moment.text)


def _promise_tag(promise: PromiseLine, today: date) -> str:
    side = side_word(promise.side)
    if promise.due_on is None:
        return side
    late = (today - promise.due_on).days
    if late > 0:
        return filled(translate("brief", "%1, %2 late"), side, day_count(late))
    return filled(translate("brief", "%1, %2"), side, day_within(promise.due_on, today))


def _promise_tone(promise: PromiseLine, today: date) -> BriefTone:
    if promise.due_on is not None and promise.due_on < today:
        return "bad"
    return "warn" if promise.side is Side.OURS else "calm"


def said(words: str, day: date, today: date) -> BriefLine:
    """Return something that they said, with its day."""
    sentence = translate("brief", "%1 %2")
    cut = line(words).text
    return BriefLine(filled(sentence, quoted(cut), f"({day_month(day, today)})"))
