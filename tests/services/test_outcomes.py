"""The end of a project: nothing that is still open disappears without a word."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.outcomes import Ending, Leftover, SaidBy, Why
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.domain.referrals import Way
from notebook.errors import Refused
from notebook.services.afterwards import Afterwards, AlreadyNoted
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.project_outcome import outcome_of
from notebook.storage.outcome_tables import Outcome, OutcomeMoment, OutcomeReason
from notebook.storage.referral_tables import Referral
from notebook.storage.tables import Promise, Reminder
from tests.services.check_ins.helpers import grade_all, graded
from tests.services.project_samples import add_person, begin, finish

DAY = timedelta(days=1)


@pytest.fixture
def project(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def marta(notebook: Notebook, project: int) -> int:
    return notebook.drafts.read(project).facts.person_id


def test_closing_names_all_that_is_still_open(
    notebook: Notebook, project: int, marta: int, now: datetime, today: date
) -> None:
    notebook.promises.add(marta, Side.OURS, "Swatches", today + DAY, project_id=project)
    notebook.reminders.add_own("Book the van", today + DAY, project_id=project)
    notebook.progress_reports.keep(project, "Hello Marta,")
    talk = MomentDraft(
        (marta,), Channel.CALL, Direction.WE, today, text="Talked it over", project_id=project
    )
    notebook.moments.log(talk, now)
    closing = notebook.outcomes.closing(project, today)
    assert (closing.name, closing.first_name) == ("Lobby mural", "Marta")
    assert closing.endings == tuple(Ending)
    assert [promise.text for promise in closing.promises] == [
        "Swatches",
        "Key for the service door",
    ]
    assert [reminder.text for reminder in closing.reminders] == ["Book the van"]
    assert [moment.text for moment in closing.moments] == ["Talked it over"]
    assert closing.ends_with_it.lines == (
        "Not delivered: First coat",
        "Not delivered: North wall",
        "Check-in a third of the way, 29 Nov",
        "Check-in at delivery, 12 Dec",
        "Check-in a month after delivery, 12 Jan",
        "Progress report every week",
        "A progress report that was kept for later",
        "1 question that was left open",
    )


def test_everything_is_settled_in_one_change_and_taken_back_in_one(
    notebook: Notebook, project: int, marta: int, now: datetime, today: date
) -> None:
    kept = notebook.promises.add(marta, Side.OURS, "Swatches", today, project_id=project).new_id
    lost = notebook.promises.add(marta, Side.THEIRS, "Permit", today, project_id=project).new_id
    gone = notebook.promises.add(marta, Side.OURS, "Frame", today, project_id=project).new_id
    stays = notebook.promises.add(marta, Side.OURS, "Varnish", today, project_id=project).new_id
    van = notebook.reminders.add_own("Book the van", today, project_id=project).new_id
    talk = MomentDraft((marta,), Channel.CALL, Direction.WE, today, text="No", project_id=project)
    moment = notebook.moments.log(talk, now).new_id
    draft = OutcomeDraft(
        Ending.ENDED_BY_US,
        (Why.RELATIONSHIP, Why.TIMING),
        SaidBy.THEY,
        "It never felt right",
        (moment,),
        promises={
            kept: Leftover.DONE,
            lost: Leftover.BROKEN,
            gone: Leftover.DROPPED,
            stays: Leftover.STAYS,
        },
        reminders={van: Leftover.DROPPED},
        afterwards=Afterwards(thank=True, ask_referral=True),
    )
    assert notebook.outcomes.close(project, draft, today).label == "Closed Lobby mural"
    page = notebook.projects.page(project)
    assert page.state is ProjectState.CLOSED
    assert page.outcome is not None
    assert (page.outcome.ending, page.outcome.whys) == (draft.ending, draft.whys)
    assert (page.outcome.said_by, page.outcome.note) == (SaidBy.THEY, "It never felt right")
    assert page.outcome.moments == ((moment, "No"),)
    states = [Promise.get_by_id(each).state for each in (kept, lost, gone, stays)]
    assert states == [
        PromiseState.KEPT,
        PromiseState.BROKEN,
        PromiseState.LET_GO,
        PromiseState.OPEN,
    ]
    assert Reminder.get_by_id(van).deleted_at is not None
    new = Reminder.select().where(Reminder.id > van).order_by(Reminder.due_on)
    assert [(row.text, row.due_on) for row in new] == [
        ("Thank Marta for the work on Lobby mural", today + 2 * DAY),
        ("Ask Marta whether somebody else could use us", today + 14 * DAY),
    ]
    notebook.upkeep.undo()
    assert notebook.projects.page(project).state is ProjectState.AGREED
    assert outcome_of(project) is None
    assert Promise.get_by_id(kept).state is PromiseState.OPEN
    assert Reminder.get_by_id(van).deleted_at is None


def test_opened_again_it_has_no_end_any_more(
    notebook: Notebook, project: int, now: datetime, today: date
) -> None:
    draft = OutcomeDraft(Ending.LOST, (Why.PRICE,))
    begun = notebook.check_ins.sheet(project, today).draft
    notebook.outcomes.close(project, draft, today)
    for ask in (
        lambda: notebook.check_ins.sheet(project, today),
        lambda: notebook.check_ins.keep(begun, None),
        lambda: notebook.check_ins.save(graded(begun), now),
    ):
        with pytest.raises(Refused, match="ended without being delivered"):
            ask()
    notebook.projects.set_state(project, ProjectState.UNDER_WAY)
    assert outcome_of(project) is None
    assert not OutcomeReason.select().exists()
    notebook.outcomes.close(project, OutcomeDraft(Ending.DELIVERED), today)
    assert Outcome.select().count() == 1
    assert not OutcomeMoment.select().exists()


def test_how_it_ended_is_said_better_later(
    notebook: Notebook, project: int, marta: int, now: datetime, today: date
) -> None:
    outcomes = notebook.outcomes
    with pytest.raises(Refused, match="Close it first"):
        outcomes.correctable(project, today)
    with pytest.raises(Refused, match="Close it first"):
        outcomes.correct(project, OutcomeDraft(Ending.LOST), today)
    moments = [
        notebook.moments.log(
            MomentDraft((marta,), Channel.CALL, Direction.WE, today - number * DAY, text="Talk",
                        project_id=project), now,
        ).new_id
        for number in range(11)
    ]  # fmt: skip
    guess = OutcomeDraft(Ending.LOST, (Why.PRICE,), note="Too dear?", moment_ids=(moments[9],))
    outcomes.close(project, guess, today)
    later = today + 40 * DAY
    closing = outcomes.correctable(project, later)
    assert closing.known == guess
    assert [moment.id for moment in closing.moments] == moments[:10]
    said = replace(guess, whys=(Why.RELATIONSHIP,), said_by=SaidBy.THEY)
    label = "Corrected how Lobby mural ended"
    assert outcomes.correct(project, said, later).label == label
    outcome = outcome_of(project)
    assert outcome is not None
    assert (outcome.ended_on, outcome.whys) == (today, (Why.RELATIONSHIP,))
    sent = replace(said, ending=Ending.REFERRED_ON)
    with pytest.raises(Refused, match="who suits better"):
        outcomes.correct(project, sent, later)
    outcomes.correct(project, replace(sent, sent_to="Nina Hartwig"), later)
    known = outcomes.correctable(project, later).known
    assert known is not None
    assert known.note == "Referred on to Nina Hartwig. Too dear?"
    outcomes.correct(project, replace(known, note=f"{known.note} No."), later)
    assert Referral.select().count() == 1
    for _ in range(3):
        notebook.upkeep.undo()
    assert outcomes.correctable(project, later).known == guess


def test_what_was_never_agreed_cannot_have_been_delivered(notebook: Notebook, today: date) -> None:
    draft = begin(notebook)
    closing = notebook.outcomes.closing(draft, today)
    assert Ending.DELIVERED not in closing.endings
    assert closing.ends_with_it.lines == ()
    with pytest.raises(Refused, match="never agreed"):
        notebook.outcomes.close(draft, OutcomeDraft(Ending.DELIVERED), today)
    assert notebook.projects.page(draft).state is ProjectState.DRAFT
    with pytest.raises(Refused, match="who suits better"):
        notebook.outcomes.close(draft, OutcomeDraft(Ending.REFERRED_ON, sent_to=" "), today)
    sent_on = OutcomeDraft(Ending.REFERRED_ON, sent_to="Nina Hartwig")
    notebook.outcomes.close(draft, sent_on, today)


def test_closing_again_thanks_and_asks_once(notebook: Notebook, project: int, today: date) -> None:
    outcomes = notebook.outcomes
    month_after = date(2026, 12, 22)
    wanted = Afterwards(thank=True, ask_referral=True, ask_how_on=month_after)
    draft = OutcomeDraft(Ending.DELIVERED, afterwards=wanted, all_delivered=True)
    closing = outcomes.closing(project, today)
    assert closing.noted == AlreadyNoted(thanks=False, asking=False, how_it_works_out=False)
    assert closing.ask_how_on == month_after
    outcomes.close(project, draft, today)
    notebook.projects.set_state(project, ProjectState.DELIVERED)
    closing = outcomes.closing(project, today + 9 * DAY)
    assert closing.noted == AlreadyNoted(thanks=True, asking=True, how_it_works_out=True)
    outcomes.close(project, draft, today + 9 * DAY)
    days = {row.text: row.due_on for row in Reminder.select()}
    assert days == {
        "Thank Marta for the work on Lobby mural": today + 11 * DAY,
        "Ask Marta whether somebody else could use us": today + 23 * DAY,
        "Ask Marta how Lobby mural is working out": month_after,
    }
    assert Reminder.select().count() == 3
    plan = notebook.check_ins.plans.of_project(project, today)[-1]
    reopened = notebook.projects.set_state(project, ProjectState.DELIVERED)
    assert reopened.label == "Lobby mural is now: Delivered"
    notebook.check_ins.plans.leave_out(plan.id)
    assert outcomes.closing(project, today).ask_how_on is None
    notebook.check_ins.plans.take_up(plan.id)
    lines = notebook.projects.page(project).deliverables
    assert {line.delivered_on for line in lines} == {today}
    how = "Ask Marta how Lobby mural is working out"
    assert how in {line.text for line in outcomes.closing(project, today).reminders}
    grade_all(notebook, project)
    closing = outcomes.closing(project, today)
    assert how not in {line.text for line in closing.reminders}
    assert closing.noted.how_it_works_out
    notebook.upkeep.undo()
    late = month_after + 9 * DAY
    assert outcomes.closing(project, late).ask_how_on == late
    notebook.check_ins.plans.move(plan.id, late, today)
    assert outcomes.closing(project, today).ask_how_on == late


def test_all_contacts_can_have_decided_it(
    notebook: Notebook, project: int, marta: int, now: datetime, today: date
) -> None:
    for number in range(11):
        talk = MomentDraft(
            (marta,),
            Channel.CALL,
            Direction.WE,
            today - number * DAY,
            text=f"Talk {number}",
            project_id=project,
        )
        notebook.moments.log(talk, now)
    closing = notebook.outcomes.closing(project, today)
    assert (len(closing.moments), closing.moment_count) == (8, 11)
    older = notebook.outcomes.older_moments(project, 8, 30)
    assert [moment.text for moment in older] == ["Talk 8", "Talk 9", "Talk 10"]


def test_a_closed_project_is_not_closed_twice(
    notebook: Notebook, project: int, today: date
) -> None:
    notebook.outcomes.close(project, OutcomeDraft(Ending.LOST), today)
    with pytest.raises(Refused, match="closed already"):
        notebook.outcomes.closing(project, today)
    with pytest.raises(Refused, match="closed already"):
        notebook.outcomes.close(project, OutcomeDraft(Ending.LOST), today)


def test_a_promise_settled_meanwhile_refuses_the_whole(
    notebook: Notebook, project: int, marta: int, today: date
) -> None:
    promise = notebook.promises.add(marta, Side.OURS, "Swatches", project_id=project).new_id
    notebook.promises.keep(promise, today)
    draft = OutcomeDraft(Ending.LOST, promises={promise: Leftover.DROPPED})
    with pytest.raises(Refused):
        notebook.outcomes.close(project, draft, today)
    assert notebook.projects.page(project).state is ProjectState.AGREED
    assert outcome_of(project) is None


def test_somebody_who_suits_better_is_asked_after_later(notebook: Notebook, today: date) -> None:
    draft = begin(notebook)
    with pytest.raises(Refused, match="who suits better"):
        notebook.outcomes.refer_on(draft, " ", "", today)
    changes = notebook.outcomes.refer_on(draft, "Nina Hartwig", "stairs are her trade", today)
    assert changes.label == "Referred Marta on to Nina Hartwig"
    outcome = outcome_of(draft)
    assert outcome is not None
    assert (outcome.ending, outcome.whys) == (Ending.REFERRED_ON, (Why.FIT,))
    assert outcome.note == "Referred on to Nina Hartwig. stairs are her trade"
    (referral,) = Referral.select()
    assert (referral.way, referral.other_name, referral.why) == (
        Way.BY_US,
        "Nina Hartwig",
        "stairs are her trade",
    )
    assert not Reminder.select().exists()
    later = notebook.reminders.due(today + 30 * DAY).lines
    assert [each.what for each in later if "Nina" in each.what] == [
        "Ask Marta: did it work out with Nina Hartwig?"
    ]
    notebook.upkeep.undo()
    assert notebook.projects.page(draft).state is ProjectState.DRAFT
    assert not Referral.select().exists()


def test_a_referral_is_written_once_and_takes_the_place_of_an_earlier_reminder(
    notebook: Notebook, today: date
) -> None:
    draft = begin(notebook)
    marta = notebook.drafts.read(draft).facts.person_id
    nina = add_person(notebook, "Nina Hartwig")
    earlier = OwnReminderDraft("Did it work out for Marta with Nina Hartwig?", today, marta)
    notebook.reminders.own.save(None, earlier)
    ending = OutcomeDraft(Ending.REFERRED_ON, sent_to="Nina Hartwig")
    notebook.outcomes.close(draft, ending, today)
    notebook.projects.set_state(draft, ProjectState.EXPLORING)
    notebook.outcomes.refer_on(draft, "nina hartwig", "", today)
    (referral,) = Referral.select()
    assert referral.other_id == nina
    assert [each.deleted_at is None for each in Reminder.select()] == [False]


def test_nobody_is_sent_on_to_themselves_and_nothing_is_half_done(
    notebook: Notebook, today: date
) -> None:
    draft = begin(notebook)
    with pytest.raises(Refused, match="the same"):
        notebook.outcomes.refer_on(draft, "Marta Lindqvist", "", today)
    assert notebook.projects.page(draft).state is ProjectState.DRAFT
    assert outcome_of(draft) is None
