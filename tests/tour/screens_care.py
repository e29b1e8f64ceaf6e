"""The screens of check-ins and concerns in all their states."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QPushButton, QWidget

from notebook.domain.check_ins import Grade
from notebook.domain.concerns import TRACKS, ConcernStep, Track
from notebook.services.amendments import AmendmentDraft
from notebook.services.concerns import Answer, ConcernDraft, ConcernEntry, StepEntry
from notebook.services.draft import Entry, ProjectFacts, Said
from notebook.ui.card import card_page
from notebook.ui.dialogs.check_in_sheet import CheckInSheet
from notebook.ui.navigator import CheckInRequest
from notebook.ui.pages import project_view
from tests.services.project_samples import agree
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen

B, E, A = Grade.BELOW, Grade.AS_EXPECTED, Grade.ABOVE
NOW = datetime.combine(TODAY, time(12, 0))
NOTES = {
    ConcernStep.HEARD: "The scaffold stood in front of the door on Friday evening.",
    ConcernStep.SAID_BACK: "“You had to send guests away.” Marta agreed.",
    ConcernStep.APOLOGISED: "For the evening, and for not calling.",
    ConcernStep.MADE_GOOD: "Moved it the same night.",
    ConcernStep.CAUSE: "Nobody had told the crew about the dinner.",
    ConcernStep.FIX: "The crew has the list of events.",
    ConcernStep.CHANGED: "We ask for the week's events every Monday.",
}


def _ask(scene: Scene, project_id: int, days_ago: int, grade: Grade, words: str = "") -> int:
    """Save a check-in whose answers are all graded alike; return its id."""
    draft = scene.notebook.check_ins.sheet(project_id, TODAY - timedelta(days=days_ago)).draft
    lines = tuple(replace(line, grade=grade) for line in draft.lines)
    lines = (replace(lines[0], said_today=words), *lines[1:])
    draft = replace(draft, lines=lines, plan_id=None)
    return scene.notebook.check_ins.save(draft, NOW, accepts=False)[0].new_id


def _years_with_marta(scene: Scene) -> None:
    """Let Marta have been asked on three projects."""
    marta = scene.person("Marta Lindqvist")
    asked = {"Garden sign": (B, E), "Menu wall": (E, B, E, A), "Breakfast room": (E, A, A)}
    ago = 700
    for name, grades in asked.items():
        facts = ProjectFacts(name, marta, "any-project")
        project_id = scene.notebook.drafts.begin(facts).new_id
        agree(scene.notebook, project_id, TODAY)
        for grade in grades:
            _ask(scene, project_id, ago, grade)
            ago -= 60
    scene.window.notifier.look_again()


def _concern(
    scene: Scene, steps: Sequence[ConcernStep], *, is_right: bool = False, closing: bool = False
) -> int:
    """Return a concern of Marta with so much done about it."""
    marta, project_id = scene.person("Marta Lindqvist"), scene.project("Lobby mural")
    concerns = scene.notebook.concerns
    draft = ConcernDraft(marta, NOTES[ConcernStep.HEARD], project_id)
    concern_id = concerns.open(draft, TODAY - timedelta(days=9)).new_id
    page = concerns.page(concern_id, TODAY)
    entry = ConcernEntry(
        page.text,
        {step: StepEntry(is_done=True, note=NOTES[step]) for step in steps},
        page.standing.owner_id,
        follow_up_on=TODAY + timedelta(days=2),
        answer=Answer.RIGHT if is_right else Answer.NOT_ASKED,
        follow_up_words="Friday was quiet, and full." if is_right else "",
        project_id=project_id,
    )
    if steps:
        concerns.save(concern_id, entry, NOW, closing=closing)
    scene.window.notifier.look_again()
    return concern_id


def _open_concern(scene: Scene, concern_id: int) -> None:
    scene.open_project("Lobby mural")
    scene.window.navigator.concern_requested.emit(concern_id)
    settle()


def _press(inside: QWidget, text: str) -> None:
    settle()
    next(
        each
        for each in inside.findChildren(QPushButton)
        if each.text() == text and each.isVisible()
    ).click()
    settle()


@screen
def concern_new(scene: Scene) -> None:
    _open_concern(scene, _concern(scene, ()))


@screen
def concern_with_the_person_done(scene: Scene) -> None:
    _open_concern(scene, _concern(scene, TRACKS[Track.PERSON]))


@screen
def concern_to_follow_up(scene: Scene) -> None:
    _open_concern(scene, _concern(scene, tuple(ConcernStep)))


@screen
def concern_ready_to_close(scene: Scene) -> None:
    _open_concern(scene, _concern(scene, tuple(ConcernStep), is_right=True))


@screen
def concern_closed(scene: Scene) -> None:
    _open_concern(scene, _concern(scene, tuple(ConcernStep), is_right=True, closing=True))


@screen
def concern_refused(scene: Scene) -> None:
    """It can't be closed before everything is done."""
    _open_concern(scene, _concern(scene, TRACKS[Track.PERSON]))
    _press(scene.window, "Close the concern")


