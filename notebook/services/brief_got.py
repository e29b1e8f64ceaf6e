"""The lines of the brief that say what the customer got: open concerns, and the last check-in."""

from collections.abc import Sequence
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

_WORDS_LENGTH, _NAME_LENGTH = 120, 40
_TONES: dict[Grade, BriefTone] = {
    Grade.BELOW: "bad",
    Grade.AS_EXPECTED: "ok",
    Grade.ABOVE: "ok",
}


MOST_CONCERNS = 2


def what_they_got(
    card: PersonCard, concerns: Sequence[ConcernLine], today: date
) -> list[BriefLine]:
    """Return the first of these open concerns, and how the last check-in went with what was said."""
    lines = [_concern(card, concern, today) for concern in concerns[:MOST_CONCERNS]]
    return [*lines, *_last_check_in(card, today)]


def _concern(card: PersonCard, concern: ConcernLine, today: date) -> BriefLine:
    """Return a concern, named by whose it is where that is somebody else."""
    words = translate("brief", "%1: %2 (since %3)")
    text = excerpt(concern.text, _WORDS_LENGTH)
    stage = stage_word(concern.stage)
    if concern.person_id != card.id:
        whose = excerpt(concern.person_name, _NAME_LENGTH)
        stage = filled(translate("brief", "%1, %2"), whose, stage.lower())
    since = day_month(concern.opened_on, today)
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
