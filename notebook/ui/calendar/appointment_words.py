"""How one appointment of a calendar is spoken of in the table, and what one can do with it."""

from datetime import date

from notebook.domain.dates_in_words import clock_words, day_month, short_weekday_name
from notebook.services.calendar.standings import AppointmentLine, Standing
from notebook.services.import_reading import ImportProblem
from notebook.translate import translate

Row = AppointmentLine | ImportProblem


def title_words(row: Row) -> str:
    """Return what an appointment is called."""
    return "–" if isinstance(row, ImportProblem) else row.title or "–"


def when_words(line: AppointmentLine, today: date) -> str:
    """Return when it takes place: "Tue 24 Nov, 10:00"."""
    words = f"{short_weekday_name(line.day)} {day_month(line.day, today)}"
    return f"{words}, {clock_words(line.at)}" if line.at else words


def wanted_words(line: AppointmentLine) -> str:
    """Return what is done with an appointment where it is wanted."""
    if line.standing in {Standing.CALLED_OFF, Standing.GONE}:
        return translate("calendar", "Call this one off")
    if line.standing is Standing.CHANGED:
        return translate("calendar", "Let the plan follow")
    return translate("calendar", "Bring this one in")
