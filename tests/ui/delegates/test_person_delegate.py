"""The row of a person: words beside colours, names letter for letter, quick enough to scroll."""

import time

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from notebook.domain.warmth import Warmth
from notebook.ui.delegates.person_delegate import PERSON_ROLE, PersonDelegate
from notebook.ui.theme import Appearance, Theme
from notebook.ui.warmth_words import warmth_word
from notebook.ui.widgets.avatar import avatar_colour, initials
from tests.ui.samples import HOSTILE_NAMES, Line

ROW = QRect(0, 0, 262, 57)


def _painted(
    theme: Theme,
    line: Line | None,
    state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    painted: Qt.LayoutDirection | None = None,
) -> QImage:
    model = QStandardItemModel()
    item = QStandardItem()
    item.setData(line, PERSON_ROLE)
    model.appendRow(item)
    image = QImage(ROW.size(), QImage.Format.Format_ARGB32)
    image.fill(QColor(theme.tokens.paper))
    option = QStyleOptionViewItem()
    option.rect = ROW
    option.state = state
    option.direction = direction
    painter = QPainter(image)
    painter.setLayoutDirection(painted or direction)  # as a widget's painter has it
    PersonDelegate(theme).paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def _line(name: str = "Marta Lindqvist", warmth: Warmth = Warmth.WARM) -> Line:
    return Line(3, name, "Hotel Lindqvist · Owner", warmth)


def test_rows_are_as_high_as_in_the_design(theme: Theme) -> None:
    assert PersonDelegate(theme).row_height() == pytest.approx(57, abs=3)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_name_is_painted_letter_for_letter(name: str, theme: Theme) -> None:
    stripped = _painted(theme, _line("x"))
    assert _painted(theme, _line(name)) != stripped
    assert _painted(theme, _line("R&D")) != _painted(theme, _line("RD"))


def test_each_warmth_has_a_word_of_its_own(theme: Theme) -> None:
    assert len({warmth_word(warmth) for warmth in Warmth}) == len(Warmth)
    images = [_painted(theme, _line(warmth=warmth)) for warmth in Warmth]
    second_line = QRect(180, 30, 82, 20)  # below the mark: the words alone differ here
    parts = [image.copy(second_line) for image in images]
    assert all(a != b for at, a in enumerate(parts) for b in parts[at + 1 :])


def test_not_enough_known_is_an_empty_ring(theme: Theme) -> None:
    warm = _painted(theme, _line())
    width, ok = range(230, ROW.width()), theme.tokens.ok
    dot = [(x, y) for x in width for y in range(28) if warm.pixelColor(x, y).name() == ok]
    x, y = dot[len(dot) // 2]
    unknown = _painted(theme, _line(warmth=Warmth.UNKNOWN))
    assert unknown.pixelColor(x, y).name() == theme.tokens.paper


def test_selection_focus_and_dark_can_be_seen(theme: Theme) -> None:
    plain = _painted(theme, _line())
    flag = QStyle.StateFlag
    selected = _painted(theme, _line(), flag.State_Enabled | flag.State_Selected)
    assert selected.pixelColor(1, 1).name() == theme.tokens.accent_soft
    focus = flag.State_Enabled | flag.State_HasFocus | flag.State_KeyboardFocusChange
    assert _painted(theme, _line(), focus) != plain
    theme.apply(Appearance.DARK)
    assert _painted(theme, _line()) != plain


def test_a_row_still_loading_paints_nothing(theme: Theme) -> None:
    image = _painted(theme, None)
    assert image.pixelColor(30, 28).name() == theme.tokens.paper


def test_a_right_to_left_window_mirrors_the_row(theme: Theme) -> None:
    colour = avatar_colour(3)
    left = _painted(theme, _line())
    right = _painted(theme, _line(), direction=Qt.LayoutDirection.RightToLeft)
    assert left.pixelColor(18, 28) == colour
    assert right.pixelColor(ROW.width() - 19, 28) == colour


def test_an_arabic_name_begins_where_the_row_begins(theme: Theme) -> None:
    def name_part(name: str, left: int) -> QImage:
        return _painted(theme, _line(name)).copy(QRect(left, 8, 60, 20))

    empty = name_part("", 60)
    assert name_part("يوسف", 60) != empty
    assert name_part("يوسف", 180) == name_part("", 180)


def test_a_mixed_name_reads_in_its_own_direction(theme: Theme) -> None:
    line = _line("يوسف (R&D) 12")
    in_its_own = _painted(theme, line, painted=Qt.LayoutDirection.RightToLeft)
    assert _painted(theme, line) == in_its_own


def test_a_latin_name_begins_at_the_right_in_a_mirrored_row(theme: Theme) -> None:
    def beside_the_mark(name: str) -> QImage:
        row = _painted(theme, _line(name), direction=Qt.LayoutDirection.RightToLeft)
        return row.copy(QRect(ROW.width() - 100, 8, 36, 20))

    assert beside_the_mark("Marta") != beside_the_mark("")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Marta Lindqvist", "ML"),
        ("Ana de la Cruz Pereira", "AP"),
        ("madonna", "M"),
        ("  ", "?"),
        ("<b>x</b>", "?"),
        ("ßtrauß", "S"),
        ("يوسف الخطيب", "ي\u200cا"),
        ("李 明", "李明"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_colours_are_spread_over_ids() -> None:
    assert len({avatar_colour(number).name() for number in range(100)}) == 10
    assert len({avatar_colour(number << 20).name() for number in range(1000)}) == 10


def test_a_screen_of_rows_is_painted_well_within_a_frame(theme: Theme) -> None:
    _painted(theme, _line())
    best = min(_seconds_for_rows(theme) for _try in range(5))
    assert best < 0.016


def _seconds_for_rows(theme: Theme) -> float:
    model = QStandardItemModel()
    for number in range(15):
        item = QStandardItem()
        item.setData(
            Line(number, f"Marta Lindqvist {number}", "Hotel", Warmth.COOLING), PERSON_ROLE
        )
        model.appendRow(item)
    image = QImage(ROW.size(), QImage.Format.Format_ARGB32)
    delegate = PersonDelegate(theme)
    option = QStyleOptionViewItem()
    option.rect = ROW
    painter = QPainter(image)
    begun = time.perf_counter()
    for number in range(15):
        delegate.paint(painter, option, model.index(number, 0))
    seconds = time.perf_counter() - begun
    painter.end()
    return seconds
