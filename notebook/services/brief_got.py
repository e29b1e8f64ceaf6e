"""The lines of the brief that say what the customer got: open concerns, and the last check-in."""

from datetime import date

from notebook.domain.check_ins import Grade
from notebook.domain.dates_in_words import day_month
from notebook.domain.text import excerpt
from notebook.services.brief_page import BriefLine, BriefTone, line
from notebook.services.cards import PersonCard
from notebook.services.check_ins.words import overall_word
from notebook.services.concern_page import ConcernLine, stage_word
from notebook.services.phrases import filled
from notebook.services.words import quoted
from notebook.translate import translate

_WORDS_LENGTH = 120
_TONES: dict[Grade, BriefTone] = {
    Grade.BELOW: "bad",
    Grade.AS_EXPECTED: "ok",
    Grade.ABOVE: "ok",
}


MOST_CONCERNS = 2


def what_they_got(card: PersonCard, today: date) -> list[BriefLine]:
    """Return the first open concerns, and how the last check-in went with what they said then."""
    lines = [_concern(concern, today) for concern in card.open_concerns[:MOST_CONCERNS]]
    return [*lines, *_last_check_in(card, today)]


def _concern(concern: ConcernLine, today: date) -> BriefLine:
    words = translate("brief", "%1: %2 (since %3)")
    text = excerpt(concern.text, _WORDS_LENGTH)
    since = day_month(concern.opened_on, today)
    stage = stage_word(concern.stage)
    return line(filled(words, stage, text, since), translate("brief", "Concern"), "bad")


def _last_check_in(card: PersonCard, today: date) -> list[BriefLine]:
    entry = card.last_check_in
    if entry is None:
        return []
    day = day_month(entry.asked_on, today)
    said = excerpt(entry.words, _WORDS_LENGTH)
    text = filled(translate("brief", "Check-in %1"), day)
    if said:
        text = filled(translate("brief", "Check-in %1: %2"), day, quoted(said))
    return [line(text, overall_word(entry.grade), _TONES[entry.grade])]
