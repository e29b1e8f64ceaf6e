"""The rows of a checklist, and where a dragged one lands."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from notebook.domain.checklists import AnswerKind, Checklist, Question, Step
from notebook.ui.models.outline_model import (
    OutlineModel,
    Part,
    question_target,
    step_target,
)
from tests.ui.samples import HOSTILE_NAMES


def step(key: str, *questions: str) -> Step:
    asked = tuple(
        Question(each, f"What of {{name}} {each}?", AnswerKind.TEXT) for each in questions
    )
    return Step(key, key.upper(), "", asked)


# Rows: 0 the checklist, 1 a, 2 a1, 3 a2, 4 b, 5 c, 6 c1
CHECKLIST = Checklist("list", "List", (step("a", "a1", "a2"), step("b"), step("c", "c1")))


@pytest.fixture
def model() -> OutlineModel:
    model = OutlineModel()
    model.show(CHECKLIST)
    return model


def test_it_is_a_sound_model(model: OutlineModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("key", "before", "target"),
    [
        ("a1", 7, ("c", 1)),
        ("a1", 6, ("c", 0)),
        ("a1", 5, ("b", 0)),
        ("a1", 4, ("a", 1)),
        ("a1", 2, ("a", 0)),
        ("a1", 3, ("a", 0)),
        ("c1", 2, ("a", 0)),
        ("c1", 3, ("a", 1)),
        ("c1", 4, ("a", 2)),
        ("c1", 0, ("a", 0)),
    ],
)
def test_a_question_lands_before_the_row_it_is_dropped_on(
    model: OutlineModel, key: str, before: int, target: tuple[str, int]
) -> None:
    assert question_target(model.rows, key, before) == target


@pytest.mark.parametrize(
    ("key", "before", "place"), [("a", 7, 2), ("a", 5, 1), ("c", 1, 0), ("c", 3, 1), ("b", 4, 1)]
)
def test_a_step_lands_between_steps(model: OutlineModel, key: str, before: int, place: int) -> None:
    assert step_target(model.rows, key, before) == place


def test_dropping_says_where_and_changes_nothing_itself(model: OutlineModel, qtbot: QtBot) -> None:
    data = model.mimeData([model.index(2)])
    with qtbot.waitSignal(model.question_dropped) as dropped:
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 6, 0, QModelIndex())
    assert dropped.args == ["a1", "c", 0]
    with qtbot.waitSignal(model.step_dropped) as dropped:
        model.dropMimeData(
            model.mimeData([model.index(1)]), Qt.DropAction.MoveAction, -1, 0, QModelIndex()
        )
    assert dropped.args == ["a", 2]
    assert [row.key for row in model.rows] == ["", "a", "a1", "a2", "b", "c", "c1"]


def test_what_comes_from_elsewhere_is_let_fall(model: OutlineModel, qtbot: QtBot) -> None:
    data = model.mimeData([model.index(2)])
    model.show(Checklist("other", "Other", (step("x", "y"),)))
    with qtbot.assertNotEmitted(model.question_dropped):
        model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())


def test_words_are_read_with_the_name_and_the_kind_of_answer(model: OutlineModel) -> None:
    model.fill_in(HOSTILE_NAMES[1])
    index = model.index(2)
    words = f"What of {HOSTILE_NAMES[1]} a1?"
    assert index.data() == words
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{words} Answer: In free words"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Step: A"
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_choice_stays_while_only_words_change(model: OutlineModel) -> None:
    reworded = Checklist("list", "Other", CHECKLIST.steps)
    assert not model.show(reworded)
    assert model.rows[0].text == "Other"
    assert model.show(Checklist("list", "List", CHECKLIST.steps[1:]))
    assert model.row_of(Part.QUESTION, "a1") is None
