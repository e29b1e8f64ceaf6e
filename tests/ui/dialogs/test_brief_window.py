"""The brief as a person uses it: read at once, copied, saved, closed by a key."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.facts import FactGroup
from notebook.domain.promises import Side
from notebook.services.brief_page import as_text
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.ui.brief_paper import brief_document
from notebook.ui.dialogs.brief_window import BriefWindow, file_name
from notebook.ui.errands.briefs import BriefErrands
from notebook.ui.errands.desk import Desk
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator
from notebook.ui.notifier import Notifier
from notebook.ui.widgets.wrapping_label import WrappingLabel
from tests.ui.conftest import FixedClock
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts
from tests.ui.test_paper import page_count, pdf_text

OpenBrief = Callable[[int], BriefWindow]


@pytest.fixture
def open_brief(
    notebook: Notebook,
    clock: FixedClock,
    prompts: ScriptedPrompts,
    icons: Icons,
    qtbot: QtBot,
) -> OpenBrief:
    """Return what opens a brief as a page would."""
    navigator = Navigator()
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    BriefErrands(Desk(notebook, Notifier(), navigator, clock, icons, prompts, window))

    def read(person_id: int) -> BriefWindow:
        navigator.brief_requested.emit(person_id)
        (dialog,) = (each for each in window.findChildren(BriefWindow) if each.isVisible())
        return dialog

    return read


def shown(dialog: BriefWindow) -> list[str]:
    return [label.text() for label in dialog.sheet.findChildren(QLabel) if label.text()]


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    draft = PersonDraft(
        name="Marta Lindqvist",
        roles=at("R&D <b>"),
        facts=(FactDraft(FactGroup.FAMILY, "Ben <i>started</i> school"),),
    )
    person = notebook.people.save(None, draft, today).new_id
    notebook.promises.add(person, Side.OURS, "Swatches", today + timedelta(days=5))
    return person


def test_it_shows_the_page_letter_for_letter(open_brief: OpenBrief, marta: int) -> None:
    texts = shown(open_brief(marta))
    assert texts[:3] == ["Marta Lindqvist", "R&D <b>", "Sunday 22 November"]
    for text in ("Start with Marta", "Ben <i>started</i> school", "ours, Fri", "Swatches"):
        assert text in texts


def test_escape_closes_it(open_brief: OpenBrief, marta: int, qtbot: QtBot) -> None:
    dialog = open_brief(marta)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_text_is_copied(
    open_brief: OpenBrief, notebook: Notebook, marta: int, today: date, qtbot: QtBot
) -> None:
    dialog = open_brief(marta)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == as_text(notebook.briefs.brief(marta, today))
    assert dialog.banner.text().startswith("Copied")


def test_the_pdf_is_one_page_with_everything(
    open_brief: OpenBrief, marta: int, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts.places.append(tmp_path / "brief")
    dialog = open_brief(marta)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    made = tmp_path / "brief.pdf"
    assert dialog.banner.text() == f"Saved as {made}"
    assert page_count(made) == 1
    seen = pdf_text(made)
    for text in ("Marta Lindqvist", "R&D <b>", "Ben <i>started</i> school", "Swatches"):
        assert text in seen


def test_a_place_that_cant_be_written_is_said(
    open_brief: OpenBrief, marta: int, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("in the way")
    prompts.places.append(tmp_path / "file" / "brief.pdf")
    dialog = open_brief(marta)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "A file lies where a folder is needed" in dialog.banner.text()


def test_nothing_happens_when_no_place_is_chosen(
    open_brief: OpenBrief, marta: int, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    prompts.places.append(None)
    dialog = open_brief(marta)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.banner.text() == ""


def test_five_hundred_facts_stay_one_page(
    open_brief: OpenBrief,
    notebook: Notebook,
    prompts: ScriptedPrompts,
    today: date,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    long = "a rather long story about nothing in particular, told at length " * 20
    facts = tuple(FactDraft(FactGroup.INTERESTS, f"{number} {long}") for number in range(500))
    person = notebook.people.save(None, PersonDraft(name="Ana " * 60, facts=facts), today).new_id
    for number in range(60):
        notebook.promises.add(person, Side.OURS, f"{number} {long}", today)
    dialog = open_brief(person)
    assert "and 495 more" in shown(dialog) or "and 496 more" in shown(dialog)
    dialog._prompts.places.append(tmp_path / "full.pdf")  # type: ignore[attr-defined]
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert page_count(tmp_path / "full.pdf") == 1


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_no_name_is_markup(
    open_brief: OpenBrief, notebook: Notebook, today: date, name: str
) -> None:
    dialog = open_brief(notebook.people.add(name, today).new_id)
    assert shown(dialog)[0] == name
    assert " ".join(name.split()) in brief_document(dialog._brief).toPlainText()
    assert dialog.sheet.width() <= dialog.width()


def test_two_columns_become_one_where_it_is_narrow(
    open_brief: OpenBrief, notebook: Notebook, today: date
) -> None:
    draft = PersonDraft(name="Ana", facts=(FactDraft(FactGroup.AVOID, "The lawsuit"),))
    dialog = open_brief(notebook.people.save(None, draft, today).new_id)

    def edges() -> tuple[int, int]:
        places = {
            label.text(): label.mapTo(dialog.sheet, label.rect().topLeft()).x()
            for label in dialog.sheet.findChildren(QLabel)
        }
        return places["Worth asking"], places["Subjects to avoid"]

    left, right = edges()
    assert left < right
    dialog.resize(520, 700)
    dialog.sheet.resize(480, 900)
    layout = dialog.sheet.layout()
    assert layout is not None
    layout.activate()
    left, right = edges()
    assert left == right


def test_somebody_who_is_gone_has_no_brief(
    notebook: Notebook, open_brief: OpenBrief, marta: int, prompts: ScriptedPrompts
) -> None:
    notebook.people.trash(marta)
    with pytest.raises(ValueError, match="not enough values"):
        open_brief(marta)
    assert prompts.problems[-1][1] == "This person is no longer in the notebook."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Marta Lindqvist", "Marta Lindqvist"),
        ("../../etc/passwd", "etc passwd"),
        ('a<b>c:"d"|e?*', "a b c d e"),
        ("...", "brief"),
        ("x" * 300, "x" * 80),
    ],
)
def test_every_name_makes_a_file_name(name: str, expected: str) -> None:
    assert file_name(name) == expected


def test_a_word_without_end_is_wrapped_not_cut(icons: Icons, qtbot: QtBot) -> None:
    del icons  # the theme's font
    label = WrappingLabel("<table>" * 50)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 5 * label.fontMetrics().height()
    assert label.minimumSizeHint().width() < 100
    assert label.sizeHint().width() <= 460
    assert WrappingLabel("two\nlines").sizeHint().height() >= 2 * label.fontMetrics().height()
    label.resize(QSize(200, label.heightForWidth(200)))
    assert not label.grab().isNull()
