"""Fields of dates that remind, filled for everybody who is known at the beginning of the year."""

from dataclasses import replace

from notebook.domain.own_fields import DateReminder, FieldKind, Reminds
from notebook.domain.reminders import Source
from notebook.services.own_values import OwnValueDraft
from notebook.storage.field_tables import OwnValue
from tests.services.reminders.year.life import Life
from tests.services.reminders.year.model import Birthday

_LEAD_DAYS = 14


def note_dates(life: Life) -> None:
    """Write down an anniversary and a maintenance of each person."""
    anniversary, maintenance = (
        life.notebook.own_fields.add(
            name, FieldKind.DATE, reminder=DateReminder(reminds, _LEAD_DAYS)
        ).new_id
        for name, reminds in (("Anniversary", Reminds.YEARLY), ("Maintenance", Reminds.ONCE))
    )
    for person_id in list(life.model.people):
        day, once = life.born(), life.soon(-20, 300)
        drafts = (
            OwnValueDraft(anniversary, day.iso()),
            OwnValueDraft(maintenance, once.isoformat()),
        )
        draft = replace(life.notebook.people.draft(person_id), own_values=drafts)
        life.notebook.people.save(person_id, draft, life.today)
        values = {
            row.field_id: row.id for row in OwnValue.select().where(OwnValue.person == person_id)
        }
        assert day.month
        assert day.day
        life.model.birthdays[values[anniversary]] = Birthday(
            day.month, day.day, day.year and day.year - 1, Source.OWN_DATE, _LEAD_DAYS
        )
        life.model.days[Source.OWN_DATE, values[maintenance]] = once
