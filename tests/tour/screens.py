"""The screens of the tour, one function each: it brings the window there, the tour takes the picture.

A new screen is a new function with `@screen`; its name becomes the name of the file.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt

from notebook.domain.check_ins import Grade
from notebook.domain.moments import Channel, Direction
from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.domain.value_ideas import Effort
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import Entry, ProjectFacts, Said
from notebook.services.moments import MomentDraft
from notebook.services.outcomes import OutcomeDraft
from notebook.services.promise_ledger import LedgerQuestion, Standing
from notebook.ui.card import card_page
from notebook.ui.dialogs.history_dialog import HistoryDialog
from notebook.ui.dialogs.search_palette import SearchPalette
from notebook.ui.navigator import AmendRequest, LogRequest, WizardRequest
from notebook.ui.pages import project_view
from notebook.ui.promises.promises_page import PromisesPage
from tests.services.project_samples import open_concerns
from tests.tour.scene import TODAY, Scene, settle

Walk = Callable[[Scene], None]


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its name, how to get there, and whether the notebook is empty for it."""

    name: str
    walk: Walk
    is_empty: bool = False


SCREENS: list[Screen] = []


def screen(walk: Walk) -> Walk:
    """Add a screen of the sample notebook to the tour."""
    SCREENS.append(Screen(walk.__name__.replace("_", "-"), walk))
    return walk


def screen_of_empty_notebook(walk: Walk) -> Walk:
    """Add a screen of a notebook without people to the tour."""
    SCREENS.append(Screen(walk.__name__.replace("_", "-"), walk, is_empty=True))
    return walk


@screen_of_empty_notebook
def first_start(_scene: Scene) -> None:
    """What a new user sees."""


@screen
def people(scene: Scene) -> None:
    """The people by last contact, with Marta's card, as in the picture of the design."""
    _by_name, by_last_contact = scene.window.people.list.order_button.menu().actions()
    by_last_contact.trigger()
    scene.window.people.show_person(scene.person("Marta Lindqvist"))


