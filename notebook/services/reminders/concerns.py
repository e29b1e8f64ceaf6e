"""Concerns: asking whether it is right now, on the day that was chosen for it."""

from collections.abc import Sequence
from datetime import date, timedelta

from typing_extensions import override

from notebook.domain.concerns import ConcernStep, Standing, Track
from notebook.domain.reminders import Source
from notebook.domain.text import excerpt, short_name
from notebook.services.phrases import filled
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate, described_rows
from notebook.storage.care_tables import Concern
from notebook.storage.reading import not_in_trash
from notebook.translate import translate

AGAIN_AFTER = timedelta(days=7)
_LENGTH = 60

_OPEN = f"""
    SELECT id AS subject_id, follow_up_on AS occurrence, NULL AS rhythm_days FROM concern
    WHERE closed_on IS NULL AND deleted_at IS NULL AND follow_up_on IS NOT NULL
        AND {not_in_trash("person", "person_id")}"""

_CONCERNS = """
    SELECT c.id, c.text, c.followed_up_on, p.id, p.name, p.given_name, j.id, j.name, o.name,
        (SELECT group_concat(s.step) FROM step_taken s
            WHERE s.concern_id = c.id AND s.done_on IS NOT NULL)
    FROM concern c JOIN person p ON p.id = c.person_id
    LEFT JOIN project j ON j.id = c.project_id AND j.deleted_at IS NULL
    LEFT JOIN person o ON o.id = c.owner_id AND o.deleted_at IS NULL
    WHERE c.id IN ({ids})"""


class ConcernFollowUps(SelectedSource):
    """Of concerns that are open; done is going on with them, in their dialog."""

    kind = Source.CONCERN

    @override
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return the open concerns with a day."""
        return _OPEN, ()

    @override
    def finish(self, subject_id: int, occurrence: date, today: date | None) -> None:
        """Ask again a week later: a concern stays in sight until it is closed."""
        self.let_go(subject_id, occurrence, today or occurrence)

    @override
    def let_go(self, subject_id: int, occurrence: date, today: date) -> None:
        """Ask again a week later, for the same reason."""
        again = self.following(subject_id, occurrence, today)
        Concern.get_by_id(subject_id).amend(follow_up_on=again)

    @override
    def following(self, subject_id: int, occurrence: date, today: date) -> date:
        """Return the day a week later."""
        return max(occurrence, today) + AGAIN_AFTER

    @override
    def describe(self, asked: Asked, chosen: Sequence[Candidate]) -> list[ReminderLine]:
        """Say what comes next, what it is about, and who answers for it."""
        rows = described_rows(asked, _CONCERNS, chosen)
        lines = []
        for candidate in chosen:
            row = rows[candidate.subject_id]
            _, text, followed_up, person_id, name, given, project_id, project, owner, done = row
            called = short_name(given, name)
            taken = {ConcernStep(word): date.min for word in (done or "").split(",") if word}
            standing = Standing(date.min, taken)
            lines.append(
                self.line(
                    candidate,
                    asked.today,
                    who=name,
                    what=filled(_next(standing, is_right=followed_up is not None), called),
                    why=(
                        filled(translate("reminders", "Concern: %1"), excerpt(text, _LENGTH)),
                        project or "",
                        owner or "",
                    ),
                    person_id=person_id,
                    project_id=project_id,
                )
            )
        return lines


def _next(standing: Standing, *, is_right: bool) -> str:
    """Return what comes next for a concern, %1 being whose it is."""
    if is_right:
        return translate("reminders", "Close the concern of %1")
    if ConcernStep.HEARD not in standing.steps:
        return translate("reminders", "Hear %1 out")
    if not standing.is_done(Track.PERSON):
        return translate("reminders", "Set it right with %1")
    if not standing.is_done(Track.PROBLEM):
        return translate("reminders", "Set right what went wrong for %1")
    return translate("reminders", "Ask %1 whether it is right now")
