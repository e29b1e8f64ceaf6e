"""How often somebody hears from us, and whether that rests, in plain words."""

from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.pauses import WITHOUT_END
from notebook.services.phrases import filled
from notebook.translate import translate


def rhythm_words(days: int, longest: int | None = None) -> str:
    """Return how often a word is due: "A word every 30 days, after 45 at the latest"."""
    if days == 1:
        every = translate("touch", "A word every day")
    else:
        every = translate("touch", "A word every %n days", days)
    if longest is None:
        return every
    return filled(translate("touch", "%1, after %2 at the latest"), every, str(longest))


def pause_words(until: date, today: date) -> str:
    """Return until when keeping in touch rests: "Paused until 3 Dec"."""
    if until == WITHOUT_END:
        return translate("touch", "Paused until you go on")
    return filled(translate("touch", "Paused until %1"), day_month(until, today))
