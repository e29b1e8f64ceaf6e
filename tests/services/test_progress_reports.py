"""A report is drafted from what happened, kept, sent and logged; its way is watched."""

from datetime import date, datetime, time, timedelta

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.moves import NewDay
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.report_history import channel_note, sent_reports
from notebook.storage.report_tables import ProgressReport
from notebook.storage.tables import Moment
from tests.services.project_samples import begin, finish

DAY = timedelta(days=1)


@pytest.fixture
def project(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def marta(notebook: Notebook, project: int) -> int:
    return notebook.drafts.read(project).facts.person_id


def log(notebook: Notebook, project: int, channel: Channel, day: date) -> int:
    marta = notebook.drafts.read(project).facts.person_id
    draft = MomentDraft((marta,), channel, Direction.WE, day, text="Told", project_id=project)
    return notebook.moments.log(draft, datetime.combine(day, time(23, 59))).new_id


def test_the_draft_tells_done_next_needs_and_moves(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    first, _second = notebook.drafts.read(project).deliverables
    notebook.projects.deliver(first.id, today)
    swatches = notebook.promises.add(marta, Side.OURS, "Swatches", today, project_id=project)
    notebook.promises.keep(swatches.new_id, today)
    notebook.preferences.set_business_name("  Arden & Castro ")
    draft = notebook.progress_reports.draft(project, today)
    assert (draft.subject, draft.channel) == ("Lobby mural: how it goes", Channel.EMAIL)
    assert draft.text == (
        "Hello Marta,\n\nthis is how Lobby mural goes.\n\n"
        "Done so far\n- First coat, delivered on 22 Nov\n- Swatches\n\n"
        "Next\n- North wall, the day is still to be agreed\n\n"
        "What we need from you\n- Key for the service door, by 25 Nov\n\n"
        "Is there anything else that we can do for you?\n\n"
        "Kind regards\nArden & Castro\n"
    )


def test_the_next_one_begins_where_the_last_was_sent(
    notebook: Notebook, project: int, now: datetime, today: date
) -> None:
    first, second = notebook.drafts.read(project).deliverables
    notebook.projects.deliver(first.id, today - 2 * DAY)
    draft = notebook.progress_reports.draft(project, today)
    changes = notebook.progress_reports.sent(draft, draft.text, Channel.EMAIL, now)
    assert changes.label == "Sent the report on Lobby mural"
    (sent,) = sent_reports(project, 3)
    assert (sent.sent_on, sent.text) == (today, draft.text)
    moment = Moment.get_by_id(sent.moment_id)
    assert (moment.channel, moment.direction) == (Channel.EMAIL, Direction.WE)
    assert moment.text.startswith("Sent the progress report: Hello Marta")
    assert second.due_on is not None
    notebook.delivery_moves.move(
        second.id, second.due_on + 7 * DAY, today + DAY, said_on=today + DAY, reason="frost"
    )
    later = notebook.progress_reports.draft(project, today + 7 * DAY)
    assert later.since == today
    assert "First coat" not in later.text
    assert "Dates that moved\n- North wall: from 12 Dec to 19 Dec (frost)" in later.text
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    assert sent_reports(project, 3) == ()
    assert not Moment.select().where(Moment.deleted_at.is_null()).exists()


def test_a_report_is_kept_for_later_once(
    notebook: Notebook, project: int, now: datetime, today: date
) -> None:
    reports = notebook.progress_reports
    reports.keep(project, "Hello Marta, half of it")
    reports.keep(project, "Hello Marta, most of it")
    draft = reports.draft(project, today)
    assert draft.text == "Hello Marta, most of it"
    assert draft.report_id is not None
    assert "this is how Lobby mural goes" in reports.draft(project, today, anew=True).text
    assert sent_reports(project, 3) == ()
    reports.sent(draft, "All of it", Channel.CALL, now)
    (row,) = ProgressReport.select()
    assert (row.text, row.sent_on) == ("All of it", today)


def test_without_words_or_agreement_there_is_no_report(
    notebook: Notebook, project: int, now: datetime, today: date
) -> None:
    draft = notebook.progress_reports.draft(project, today)
    with pytest.raises(Refused, match="nothing in the report"):
        notebook.progress_reports.sent(draft, " \n", Channel.EMAIL, now)
    with pytest.raises(Refused, match="not agreed yet"):
        notebook.progress_reports.draft(begin(notebook, "Shed", "Ana Pereira"), today)


def test_three_times_by_another_way_are_noted(
    notebook: Notebook, project: int, today: date
) -> None:
    for number in range(2):
        log(notebook, project, Channel.CALL, today - (9 - number) * DAY)
    assert channel_note(project, Channel.EMAIL) == ""
    log(notebook, project, Channel.MESSAGE, today - 2 * DAY)
    note = "The last three times it was another channel. By e-mail was agreed."
    assert channel_note(project, Channel.EMAIL) == note
    assert notebook.progress_reports.draft(project, today).channel_note == note
    assert channel_note(project, None) == ""
    log(notebook, project, Channel.EMAIL, today)
    assert channel_note(project, Channel.EMAIL) == ""


def test_what_changed_since_the_last_meeting(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    assert notebook.projects.since_meeting(project, today) is None
    log(notebook, project, Channel.MEETING, today - 5 * DAY)
    log(notebook, project, Channel.CALL, today - 2 * DAY)
    first, _ = notebook.drafts.read(project).deliverables
    notebook.projects.deliver(first.id, today - DAY)
    key = notebook.projects.page(project).needs[0]
    notebook.promises.move(key.id, NewDay(today + 9 * DAY, today), today)
    notebook.promises.keep(key.id, today)
    since = notebook.projects.since_meeting(project, today)
    assert since is not None
    assert since.met_on == today - 5 * DAY
    assert since.lines == (
        "Delivered: First coat (21 Nov)",
        "They kept: Key for the service door (22 Nov)",
        "1 contact",
    )
