"""The card of somebody with whom much is going on."""

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel

from notebook.domain.facts import FactGroup
from notebook.domain.promises import Side
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.storage.tables import Promise
from notebook.ui.main_window import MainWindow
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import LONGEST_SHOWN

MANY = 80


def test_a_full_card_is_laid_out_a_few_times_and_not_for_each_of_its_parts(
    window: MainWindow, notebook: Notebook, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = tuple(FactDraft(FactGroup.FAMILY, f"child {number}") for number in range(MANY))
    ana = notebook.people.save(None, PersonDraft("Ana Pereira", facts=facts), today).new_id
    with notebook.file.change("Promised a lot"):
        for number in range(MANY):
            Promise.create(side=Side.OURS, text=f"swatch {number}", state="open", person=ana)
    window.notifier.tell(notebook.people.add("Ben Ode", today))
    QApplication.processEvents()
    times = 0
    place = FlowLayout._place

    def counted(layout: FlowLayout, rect: QRect, *, move: bool) -> int:
        nonlocal times
        times += 1
        return place(layout, rect, move=move)

    monkeypatch.setattr(FlowLayout, "_place", counted)
    window.people.show_person(ana)
    QApplication.processEvents()

    assert window.people.card.overview.promises.isVisible()
    assert window.people.card.overview.worth.isVisible()
    assert times < MANY


def test_a_note_without_end_is_shown_from_its_beginning_and_kept_whole(
    window: MainWindow, notebook: Notebook, today: date
) -> None:
    note = "Ten pages pasted. " * 60_000
    window.notifier.tell(notebook.people.save(None, PersonDraft("Ana Pereira", note=note), today))
    shown = window.people.card.overview.note.findChildren(QLabel)[-1].text()
    assert shown.startswith(note[:LONGEST_SHOWN])
    assert shown.endswith("all of it is kept in the notebook.)")
    assert len(shown) < LONGEST_SHOWN + 100
    window.people.edit_person(window.people.person_id)
    assert window.people.editor.draft().note == note


def test_a_name_without_end_leaves_room_for_its_card(
    window: MainWindow, notebook: Notebook, today: date
) -> None:
    name = "Wide " * 80
    window.notifier.tell(notebook.people.save(None, PersonDraft(name), today))
    window.people.show_first()
    QApplication.processEvents()
    card = window.people.card
    assert card.header.name.height() < window.height() / 4
    assert card.tabs.height() > window.height() / 2
    assert name.strip() in card.header.name.toolTip()
    window.people.edit_person(window.people.person_id)
    assert len(window.people.editor.title.text()) < 90
    assert window.people.editor.who.name.text().strip() == name.strip()
