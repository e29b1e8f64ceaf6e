"""The one style sheet of the program, made from the tokens.

What a widget is gets said by a dynamic property, never by a colour in the widget itself:

- QLabel `rank`: title, heading, name, soft, second, small, panelTitle, link, warn, bad, ok
- QFrame `role`: panel, answer, card, page, rail, sidebar (with `side`: left or right), divider
- QPushButton `kind`: primary, link, quiet (a bare icon), choice, rail, step (of a wizard)
"""

from collections.abc import Callable
from dataclasses import asdict
from string import Template

from notebook.ui.tokens import Tokens

_GENERAL = """
QMainWindow, QDialog, QStackedWidget > QWidget { background: $paper; }
QFrame[role="card"] QStackedWidget > QWidget { background: $card; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QLabel { background: transparent; }
QLabel[rank="title"] { font-size: $title; font-weight: 700; }
QLabel[rank="heading"] { font-size: $heading; font-weight: 600; }
QLabel[rank="name"] { font-weight: 500; }
QLabel[rank="soft"] { color: $soft; }
QLabel[rank="second"] { font-size: $second; color: $soft; }
QLabel[rank="small"] { font-size: $small; color: $soft; }
QLabel[rank="panelTitle"] { font-size: $second; font-weight: 600; color: $soft; }
QLabel[rank="link"] { color: $accent; font-weight: 600; }
QLabel[rank="warn"] { color: $warn; }
QLabel[rank="bad"] { color: $bad; }
QLabel[rank="ok"] { color: $ok; }
QFrame[role="panel"] { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame[role="panel"]:focus { border-color: $accent; }
QFrame[role="chip"] { background: $paper; border: 1px solid $line; border-radius: 13px; }
QLabel[rank="chip"] { font-size: $second; }
QLabel[tag] {
    font-size: $small; font-weight: 600; border-radius: 6px; padding: 3px 7px;
    background: $accent_soft; color: $accent;
}
QLabel[tag][large="true"] { font-size: $body; padding: 3px 7px; }
QLabel[tag="warn"] { background: $warn_soft; color: $warn; }
QLabel[tag="bad"] { background: $bad_soft; color: $bad; }
QLabel[tag="ok"] { background: $ok_soft; color: $ok; }
QLabel[tag="plain"] { background: $paper; color: $soft; }
QPushButton[kind="state"] {
    border: 1px solid transparent; border-radius: 6px; padding: 2px 6px;
    font-size: $small; font-weight: 600;
}
QPushButton[kind="state"]:hover { border-color: $edge; }
QPushButton[kind="state"]:focus { border: 1px solid $accent; padding: 2px 6px; }
QPushButton[kind="state"][tag="warn"] { background: $warn_soft; color: $warn; }
QPushButton[kind="state"][tag="bad"] { background: $bad_soft; color: $bad; }
QPushButton[kind="state"][tag="ok"] { background: $ok_soft; color: $ok; }
QPushButton[kind="state"][tag="plain"] { background: $paper; color: $soft; }
QFrame[role="answer"] { background: $paper; border: 1px dashed $edge; border-radius: 8px; }
QFrame[role="popup"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="banner"] { background: $accent_soft; border: none; border-radius: 8px; }
QFrame[role="banner"][tone="plain"] { background: $card; }
QFrame[role="banner"][tone="warn"] { background: $warn_soft; }
QFrame[role="banner"][tone="bad"] { background: $bad_soft; }
QFrame[role="banner"][tone="ok"] { background: $ok_soft; }
QFrame[role="page"] { background: $paper; border: none; }
QFrame[role="card"] { background: $card; border: none; }
QFrame[role="rail"], QFrame[role="sidebar"] { background: $paper; border: none; }
QFrame[role="rail"], QFrame[role="sidebar"][side="left"] { border-right: 1px solid $line; }
QFrame[role="sidebar"][side="right"] { border-left: 1px solid $line; }
QFrame[role="divider"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="divider"][upright="true"] {
    max-width: 1px; min-width: 1px; max-height: 16777215px; min-height: 0;
}
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px 8px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: $paper; border-top: 1px solid $line; }
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: $card; color: $ink; border: 1px solid $line; border-radius: 8px;
    padding: 8px 12px; font-weight: 500; icon-size: 18px;
}
QPushButton[withIcon="true"] { padding-left: 10px; }
QPushButton:hover, QToolButton:hover { background: $hover; border-color: $edge; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 7px 11px; }
QPushButton[withIcon="true"]:focus { padding-left: 9px; }
QPushButton:disabled, QToolButton:disabled { color: $soft; background: $paper; }
QPushButton::menu-indicator, QToolButton::menu-indicator {
    image: url(marks:down-$shade.svg); width: 14px; height: 14px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 8px;
}
QPushButton[menu="true"] { padding-right: 20px; }
QPushButton[menu="true"]:focus { padding-right: 19px; }
QPushButton[kind="quiet"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="link"]::menu-indicator { right: 2px; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $line; border-color: $line; color: $soft; }
QPushButton[kind="link"] {
    background: transparent; color: $accent; border: 1px solid transparent; border-radius: 4px;
    padding: 1px 2px 1px 0; font-weight: 600; text-align: left;
}
QPushButton[kind="link"][menu="true"], QPushButton[kind="link"][menu="true"]:focus { padding-right: 18px; }
QPushButton[kind="link"][pick="true"], QPushButton[kind="link"][pick="true"]:focus { padding-right: 2px; }
QPushButton[kind="link"]:hover { background: $accent_soft; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; background: $accent_soft; padding: 1px 2px 1px 0; }
QPushButton[kind="link"][second="true"] { font-size: $second; }
QPushButton[kind="link"][calm="true"] { color: $soft; font-weight: 400; font-size: $second; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; border: 1px solid transparent; padding: 5px; icon-size: 18px;
}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {
    background: $hover; border-color: transparent;
}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {
    border: 2px solid $accent; padding: 4px;
}
QPushButton[kind="rail"] {
    background: transparent; border: 1px solid transparent; border-radius: 8px;
    padding: 7px 9px; icon-size: 22px; min-width: 22px;
}
QPushButton[kind="rail"]:hover { background: $hover; }
QPushButton[kind="rail"]:checked { background: $accent_soft; }
QPushButton[kind="rail"]:focus { border: 2px solid $accent; padding: 6px 8px; }
QPushButton[kind="step"] {
    background: transparent; border: 1px solid transparent; border-radius: 8px; color: $soft;
    padding: 7px 8px; font-weight: 400; text-align: left;
}
QPushButton[kind="step"]:hover { background: $hover; }
QPushButton[kind="step"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[kind="step"]:focus { border: 2px solid $accent; padding: 6px 7px; }
QPushButton[kind="choice"] { padding: 7px 12px 8px 12px; font-weight: 500; }
QPushButton[kind="choice"][compact="true"] {
    padding: 5px 10px; font-size: $compact;
}
QPushButton[kind="choice"]:checked {
    background: $accent_soft; color: $accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton[kind="choice"][tone="bad"]:checked {
    background: $bad_soft; color: $bad; border-color: $bad;
}
QPushButton[kind="choice"][tone="warn"]:checked {
    background: $warn_soft; color: $warn; border-color: $warn;
}
QPushButton[kind="choice"][tone="ok"]:checked {
    background: $ok_soft; color: $ok; border-color: $ok;
}
QPushButton[kind="choice"]:focus { border: 2px solid $accent; padding: 6px 11px 7px 11px; }
QPushButton[kind="choice"][tone="bad"]:checked:focus { border-color: $bad; }
QPushButton[kind="choice"][tone="warn"]:checked:focus { border-color: $warn; }
QPushButton[kind="choice"][tone="ok"]:checked:focus { border-color: $ok; }
QPushButton[kind="choice"][compact="true"]:focus { padding: 4px 9px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $card; color: $ink; border: 1px solid $line; border-radius: 8px;
    padding: 8px 10px; placeholder-text-color: $soft; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit { padding: 6px 8px 2px 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
    border-color: $edge;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 7px 9px;
}
QAbstractSpinBox { padding: 7px 10px; }
QAbstractSpinBox:focus { padding: 6px 9px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 7px 1px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: $paper; color: $soft;
}
QLineEdit[trouble="true"], QComboBox[trouble="true"] { border-color: $warn; }
QComboBox { padding-right: 28px; }
QComboBox:focus { padding-right: 27px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(marks:down-$shade.svg); width: 16px; height: 16px; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line; border-radius: 8px; padding: 4px; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: none; background: transparent; width: 22px; subcontrol-origin: border;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(marks:up-$shade.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(marks:down-$shade.svg); width: 12px; height: 12px; }
QCheckBox, QRadioButton {
    background: transparent; spacing: 8px; padding: 2px; border: 1px solid transparent;
    border-radius: 6px;
}
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; background: $card; border: 1px solid $soft; border-radius: 5px;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate, QRadioButton::indicator:checked {
    background: $accent; border-color: $accent;
}
QCheckBox::indicator:checked { image: url(marks:check-$shade.svg); }
QCheckBox::indicator:indeterminate { image: url(marks:dash-$shade.svg); }
QRadioButton::indicator:checked { image: url(marks:dot-$shade.svg); }
"""

