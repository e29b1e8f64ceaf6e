"""A report is drafted from what happened, kept, sent and logged; its way is watched."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from time import sleep

import pytest

from notebook.domain.check_ins import Grade
from notebook.domain.moments import Channel, Direction
from notebook.domain.moves import NewDay
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import Entry, ProjectFacts, Said
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.report_history import sent_reports
from notebook.storage.report_tables import ProgressReport
from notebook.storage.tables import Moment
from tests.services.check_ins.helpers import NOW, graded
from tests.services.project_samples import add_person, begin, finish

DAY = timedelta(days=1)


@pytest.fixture
def project(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def marta(notebook: Notebook, project: int) -> int:
    return notebook.drafts.read(project).facts.person_id


def log(
    notebook: Notebook, project: int, channel: Channel, day: date, person: int | None = None
) -> int:
    with_whom = person or notebook.drafts.read(project).facts.person_id
    draft = MomentDraft((with_whom,), channel, Direction.WE, day, text="Told", project_id=project)
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


def test_only_what_its_reader_promised_and_was_promised_is_in_it(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    promises, paul = notebook.promises, add_person(notebook, "Paul Lindqvist")
    told = log(notebook, project, Channel.CALL, today)
    promises.add(marta, Side.THEIRS, "Colour chart", project_id=project, moment_id=told)
    promises.add(paul, Side.THEIRS, "Parking permit", today, project_id=project)
    for text, person in (("Swatches", marta), ("A word to the board", paul)):
        kept = promises.add(person, Side.OURS, text, today, project_id=project).new_id
        promises.keep(kept, today)
    for text, person in (("A sketch", marta), ("A plan of the attic", paul)):
        promises.add(person, Side.OURS, text, today + DAY, project_id=project)
    text = notebook.progress_reports.draft(project, today).text
    needs = "- Key for the service door, by 25 Nov\n- Colour chart\n"
    assert f"What we need from you\n{needs}\n" in text
    assert "Done so far\n- Swatches\n\n" in text
    days = "- A sketch, by 23 Nov\n- First coat, by 28 Nov\n- North wall, the day is still"
    assert f"Next\n{days}" in text
    assert "Parking" not in text
    assert "attic" not in text
    assert "board" not in text


def test_what_is_late_is_not_promised_for_a_past_day(
    notebook: Notebook, project: int, today: date
) -> None:
    text = notebook.progress_reports.draft(project, today + 7 * DAY).text
    assert "- First coat, planned for 28 Nov, is still to come\n" in text
    assert "- Key for the service door, planned for 25 Nov, is still to come\n" in text


def test_a_promise_of_ours_that_was_moved_is_told(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    promises = notebook.promises
    swatches = promises.add(marta, Side.OURS, "Swatches", today + DAY, project_id=project).new_id
    key = notebook.projects.page(project).needs[0]
    assert key.due_on is not None
    promises.move_all([swatches, key.id], NewDay(today + 9 * DAY, today, "frost"), today)
    text = notebook.progress_reports.draft(project, today).text
    assert "Dates that moved\n- Swatches: from 23 Nov to 1 Dec (frost)\n\n" in text


def test_what_happens_on_the_day_of_a_report_is_told_once(
    notebook: Notebook, project: int, marta: int, now: datetime, today: date
) -> None:
    reports, (first, second) = notebook.progress_reports, notebook.drafts.read(project).deliverables
    notebook.projects.deliver(first.id, today)
    draft = reports.draft(project, today)
    assert "First coat, delivered on 22 Nov" in draft.text
    reports.sent(draft, draft.text, Channel.EMAIL, now)
    sleep(0.002)  # rows know when they changed to the millisecond
    notebook.projects.deliver(second.id, today)
    later = reports.draft(project, today + 7 * DAY).text
    assert "First coat" not in later
    assert "Done since 22 Nov\n- North wall, delivered on 22 Nov\n" in later


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


NOTE = "The last three times it was another channel. By e-mail was agreed."


def note(notebook: Notebook, project: int) -> str:
    return notebook.projects.page(project).channel_note


def test_three_times_by_another_way_are_noted(
    notebook: Notebook, project: int, today: date
) -> None:
    for number in range(1, 3):
        log(notebook, project, Channel.CALL, today + number * DAY)
    assert note(notebook, project) == ""
    log(notebook, project, Channel.MESSAGE, today + 3 * DAY)
    assert note(notebook, project) == NOTE
    assert notebook.progress_reports.draft(project, today).channel_note == NOTE
    log(notebook, project, Channel.EMAIL, today + 4 * DAY)
    assert note(notebook, project) == ""


def test_only_contacts_with_them_about_the_project_since_it_was_said_count(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    facts = ProjectFacts("Shop window", marta, "any-project")
    other, paul = notebook.drafts.begin(facts).new_id, add_person(notebook, "Paul Lindqvist")
    for number in range(3):
        log(notebook, project, Channel.CALL, today - number * DAY)  # before it was agreed
        log(notebook, other, Channel.CALL, today + (number + 1) * DAY)
        log(notebook, project, Channel.CALL, today + (number + 1) * DAY, paul)
    assert note(notebook, project) == ""
    for number in range(1, 4):
        log(notebook, project, Channel.CALL, today + number * DAY)
    assert note(notebook, project) == NOTE
    entry = Entry({"channel": Said("letter")})
    anew = AmendmentDraft(entry, None, today + 3 * DAY)
    notebook.amendments.amend(project, "channel", anew, today + 3 * DAY)
    assert note(notebook, project) == ""  # what was agreed anew begins anew
    in_person = AmendmentDraft(Entry({"channel": Said("meeting")}), None, today + 3 * DAY)
    notebook.amendments.amend(project, "channel", in_person, today + 3 * DAY)
    for number in range(4, 7):
        log(notebook, project, Channel.VISIT, today + number * DAY)
    assert note(notebook, project) == ""


def test_without_an_agreed_way_none_is_another(notebook: Notebook, today: date) -> None:
    project = begin(notebook)
    asked_later = Entry({"channel": Said("email", ask_later=True)})
    notebook.drafts.save(project, asked_later, 4, today)
    notebook.drafts.finish(project, today)
    for number in range(1, 4):
        log(notebook, project, Channel.CALL, today + number * DAY)
    assert note(notebook, project) == ""


def test_what_changed_since_the_last_meeting(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    assert notebook.projects.since_meeting(project, today) is None
    log(notebook, project, Channel.MEETING, today - 5 * DAY)
    call = log(notebook, project, Channel.CALL, today - 2 * DAY)
    first, _ = notebook.drafts.read(project).deliverables
    notebook.projects.deliver(first.id, today - DAY)
    key = notebook.projects.page(project).needs[0]
    notebook.promises.move(key.id, NewDay(today + 9 * DAY, today), today)
    notebook.promises.keep(key.id, today)
    promises = notebook.promises
    for text in ("Swatches", "Frame", "Varnish"):
        promises.add(marta, Side.OURS, text, today, project_id=project, moment_id=call)
    swatches, frame, varnish = (row.id for row in notebook.projects.page(project).other_promises)
    promises.give_up(swatches, today - DAY)
    promises.let_go_all([frame], today)
    promises.move(varnish, NewDay(today + 3 * DAY, today, "rain"), today)
    asked = graded(notebook.check_ins.sheet(project, today).draft, Grade.ABOVE)
    notebook.check_ins.save(replace(asked, channel=Channel.CALL), NOW)
    since = notebook.projects.since_meeting(project, today)
    assert since is not None
    assert since.met_on == today - 5 * DAY
    assert since.lines == (
        "Delivered: First coat (21 Nov)",
        "They kept: Key for the service door (22 Nov)",
        "We did not keep: Swatches (21 Nov)",
        "Let go: Frame (22 Nov)",
        "We promised: Varnish (20 Nov)",
        "Asked whether it is as expected: above what was expected (22 Nov)",
        "Moved: Varnish: from 22 Nov to 25 Nov (rain), said late",
        "2 contacts",
    )
    log(notebook, project, Channel.VISIT, today)
    since = notebook.projects.since_meeting(project, today)
    assert since is not None
    assert (since.met_on, since.lines) == (today, ())
    sleep(0.002)  # it is told apart by the milliseconds at which it was written down
    promises.let_go_all([varnish], today)
    since = notebook.projects.since_meeting(project, today)
    assert since is not None
    assert since.lines == ("Let go: Varnish (22 Nov)",)
    below = graded(notebook.check_ins.sheet(project, today).draft, Grade.BELOW)
    notebook.check_ins.save(replace(below, channel=Channel.MEETING), NOW)
    since = notebook.projects.since_meeting(project, today)
    assert since is not None
    assert since.lines == ()  # what was below is told in the meeting itself
