"""Referrals: who was sent to us by whom, and whom we sent on to a better fit."""

from dataclasses import dataclass, replace
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.referrals import Outcome, Way
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.referral_lines import somebody
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.referral_tables import Referral
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class ReferralDraft:
    """A referral as it is written down.

    `person_id` was sent, `other_id` or `other_name` sent them to us (TO_US) or got them (BY_US).
    """

    way: Way
    person_id: int
    referred_on: date
    other_id: int | None = None
    other_name: str = ""
    why: str = ""
    outcome: Outcome = Outcome.OPEN
    we_thanked_on: date | None = None
    they_thanked_on: date | None = None
    note: str = ""


class Referrals:
    """Writes referrals down, and what came of them."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def save(self, referral_id: int | None, draft: ReferralDraft, today: date) -> Changes:
        """Write a referral down, a new one for None; `created` is its id.

        Raises Refused without the other side, for somebody sent by themselves, and for a day to
        come. Where the other side was erased it may stay without a name, and where it is in the
        trash it may stay there.
        """
        row: Referral | None = Referral.get_or_none(Referral.id == referral_id)
        draft = _checked(draft, today, row)
        person = present(draft.person_id)
        with self._file.change(
            _label(draft.way, person.name, draft.other_name or somebody())
        ) as change:
            if referral_id is None:
                change.done(Referral.create(**_columns(draft)).id)
            else:
                _present(referral_id).amend(**_columns(draft))
        return change.changes

    def thanked(self, referral_id: int, today: date) -> Changes:
        """Say that we thanked whoever sent somebody to us."""
        referral = _present(referral_id)
        words = filled(translate("referrals", "Thanked %1"), other_name(referral))
        return self._amend(referral, words, we_thanked_on=today)

    def they_thanked(self, referral_id: int, today: date) -> Changes:
        """Say that we were thanked for sending somebody on."""
        referral = _present(referral_id)
        words = filled(translate("referrals", "Thanked for %1"), other_name(referral))
        return self._amend(referral, words, they_thanked_on=today)

    def worked_out(self, referral_id: int, outcome: Outcome) -> Changes:
        """Say whether it worked out, or that it is open after all."""
        referral = _present(referral_id)
        words = {
            Outcome.OPEN: translate("referrals", "Still open: %1 and %2"),
            Outcome.YES: translate("referrals", "It worked out: %1 and %2"),
            Outcome.NO: translate("referrals", "It did not work out: %1 and %2"),
        }[outcome]
        label = filled(words, referral.person.name, other_name(referral))
        return self._amend(referral, label, outcome=outcome)

    def trash(self, referral_id: int) -> Changes:
        """Put a referral into the trash."""
        referral = _present(referral_id)
        words = translate("referrals", "Deleted the referral of %1")
        label = filled(words, referral.person.name)
        return self._amend(referral, label, deleted_at=utc_now())

    def draft(self, referral_id: int) -> ReferralDraft:
        """Return a referral as it can be changed; raises Refused when it is gone."""
        row = _present(referral_id)
        return ReferralDraft(
            way=row.way,
            person_id=row.person_id,
            referred_on=row.referred_on,
            other_id=row.other_id,
            other_name=row.other.name if row.other is not None else row.other_name,
            why=row.why,
            outcome=row.outcome,
            we_thanked_on=row.we_thanked_on,
            they_thanked_on=row.they_thanked_on,
            note=row.note,
        )

    def _amend(self, referral: Referral, label: str, **values: object) -> Changes:
        with self._file.change(label) as change:
            referral.amend(**values)
        return change.changes


def other_name(referral: Referral) -> str:
    """Return what the other side is called now, was when it was written down, or "somebody"."""
    known = referral.other.name if referral.other is not None else referral.other_name
    return known or somebody()


def _checked(draft: ReferralDraft, today: date, before: Referral | None) -> ReferralDraft:
    """Return the draft with the name of the other side; `before` is the referral so far."""
    if draft.other_id is not None:
        known = before.other if before is not None and before.other_id == draft.other_id else None
        draft = replace(draft, other_name=(known or present(draft.other_id)).name)
    may_be_nameless = before is not None and before.other_id is None and not before.other_name
    if not draft.other_name.strip() and not may_be_nameless:
        raise Refused(translate("referrals", "Who was it? Choose somebody, or write a name."))
    if draft.other_id == draft.person_id:
        raise Refused(translate("referrals", "Choose somebody else: these two are the same."))
    days = (draft.referred_on, draft.we_thanked_on, draft.they_thanked_on)
    if any(day is not None and day > today for day in days):
        raise Refused(translate("referrals", "This day is still to come. When was it?"))
    return draft


def _columns(draft: ReferralDraft) -> dict[str, object]:
    return {
        "way": draft.way,
        "person": draft.person_id,
        "other": draft.other_id,
        "other_name": draft.other_name.strip(),
        "why": draft.why.strip(),
        "referred_on": draft.referred_on,
        "outcome": draft.outcome,
        "we_thanked_on": draft.we_thanked_on,
        "they_thanked_on": draft.they_thanked_on,
        "note": draft.note.strip(),
    }


def _label(way: Way, person: str, other: str) -> str:
    if way is Way.TO_US:
        return filled(translate("referrals", "%2 sent %1"), person, other)
    return filled(translate("referrals", "%1 was sent on to %2"), person, other)


def _present(referral_id: int) -> Referral:
    referral: Referral | None = Referral.get_or_none(
        (Referral.id == referral_id) & Referral.deleted_at.is_null()
    )
    if referral is None:
        raise Refused(translate("referrals", "This referral is no longer in the notebook."))
    return referral