@screen
def people_card_of_somebody_new(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Rosa Valdés"))


@screen
def people_card_at_risk(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marcus Okafor"))


@screen
def people_card_right_to_left(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("ليلى الحداد"))


@screen
def people_search(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F)
    scene.type("bak")


@screen
def people_search_finds_nobody(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F)
    scene.type("xyzzy")


@screen
def search(scene: Scene) -> None:
    """Before anything is typed: whom one was in touch with, and the commands."""
    scene.press(Qt.Key.Key_K)


@screen
def search_finds_everything(scene: Scene) -> None:
    scene.press(Qt.Key.Key_K)
    scene.type("wall")


@screen
def search_forgives_a_slip(scene: Scene) -> None:
    scene.press(Qt.Key.Key_K)
    scene.type("lindquist")


@screen
def search_with_operators(scene: Scene) -> None:
    scene.press(Qt.Key.Key_K)
    scene.type("lobby OR wine -scaffold")


@screen
def search_finds_nothing(scene: Scene) -> None:
    scene.press(Qt.Key.Key_K)
    scene.type("Xenia Zyx")


@screen
def search_right_to_left(scene: Scene) -> None:
    scene.press(Qt.Key.Key_K)
    scene.window.findChildren(SearchPalette)[-1].field.setText("ليلى")


@screen
def search_opens_a_moment(scene: Scene) -> None:
    """Enter goes to the place: the contact in its timeline."""
    scene.press(Qt.Key.Key_K)
    scene.type("worried noise")
    scene.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    scene.window.activateWindow()


@screen
def person_editor(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.press(Qt.Key.Key_E)


@screen
def person_editor_of_somebody_new(scene: Scene) -> None:
    scene.press(Qt.Key.Key_N)


@screen
def log_sheet(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.press(Qt.Key.Key_L)
    scene.type("Asked how the first coat looks by daylight")


@screen
def log_sheet_for_nobody_yet(scene: Scene) -> None:
    scene.window.navigator.log_requested.emit(LogRequest())
    settle()


@screen
def after_logging(scene: Scene) -> None:
    """The quiet line at the foot, with undo."""
    scene.window.people.show_person(scene.person("Hana Cohen"))
    scene.press(Qt.Key.Key_L)
    scene.type("Asked about the long table")
    scene.press(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    scene.window.activateWindow()  # as a desktop does when a dialog closes


@screen
def menu(scene: Scene) -> None:
    scene.window.rail.menu_button.showMenu()


@screen
def keys(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)


@screen
def reminders_by_keyboard(scene: Scene) -> None:
    """The cursor in the panel, with the icons of the line under it."""
    scene.press(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    scene.press(Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)


@screen
def reminders_several(scene: Scene) -> None:
    """Several lines chosen, with what can be done with them below the list."""
    scene.press(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    for _ in range(5):
        scene.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


@screen
def reminders_put_off(scene: Scene) -> None:
    scene.press(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    scene.press(Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier)


@screen
def reminder_dialog(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Hana Cohen"))
    scene.press(Qt.Key.Key_R)
    scene.type("Ask Hana about the long table next Tuesday 10:00")


@screen
def reminder_dialog_that_repeats(scene: Scene) -> None:
    """All that a rule can need, from one typed line."""
    scene.press(Qt.Key.Key_R)
    scene.type("Invoices for Marta every first Monday at 9 until 1 July 2027")


@screen
def reminder_dialog_of_every_week(scene: Scene) -> None:
    """One word of the line is not understood, and that is said."""
    scene.press(Qt.Key.Key_R)
    scene.type("Clean the brushes every Monday and Thursday until Easter")


@screen
def brief(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.press(Qt.Key.Key_B)


@screen
def brief_of_a_meeting_with_three(scene: Scene) -> None:
    people = tuple(map(scene.person, ("Marta Lindqvist", "Marcus Okafor", "Hana Cohen")))
    plan = MomentDraft(
        people, Channel.MEETING, Direction.WE, TODAY + timedelta(days=1), time(10),
        place="Hotel Lindqvist, lobby", agenda="Who does what at the opening",
    )  # fmt: skip
    now = datetime.combine(TODAY, time(12))
    moment = scene.notebook.moments.plan(plan, now).new_id
    scene.window.navigator.meeting_brief_requested.emit(moment)


@screen
def brief_of_a_bare_name(scene: Scene) -> None:
    changes = scene.notebook.people.add("Zoe Young", scene.window.desk.clock.today())
    scene.window.navigator.brief_requested.emit(changes.new_id)
    settle()


@screen
def project(scene: Scene) -> None:
    """A project under way, as in the picture of the design."""
    scene.open_project("Lobby mural")


@screen
def project_late(scene: Scene) -> None:
    scene.open_project("Bakery front")


@screen
def project_draft(scene: Scene) -> None:
    scene.open_project("Menu boards")


@screen
def project_delivered(scene: Scene) -> None:
    scene.open_project("Waiting room")


@screen
def project_agreement(scene: Scene) -> None:
    scene.open_project("Lobby mural").tabs.setCurrentIndex(1)
    settle()


@screen_of_empty_notebook
def no_projects(scene: Scene) -> None:
    scene.window.areas.go_to("projects")
    settle()


@screen
def wizard_new_project(scene: Scene) -> None:
    scene.press(
        Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    scene.type("Garden wall")


@screen
def wizard_project(scene: Scene) -> None:
    scene.open_wizard("Menu boards").go_to(0)
    settle()


@screen
def wizard_past_experience(scene: Scene) -> None:
    scene.open_wizard("Menu boards").ask("pleased")
    settle()


@screen
def wizard_rave_review(scene: Scene) -> None:
    scene.open_wizard("Menu boards").ask("rave-review")
    settle()


@screen
def wizard_staying_in_touch(scene: Scene) -> None:
    """As in the picture of the design."""
    scene.open_wizard("Menu boards").ask("rhythm")
    settle()


@screen
def wizard_what_and_when(scene: Scene) -> None:
    scene.open_wizard("Menu boards").ask("deliverables")
    settle()


@screen
def wizard_who_does_what(scene: Scene) -> None:
    scene.open_wizard("Menu boards").ask("explained")
    settle()


@screen
def wizard_who_answers(scene: Scene) -> None:
    """Who answers for what, agreed anew."""
    scene.open_project("Bakery front")
    request = AmendRequest(scene.project("Bakery front"), "responsibilities")
    scene.window.navigator.amend_requested.emit(request)
    settle()


@screen
def wizard_the_people(scene: Scene) -> None:
    scene.open_wizard("Menu boards").ask("people")
    settle()


@screen
def wizard_agreement(scene: Scene) -> None:
    wizard = scene.open_wizard("Menu boards")
    wizard.go_to(len(wizard.pages) - 1)
    settle()


@screen
def wizard_finished(scene: Scene) -> None:
    wizard = scene.open_wizard("Menu boards")
    wizard.go_to(len(wizard.pages) - 1)
    wizard.frame.footer.next.click()
    settle()


@screen
def wizard_question_left_open(scene: Scene) -> None:
    """After the agreement the wizard asks only what was left open."""
    scene.open_wizard("Lobby mural")


def _edited(scene: Scene, key: str, downs: int = 0) -> None:
    """Open a checklist and go down so many rows in its outline."""
    scene.window.navigator.checklists_requested.emit(key)
    settle()
    for _ in range(downs):
        scene.press(Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)


@screen
def checklists(scene: Scene) -> None:
    scene.notebook.checklists.copy("craft-commission")
    scene.notebook.checklist_editing.rename("any-project", "All our work")
    scene.window.navigator.checklists_requested.emit("")


@screen
def checklist(scene: Scene) -> None:
    """The name of a checklist, and how the whole of it reads."""
    _edited(scene, "restaurant-event")


@screen
def checklist_step(scene: Scene) -> None:
    _edited(scene, "restaurant-event", 4)


@screen
def checklist_question(scene: Scene) -> None:
    _edited(scene, "craft-commission", 19)


@screen
def checklist_question_removed(scene: Scene) -> None:
    """What follows when nobody asks for the rhythm any more."""
    _edited(scene, "any-project", 7)
    scene.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)


@screen
def wizard_of_an_event(scene: Scene) -> None:
    """Choices, and a day, as the checklist for restaurants asks for them."""
    facts = ProjectFacts("Silver wedding", scene.person("Marta Lindqvist"), "restaurant-event")
    project_id = scene.notebook.drafts.begin(facts).new_id
    scene.window.navigator.wizard_requested.emit(WizardRequest(project_id, None, "food"))
    settle()


@screen
def wizard_new_questions(scene: Scene) -> None:
    """Questions were added to the checklist of a draft."""
    scene.notebook.checklist_editing.add_question("any-project", "people", 1)
    scene.open_wizard("Menu boards").go_to(0)
    settle()


@screen
def check_in_sheet(scene: Scene) -> None:
    """A check-in as in the picture of the design, half filled in."""
    sheet = scene.open_check_in("Lobby mural")
    said = ("The sketches already do that", "", "Two weeks were quiet in October")
    grades = (Grade.ABOVE, None, Grade.BELOW, Grade.AS_EXPECTED, Grade.AS_EXPECTED)
    for row, words in zip(sheet.rows.rows, (*said, "", "Fine since November"), strict=False):
        row.said.setPlainText(words)
    for row, grade in zip(sheet.rows.rows, grades, strict=False):
        row.grade.set_value(grade)
    sheet.ours.set_value(Grade.AS_EXPECTED)
    sheet.rows.changed.emit()


@screen
def check_in_sheet_with_nothing_agreed(scene: Scene) -> None:
    """A project of which little is known."""
    sheet = scene.open_check_in("Reading corner")
    sheet.save_button.click()


@screen
def concern(scene: Scene) -> None:
    """The open concern of the bakery, on its two tracks."""
    concern_id = open_concerns(scene.notebook, project_id=scene.project("Bakery front"))[0].id
    scene.open_project("Bakery front")
    scene.window.navigator.concern_requested.emit(concern_id)
    settle()


@screen
def concern_begun(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.window.navigator.new_concern_requested.emit(scene.person("Marta Lindqvist"), None)
    settle()
    scene.type("The scaffold stood in front of the door on Friday evening")


@screen
def project_with_a_concern(scene: Scene) -> None:
    scene.open_project("Bakery front")


@screen
def project_check_ins(scene: Scene) -> None:
    """Planned and past check-ins, and whether it gets better."""
    scene.open_project("Waiting room").tabs.setCurrentIndex(project_view.CHECK_INS_TAB)
    settle()


@screen
def people_check_ins(scene: Scene) -> None:
    """All check-ins with a person, over all projects."""
    scene.window.people.show_person(scene.person("Marcus Okafor"))
    scene.window.people.card.tabs.strip.setCurrentIndex(card_page.CHECK_INS_TAB)
    settle()


@screen
def move_delivery(scene: Scene) -> None:
    view = scene.open_project("Lobby mural")
    scene.window.navigator.move_requested.emit(view.page.deliverables[1].id if view.page else 0)
    settle()


@screen
def promises(scene: Scene) -> None:
    """What is owed both ways, of all people."""
    scene.window.areas.go_to("promises")
    settle()


@screen
def promises_closed(scene: Scene) -> None:
    """What became of them: moved, owned up to, not kept."""
    scene.window.areas.go_to("promises")
    page = scene.window.areas.page("promises")
    assert isinstance(page, PromisesPage)
    page.ledger.standing.button(Standing.CLOSED).click()
    settle()


@screen
def promises_selected(scene: Scene) -> None:
    """Several at once."""
    scene.window.areas.go_to("promises")
    page = scene.window.areas.page("promises")
    assert isinstance(page, PromisesPage)
    page.ledger.list.setFocus()
    page.ledger.list.selectAll()
    settle()


@screen_of_empty_notebook
def no_promises(scene: Scene) -> None:
    scene.window.areas.go_to("promises")
    settle()


@screen
def people_promises(scene: Scene) -> None:
    """All promises with one person."""
    scene.window.people.show_person(scene.person("Marcus Okafor"))
    scene.window.people.card.tabs.strip.setCurrentIndex(card_page.PROMISES_TAB)
    settle()


@screen
def project_promises(scene: Scene) -> None:
    scene.open_project("Lobby mural").tabs.setCurrentIndex(project_view.PROMISES_TAB)
    settle()


@screen
def promise_moved(scene: Scene) -> None:
    """Another day for a promise, said before it is due."""
    asked = LedgerQuestion()
    (line, *_) = scene.notebook.promise_ledger.window(asked, 0, 1, scene.window.desk.clock.today())
    scene.window.navigator.promise_move_requested.emit([line.id])
    settle()


@screen
def promise_not_kept(scene: Scene) -> None:
    asked = LedgerQuestion()
    (line, *_) = scene.notebook.promise_ledger.window(asked, 0, 1, scene.window.desk.clock.today())
    scene.window.navigator.promise_given_up.emit([line.id])
    settle()


@screen
def project_closing(scene: Scene) -> None:
    """How it ended, and what becomes of all that is still open."""
    page = scene.open_project("Lobby mural").page
    assert page is not None
    scene.window.navigator.close_requested.emit(page.id)
    settle()


@screen
def project_closed(scene: Scene) -> None:
    view = scene.open_project("Waiting room")
    assert view.page is not None
    draft = OutcomeDraft(
        Ending.DELIVERED,
        (Why.RELATIONSHIP, Why.FIT),
        SaidBy.THEY,
        "You came when you said you would, and the children stopped being afraid of the room.",
        tuple(moment.id for moment in view.page.recent_moments[:2]),
    )
    today = scene.window.desk.clock.today()
    scene.window.notifier.tell(scene.notebook.outcomes.close(view.page.id, draft, today))
    settle()


def _amended(scene: Scene) -> int:
    """Change what was agreed on the lobby, and return the project."""
    view = scene.open_project("Lobby mural")
    assert view.page is not None
    today = scene.window.desk.clock.today()
    draft = AmendmentDraft(
        Entry({"rhythm": Said("every-two-weeks")}), view.page.person_id, today, "quiet weeks"
    )
    scene.window.notifier.tell(
        scene.notebook.amendments.amend(view.page.id, "rhythm", draft, today)
    )
    return view.page.id


@screen
def project_agreement_amended(scene: Scene) -> None:
    """What stood there before stays in sight."""
    _amended(scene)
    scene.open_project("Lobby mural").tabs.setCurrentIndex(project_view.AGREEMENT_TAB)
    settle()


@screen
def project_amending(scene: Scene) -> None:
    request = AmendRequest(_amended(scene), "deliverables")
    scene.window.navigator.amend_requested.emit(request)
    settle()


@screen
def progress_report(scene: Scene) -> None:
    """Drafted from what happened since the last one."""
    page = scene.open_project("Lobby mural").page
    assert page is not None
    scene.window.navigator.report_requested.emit(page.id)
    settle()


@screen
def project_below(scene: Scene) -> None:
    """The rest of the overview: since the last meeting, reports, ideas."""
    view = scene.open_project("Lobby mural")
    page, today = view.page, scene.window.desk.clock.today()
    assert page is not None
    notebook, tell = scene.notebook, scene.window.notifier.tell
    ideas = notebook.value_ideas
    tell(ideas.add(page.person_id, "A card with the names of the colours", Effort.SMALL, page.id))
    ladder = ideas.add(page.person_id, "Lend the long ladder for the lamps", Effort.SMALL, page.id)
    tell(ideas.thanked(ladder.new_id, today))
    report = notebook.progress_reports.draft(page.id, today)
    now = scene.window.desk.clock.now()
    tell(notebook.progress_reports.sent(report, report.text, report.channel, now))
    settle()
    bar = view.areas[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()


@screen
def wizard_refers_on(scene: Scene) -> None:
    """Somebody else suits better."""
    wizard = scene.open_wizard("Menu boards")
    wizard.go_to(len(wizard.pages) - 1)
    wizard.agreement_step.gate.is_ours.button(key=False).click()
    settle()


@screen
def settings_of_papers(scene: Scene) -> None:
    scene.window.areas.go_to("settings")
    settle()


@screen
def promise_new(scene: Scene) -> None:
    scene.window.navigator.promise_requested.emit(scene.person("Marta Lindqvist"), None)
    settle()


@screen
def warmth_and_why(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marcus Okafor"))
    scene.window.people.card.header.warmth.click()


@screen
def history_of_a_person(scene: Scene) -> None:
    marta = scene.person("Marta Lindqvist")
    draft = scene.notebook.people.draft(marta)
    changed = replace(draft, nickname="Märta", note="", rhythm_days=21, details=draft.details[1:])
    scene.window.notifier.tell(scene.notebook.people.save(marta, changed, TODAY))
    scene.window.people.show_person(marta)
    scene.window.people.card.header.history_action.trigger()
    dialog = next(each for each in scene.window.findChildren(HistoryDialog))
    dialog.list.setCurrentRow(1)


@screen
def erase_a_person(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marcus Okafor"))
    scene.window.people.card.header.erase_action.trigger()
