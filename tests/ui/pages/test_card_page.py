"""The card of somebody with whom much is going on."""

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from notebook.domain.facts import FactGroup
from notebook.domain.promises import Side
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.storage.tables import Promise
from notebook.ui.main_window import MainWindow
from notebook.ui.widgets.flow_layout import FlowLayout

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

    assert window.people.card.promises.isVisible()
    assert window.people.card.worth.isVisible()
    assert times < MANY
