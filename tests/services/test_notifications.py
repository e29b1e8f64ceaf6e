"""What has a time, what was told, and what the user chose, in a real file."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.notifying import NotifyingChoices
from notebook.domain.recurrence import Frequency, Recurrence
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.notification_choices import NotificationChoices
from notebook.services.notifications import Notifications
from notebook.services.own_reminders import OwnReminderDraft
from notebook.settings import Settings
from notebook.storage.file import NotebookFile

DAY = timedelta(days=1)


@pytest.fixture
def notifications(notebook: Notebook) -> Notifications:
    return notebook.notifications


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def own(notebook: Notebook, text: str, day: date, at: time | None, lead_days: int = 0) -> int:
    draft = OwnReminderDraft(text, day, at=at, lead_days=lead_days)
    return notebook.reminders.own.save(None, draft).new_id


def meeting(notebook: Notebook, day: date, at: time | None, now: datetime) -> int:
    ana = notebook.people.add("Ana Pereira", now.date()).new_id
    draft = MomentDraft((ana,), Channel.MEETING, Direction.WE, day, at, agenda="The kiln")
    return notebook.moments.plan(draft, now).new_id


def found(notebook: Notebook, now: datetime, since: datetime | None = None) -> dict[str, datetime]:
    local = now.replace(tzinfo=None)
    lines = notebook.notifications.timed(since or local - 30 * DAY, local, 15)
    return {each.line.what: each.timed.tell_at for each in lines}


def test_reminders_and_meetings_with_a_time_are_found(
    notebook: Notebook, today: date, now: datetime
) -> None:
    own(notebook, "Call the mill", today, time(15))
    own(notebook, "Tidy up", today, None)
    own(notebook, "Yesterday", today - DAY, time(9))
    own(notebook, "Long ago", today - 40 * DAY, time(9))
    own(notebook, "Next week", today + 7 * DAY, time(9))
    meeting(notebook, today + DAY, time(0, 10), now)
    assert found(notebook, now) == {
        "Call the mill": datetime.combine(today, time(15)),
        "Yesterday": datetime.combine(today - DAY, time(9)),
        "Meet Ana Pereira 0:10": datetime.combine(today, time(23, 55)),
    }


def test_a_meeting_without_a_time_is_the_panels_alone(
    notebook: Notebook, today: date, now: datetime
) -> None:
    meeting(notebook, today, None, now)
    assert found(notebook, now) == {}


def test_done_deleted_and_logged_ones_are_gone(
    notebook: Notebook, today: date, now: datetime
) -> None:
    done, deleted = own(notebook, "a", today, time(15)), own(notebook, "b", today, time(16))
    line = next(each for each in notebook.reminders.due(today).lines if each.subject_id == done)
    notebook.reminders.done(line, today)
    notebook.reminders.own.delete(deleted)
    assert found(notebook, now) == {}


def test_what_was_put_off_is_told_anew_on_its_new_day(
    notebook: Notebook, notifications: Notifications, today: date, now: datetime
) -> None:
    own(notebook, "Call the mill", today, time(15))
    local = now.replace(tzinfo=None)
    (before,) = notifications.timed(local, local, 15)
    notifications.remember([before.timed.key])
    (line,) = notebook.reminders.due(today).lines
    notebook.reminders.snooze(line, today + DAY, today)
    (after,) = notifications.timed(local, local, 15)
    assert after.timed.when == datetime.combine(today + DAY, time(15))
    assert notifications.told_among([before.timed.key, after.timed.key]) == {before.timed.key}


def test_a_lead_in_days_shows_it_early_and_tells_it_on_its_day(
    notebook: Notebook, today: date, now: datetime
) -> None:
    own(notebook, "Order flowers", today + DAY, time(9), lead_days=5)
    assert found(notebook, now) == {"Order flowers": datetime.combine(today + DAY, time(9))}


def test_each_turn_of_a_recurring_one_is_told(
    notebook: Notebook, notifications: Notifications, today: date, now: datetime
) -> None:
    daily = OwnReminderDraft("Water", today, at=time(9), recurrence=Recurrence(Frequency.DAILY))
    notebook.reminders.own.save(None, daily)
    local = now.replace(tzinfo=None)
    first, second = notifications.timed(local, local, 15)
    assert first.timed.when == datetime.combine(today, time(9))
    assert second.timed.when == first.timed.when + DAY
    assert second.timed.key != first.timed.key
    (line,) = notebook.reminders.due(today).lines
    notebook.reminders.done(line, today)
    assert [each.timed for each in notifications.timed(local, local, 15)] == [second.timed]


def test_of_turns_that_lie_behind_the_last_is_told(
    notebook: Notebook, notifications: Notifications, today: date, now: datetime
) -> None:
    weekly = OwnReminderDraft("Water", today, at=time(9), recurrence=Recurrence(Frequency.WEEKLY))
    notebook.reminders.own.save(None, weekly)
    local = now.replace(tzinfo=None)
    for days, expected in ((0, [0]), (6, [0, 7]), (7, [7]), (30, [28]), (34, [28, 35])):
        then = local + days * DAY
        found = [each.timed.when for each in notifications.timed(local, then, 15)]
        assert found == [datetime.combine(today + each * DAY, time(9)) for each in expected]
        assert len(notebook.reminders.due(then.date()).lines) == 1


def test_a_turn_that_was_put_off_is_told_on_its_new_day_and_the_next_on_its_own(
    notebook: Notebook, notifications: Notifications, today: date, now: datetime
) -> None:
    weekly = OwnReminderDraft("Water", today, at=time(9), recurrence=Recurrence(Frequency.WEEKLY))
    notebook.reminders.own.save(None, weekly)
    (line,) = notebook.reminders.due(today).lines
    notebook.reminders.snooze(line, today + 3 * DAY, today)
    local = now.replace(tzinfo=None)
    for days, expected in ((0, []), (2, [3]), (3, [3]), (6, [3, 7]), (7, [7])):
        found = [each.timed.when for each in notifications.timed(local, local + days * DAY, 15)]
        assert found == [datetime.combine(today + each * DAY, time(9)) for each in expected]


def test_what_was_told_is_known_when_the_file_is_opened_again(
    notebook: Notebook, notifications: Notifications, notebook_path: Path
) -> None:
    notifications.remember(["own:1:2026-11-22T15:00", "morning:2026-11-22"])
    notifications.remember(["morning:2026-11-22"])
    assert not notebook.file.changed_since_opened, "it is no change of the user's"
    assert notebook.upkeep.next_undo == ""
    notebook.file.close()
    again = Notebook(NotebookFile(notebook_path))
    keys = ["own:1:2026-11-22T15:00", "morning:2026-11-23"]
    assert again.notifications.told_among(keys) == {"own:1:2026-11-22T15:00"}
    again.file.close()


def test_only_the_newest_are_remembered(
    notifications: Notifications, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notebook.services.notifications._REMEMBERED", 3)
    for number in range(6):
        notifications.remember([f"own:{number}"])
    keys = [f"own:{number}" for number in range(6)]
    assert notifications.told_among(keys) == {"own:3", "own:4", "own:5"}


def test_choices_are_as_usual_until_chosen(settings_path: Path, now: datetime) -> None:
    choices = NotificationChoices(Settings(settings_path))
    assert choices.now() == NotifyingChoices()
    chosen = NotifyingChoices(
        at_its_time=False,
        lead_minutes=60,
        morning_at=time(7, 45),
        has_quiet_hours=True,
        quiet_from=time(22),
        quiet_day=date(2026, 11, 22),
        hides_names=True,
        keeps_running=True,
    )
    choices.keep(chosen)
    assert NotificationChoices(Settings(settings_path)).now() == chosen


def test_odd_choices_are_as_usual(settings_path: Path) -> None:
    settings = Settings(settings_path)
    for name in ("morning-at", "quiet-day", "at-its-time"):
        settings.set(f"notify-{name}", "half past nine")
    assert NotificationChoices(settings).now() == NotifyingChoices()


def test_things_are_told_since_the_first_look(settings_path: Path) -> None:
    noon = datetime.combine(date(2026, 11, 22), time(12))
    choices = NotificationChoices(Settings(settings_path))
    assert choices.since(noon) == noon
    again = NotificationChoices(Settings(settings_path))
    assert again.since(noon + DAY) == noon
    assert again.since(noon - DAY) == noon - DAY, "a clock that was wrong is not believed"
    assert again.since(noon) == noon - DAY


def test_what_came_while_it_was_off_is_not_told_afterwards(settings_path: Path) -> None:
    noon = datetime.combine(date(2026, 11, 22), time(12))
    choices = NotificationChoices(Settings(settings_path))
    choices.since(noon)
    choices.keep(replace(choices.now(), at_its_time=False))
    choices.keep(replace(choices.now(), at_its_time=True))
    assert choices.since(noon + DAY) == noon + DAY
