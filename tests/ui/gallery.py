"""All widgets of the kit as pictures, to be looked at: `python -m tests.ui.gallery OUT`."""

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from notebook.domain.partial_date import PartialDate
from notebook.domain.warmth import Warmth
from notebook.ui.delegates.person_delegate import PERSON_ROLE, PersonDelegate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.prompts import QuestionDialog
from notebook.ui.theme import Appearance, Theme
from notebook.ui.widgets.avatar import Avatar
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import (
    icon_button,
    link_button,
    plain_button,
    primary_button,
    rail_button,
)
from notebook.ui.widgets.chips import Chip, Tag, Tone
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.fields import number_field, time_field
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import ElidedLabel, text_label
from notebook.ui.widgets.panel import Panel, divider
from notebook.ui.widgets.partial_date_edit import PartialDateEdit
from notebook.ui.widgets.quiet_line import QuietLine
from notebook.ui.widgets.tab_strip import TabStrip
from tests.ui.samples import HOSTILE_NAMES, Line

TODAY = date(2026, 11, 22)
PEOPLE = [
    Line(3, "Marta Lindqvist", "Hotel Lindqvist · Owner", Warmth.WARM),
    Line(4, "Marcus Okafor", "Okafor Bakery · Owner", Warmth.AT_RISK),
    Line(5, "Lena Thorsen", "Thorsen & Daughters", Warmth.COOLING),
    Line(6, "Samuel Reyes", "City Library · Events", Warmth.WARM),
    Line(7, "Yuki Kimura", "Harbour Dental", Warmth.UNKNOWN),
    Line(8, "يوسف الخطيب", "مخبز الزيتون", Warmth.WARM),
    Line(
        9,
        "Annegret von Hohenstein-Wiedemann zu Altenburg",
        "A very long second line, too",
        Warmth.COOLING,
    ),
    *(Line(20 + number, name, "Company", Warmth.WARM) for number, name in enumerate(HOSTILE_NAMES)),
]


def _box(*parts: QWidget, spacing: int = 8) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for part in parts:
        row.addWidget(part)
    return widget


def _rail(icons: Icons) -> QWidget:
    rail = QFrame()
    rail.setProperty("role", "rail")
    column = QVBoxLayout(rail)
    column.setContentsMargins(9, 14, 9, 14)
    column.addWidget(IconMark(icons, "book-heart", "accent", 28), 0, Qt.AlignmentFlag.AlignHCenter)
    for icon in ("users", "clipboard-list", "gift", "chart-column"):
        column.addWidget(rail_button(icons, icon, icon))
    rail.findChildren(QPushButton)[0].setChecked(True)
    column.addStretch(1)
    column.addWidget(rail_button(icons, "settings", "Settings"))
    return rail


def _people(theme: Theme, icons: Icons) -> QWidget:
    side = QFrame()
    side.setProperty("role", "sidebar")
    side.setProperty("side", "left")
    side.setFixedWidth(263)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 12, 0, 0)
    search = QLineEdit()
    search.setPlaceholderText("Search everything")
    search.addAction(icons.icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition)
    search.setAccessibleName("Search")
    column.addWidget(_margins(search, 12))
    head = _box(text_label("All people · 248", "second"), link_button("Last contact", calm=True))
    column.addWidget(_margins(head, 14))
    view = QListView()
    model = QStandardItemModel(view)
    for line in PEOPLE:
        item = QStandardItem()
        item.setData(line, PERSON_ROLE)
        model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(PersonDelegate(theme, view))
    view.setCurrentIndex(model.index(0, 0))
    column.addWidget(view, 1)
    return side


def _margins(widget: QWidget, side: int) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(side, 0, side, 0)
    row.addWidget(widget)
    return box


