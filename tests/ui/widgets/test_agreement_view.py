"""The agreement on screen."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from notebook.services.agreements import Agreement, AgreementItem, AgreementPart
from notebook.services.preferences import Letterhead
from notebook.ui.icons import Icons
from notebook.ui.widgets.agreement_view import AgreementView
from tests.ui.scripted_prompts import ScriptedPrompts

pytestmark = pytest.mark.usefixtures("theme")


def test_an_answer_without_end_does_not_become_widgets_without_end(
    icons: Icons, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    view = AgreementView(icons, prompts)
    qtbot.addWidget(view)
    answer = AgreementItem("What pleased them?", tuple(f"line {n}" for n in range(5000)))
    view.show_agreement(
        Agreement("Mural", "with Ana", (AgreementPart("Before", (answer,)),), Letterhead())
    )
    shown = [label.text() for label in view.findChildren(QLabel)]
    assert "line 0" in shown
    assert "It goes on in text and PDF." in shown
    assert len(shown) < 500
