"""What another day must be, for a promise as for a delivery."""

from datetime import date

from notebook.domain.moves import NewDay
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.translate import translate


def check_new_day(new: NewDay, today: date) -> None:
    """Raise Refused for a day that is over, and for telling them in the future."""
    check_not_over(new.to_on, today)
    check_said(new.said_on, today)


def check_not_over(day: date, today: date, title: str = "") -> None:
    """Raise Refused for a day to which nothing can be moved any more; `title` says what."""
    if day >= today:
        return
    if not title:
        words = translate("moves", "The new day is over already. Choose today or a later day.")
        raise Refused(words)
    words = translate("moves", "The new day of “%1” is over already. Choose today or a later day.")
    raise Refused(filled(words, title))


def check_said(said_on: date | None, today: date) -> None:
    """Raise Refused for telling them in the future."""
    if said_on is not None and said_on > today:
        raise Refused(translate("moves", "The day on which it was said is still to come."))
