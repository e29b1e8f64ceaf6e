"""The brief is one page whatever the amount; it is one key away; a button marks the opener."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.services.brief_page import BriefPart
from notebook.services.card_parts import FactDraft
from notebook.services.concerns import ConcernDraft
from notebook.services.moments import MomentDraft
from notebook.services.needs import NeedDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.ui.brief_paper import READABLE, brief_document
from notebook.ui.card.to_come import ToCome
from notebook.ui.dialogs.brief_window import BriefWindow
from notebook.ui.main_window import MainWindow
from notebook.ui.paper import fits_one_page, write_pdf
from tests.reading import rows_in
from tests.services.reminders.conftest import World
from tests.ui.test_paper import page_count, pdf_text

DAY = timedelta(days=1)
SHORT = "about the wall"
LONG = "a rather long story about nothing in particular, told at length " * 40
ENDLESS = "W" * 4000  # no place to break it


def much(notebook: Notebook, today: date, now: datetime, words: str) -> int:
    """Write down more about a person than anybody would: 1,000 moments and so on."""
    groups = [group for group in FactGroup if group.value not in {"health", "religion", "politics"}]
    draft = PersonDraft(
        name=f"Ana Pereira {words[:250]}",
        roles=at(words[:200], words[:200]),
        birthday=PartialDate(1980, today.month, today.day),
        facts=tuple(FactDraft(groups[n % len(groups)], f"{n} {words}") for n in range(100)),
        note=words,
    )
    person = notebook.people.save(None, draft, today).new_id
    world = World(notebook.file)
    with notebook.file.change("much"):
        for n in range(1000):
            day = today - n * DAY
            notebook.moments.log(
                MomentDraft(
                    (person,), list(Channel)[n % 7], Direction.WE, day, time(9),
                    text=f"{n} {words}", their_words=f"{n} {words}",
                ),
                now,
            )  # fmt: skip
        for n in range(50):
            day = today + (n - 25) * DAY
            notebook.promises.add(person, list(Side)[n % 2], f"{n} {words}", day)
        for n in range(20):
            notebook.needs.add(person, NeedDraft(f"{n} {words}", today), today)
            notebook.concerns.open(ConcernDraft(person, f"{n} {words}"), today)
        for _ in range(3):
            mural = world.project(person, ProjectState.UNDER_WAY, words[:200])
            for key in ("rave-review", "disappointed", "pleased", "in-person", "responsibilities"):
                world.answer(mural, key, text=words, answered_on=today)
            for _ in range(20):
                world.deliverable(mural, today + DAY)
        plan = MomentDraft(
            (person,), Channel.MEETING, Direction.WE, today, time(23), place=words,
            agenda="\n".join([words] * 30),
        )  # fmt: skip
        notebook.moments.plan(plan, now)
    return person


@pytest.mark.parametrize("words", [SHORT, LONG, ENDLESS], ids=["short", "long", "endless"])
def test_it_is_exactly_one_page_with_letters_that_can_be_read(
    window: MainWindow, notebook: Notebook, today: date, now: datetime, tmp_path: Path, words: str
) -> None:
    assert window.isVisible()  # the fonts are there
    person = much(notebook, today, now, words)
    document = brief_document(notebook.briefs.brief(person, today))
    assert fits_one_page(document, READABLE)
    write_pdf(tmp_path / "brief.pdf", document, one_page=True)
    assert page_count(tmp_path / "brief.pdf") == 1
    seen = pdf_text(tmp_path / "brief.pdf")
    assert "Where we stand" in seen
    assert "more" in seen


def test_a_meeting_of_people_of_whom_much_is_known_is_one_page_too(
    window: MainWindow, notebook: Notebook, today: date, now: datetime, tmp_path: Path
) -> None:
    assert window.isVisible()
    facts = tuple(FactDraft(FactGroup.WORK, f"{n} {LONG}") for n in range(20))
    people = tuple(
        notebook.people.save(None, PersonDraft(f"{n} {LONG[:200]}", facts=facts), today).new_id
        for n in range(12)
    )
    plan = MomentDraft(people, Channel.MEETING, Direction.WE, today, time(23), agenda=LONG)
    brief = notebook.briefs.meeting(notebook.moments.plan(plan, now).new_id, today)
    write_pdf(tmp_path / "brief.pdf", brief_document(brief), one_page=True)
    assert page_count(tmp_path / "brief.pdf") == 1
    assert fits_one_page(brief_document(brief), READABLE)


def test_a_page_that_fits_loses_nothing(
    window: MainWindow, notebook: Notebook, today: date
) -> None:
    assert window.isVisible()
    facts = tuple(FactDraft(FactGroup.WORK, f"fact {n}") for n in range(4))
    person = notebook.people.save(None, PersonDraft("Ana", facts=facts), today).new_id
    text = brief_document(notebook.briefs.brief(person, today)).toPlainText()
    assert all(f"fact {n}" in text for n in range(4))
    assert "more" not in text


Opened = Callable[[], BriefWindow]


@pytest.fixture
def opened(window: MainWindow) -> Opened:
    def find() -> BriefWindow:
        (found,) = (each for each in window.findChildren(BriefWindow) if each.isVisible())
        return found

    return find


def texts(brief: BriefWindow) -> list[str]:
    return [label.text() for label in brief.sheet.findChildren(QLabel)]


@pytest.fixture
def meeting(notebook: Notebook, today: date, now: datetime) -> int:
    """Return a meeting of today with three people, later than now."""
    names = ("Ana Pereira", "Ben Ode", "Carla Ruiz")
    people = tuple(notebook.people.add(name, today).new_id for name in names)
    plan = MomentDraft(people, Channel.MEETING, Direction.WE, today, time(23), agenda="Glazes")
    return notebook.moments.plan(plan, now).new_id


@pytest.mark.usefixtures("meeting")
def test_one_key_in_the_panel_reads_about_all_three(
    window: MainWindow, opened: Opened, qtbot: QtBot
) -> None:
    window.notifier.look_again()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_B)
    seen = texts(opened())
    for text in ("Ana Pereira, Ben Ode, Carla Ruiz", "Ben Ode", "Carla Ruiz", "Glazes"):
        assert text in seen


@pytest.mark.usefixtures("meeting")
def test_one_key_on_the_planned_meeting_of_a_card_reads_about_all_three(
    window: MainWindow, opened: Opened, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    window.notifier.look_again()
    ben = notebook.people_list.search("Ben Ode", today)[0].id
    window.people.show_person(ben)
    panel = window.people.card.overview.to_come.panel
    assert isinstance(panel, ToCome)
    moments = panel.moments
    moments.setFocus()
    moments.setCurrentIndex(moments.model().index(0, 0))
    qtbot.keyClick(moments, Qt.Key.Key_B)
    assert opened().windowTitle() == "Brief: Ana Pereira, Ben Ode, Carla Ruiz"
    opened().close()
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert opened().windowTitle() == "Brief: Ben Ode"


def test_of_a_bare_name_it_says_what_to_find_out(
    window: MainWindow, opened: Opened, notebook: Notebook, today: date
) -> None:
    window.navigator.brief_requested.emit(notebook.people.add("Ana", today).new_id)
    assert "What does Ana do, and where?" in texts(opened())


@pytest.fixture
def tiles(notebook: Notebook, today: date) -> int:
    facts = (
        FactDraft(FactGroup.INTERESTS, "Collects old tiles", today),
        FactDraft(FactGroup.FAMILY, "Has twins", today - 9 * DAY),
    )
    return notebook.people.save(None, PersonDraft("Ana", facts=facts), today).new_id


def test_a_button_marks_the_opener_and_takes_it_back(
    window: MainWindow,
    opened: Opened,
    notebook: Notebook,
    tiles: int,
    today: date,
    notebook_path: Path,
    qtbot: QtBot,
) -> None:
    window.navigator.brief_requested.emit(tiles)
    brief = opened()
    first, second = brief.sheet.use_buttons.values()
    assert first.accessibleName() == "I began with this: Collects old tiles"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert (first.text(), first.isEnabled()) == ("Used today", False)
    assert second.isEnabled()
    used = "SELECT text FROM fact WHERE used_on IS NOT NULL"
    assert rows_in(notebook_path, used) == [("Collects old tiles",)]
    assert brief.banner.text() == "Noted. Next time the brief begins with something else."
    qtbot.mouseClick(brief.banner.action, Qt.MouseButton.LeftButton)
    assert rows_in(notebook_path, used) == []
    assert (first.text(), first.isEnabled()) == ("I used this", True)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    brief.close()
    start = next(
        each for each in notebook.briefs.brief(tiles, today).left if each.part is BriefPart.START
    )
    assert [line.text for line in start.lines] == ["Has twins"]


def test_what_was_forgotten_meanwhile_is_said(
    window: MainWindow, opened: Opened, notebook: Notebook, tiles: int, qtbot: QtBot
) -> None:
    window.navigator.brief_requested.emit(tiles)
    fact_id, button = next(iter(opened().sheet.use_buttons.items()))
    notebook.facts.remove(fact_id)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened().banner.text() == "This is no longer on the card."
    assert button.isEnabled()


def test_other_pages_have_no_such_button(
    window: MainWindow, notebook: Notebook, tiles: int, today: date
) -> None:
    brief = replace(notebook.briefs.brief(tiles, today), name="Sheet")
    shown = BriefWindow(brief, window.desk.icons, window.desk.prompts, window)
    assert "I used this" not in [button.text() for button in shown.findChildren(QPushButton)]
    shown.deleteLater()
