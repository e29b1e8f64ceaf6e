"""Referrals through the window: written down, thanked for, asked after, looked at as a picture."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.referrals import Outcome, Way
from notebook.domain.reminders import Source
from notebook.services.notebook import Notebook
from notebook.services.referral_picture import Pictured
from notebook.services.referrals import ReferralDraft
from notebook.ui.card.referrals import Referrals
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.helping.referral_dialog import ReferralDialog, Story
from notebook.ui.helping.sent_dialog import SentDialog
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.ui.helping.help import button, dialog_of, nameless, words_on
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton
DAY = timedelta(days=1)
SAVED = "SELECT way, other_name, why, referred_on, outcome FROM referral"


@pytest.fixture
def ana(window: MainWindow, notebook: Notebook, today: date) -> int:
    """Return Ana, whose card is open; Samuel is in the notebook too."""
    window.notifier.tell(notebook.people.add("Samuel Reyes", today))
    added = notebook.people.add("Ana Pereira", today)
    window.notifier.tell(added)
    window.people.show_person(added.new_id)
    return added.new_id


@pytest.fixture
def samuel(notebook: Notebook, ana: int, today: date) -> int:
    return notebook.people_list.search("Samuel", today)[0].id


def send(window: MainWindow, today: date, person: int, other: int, way: Way = Way.TO_US) -> int:
    draft = ReferralDraft(way, person, today - DAY, other)
    made = window.notebook.referrals.save(None, draft, today)
    window.notifier.tell(made)
    return made.new_id


def panel(window: MainWindow) -> Referrals:
    QApplication.processEvents()
    return next(each for each in window.findChildren(Referrals) if each.isVisible())


def test_who_sent_somebody_is_chosen_and_stands_on_both_cards(
    window: MainWindow, ana: int, samuel: int, notebook_path: Path, qtbot: QtBot
) -> None:
    window.people.card.header.referral_action.trigger()
    dialog = dialog_of(window, ReferralDialog)
    assert nameless(dialog) == []
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "Who was it" in words_on(dialog.banner)[0]
    qtbot.keyClicks(dialog.other.field, "samu")
    qtbot.keyClick(dialog.other.field, Qt.Key.Key_Return)
    assert not dialog.name.isVisible()
    qtbot.keyClicks(dialog.why, "The library wall")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert rows_in(notebook_path, SAVED) == [
        ("to-us", "Samuel Reyes", "The library wall", "2026-11-22", "open")
    ]
    shown = words_on(panel(window))
    assert {"Sent to us by", "Samuel Reyes", "22 Nov · The library wall"} <= set(shown)
    qtbot.mouseClick(button(panel(window), "Samuel Reyes"), LEFT)
    assert window.people.person_id == samuel
    shown = words_on(panel(window))
    assert {"Samuel sent us 1 person; no project yet", "Sent us", "Ana Pereira"} <= set(shown)
    qtbot.mouseClick(button(panel(window), "Thanked: Ana Pereira"), LEFT)
    assert "22 Nov · The library wall · thanked 22 Nov" in words_on(panel(window))
    assert rows_in(notebook_path, "SELECT we_thanked_on FROM referral") == [("2026-11-22",)]


def test_whom_somebody_sent_us_is_written_from_their_own_card(
    window: MainWindow, ana: int, notebook_path: Path, qtbot: QtBot
) -> None:
    window.people.card.header.referral_action.trigger()
    dialog = dialog_of(window, ReferralDialog)
    qtbot.mouseClick(dialog.story.button(Story.SENT_US), LEFT)
    assert not dialog.name.isVisible()
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "Who was sent to us" in words_on(dialog.banner)[0]
    qtbot.keyClicks(dialog.other.field, "Samuel")
    qtbot.keyClick(dialog.other.field, Qt.Key.Key_Return)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert {"Sent us", "Samuel Reyes"} <= set(words_on(panel(window)))
    found = rows_in(notebook_path, "SELECT way, other_id FROM referral")
    assert found == [("to-us", ana)]


def test_the_fit_check_asks_to_whom_and_a_bare_name_is_enough(
    window: MainWindow, ana: int, notebook_path: Path, qtbot: QtBot
) -> None:
    window.navigator.referral_requested.emit(ana)
    dialog = dialog_of(window, ReferralDialog)
    assert dialog.story.value() is Story.SENT_ON
    assert dialog.outcome.isVisible()
    assert not dialog.we_thanked.isVisible()
    qtbot.keyClicks(dialog.name, "A joiner in Bath")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert rows_in(notebook_path, SAVED) == [
        ("by-us", "A joiner in Bath", "", "2026-11-22", "open")
    ]
    assert {"Sent on to", "A joiner in Bath"} <= set(words_on(panel(window)))
    qtbot.mouseClick(button(panel(window), "It worked out: A joiner in Bath"), LEFT)
    assert "22 Nov · it worked out" in words_on(panel(window))
    qtbot.mouseClick(button(panel(window), "They thanked us: A joiner in Bath"), LEFT)
    assert "22 Nov · it worked out · they thanked us 22 Nov" in words_on(panel(window))


def test_a_referral_is_changed_and_deleted_in_its_dialog(
    window: MainWindow, notebook: Notebook, ana: int, samuel: int, today: date, qtbot: QtBot
) -> None:
    referral = send(window, today, ana, samuel)
    qtbot.mouseClick(button(panel(window), "Change: Samuel Reyes"), LEFT)
    dialog = dialog_of(window, ReferralDialog)
    assert [each.name for each in dialog.other.chosen()] == ["Samuel Reyes"]
    qtbot.keyClicks(dialog.note, "At the fair")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert notebook.referrals.draft(referral).note == "At the fair"
    window.notifier.tell(notebook.people.trash(samuel))
    qtbot.mouseClick(button(panel(window), "Change: Samuel Reyes"), LEFT)
    dialog = dialog_of(window, ReferralDialog)
    assert dialog.name.text() == "Samuel Reyes"
    qtbot.keyClicks(dialog.why, "The wall")
    qtbot.mouseClick(dialog.save_button, LEFT)
    window.notifier.tell(notebook.upkeep.restore("person", samuel))
    assert [line.why for line in notebook.cards.card(samuel, today).referrals] == ["The wall"]
    qtbot.mouseClick(button(panel(window), "Change: Samuel Reyes"), LEFT)
    qtbot.mouseClick(dialog_of(window, ReferralDialog).trash_button, LEFT)
    assert [line.kind for line in notebook.upkeep.trash()] == ["referral"]
    assert not [each for each in window.findChildren(Referrals) if each.isVisible()]


def test_the_reminder_to_thank_is_done_and_the_one_to_ask_opens_the_dialog(
    window: MainWindow, notebook: Notebook, ana: int, samuel: int, today: date, qtbot: QtBot
) -> None:
    thanks = send(window, today, ana, samuel)
    sent_on = send(window, today, ana, samuel, Way.BY_US)
    lines = {line.source: line for line in window.panel.due.lines}
    window.panel._on_acted((lines[Source.REFERRAL_THANKS],), Part.DONE)
    assert notebook.referrals.draft(thanks).we_thanked_on == today
    window.panel._on_acted((lines[Source.REFERRAL_FOLLOW_UP],), Part.DONE)
    dialog = dialog_of(window, ReferralDialog)
    assert dialog.outcome.isVisible()
    qtbot.mouseClick(dialog.outcome.button(Outcome.NO), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert notebook.referrals.draft(sent_on).outcome is Outcome.NO
    assert Source.REFERRAL_FOLLOW_UP not in {line.source for line in window.panel.due.lines}


def picture(window: MainWindow, person_id: int | None = None) -> SentDialog:
    window.navigator.referral_picture_requested.emit(person_id)
    return dialog_of(window, SentDialog)


def current(dialog: SentDialog) -> Pictured:
    assert dialog.canvas.current is not None
    return dialog.canvas.current


def test_the_picture_is_walked_by_keys_and_leads_to_the_cards(
    window: MainWindow, notebook: Notebook, ana: int, samuel: int, today: date, qtbot: QtBot
) -> None:
    ben = notebook.people.add("Ben Ode", today).new_id
    send(window, today, ana, samuel)
    send(window, today, ben, samuel)
    qtbot.mouseClick(panel(window).picture_button, LEFT)
    dialog = dialog_of(window, SentDialog)
    canvas = dialog.canvas
    assert nameless(dialog) == []
    assert current(dialog).name == "Ana Pereira"
    assert canvas.accessibleDescription() == "Ana Pereira, sent by Samuel Reyes"
    assert "Samuel Reyes sent us 2 people; no project yet." in words_on(dialog)
    for key, name in (
        (Qt.Key.Key_Down, "Ben Ode"),
        (Qt.Key.Key_Down, "Ben Ode"),
        (Qt.Key.Key_Left, "Samuel Reyes"),
        (Qt.Key.Key_Left, "Samuel Reyes"),
        (Qt.Key.Key_Right, "Ana Pereira"),
    ):
        qtbot.keyClick(canvas, key)
        assert current(dialog).name == name
        assert dialog.table.currentIndex().siblingAtColumn(0).data() == name
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.people.person_id == samuel


def test_a_click_and_the_table_lead_to_cards_and_a_bare_name_nowhere(
    window: MainWindow, notebook: Notebook, ana: int, today: date, qtbot: QtBot
) -> None:
    draft = ReferralDraft(Way.TO_US, ana, today, other_name="The caretaker")
    window.notifier.tell(notebook.referrals.save(None, draft, today))
    dialog = picture(window)
    caretaker, pictured = dialog.canvas.people
    qtbot.mouseClick(dialog.canvas, LEFT, pos=dialog.canvas.box(caretaker).center())
    dialog.table.activated.emit(dialog.model.index(0, 0))
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.canvas, LEFT, pos=dialog.canvas.box(pictured).center())
    assert not dialog.isVisible()
    assert window.people.person_id == ana
    dialog = picture(window)
    dialog.table.activated.emit(dialog.model.index(1, 0))
    assert not dialog.isVisible()


def test_it_is_saved_as_a_picture_and_a_full_disk_is_said(
    window: MainWindow,
    ana: int,
    samuel: int,
    today: date,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    send(window, today, ana, samuel)
    dialog = picture(window)
    prompts.places = [None, tmp_path / "who", tmp_path / "nowhere" / "who.png"]
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.banner.isVisible()
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert QImage(str(tmp_path / "who.png")).width() == 2 * dialog.canvas.whole().width()
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "Saved" not in words_on(dialog.banner)[0]
    assert sorted(each.name for each in tmp_path.glob("who*")) == ["who.png"]


def test_nobody_was_sent_yet(window: MainWindow, ana: int) -> None:
    window.commands.actions["who-sent-whom"].trigger()
    dialog = dialog_of(window, SentDialog)
    assert "Nobody was sent to us yet" in words_on(dialog)
    assert not dialog.save_button.isVisible()


def test_five_hundred_people_are_painted_and_saved(
    window: MainWindow, notebook: Notebook, ana: int, today: date, qtbot: QtBot
) -> None:
    with notebook.file.change("Many"):
        for number in range(500):
            person = notebook.people.add(f"Person {number}", today).new_id
            draft = ReferralDraft(Way.TO_US, person, today, ana)
            notebook.referrals.save(None, draft, today)
    dialog = picture(window, ana)
    assert len(dialog.canvas.people) == 501
    image = dialog.canvas.image()
    assert max(image.width(), image.height()) <= 12_000
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Right)
    assert current(dialog).name == "Person 0"