_VIEWS = """
QAbstractItemView {
    background: transparent; border: none; outline: none;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QListView::item:hover, QTableView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected {
    background: $accent_soft; color: $ink;
}
QTableView { gridline-color: $line; }
QAbstractItemView[framed="true"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QAbstractItemView[framed="true"]:focus { border-color: $accent; }
QAbstractItemView[framed="true"]::item { padding: 0 8px; border: none; }
QListWidget[framed="true"]::item { padding: 7px 10px; }
QHeaderView::section {
    background: transparent; color: $soft; font-size: $second; font-weight: 600; border: none;
    border-bottom: 1px solid $line; padding: 6px 8px;
}
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: $soft; border: none; border-bottom: 2px solid transparent;
    padding: 6px 0 7px 0; margin-right: 20px;
}
QTabBar::tab:selected { color: $ink; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover:!selected { color: $ink; }
QTabBar::tab:focus { background: $accent_soft; }
QTabBar::scroller { width: 40px; }
QTabBar QToolButton { background: $paper; border: 1px solid transparent; padding: 0; }
QTabBar QToolButton::left-arrow { image: url(marks:left-$shade.svg); width: 16px; height: 16px; }
QTabBar QToolButton::right-arrow { image: url(marks:right-$shade.svg); width: 16px; height: 16px; }
QMenu { background: $card; border: 1px solid $line; border-radius: 8px; padding: 4px; }
QMenu::item { background: transparent; padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $soft; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $paper; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 6px; }
QMenuBar::item:selected { background: $accent_soft; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; margin: 0; }
QScrollBar:horizontal { height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget QWidget { background: $card; alternate-background-color: $card; }
QCalendarWidget #qt_calendar_prevmonth { qproperty-icon: url(marks:left-$shade.svg); }
QCalendarWidget #qt_calendar_nextmonth { qproperty-icon: url(marks:right-$shade.svg); }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QSpinBox { padding: 2px 6px; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QToolButton { background: transparent; border: 1px solid transparent; padding: 4px 8px; }
"""


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` moved towards `other` by `share` (0 to 1), both as "#rrggbb"."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def style_sheet(tokens: Tokens, points: Callable[[float], float]) -> str:
    """Return the style sheet; `points` turns pixels at the usual system font size into points."""
    sizes = {"body": 14.0, "title": 22.0, "heading": 15.0, "second": 12.5, "small": 11.5}
    values = {name: f"{points(pixels):g}pt" for name, pixels in sizes.items()}
    values["compact"] = f"{points(13.0):g}pt"
    values |= {name: str(value) for name, value in asdict(tokens).items()}
    values |= {
        "shade": "dark" if tokens.is_dark else "light",
        "hover": mix(tokens.card, tokens.line, 0.35),
        "edge": mix(tokens.line, tokens.soft, 0.35),
        "accent_hover": mix(tokens.accent, tokens.ink, 0.12),
        "accent_pressed": mix(tokens.accent, tokens.ink, 0.24),
    }
    return Template(_GENERAL + _BUTTONS + _FIELDS + _VIEWS).substitute(values)
