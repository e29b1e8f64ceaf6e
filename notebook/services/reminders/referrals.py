"""Referrals: thanking whoever sent somebody, and asking whether a referral of ours worked out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.referrals import ASK_AFTER, THANK_AFTER, Outcome
from notebook.domain.reminders import Source
from notebook.domain.text import excerpt, short_name
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.reading import not_in_trash
from notebook.storage.referral_tables import Referral
from notebook.translate import translate

_LENGTH = 60

_HERE = (
    f"deleted_at IS NULL AND {not_in_trash('person', 'person_id')}"
    f" AND iif(other_id IS NULL, other_name != '', {not_in_trash('person', 'other_id')})"
)
_TO_THANK = f"""
    SELECT id AS subject_id, date(referred_on, '+{THANK_AFTER.days} days') AS occurrence,
        NULL AS rhythm_days
    FROM referral WHERE way = 'to-us' AND we_thanked_on IS NULL AND {_HERE}"""
_TO_ASK = f"""
    SELECT id AS subject_id, date(referred_on, '+{ASK_AFTER.days} days') AS occurrence,
        NULL AS rhythm_days
    FROM referral WHERE way = 'by-us' AND outcome = 'open' AND {_HERE}"""
_REFERRALS = """
    SELECT r.id, p.id, p.name, p.given_name, o.id, coalesce(o.name, r.other_name),
        coalesce(o.given_name, ''), r.why, r.referred_on
    FROM referral r JOIN person p ON p.id = r.person_id LEFT JOIN person o ON o.id = r.other_id
    WHERE r.id IN ({ids})"""


class _Referrals(SelectedSource):
    """What the two kinds of reminders about referrals have in common."""

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say it in words, with the reason for which somebody was sent."""
        rows = described_rows(asked, _REFERRALS, chosen)
        return [self._line(asked, each, rows[each.subject_id]) for each in chosen]

    def _line(self, asked: Asked, candidate: Candidate, row: Any) -> ReminderLine:
        raise NotImplementedError


class ThanksForReferrals(_Referrals):
    """Of people who were sent to us, until we thanked for them."""

    kind = Source.REFERRAL_THANKS

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return the referrals to us without thanks."""
        return _TO_THANK, ()

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Keep the day of the thanks."""
        Referral.get_by_id(subject_id).amend(we_thanked_on=today or occurrence)

    @override
    def _line(self, asked: Asked, candidate: Candidate, row: Any) -> ReminderLine:
        _, person_id, name, given, other_id, other, other_given, why, referred_on = row
        words = filled(
            translate("reminders", "Thank %1 for sending %2"),
            short_name(other_given, other) if other_id else other,
            short_name(given, name),
        )
        day = day_month(date.fromisoformat(referred_on), asked.today)
        return self.line(
            candidate,
            asked.today,
            who=other,
            what=words,
            why=(filled(translate("reminders", "Sent %1"), day), excerpt(why, _LENGTH)),
            person_id=other_id or person_id,
        )


class ReferralFollowUps(_Referrals):
    """Of people whom we sent on, until it is known whether it worked out; done is saying so."""

    kind = Source.REFERRAL_FOLLOW_UP

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return the referrals by us that are open."""
        return _TO_ASK, ()

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Take it for having worked out."""
        Referral.get_by_id(subject_id).amend(outcome=Outcome.YES)

    @override
    def _line(self, asked: Asked, candidate: Candidate, row: Any) -> ReminderLine:
        _, person_id, name, given, other_id, other, other_given, why, referred_on = row
        words = filled(
            translate("reminders", "Ask %1: did it work out with %2?"),
            short_name(given, name),
            short_name(other_given, other) if other_id else other,
        )
        day = day_month(date.fromisoformat(referred_on), asked.today)
        sent_on = filled(translate("reminders", "Sent on to %1 on %2"), other, day)
        return self.line(
            candidate,
            asked.today,
            who=name,
            what=words,
            why=(sent_on, excerpt(why, _LENGTH)),
            person_id=person_id,
        )
