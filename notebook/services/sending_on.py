"""Somebody is sent on when a project is closed: one referral, of which reminders come by themselves."""

from datetime import date

from notebook.domain.referrals import Outcome, Way
from notebook.domain.text import fold
from notebook.services.own_reminders import OwnReminderNotes
from notebook.services.phrases import filled
from notebook.services.referrals import ReferralDraft, Referrals, other_name
from notebook.storage.referral_tables import Referral
from notebook.storage.tables import Person, Reminder
from notebook.translate import translate


class SendingOn:
    """Writes referrals by us down within the change that closes a project."""

    def __init__(self, referrals: Referrals, reminders: OwnReminderNotes) -> None:
        """Write through these."""
        self._referrals, self._reminders = referrals, reminders

    def send(self, person_id: int, called: str, whom: str, why: str, today: date) -> None:
        """Write down that a person was sent to `whom`, once; call within a change.

        Whoever has the only card of that name is meant. A reminder that an earlier version wrote
        for the same goes, for the referral has its own. Raises Refused for somebody sent to
        themselves.
        """
        whom = whom.strip()
        if not self._is_known(person_id, whom):
            draft = ReferralDraft(
                Way.BY_US, person_id, today, other_id=_card_of(whom), other_name=whom, why=why
            )
            self._referrals.save(None, draft, today)
        for row in Reminder.select().where(
            Reminder.person == person_id,
            Reminder.text == _earlier_words(called, whom),
            Reminder.done_on.is_null(),
            Reminder.deleted_at.is_null(),
        ):
            self._reminders.delete(row.id)

    def _is_known(self, person_id: int, whom: str) -> bool:
        rows = Referral.select().where(
            Referral.person == person_id,
            Referral.way == Way.BY_US,
            Referral.outcome == Outcome.OPEN,
            Referral.deleted_at.is_null(),
        )
        return any(fold(other_name(row)) == fold(whom) for row in rows)


def _card_of(whom: str) -> int | None:
    ids = [
        row.id
        for row in Person.select(Person.id).where(Person.name == whom, Person.deleted_at.is_null())
    ]
    return ids[0] if len(ids) == 1 else None


def _earlier_words(called: str, whom: str) -> str:
    return filled(translate("outcomes", "Did it work out for %1 with %2?"), called, whom)
