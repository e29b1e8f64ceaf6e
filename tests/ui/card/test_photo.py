"""A photo on the card: from a file, dropped, pasted, cut by mouse and keys, shown and removed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.dialogs.crop_dialog import CropDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.pictures import image_of
from tests.services.test_query_budget import counted
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton
RED, BLUE = QColor("#c02020"), QColor("#2030c0")


def halves(width: int = 600, height: int = 300) -> QImage:
    """Return a picture that is red at the left and blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, BLUE)
    return image


@pytest.fixture
def file_of_halves(tmp_path: Path) -> Path:
    path = tmp_path / "ana.png"
    assert halves().save(str(path))
    return path


@pytest.fixture
def ana(window: MainWindow, notebook: Notebook, today: date) -> int:
    changes = notebook.people.add("Ana Pereira", today)
    window.notifier.tell(changes)
    window.people.show_person(changes.new_id)
    return changes.new_id


def crop(window: MainWindow) -> CropDialog:
    return next(each for each in window.findChildren(CropDialog) if each.isVisible())


def shown(widget: QWidget) -> QColor:
    """Return the colour in the middle of a widget as it is painted."""
    QApplication.processEvents()
    return widget.grab().toImage().pixelColor(widget.rect().center())


def is_like(colour: QColor, wanted: QColor) -> bool:
    parts = (
        colour.red() - wanted.red(),
        colour.green() - wanted.green(),
        colour.blue() - wanted.blue(),
    )
    return all(abs(part) < 24 for part in parts)


def test_a_file_is_cut_by_keys_and_shown_on_card_list_and_brief(
    window: MainWindow,
    notebook: Notebook,
    ana: int,
    prompts: ScriptedPrompts,
    file_of_halves: Path,
    qtbot: QtBot,
) -> None:
    header = window.people.card.header
    assert not header.photo.remove_action.isVisible()
    prompts.files.append([file_of_halves])
    header.photo.file_action.trigger()
    view = crop(window).view
    qtbot.waitUntil(view.hasFocus)
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.square().toRect().right() == 599  # never beyond the picture
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.square().width() < 300
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.square().width() == pytest.approx(300)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    kept = image_of(notebook.photos.picture(ana))
    assert is_like(kept.pixelColor(20, 128), BLUE)
    assert is_like(shown(header.avatar), BLUE)
    row = window.people.list.view.visualRect(window.people.list.view.currentIndex())
    painted = window.people.list.view.viewport().grab().toImage()
    assert is_like(painted.pixelColor(row.left() + 14 + 18, row.center().y()), BLUE)
    assert notebook.briefs.brief(ana, date(2026, 11, 22)).photo_at

    header.photo.remove_action.trigger()
    assert notebook.photos.picture(ana) == b""
    assert not is_like(shown(header.avatar), BLUE)
    window.commands.undo()
    assert is_like(shown(header.avatar), BLUE)


def test_a_file_is_dropped_on_the_mark_and_dragged_into_place(
    window: MainWindow, notebook: Notebook, ana: int, file_of_halves: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file_of_halves))])
    avatar = window.people.card.header.avatar
    how = Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(avatar, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(avatar, QDropEvent(QPointF(5, 5), *how))
    view = crop(window).view
    qtbot.mousePress(view, LEFT, pos=QPoint(50, 150))
    qtbot.mouseMove(view, QPoint(290, 150))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(290, 150))
    assert view.square().left() == pytest.approx(0)
    qtbot.mouseClick(crop(window).larger_button, LEFT)
    assert view.square().width() < 300
    qtbot.mouseClick(crop(window).save_button, LEFT)
    assert is_like(image_of(notebook.photos.picture(ana)).pixelColor(250, 128), RED)


def test_a_picture_is_pasted_and_escape_leaves_everything(
    window: MainWindow, notebook: Notebook, ana: int, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    photo = window.people.card.header.photo
    QGuiApplication.clipboard().setText("no picture")
    photo.paste_action.trigger()
    assert [title for title, _ in prompts.problems] == ["The photo was not taken"]
    QGuiApplication.clipboard().setImage(halves())
    photo.paste_action.trigger()
    qtbot.keyClick(crop(window), Qt.Key.Key_Escape)
    assert notebook.photos.picture(ana) == b""
    photo.paste_action.trigger()
    qtbot.mouseClick(crop(window).save_button, LEFT)
    assert notebook.photos.picture(ana)


def test_what_is_no_picture_is_said(
    window: MainWindow, ana: int, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    path = tmp_path / "words.png"
    path.write_text("no picture")
    window.navigator.photo_requested.emit(ana, path)
    window.navigator.photo_requested.emit(ana, tmp_path / "gone.png")
    assert len(prompts.problems) == 2
    assert not [each for each in window.findChildren(CropDialog) if each.isVisible()]


def test_a_photo_is_read_once_and_a_broken_one_is_the_initials(
    window: MainWindow, notebook: Notebook, ana: int, today: date
) -> None:
    del window
    notebook.photos.keep(ana, b"broken")
    shelf = PhotoShelf(notebook)
    photo_at = notebook.cards.card(ana, today).photo_at
    assert shelf.pixmap(ana, photo_at, 36).isNull()
    with counted(notebook) as statements:
        assert shelf.pixmap(ana, photo_at, 36).isNull()
        assert shelf.pixmap(ana, "", 36).isNull()
    assert statements == []


def test_an_empty_clipboard_of_which_the_desktop_knows_nothing_is_said(
    window: MainWindow, ana: int, prompts: ScriptedPrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    QGuiApplication.clipboard().clear()
    window.navigator.photo_paste_requested.emit(ana)
    ((title, text),) = prompts.problems
    assert title == "The photo was not taken"
    assert "no picture in the clipboard" in text