@screen
def concern_begun_on_a_project(scene: Scene) -> None:
    view = scene.open_project("Lobby mural")
    view.header.concern_action.trigger()
    settle()
    scene.type("The scaffold stood in front of the door on Friday evening")


@screen
def people_card_with_what_was_set_right(scene: Scene) -> None:
    _concern(scene, tuple(ConcernStep), is_right=True, closing=True)
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    overview = scene.window.people.card.overview
    _press(overview.set_right, "Show 1 concern that was set right")
    overview.reveal(overview.set_right)


@screen
def project_with_what_was_set_right(scene: Scene) -> None:
    _concern(scene, tuple(ConcernStep), is_right=True, closing=True)
    view = scene.open_project("Lobby mural")
    _press(view.overview.set_right, "Show 1 concern that was set right")
    view.areas[0].ensureWidgetVisible(view.overview.set_right)


@screen
def people_card_over_the_years(scene: Scene) -> None:
    """How it went with somebody who was asked on three projects."""
    _years_with_marta(scene)
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    overview = scene.window.people.card.overview
    settle()
    overview.reveal(overview.last_check_in)


@screen
def people_check_ins_over_the_years(scene: Scene) -> None:
    _years_with_marta(scene)
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.window.people.card.tabs.strip.setCurrentIndex(card_page.CHECK_INS_TAB)


def _sheet(scene: Scene, check_in_id: int) -> CheckInSheet:
    request = CheckInRequest(scene.project("Lobby mural"), check_in_id=check_in_id)
    scene.window.navigator.check_in_requested.emit(request)
    settle()
    return next(each for each in scene.window.findChildren(CheckInSheet) if each.isVisible())


@screen
def check_in_sheet_with_a_concern_to_come(scene: Scene) -> None:
    sheet = scene.open_check_in("Lobby mural")
    sheet.rows.rows[0].grade.button(B).click()


@screen
def check_in_sheet_corrected(scene: Scene) -> None:
    """What was below is not any more, and the concern is still there."""
    scene.open_project("Lobby mural")
    draft = scene.notebook.check_ins.sheet(scene.project("Lobby mural"), TODAY).draft
    below = replace(draft.lines[0], said_today="The first sketch was grey", grade=B)
    draft = replace(draft, lines=(below, *draft.lines[1:]))
    saved = scene.notebook.check_ins.save(draft, NOW)[0].new_id
    sheet = _sheet(scene, saved)
    sheet.rows.rows[0].grade.button(E).click()


@screen
def check_in_sheet_with_first_answers(scene: Scene) -> None:
    """What else was said at the start, below what is graded."""
    sheet = scene.open_check_in("Lobby mural")
    bar = sheet._area.verticalScrollBar()
    bar.setValue(bar.maximum())


@screen
def check_in_day(scene: Scene) -> None:
    """A planned check-in gets another day."""
    view = scene.open_project("Lobby mural")
    view.tabs.setCurrentIndex(project_view.CHECK_INS_TAB)
    settle()
    plans = scene.notebook.check_ins.plans.of_project(scene.project("Lobby mural"), TODAY)
    view.check_ins.planned.day_wanted.emit(plans[-1])


@screen
def project_check_in_laid_aside(scene: Scene) -> None:
    """One was begun, and another is left out."""
    check_ins, project_id = scene.notebook.check_ins, scene.project("Lobby mural")
    draft = check_ins.sheet(project_id, TODAY).draft
    check_ins.keep(replace(draft, more_words="A bench below it"), None)
    plan = next(each for each in check_ins.plans.of_project(project_id, TODAY) if each.is_open)
    check_ins.plans.leave_out(plan.id)
    scene.open_project("Lobby mural").tabs.setCurrentIndex(project_view.CHECK_INS_TAB)


@screen
def check_in_sheet_with_somebody_else(scene: Scene) -> None:
    """It was with somebody else, to whom its concern goes along; an answer was agreed anew before."""
    project_id, check_ins = scene.project("Lobby mural"), scene.notebook.check_ins
    said = Said(text="Guests stop and look up, by day too\nNo surprises on the bill")
    day, why = TODAY - timedelta(days=4), "The lobby opens at noon"
    anew = AmendmentDraft(Entry({"rave-review": said}), scene.person("Marta Lindqvist"), day, why)
    scene.notebook.amendments.amend(project_id, "rave-review", anew, TODAY)
    scene.open_project("Lobby mural")
    draft = check_ins.sheet(project_id, TODAY).draft
    draft = replace(draft, lines=(replace(draft.lines[0], grade=B), *draft.lines[1:]))
    sheet = _sheet(scene, check_ins.save(draft, NOW)[0].new_id)
    sheet.person.menu().actions()[1].trigger()
