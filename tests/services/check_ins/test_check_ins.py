"""Asking: laid aside, saved, corrected, looked back on; and the concern that may follow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.check_ins import About, Grade, Occasion, Trend
from notebook.domain.concern_offers import Offer
from notebook.domain.moments import Channel
from notebook.errors import Refused
from notebook.services.check_ins.course import course_sentences, courses_of_projects
from notebook.services.check_ins.history import trend_rows
from notebook.services.draft import ProjectFacts
from notebook.services.notebook import Notebook
from tests.services.check_ins.helpers import NOW, agreed, grade_all, graded, set_right
from tests.services.project_samples import (
    FIRST_COAT_ON,
    TODAY,
    add_person,
    agree,
    begin,
    contacts_with,
    open_concerns,
)

BELOW, AS, ABOVE = Grade.BELOW, Grade.AS_EXPECTED, Grade.ABOVE
DAY = timedelta(days=1)


def test_a_check_in_is_saved_and_logged_as_one_change(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    sheet = notebook.check_ins.sheet(project_id, today)
    assert [occasion for _id, occasion in sheet.occasions] == list(Occasion)
    assert sheet.draft.plan_id == sheet.occasions[0][0]
    draft = graded(
        sheet.draft, rave_review=("Love the sketches", ABOVE), updates=("Fine since November", AS)
    )
    draft = replace(draft, more_words="A bench", our_grade=AS, channel=Channel.CALL)
    changes, concern_id = notebook.check_ins.save(draft, NOW)

    assert changes.label == "Checked in with Marta Lindqvist on Lobby mural: as expected"
    assert concern_id is None
    assert notebook.check_ins.saved(changes.new_id).draft == draft
    (moment,) = notebook.moments.of_person(draft.person_id, 9)
    assert (moment.day, moment.channel, moment.project_name) == (today, Channel.CALL, "Lobby mural")
    assert (
        moment.text
        == "Asked whether Lobby mural is what was expected, a third of the way: as expected"
    )
    assert moment.their_words == "Love the sketches\nFine since November\nA bench"
    assert notebook.cards.card(draft.person_id, today).last_contact_on == today

    notebook.upkeep.undo()
    assert notebook.moments.of_person(draft.person_id, 9) == []
    assert notebook.check_in_history.of_project(project_id) == ()


def test_an_answer_below_opens_a_concern_in_the_same_change(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    sheet = notebook.check_ins.sheet(project_id, today)
    draft = graded(
        sheet.draft,
        rave_review=("Two weeks were quiet", BELOW),
        dates=("", BELOW),
        people=("", None),
    )
    changes, concern_id = notebook.check_ins.save(draft, NOW)
    assert concern_id is not None
    page = notebook.concerns.page(concern_id, TODAY)
    assert page.text == "Guests look up: Two weeks were quiet\nDates: First coat 28 Nov"
    assert page.said == (
        "Below what was expected on 22 Nov: Guests look up",
        "Below what was expected on 22 Nov: First coat 28 Nov",
    )
    assert page.standing.follow_up_on == today + 7 * DAY
    assert notebook.check_ins.saved(changes.new_id).concern.id == concern_id

    again = grade_all(notebook, project_id, updates=("Quiet again", BELOW))
    assert notebook.check_ins.saved(again).concern.id == concern_id
    assert len(open_concerns(notebook, project_id=project_id)) == 1
    *_, joined = notebook.concerns.page(concern_id, TODAY).said
    assert joined.startswith("Below what was expected on 22 Nov: Weekly, by e-mail")
    assert joined.endswith(". “Quiet again”")
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    assert open_concerns(notebook, project_id=project_id) == ()


def test_what_makes_no_sense_is_refused(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    blank = notebook.check_ins.sheet(project_id, today).draft
    with pytest.raises(Refused, match="at least one answer"):
        notebook.check_ins.save(blank, NOW)
    filled_in = graded(blank)
    with pytest.raises(Refused, match="still to come"):
        notebook.check_ins.save(replace(filled_in, asked_on=today + DAY), NOW)
    notebook.check_ins.save(filled_in, NOW)
    with pytest.raises(Refused, match="asked already"):
        notebook.check_ins.save(filled_in, NOW)
    other = begin(notebook, "Shop window", "Ana Pereira")
    notebook.drafts.finish(other, today)
    with pytest.raises(Refused, match="not planned here"):
        notebook.check_ins.save(replace(filled_in, project_id=other), NOW)
    with pytest.raises(Refused, match="no longer"):
        notebook.check_ins.saved(1)
    assert len(notebook.check_in_history.of_project(project_id)) == 1


def test_what_is_laid_aside_is_gone_on_with(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    sheet = notebook.check_ins.sheet(project_id, today)
    begun = graded(sheet.draft, updates=("Fine", AS), people=("", None))
    kept = notebook.check_ins.keep(replace(begun, more_words="A bench"), None)
    assert kept.label == "Laid the check-in on Lobby mural aside"
    assert notebook.check_in_history.of_project(project_id) == ()
    assert contacts_with(notebook, begun.person_id) == 0

    coat = notebook.projects.page(project_id).deliverables[0]
    notebook.delivery_moves.move(coat.id, FIRST_COAT_ON + 7 * DAY, today, said_on=today)
    again = notebook.check_ins.sheet(project_id, today + DAY)
    assert (again.check_in_id, again.is_saved) == (kept.new_id, False)
    assert again.draft.asked_on == today
    assert again.draft.more_words == "A bench"
    said = {line.about: line for line in again.draft.lines}
    assert said[About.UPDATES].said_today == "Fine"
    assert said[About.DATES].expected == "First coat 28 Nov, moved to 5 Dec with notice"

    changes, _concern = notebook.check_ins.save(again.draft, NOW, again.check_in_id)
    assert changes.new_id == kept.new_id
    assert len(notebook.check_in_history.of_project(project_id)) == 1
    assert notebook.check_ins.sheet(project_id, today).check_in_id is None


def test_a_correction_corrects_the_contact_too(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    check_in_id = grade_all(notebook, project_id, updates=("Fine", AS))
    paul = add_person(notebook, "Paul Lindqvist")
    saved = notebook.check_ins.saved(check_in_id)
    assert saved.is_saved
    corrected = graded(saved.draft, updates=("Could be more", BELOW))
    corrected = replace(corrected, person_id=paul, asked_on=today - DAY)
    _changes, concern_id = notebook.check_ins.save(corrected, NOW, check_in_id)
    (moment,) = notebook.moments.of_person(paul, 9)
    assert (moment.day, moment.their_words) == (today - DAY, "Could be more")
    assert contacts_with(notebook, saved.draft.person_id) == 0
    assert concern_id is not None

    notebook.moments.delete(moment.id)
    notebook.check_ins.save(replace(corrected, more_words="No"), NOW, check_in_id)
    assert contacts_with(notebook, paul) == 0


def test_a_concern_that_was_declined_stays_declined(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    draft = graded(notebook.check_ins.sheet(project_id, today).draft, dates=("Late", BELOW))
    changes, concern_id = notebook.check_ins.save(draft, NOW, accepts=False)
    assert concern_id is None
    worse = graded(draft, dates=("Late", BELOW), people=("Rude", BELOW))
    assert notebook.check_ins.save(worse, NOW, changes.new_id)[1] is None
    assert open_concerns(notebook, project_id=project_id) == ()
    _changes, opened = notebook.check_ins.save(worse, NOW, changes.new_id, accepts=True)
    (line,) = open_concerns(notebook, project_id=project_id)
    assert (line.id, line.text) == (opened, "Dates: Late\nThe people: Rude")


def test_a_check_in_corrected_to_somebody_else_takes_its_concern_along(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    draft = graded(notebook.check_ins.sheet(project_id, today).draft, dates=("Late", BELOW))
    changes, concern_id = notebook.check_ins.save(draft, NOW)
    assert concern_id is not None
    paul = add_person(notebook, "Paul")
    with_paul = replace(draft, person_id=paul)
    notebook.check_ins.save(with_paul, NOW, changes.new_id)
    assert open_concerns(notebook, person_id=draft.person_id) == ()
    assert [line.id for line in open_concerns(notebook, person_id=paul)] == [concern_id]
    notebook.upkeep.undo()
    assert [line.id for line in open_concerns(notebook, person_id=draft.person_id)] == [concern_id]
    set_right(notebook, concern_id, today)
    worse = graded(with_paul, dates=("Late", BELOW), people=("Rude", BELOW))
    notebook.check_ins.save(worse, NOW, changes.new_id)
    assert [line.id for line in open_concerns(notebook, person_id=paul)] == [concern_id]


def test_a_corrected_grade_settles_its_concern_only_when_it_is_wanted(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    draft = graded(notebook.check_ins.sheet(project_id, today).draft, dates=("Late", BELOW))
    changes, concern_id = notebook.check_ins.save(draft, NOW)
    check_in_id, better = changes.new_id, graded(draft)
    assert notebook.check_ins.save(better, NOW, check_in_id)[1] == concern_id
    facts = notebook.check_ins.saved(check_in_id).concern
    assert facts.offer(better.what_is_below, better.person_id) is Offer.TAKE_AWAY
    assert notebook.check_ins.save(better, NOW, check_in_id, accepts=True)[1] is None
    assert open_concerns(notebook, project_id=project_id) == ()
    notebook.upkeep.undo()
    assert [line.id for line in open_concerns(notebook, project_id=project_id)] == [concern_id]


def test_a_concern_of_two_check_ins_is_not_taken_away_with_one(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    first = grade_all(notebook, project_id, dates=("Late", BELOW))
    second = grade_all(notebook, project_id, dates=("Late again", BELOW))
    draft = notebook.check_ins.saved(first).draft
    better = replace(graded(draft), more_words="We meant another one")
    notebook.check_ins.save(better, NOW, first, accepts=True)
    facts = notebook.check_ins.saved(first).concern
    assert (facts.is_shared, facts.offer(better.what_is_below, better.person_id)) == (True, None)
    assert len(open_concerns(notebook, project_id=project_id)) == 1
    notebook.check_ins.save(graded(notebook.check_ins.saved(second).draft), NOW, second)
    assert notebook.check_ins.saved(first).concern.is_shared is False


def test_each_person_has_a_concern_of_their_own(notebook: Notebook, today: date) -> None:
    project_id, paul = agreed(notebook), add_person(notebook, "Paul")
    grade_all(notebook, project_id, dates=("Late", BELOW))
    second = grade_all(notebook, project_id, dates=("Late again", BELOW))
    (shared,) = open_concerns(notebook, project_id=project_id)
    with_paul = replace(notebook.check_ins.saved(second).draft, person_id=paul)
    _changes, concern_id = notebook.check_ins.save(with_paul, NOW, second)
    assert [line.id for line in open_concerns(notebook, person_id=paul)] == [concern_id]
    assert open_concerns(notebook, project_id=project_id)[0].id == shared.id != concern_id
    notebook.upkeep.undo()
    assert notebook.check_ins.save(with_paul, NOW, second, accepts=False)[1] is None
    assert notebook.check_ins.saved(second).concern.id is None
    assert open_concerns(notebook, project_id=project_id) == (shared,)


def test_a_closed_concern_is_opened_again_for_another_answer_below(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    draft = graded(notebook.check_ins.sheet(project_id, today).draft, dates=("Late", BELOW))
    changes, concern_id = notebook.check_ins.save(draft, NOW)
    assert concern_id is not None
    set_right(notebook, concern_id, today)
    reworded = replace(draft, more_words="Thanks")
    notebook.check_ins.save(reworded, NOW, changes.new_id)
    assert open_concerns(notebook, project_id=project_id) == ()
    worse = graded(draft, dates=("Late", BELOW), people=("Rude", BELOW))
    assert notebook.check_ins.save(worse, NOW, changes.new_id)[1] == concern_id
    assert [line.id for line in open_concerns(notebook, project_id=project_id)] == [concern_id]


def test_the_history_shows_the_trend(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    for days, grade in ((9, AS), (5, BELOW), (1, ABOVE)):
        grade_all(notebook, project_id, on=today - days * DAY, updates=(f"{days}", grade))
    other = begin(notebook, "Shop window", "Ana Pereira")
    marta = notebook.drafts.read(project_id).facts.person_id
    facts = notebook.drafts.read(other).facts
    notebook.drafts.save_project(other, replace(facts, person_id=marta), 1)
    notebook.drafts.finish(other, today)
    grade_all(notebook, other, ABOVE, on=today - 7 * DAY)

    history = notebook.check_in_history
    found = history.of_project(project_id)
    assert [entry.trend for entry in found] == [Trend.BETTER, Trend.WORSE, None]
    assert [entry.words for entry in found] == ["1", "5", "9"]
    of_person = history.of_person(marta)
    assert [entry.project_name for entry in of_person] == [
        "Lobby mural", "Lobby mural", "Shop window", "Lobby mural",
    ]  # fmt: skip
    assert [entry.trend for entry in of_person][:2] == [Trend.BETTER, Trend.WORSE]
    (newest,) = history.of_person(marta, limit=1)
    assert newest.trend is Trend.BETTER
    rows = {row.about: row.grades for row in trend_rows(found)}
    assert rows[About.UPDATES] == (AS, BELOW, ABOVE)
    assert rows[About.PEOPLE] == (AS, AS, AS)


def test_its_concern_stays_when_a_check_in_goes(notebook: Notebook) -> None:
    project_id = agreed(notebook)
    changes = notebook.check_ins.trash(grade_all(notebook, project_id, BELOW))
    assert changes.label == "Moved the check-in on Lobby mural to the trash; its concern stays open"
    assert len(open_concerns(notebook, project_id=project_id)) == 1


def test_one_that_came_back_can_still_be_corrected(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    first = grade_all(notebook, project_id)
    notebook.check_ins.trash(first)
    second = grade_all(notebook, project_id)
    notebook.upkeep.restore("check_in", first)
    plans = {notebook.check_ins.saved(each).draft.plan_id for each in (first, second)}
    assert len(plans) == 1
    for each in (first, second):
        draft = replace(notebook.check_ins.saved(each).draft, more_words="Thanks")
        notebook.check_ins.save(draft, NOW, each)
    assert len(notebook.check_in_history.of_project(project_id)) == 2


def test_a_relationship_has_its_course_over_all_projects(notebook: Notebook, today: date) -> None:
    first = agreed(notebook)
    marta = notebook.drafts.read(first).facts.person_id
    second = notebook.drafts.begin(ProjectFacts("Menu wall", marta, "any-project")).new_id
    agree(notebook, second, today)
    assert notebook.cards.card(marta, today).check_in_course == ()
    grade_all(notebook, first, BELOW, on=today - 90 * DAY)
    assert notebook.cards.card(marta, today).check_in_course == ()
    grade_all(notebook, second, AS, on=today - 30 * DAY)
    last = grade_all(notebook, second, ABOVE, on=today - DAY)
    points = notebook.cards.card(marta, today).check_in_course
    assert [(point.project_name, point.grade) for point in points] == [
        ("Lobby mural", BELOW), ("Menu wall", AS), ("Menu wall", ABOVE),
    ]  # fmt: skip
    assert course_sentences([point.grade for point in points]) == (
        "Asked 3 times: 1 below what was expected, 1 as expected, 1 above what was expected."
        " It got better over time."
    )
    assert courses_of_projects(points) == (
        ("Lobby mural", "Asked once: 1 below what was expected."),
        (
            "Menu wall",
            "Asked 2 times: 1 as expected, 1 above what was expected. It got better over time.",
        ),
    )
    notebook.check_ins.trash(last)
    assert len(notebook.cards.card(marta, today).check_in_course) == 2


def test_a_deleted_check_in_leaves_the_contact_and_comes_back(
    notebook: Notebook, today: date
) -> None:
    project_id = agreed(notebook)
    check_in_id = grade_all(notebook, project_id)
    changes = notebook.check_ins.trash(check_in_id)
    assert changes.label == "Moved the check-in on Lobby mural to the trash"
    assert notebook.check_in_history.of_project(project_id) == ()
    marta = notebook.drafts.read(project_id).facts.person_id
    assert contacts_with(notebook, marta) == 1
    (line,) = notebook.upkeep.trash()
    assert (line.kind, line.title) == ("check_in", "Check-in on Lobby mural")
    notebook.upkeep.restore("check_in", check_in_id)
    assert len(notebook.check_in_history.of_project(project_id)) == 1
