"""The projects page: list, project, and what one does there."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.domain.checklist_edits import question_of
from notebook.domain.moments import Channel, Direction
from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.services.draft import Entry, Said
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.services.projects import ProjectOrder
from notebook.ui.dialogs.day_dialog import DayDialog
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.project_states import ProjectStateErrands
from notebook.ui.icons import Icons
from notebook.ui.models.projects_model import Listing
from notebook.ui.navigator import AmendRequest, Navigator, WizardRequest
from notebook.ui.notifier import Notifier
from notebook.ui.pages.project_view import AGREEMENT_TAB, OVERVIEW_TAB
from notebook.ui.pages.projects_page import ProjectsPage
from tests.services.project_samples import begin, finish, responsibility
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts
from tests.ui.wizards.wizard_driver import FixedClock

TODAY = date(2026, 11, 22)


class Seen:
    """A page over a notebook, with what it asked for."""

    def __init__(self, notebook: Notebook, icons: Icons, qtbot: QtBot) -> None:
        self.notebook, self._qtbot = notebook, qtbot
        self.prompts = ScriptedPrompts()
        self.corrected: list[int] = []
        self.told: list[Changes] = []
        self.asked: list[object] = []
        notifier, navigator = Notifier(), Navigator()
        for signal in (
            navigator.log_requested,
            navigator.wizard_requested,
            navigator.person_requested,
            navigator.close_requested,
            navigator.report_requested,
            navigator.amend_requested,
        ):
            signal.connect(self.asked.append)
        self.notifier, self._navigator = notifier, navigator
        self._window = QWidget()
        qtbot.addWidget(self._window)
        desk = Desk(notebook, notifier, navigator, FixedClock(), icons, self.prompts, self._window)
        ProjectStateErrands(desk)
        self.page = ProjectsPage(desk, self.corrected.append)
        notifier.changed.connect(self.told.append)
        notifier.changed.connect(self.page.reload)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self.page.show()

    def button(self, name: str) -> QPushButton:
        """Return the visible button of this name."""
        return next(
            button
            for button in self.page.findChildren(QPushButton)
            if button.accessibleName() == name and button.isVisible()
        )

    def button_names(self) -> set[str]:
        buttons = self.page.findChildren(QPushButton)
        return {button.accessibleName() for button in buttons if button.isVisible()}

    def undo(self) -> None:
        undone = self.notebook.upkeep.undo()
        assert undone is not None
        self.notifier.tell(undone)

    def words(self) -> set[str]:
        return {label.text() for label in self.page.findChildren(QLabel) if label.isVisible()}

    def wait_for(self, word: str) -> None:
        self._qtbot.waitUntil(lambda: word in self.words())


@pytest.fixture
def project_id(notebook: Notebook) -> int:
    return finish(notebook)


@pytest.fixture
def seen(notebook: Notebook, project_id: int, icons: Icons, qtbot: QtBot) -> Seen:
    assert project_id
    return Seen(notebook, icons, qtbot)


def test_the_first_project_is_open_with_everything_on_it(seen: Seen, project_id: int) -> None:
    assert seen.page.shown_id == project_id
    assert seen.words() >= {
        "Lobby mural",
        "Agreed 22 Nov",
        "What and when",
        "First coat",
        "agreed · By hand",
        "In 6 days",
        "“rather 5 December”",
        "Not agreed",
        "A rave review, in the words of Marta",
        "Guests look up",
        "leads for us",
        "introduced",
        "not yet introduced",
        "Key for the service door",
        "Wed",
        "Who answers for what on each side, also after delivery?",
    }
    assert seen.button("28 Nov. Move to another day: First coat").text() == "28 Nov"


def test_a_delivery_is_marked_by_mouse_and_taken_back_by_key(
    seen: Seen, project_id: int, qtbot: QtBot
) -> None:
    qtbot.mouseClick(seen.button("Mark as delivered: First coat"), Qt.MouseButton.LeftButton)
    assert seen.told[-1].label == "Delivered: First coat"
    seen.wait_for("By hand")
    back = seen.button("Not delivered yet: First coat")
    qtbot.waitUntil(lambda: back is seen.page.focusWidget())
    seen.button("delivered 22 Nov. Delivered on another day: First coat").click()
    (dialog,) = seen.page.findChildren(DayDialog)
    for day, trouble in (
        ("23 Nov 2026", "Choose a day that is not still to come."),
        ("20 Nov 2026", ""),
    ):
        dialog.day.field.selectAll()
        qtbot.keyClicks(dialog.day.field, day)
        qtbot.keyClick(dialog.day.field, Qt.Key.Key_Return)
        assert dialog.trouble.text() == trouble or not dialog.isVisible()
    deliverable = seen.notebook.projects.page(project_id).deliverables[0]
    assert deliverable.delivered_on == TODAY - timedelta(days=2)
    QApplication.processEvents()  # Qt shows new widgets a moment later
    back = seen.button("Not delivered yet: First coat")
    qtbot.keyClick(back, Qt.Key.Key_Space)
    deliverable = seen.notebook.projects.page(project_id).deliverables[0]
    assert deliverable.delivered_on is None


def test_the_state_menu_offers_what_may_follow(seen: Seen, project_id: int) -> None:
    menu = seen.page.view.header.state_menu
    offered = [action.text() for action in menu.actions()]
    assert offered == ["Exploring", "Under way", "Delivered", "Close…"]
    menu.actions()[1].trigger()

    assert seen.notebook.projects.page(project_id).state is ProjectState.UNDER_WAY
    assert seen.page.view.header.state_button.text() == "Under way"


def test_a_closed_project_stays_open_and_leaves_the_list(seen: Seen, project_id: int) -> None:
    seen.page.view.header.state_menu.actions()[-1].trigger()
    assert seen.asked == [project_id]  # how it ended, before it is closed
    outcome = OutcomeDraft(Ending.LOST, (Why.PRICE,), SaidBy.THEY, "A cheaper one")
    seen.notifier.tell(seen.notebook.outcomes.close(project_id, outcome, TODAY))
    assert seen.words() >= {"Lost", "22 Nov · Price · as Marta said", "A cheaper one"}
    assert seen.page.shown_id == project_id
    assert seen.page.list.heading.text() == "Live projects · 0"
    seen.page.list.order_chosen.emit(Listing.CLOSED_TOO)
    assert seen.page.list.heading.text() == "All projects · 1"
    assert seen.page.list.view.currentIndex().row() == 0


def test_a_closed_project_offers_nothing_that_it_would_refuse(seen: Seen, project_id: int) -> None:
    view = seen.page.view
    changing = (
        "Mark as introduced: ",
        "Ask: ",
        "Change: ",
        "Mark as delivered: ",
        "What we expect",
    )

    def offered() -> set[str]:
        names = set()
        for tab in (AGREEMENT_TAB, OVERVIEW_TAB):
            view.tabs.setCurrentIndex(tab)
            QApplication.processEvents()  # Qt shows new widgets a moment later
            names |= {name for name in seen.button_names() if name.startswith(changing)}
        return names

    assert len({name.split(":")[0] for name in offered()}) == len(changing)
    assert view.header.report_button.isVisible()
    outcome = OutcomeDraft(Ending.LOST)
    seen.notifier.tell(seen.notebook.outcomes.close(project_id, outcome, TODAY))
    seen.wait_for("Lost")
    assert offered() == set()
    assert not view.header.report_button.isVisible()
    assert not view.header.questions_button.isVisible()


def test_older_contacts_are_shown_when_they_are_wanted(seen: Seen, project_id: int) -> None:
    marta = seen.notebook.drafts.read(project_id).facts.person_id
    key = seen.notebook.projects.page(project_id).needs[0]
    seen.notebook.promises.keep(key.id, TODAY)
    promised = tuple(PromiseDraft(Side.OURS, f"Sketch {number}") for number in range(13))
    for number in range(8):
        channel = Channel.VISIT if number == 7 else Channel.CALL
        talk = MomentDraft(
            (marta,), channel, Direction.WE, TODAY - timedelta(days=number), text="Talk"
        )
        draft = replace(
            talk,
            text=f"Talk {number}",
            project_id=project_id,
            promises=() if number else promised,
        )
        changes = seen.notebook.moments.log(draft, datetime.combine(TODAY, time(12)))
    seen.notifier.tell(changes)
    seen.wait_for("Talk 4")
    assert "Talk 5" not in seen.words()
    more = seen.page.view.overview.moments.more_button
    assert more.text() == "Show 3 more"
    more.click()
    seen.wait_for("Talk 7")
    assert not more.isVisible()
    since = seen.page.view.overview.since
    assert since.title_label.text() == "Since the last meeting, 15 Nov"
    assert since.more_button.text() == "Show 3 more"
    since.more_button.click()
    QApplication.processEvents()  # Qt shows new widgets a moment later
    (lines,) = (word for word in seen.words() if "We promised: Sketch 0" in word)
    assert lines.endswith("We promised: Sketch 12 (22 Nov)\n7 contacts")


def test_a_project_leaves_with_its_person_and_comes_back(seen: Seen, project_id: int) -> None:
    marta = seen.notebook.drafts.read(project_id).facts.person_id
    seen.notifier.tell(seen.notebook.people.trash(marta))
    assert seen.page.shown_id is None
    assert "No projects yet" in seen.words()
    changes = seen.notebook.upkeep.undo()
    assert changes is not None
    seen.notifier.tell(changes)
    assert seen.page.shown_id == project_id


def test_a_state_that_was_overtaken_is_refused_in_words(seen: Seen, project_id: int) -> None:
    seen.notebook.outcomes.close(project_id, OutcomeDraft(Ending.LOST), TODAY)
    seen.notebook.projects.set_state(project_id, ProjectState.UNDER_WAY)
    seen.page.view.header.state_menu.actions()[0].trigger()
    assert seen.prompts.problems == [
        (
            "This can’t be done",
            "Lobby mural is “Under way” and can’t become “Exploring” from there.",
        )
    ]


def test_report_opens_the_draft_of_a_report(seen: Seen, project_id: int) -> None:
    seen.page.view.header.report_button.click()
    assert seen.asked == [project_id]


def test_an_open_question_leads_to_the_wizard(seen: Seen, project_id: int) -> None:
    seen.button("Ask: Who answers for what on each side, also after delivery?").click()
    seen.page.view.tabs.setCurrentIndex(1)
    seen.wait_for("Who answers for what on each side, also after delivery?")
    seen.button("Ask: Who answers for what on each side, also after delivery?").click()
    request = WizardRequest(project_id=project_id, question_key="responsibilities")
    assert seen.asked == [request, request]


def test_a_name_leads_to_the_card(seen: Seen, project_id: int) -> None:
    marta = seen.notebook.projects.page(project_id).person_id
    seen.button("Marta Lindqvist").click()
    assert seen.asked == [marta]


def test_a_need_that_came_is_kept(seen: Seen, project_id: int) -> None:
    seen.button("Kept: Key for the service door").click()
    assert seen.told[-1].label == "Kept: Key for the service door"
    seen.wait_for("kept")


def test_a_draft_goes_on_with_its_questions(notebook: Notebook, icons: Icons, qtbot: QtBot) -> None:
    project_id = begin(notebook)
    seen = Seen(notebook, icons, qtbot)
    assert "0 of 11 questions are answered. Nobody is reminded of anything yet." in seen.words()
    assert not seen.page.view.header.report_button.isVisible()
    seen.button("Continue the questions").click()
    menu = seen.page.view.header.state_menu
    assert [action.text() for action in menu.actions()] == [
        "Exploring",
        "Close…",
        "Agreed: finish the questions…",
    ]
    menu.actions()[-1].trigger()
    assert seen.asked == [WizardRequest(project_id=project_id)] * 2


def test_without_projects_the_page_offers_the_first(
    notebook: Notebook, icons: Icons, qtbot: QtBot
) -> None:
    seen = Seen(notebook, icons, qtbot)
    seen.button("New project").click()
    assert seen.asked == [WizardRequest()]
    begin(notebook)
    seen.page.reload(Changes("", {"project": frozenset({1})}))
    assert seen.page.view.header.name.text() == "Lobby mural"


def test_a_project_in_the_trash_makes_room_for_the_next(
    notebook: Notebook, icons: Icons, qtbot: QtBot
) -> None:
    begin(notebook, "Second", "Ana")
    finish(notebook)
    seen = Seen(notebook, icons, qtbot)
    seen.page.view.header.trash_action.trigger()
    assert seen.page.view.header.name.text() == "Second"
    seen.page.view.header.trash_action.trigger()
    assert "No projects yet" in seen.words()


def test_the_list_is_searched_and_walked_by_keys(
    notebook: Notebook, icons: Icons, qtbot: QtBot
) -> None:
    for name in ("Shop window", "Bakery front", "Lobby mural"):
        begin(notebook, name, f"{name} person")
    seen = Seen(notebook, icons, qtbot)
    search = seen.page.list.search
    qtbot.keyClicks(search, "bak")
    assert seen.page.list.heading.text() == "1 found"
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert seen.page.view.header.name.text() == "Bakery front"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    seen.page.list.order_chosen.emit(Listing.BY_NAME)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert seen.page.view.header.name.text() == "Lobby mural"


def test_a_row_says_everything_to_a_screen_reader(seen: Seen) -> None:
    index = seen.page.model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Lobby mural, Marta Lindqvist, Agreed, Sat"


def test_the_model_reads_only_the_window_that_is_shown(notebook: Notebook, seen: Seen) -> None:
    facts = notebook.drafts.read(seen.page.shown_id or 0).facts
    with notebook.file.change("Many"):
        for number in range(200):
            notebook.drafts.begin(replace(facts, name=f"Project {number:03}"))
    seen.page.projects.set_listing(Listing.BY_NAME)
    assert seen.page.model.rowCount() == 201
    line = seen.page.model.line(150)
    assert line is not None
    assert line.name == "Project 149"
    assert len(seen.page.model._windows) == 1
    assert seen.page.model.row_of(line.id) == 150
    assert notebook.projects.window(ProjectOrder.NAME, 150, 1)[0].id == line.id


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_show_letter_for_letter(
    notebook: Notebook, icons: Icons, qtbot: QtBot, name: str
) -> None:
    begin(notebook, name, name)
    seen = Seen(notebook, icons, qtbot)
    assert seen.page.grab().width() > 0
    assert seen.page.view.header.name.text() == name
    for label in seen.page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert seen.page.view.header.person.accessibleName() == name


def test_every_field_and_button_has_a_name(seen: Seen) -> None:
    nameless = [
        widget
        for widget in seen.page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_what_we_expect_is_written_down_after_the_agreement_too(
    seen: Seen, project_id: int, qtbot: QtBot
) -> None:
    words = "Write down our fee, who decides, access …"
    qtbot.mouseClick(seen.button(f"What we expect: {words}"), Qt.MouseButton.LeftButton)
    assert seen.asked == [AmendRequest(project_id, "we-expect")]
    line = responsibility(seen.notebook)
    later = Entry({"responsibilities": Said()}, responsibilities=(line,))
    seen.notifier.tell(seen.notebook.drafts.save(project_id, later, 5, TODAY))
    seen.wait_for("Signs off each wall")
    assert {"Who answers for what", "for Marta", "Marta"} <= seen.words()


def test_somebody_is_introduced_by_one_key_and_back(
    seen: Seen, project_id: int, qtbot: QtBot
) -> None:
    def introduced() -> list[bool]:
        people = seen.notebook.projects.page(project_id).people
        return [each.introduced for each in people if each.name == "Tom Berg"]

    qtbot.mouseClick(seen.button("Mark as introduced: Tom Berg"), Qt.MouseButton.LeftButton)
    assert seen.told[-1].label == "Introduced Tom Berg for Lobby mural"
    assert introduced() == [True]
    qtbot.waitUntil(lambda: "Not introduced yet: Tom Berg" in seen.button_names())
    back = seen.button("Not introduced yet: Tom Berg")
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert introduced() == [False]
    seen.notebook.upkeep.undo()
    assert introduced() == [True]


def add_questions(seen: Seen, *texts: str) -> list[str]:
    """Add questions to the checklist, as its editor does, and let the window know."""
    keys = []
    for text in texts:
        editing = seen.notebook.checklist_editing
        _, key = editing.add_question("any-project", "past-experience", 1)
        question = question_of(seen.notebook.checklists.read("any-project"), key)
        seen.notifier.tell(editing.save_question("any-project", replace(question, text=text)))
        keys.append(key)
    return keys


def test_a_running_project_is_offered_a_new_question_and_asks_it(
    seen: Seen, project_id: int, qtbot: QtBot
) -> None:
    assert not seen.page.view.overview.left_open.isHidden()
    (key,) = add_questions(seen, "Who feeds the cat of {name}?")
    words = "One question was added to this checklist since."
    seen.wait_for(words)
    assert "Who feeds the cat of Marta?" in seen.words()
    take_over = seen.button(f"{words} Ask it too")
    assert take_over.text() == "Ask it too"
    qtbot.mouseClick(take_over, Qt.MouseButton.LeftButton)

    assert seen.told[-1].label == "Took over new questions for Lobby mural"
    assert seen.asked == [WizardRequest(project_id=project_id, question_key=key)]
    assert words not in seen.words()
    assert key in [each.key for each in seen.notebook.projects.page(project_id).left_open]
    qtbot.waitUntil(lambda: "Ask: Who feeds the cat of Marta?" in seen.button_names())
    soon = date(2026, 11, 25)
    asked = [line.question_key for line in seen.notebook.reminders.due(soon).lines]
    assert key in asked

    seen.undo()
    seen.wait_for(words)


def test_the_offer_stands_alone_where_nothing_was_left_open_and_goes_away_on_wish(
    seen: Seen, project_id: int, qtbot: QtBot
) -> None:
    later = Entry({"responsibilities": Said()}, responsibilities=(responsibility(seen.notebook),))
    seen.notifier.tell(seen.notebook.drafts.save(project_id, later, 5, TODAY))
    panel = seen.page.view.overview.left_open
    assert panel.isHidden()
    add_questions(seen, "Who feeds the cat?", "Who waters the plants?")
    words = "2 questions were added to this checklist since."
    seen.wait_for(words)
    qtbot.mouseClick(seen.button(f"{words} Not here"), Qt.MouseButton.LeftButton)

    assert seen.told[-1].label == "No new questions for Lobby mural"
    assert panel.isHidden()
    seen.undo()
    assert not panel.isHidden()


def test_a_closed_project_is_offered_no_questions(seen: Seen, project_id: int) -> None:
    add_questions(seen, "Who feeds the cat?")
    seen.wait_for("One question was added to this checklist since.")
    closed = seen.notebook.outcomes.close(project_id, OutcomeDraft(Ending.LOST), TODAY)
    seen.notifier.tell(closed)
    assert "One question was added to this checklist since." not in seen.words()