def _header(icons: Icons) -> QWidget:
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(text_label("Marta Lindqvist", "title"))
    column.addWidget(text_label("Owner, Hotel Lindqvist · e-mail, mornings", "soft", wrap=True))
    column.addWidget(text_label("Looked after by Tom", "soft"))
    header = _box(
        Avatar("Marta Lindqvist", 3),
        words,
        plain_button("Log contact", icons, "pen-line"),
        primary_button("Prepare meeting", icons, "notebook-tabs"),
        icon_button(icons, "ellipsis", "More"),
    )
    layout = header.layout()
    assert isinstance(layout, QHBoxLayout)
    layout.setStretch(1, 1)
    layout.setSpacing(8)
    return header


def _facts(icons: Icons) -> Panel:
    panel = Panel("Worth remembering")
    flow = FlowLayout(gap=4)
    panel.body.addLayout(flow)
    facts = {
        "cake": "12 March, 45 next",
        "heart": "Married to Paul",
        "baby": "Nora 9, Ben 6",
        "paw-print": "Beagle, Fig",
        "bike": "Cycles the lakefront",
        "utensils": HOSTILE_NAMES[1],
    }
    for icon, text in facts.items():
        flow.addWidget(Chip(icons, icon, text))
    return panel


def _promises() -> Panel:
    panel = Panel("Promises")
    rows: list[tuple[str, Tone, str]] = [
        ("ours, Fri", "warn", "Colour swatches for the north wall"),
        ("theirs, Wed", "calm", "Key for the service door"),
        ("kept", "ok", "Scaffold permit"),
        ("3 days", "bad", "Send revised sketch"),
        ("moved", "plain", "Call back"),
    ]
    for tag, tone, text in rows:
        label = text_label(text, wrap=True)
        row = QHBoxLayout()
        row.addWidget(Tag(tag, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        panel.body.addLayout(row)
    panel.body.addWidget(divider())
    panel.body.addWidget(_box(Tag("As expected", "ok", large=True), text_label("10 Nov", "second")))
    panel.body.addWidget(link_button("Yearly touch-up plan"))
    return panel


def _choices() -> Panel:
    panel = Panel("How often does Marta want a progress report?")
    words = ["Daily", "Twice a week", "Weekly", "Every two weeks", "At milestones"]
    row = ChoiceRow([(word, word) for word in words], "How often")
    row.set_value("Weekly")
    panel.body.addWidget(row)
    for value in ("below", "as", "above"):
        grades = ChoiceRow(
            [("below", "Below"), ("as", "As expected"), ("above", "Above")],
            "Grade",
            tones={"below": "bad", "above": "ok"},
            compact=True,
        )
        grades.set_value(value)
        panel.body.addWidget(grades)
    return panel


def _banners(icons: Icons) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    tones: tuple[Tone, ...] = ("calm", "warn", "bad", "ok")
    for tone in tones:
        banner = Banner(icons)
        banner.show_message(f"A sentence about {HOSTILE_NAMES[0]} ({tone}).", tone, "Open")
        column.addWidget(banner)
    quiet = QuietLine()
    quiet.say("Logged a call with Ana Pereira.", undo=True)
    column.addWidget(quiet)
    return box


def _form(icons: Icons) -> QWidget:
    box = QWidget()
    form = QFormLayout(box)
    form.setContentsMargins(0, 0, 0, 0)
    form.addRow("&Name", QLineEdit("Marta Lindqvist"))
    combo = QComboBox()
    combo.addItems(["E-mail", "Telephone"])
    form.addRow("&Channel", combo)
    form.addRow("&Days", number_field("Days", 0, 365))
    form.addRow("&Time", time_field("Time"))
    birthday = PartialDateEdit("Birthday")
    birthday.set_value(PartialDate(None, 3, 12))
    form.addRow("&Birthday", birthday)
    wrong = PartialDateEdit("Birthday")
    wrong.day.setText("31")
    wrong.month.setCurrentIndex(2)
    wrong._judge_when_left()
    form.addRow("Wrong", wrong)
    due = OptionalDateEdit(icons, TODAY, "Due")
    due.set_value(TODAY)
    form.addRow("D&ue", due)
    form.addRow("Empty", OptionalDateEdit(icons, TODAY, "Due"))
    form.addRow("Note", GrowingTextEdit("Note", "What happened?"))
    note = GrowingTextEdit("Note")
    note.setPlainText("Called about the opening date.\nShe is worried about noise on weekdays.")
    form.addRow("Note", note)
    checked, chosen = QCheckBox("Read back and agreed"), QRadioButton("We began")
    checked.setChecked(True)
    chosen.setChecked(True)
    form.addRow("", _box(checked, QCheckBox("Not"), chosen, QRadioButton("They began")))
    off, primary_off = plain_button("Not now"), primary_button("Save")
    off.setEnabled(False)
    primary_off.setEnabled(False)
    form.addRow(
        "", _box(off, primary_off, plain_button("R&D <b>x</b>"), link_button("Ask", second=True))
    )
    return box


def first_page(theme: Theme) -> QWidget:
    """Return a page much like the people page of the design."""
    icons = Icons(theme)
    window = QWidget()
    window.setObjectName("gallery")
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(_rail(icons))
    row.addWidget(_people(theme, icons))
    column = QVBoxLayout()
    column.setContentsMargins(22, 20, 22, 22)
    column.setSpacing(12)
    column.addWidget(_header(icons))
    tabs = TabStrip("Parts of the card")
    for text in ("Card", "Timeline 42", "Projects 2", "Promises 3", "Check-ins 5"):
        tabs.add_tab(text)
    column.addWidget(tabs)
    panels = QHBoxLayout()
    panels.setSpacing(12)
    panels.addWidget(_facts(icons), 1)
    panels.addWidget(_promises(), 1)
    column.addLayout(panels)
    column.addWidget(_choices())
    column.addWidget(_banners(icons))
    column.addStretch(1)
    row.addLayout(column, 1)
    return window


def second_page(theme: Theme) -> QWidget:
    """Return the fields, an empty state and the rest."""
    icons = Icons(theme)
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(22, 22, 22, 22)
    row.setSpacing(22)
    row.addWidget(_form(icons), 1)
    column = QVBoxLayout()
    row.addLayout(column, 1)
    for rank in (
        "title",
        "heading",
        "name",
        "",
        "soft",
        "second",
        "small",
        "panelTitle",
        "link",
        "warn",
        "bad",
        "ok",
    ):
        column.addWidget(text_label(f"Rank {rank or 'none'}", rank))
    column.addWidget(ElidedLabel(HOSTILE_NAMES[2], "name"))
    actions = [primary_button("Bring in a file", icons, "upload"), plain_button("Add a person")]
    empty = EmptyState(
        icons,
        "users",
        "No people yet",
        "Bring in your address book, or begin with one person.",
        actions,
    )
    column.addWidget(empty)
    return window


def _save(widget: QWidget, path: Path, size: QSize | None = None) -> None:
    if size is not None:
        widget.resize(size)
    widget.show()
    QApplication.processEvents()
    widget.grab().save(str(path))
    widget.close()


def _menu(icons: Icons) -> QMenu:
    menu = QMenu()
    menu.addAction(icons.icon("user-plus", "soft"), "New person\tCtrl+N")
    menu.addAction("Log a contact\tCtrl+L")
    menu.addSeparator()
    menu.addAction("Not now").setEnabled(False)
    menu.setActiveAction(menu.actions()[0])
    return menu


def main(folder: Path) -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme.apply(appearance)
        shade = appearance.value
        _save(first_page(theme), folder / f"first-{shade}.png", QSize(1280, 800))
        _save(second_page(theme), folder / f"second-{shade}.png", QSize(1280, 800))
        _save(_menu(Icons(theme)), folder / f"menu-{shade}.png")
        date_edit = OptionalDateEdit(Icons(theme), TODAY, "Due")
        date_edit.open_calendar()
        assert date_edit._calendar is not None
        _save(date_edit._calendar, folder / f"calendar-{shade}.png")
        text = f"{HOSTILE_NAMES[1]} goes to the trash, from where you can bring it back."
        _save(
            QuestionDialog("Remove this person?", text, "Move to trash", "Cancel", None),
            folder / f"question-{shade}.png",
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
