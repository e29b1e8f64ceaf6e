"""Things worth remembering on a card: seen, opened, confirmed, used, changed and removed by keys."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from notebook.domain.facts import FactGroup, FactTopic
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation
from notebook.services.card_parts import FactDraft
from notebook.services.moments import MomentDraft
from notebook.services.needs import NeedDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.related import RelatedDraft
from notebook.ui.card.fact_chip import FactChip
from notebook.ui.card.worth_remembering import WorthRemembering
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.ui.scripted_prompts import ScriptedPrompts

DAY = timedelta(days=1)


@pytest.fixture
def marta(window: MainWindow, notebook: Notebook, today: date) -> int:
    facts = (
        FactDraft(FactGroup.FAMILY, "Nora 9 & Ben 6", today - 500 * DAY, FactTopic.CHILDREN),
        FactDraft(FactGroup.FOOD, "Vegetarian", today - 10 * DAY, FactTopic.DOES_NOT_EAT),
        FactDraft(FactGroup.INTERESTS, "<b>Cycles</b>", today),
    )
    draft = PersonDraft("Marta", facts=facts, birthday=PartialDate(1982, 3, 12))
    changes = window.notifier.tell(notebook.people.save(None, draft, today))
    QApplication.processEvents()
    return changes.new_id


def worth(window: MainWindow) -> WorthRemembering:
    return window.people.card.overview.worth


def chip(window: MainWindow, text: str) -> FactChip:
    return next(each for each in worth(window).chips if each.text() == text)


def words(window: MainWindow) -> set[str]:
    labels = worth(window).findChildren(QLabel)
    return {each.text() for each in labels if each.isVisible()}


def choose(window: MainWindow, qtbot: QtBot, text: str, steps: int) -> None:
    """Open the menu of a chip by Enter, go down so many lines and press Enter."""
    chip(window, text).setFocus()
    qtbot.keyClick(chip(window, text), Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for _ in range(steps):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_an_old_fact_is_grey_says_so_and_is_counted(
    window: MainWindow, marta: int, today: date
) -> None:
    old = chip(window, "Nora 9 & Ben 6")
    assert (old.ink, old.end_icon) == ("soft", "clock")
    assert old.accessibleName() == "Family: children: Nora 9 & Ben 6"
    assert old.accessibleDescription() == "Learned 10 Jul 2025, not confirmed for a year"
    assert "Learned 10 Jul 2025" in old.toolTip()
    fresh = chip(window, "Vegetarian")
    assert (fresh.ink, fresh.end_icon) == ("ink", "")
    assert "1 not confirmed for a year" in words(window)
    assert (
        "Known: Family 2 of 6 · Home 0 of 4 · Interests 0 of 6 · Food and drink 1 of 4"
        " · Education 0 of 3 · Work background 0 of 3 · Goals and worries 0 of 3"
        " · How we met 0 of 3"
    ) in words(window)


def test_still_true_by_keys_and_back_by_undo(
    window: MainWindow, notebook: Notebook, marta: int, today: date, qtbot: QtBot
) -> None:
    choose(window, qtbot, "Nora 9 & Ben 6", 1)
    assert chip(window, "Nora 9 & Ben 6").end_icon == ""
    assert chip(window, "Nora 9 & Ben 6").hasFocus()
    assert "1 not confirmed for a year" not in words(window)
    assert window.quiet_line.isVisible()
    window.commands.undo()
    assert chip(window, "Nora 9 & Ben 6").end_icon == "clock"


def test_used_and_removed_reach_the_file(
    window: MainWindow, notebook: Notebook, marta: int, today: date, qtbot: QtBot
) -> None:
    choose(window, qtbot, "Vegetarian", 2)
    assert "used 22 Nov" in chip(window, "Vegetarian").accessibleDescription()
    choose(window, qtbot, "<b>Cycles</b>", 4)
    assert rows_in(notebook.file.path, "SELECT text, used_on FROM fact ORDER BY position") == [
        ("Nora 9 & Ben 6", None),
        ("Vegetarian", today.isoformat()),
    ]


def test_edit_leads_to_the_line_in_the_editor(window: MainWindow, marta: int, qtbot: QtBot) -> None:
    choose(window, qtbot, "Vegetarian", 3)
    rows = window.people.editor.worth.facts.rows
    qtbot.waitUntil(rows[1].text.hasFocus)
    qtbot.keyClicks(rows[1].text, " since school")
    qtbot.keyClick(rows[1].text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    reworded = chip(window, "Vegetarian since school")
    assert reworded.accessibleDescription() == "Learned 12 Nov, confirmed 22 Nov"


def test_the_first_fact_of_a_card_is_added_in_place(
    window: MainWindow,
    notebook: Notebook,
    today: date,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    ben = window.notifier.tell(notebook.people.add("Ben", today)).new_id
    QApplication.processEvents()
    quiet = "Only the name is known so far. Log the first contact, or add what you know."
    assert quiet in {
        each.text() for each in window.people.card.findChildren(QLabel) if each.isVisible()
    }
    assert words(window) == {
        "Worth remembering",
        "Family, interests, food: whatever helps the next talk.",
    }
    worth(window).add_button.setFocus()
    qtbot.keyClick(worth(window).add_button, Qt.Key.Key_Space)
    line = worth(window).new_fact
    assert line is not None
    row = line.row
    assert row.text.hasFocus()
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    QApplication.processEvents()
    for stop in (row.about, line.save_button, row.remove_button):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus()
    row.text.setFocus()
    row.about.setCurrentText("Pets")
    for fact in ("Two dogs", "One cat"):
        qtbot.keyClicks(row.text, fact)
        qtbot.keyClick(row.text, Qt.Key.Key_Return)
        assert row.text.hasFocus(), "the next one can be written at once"
    assert [each.text() for each in worth(window).chips] == ["Two dogs", "One cat"]
    kept = notebook.cards.card(ben, today).facts
    assert kept == tuple(
        FactDraft(FactGroup.FAMILY, fact, today, FactTopic.PETS) for fact in ("Two dogs", "One cat")
    )
    assert window.people.person_id == ben
    window.commands.undo()
    assert [each.text() for each in worth(window).chips] == ["Two dogs"]

    qtbot.keyClicks(row.text, "A parrot")
    prompts.confirmations = [False] * 3
    qtbot.keyClick(row.text, Qt.Key.Key_Escape)
    window.people.edit_person(ben)
    window.people.card.header.trash_action.trigger()
    assert window.people.person_id == ben
    assert row.text.text() == "A parrot", "nothing typed is lost unasked"
    prompts.confirmations = [True]
    qtbot.keyClick(row.text, Qt.Key.Key_Escape)
    assert worth(window).new_fact is None
    assert worth(window).add_button.hasFocus()


def test_the_birthday_can_be_changed_and_nothing_else(
    window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    first = worth(window).chips[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    panel = worth(window)
    assert not panel.confirm_action.isVisible()
    assert not panel.remove_action.isVisible()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    panel.edit_action.trigger()
    menu.close()
    qtbot.waitUntil(window.people.editor.worth.birthday.day.hasFocus)


def test_tab_stops_once_and_arrows_go_on(window: MainWindow, marta: int, qtbot: QtBot) -> None:
    chips = worth(window).chips
    stops = [each for each in chips if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == chips[:1]
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Left)
    assert chips[-1].hasFocus()
    qtbot.keyClick(chips[-1], Qt.Key.Key_Right)
    assert chips[0].hasFocus()


def test_tab_goes_through_the_card_as_the_eye_does(
    window: MainWindow, notebook: Notebook, marta: int, today: date, now: datetime, qtbot: QtBot
) -> None:
    talk = MomentDraft((marta,), Channel.CALL, Direction.WE, today)
    window.notifier.tell(notebook.moments.log(talk, now))
    window.notifier.tell(notebook.needs.add(marta, NeedDraft("A wall", today), today))
    nora = RelatedDraft(Relation.CHILD, "Nora")
    window.notifier.tell(notebook.related.add(marta, nora))
    QApplication.processEvents()
    worth(window).add_button.setFocus()
    reached: list[str] = []
    while (focus := QApplication.focusWidget()) and window.people.card.isAncestorOf(focus):
        reached.append(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert reached == [
        "Add something worth remembering",
        "Birthday: 12 March 1982, 45 next",
        "Write down a need",
        "What became of “A wall”: Open",
        "Change “A wall”",
        "Telephone",
        "Not now",
        "Don’t ask",
        "Add somebody around this person",
        "Make a card for Nora",
        "Change Nora",
        "Recent moments",
    ]


def test_many_facts_stand_in_groups_that_unfold(
    window: MainWindow, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    family = [FactDraft(FactGroup.FAMILY, f"cousin {number}") for number in range(16)]
    food = [FactDraft(FactGroup.FOOD, "Tea", topic=FactTopic.DRINKS)]
    draft = PersonDraft("Ana", facts=(*family, *food), birthday=PartialDate(None, 3, 12))
    window.notifier.tell(notebook.people.save(None, draft, today))
    assert {"Family · 1 of 6 known", "Food and drink · 1 of 4 known"} <= words(window)
    shown = [each.text() for each in worth(window).chips]
    assert shown == ["12 March", "cousin 0", "cousin 1", "cousin 2", "cousin 3", "Tea"]
    more = worth(window).blocks[0].more_button
    assert more.text() == "and 12 more"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(worth(window).chips) == 18
    assert chip(window, "cousin 4").hasFocus()
    assert not more.isVisible()
    window.people.show_person(window.notifier.tell(notebook.people.add("Ben", today)).new_id)
    window.people.show_person(notebook.people_list.search("Ana", today)[0].id)
    assert len(worth(window).chips) == 6
