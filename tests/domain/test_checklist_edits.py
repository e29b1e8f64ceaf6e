"""Adding, moving and removing steps and questions, and taking over what is new."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.checklist_edits import (
    new_questions,
    question_of,
    step_of,
    with_new_question,
    with_new_questions,
    with_new_step,
    with_question,
    with_question_at,
    with_question_nudged,
    with_step,
    with_step_at,
    with_step_nudged,
    without_question,
    without_step,
)
from notebook.domain.checklists import AnswerKind, Checklist, Question, Step


def asked(key: str, kind: AnswerKind = AnswerKind.TEXT) -> Question:
    return Question(key, f"What about {key}?", kind)


def step(key: str, *questions: str) -> Step:
    return Step(key, key.title(), "", tuple(asked(each) for each in questions), key.title())


BASE = Checklist("base", "Base", (step("a", "a1", "a2"), step("b", "b1"), step("c", "c1", "c2")))


def shape(checklist: Checklist) -> str:
    return " ".join(f"{s.key}:{','.join(q.key for q in s.questions)}" for s in checklist.steps)


def test_words_change_in_their_place() -> None:
    reworded = with_question(BASE, replace(question_of(BASE, "b1"), text="Other"))
    assert shape(reworded) == shape(BASE)
    assert question_of(reworded, "b1").text == "Other"
    assert question_of(BASE, "b1").text == "What about b1?"
    assert step_of(with_step(BASE, replace(step_of(BASE, "b"), title="Bee")), "b").title == "Bee"


def test_steps_and_questions_come_and_go() -> None:
    assert shape(with_new_question(BASE, "a", asked("a9"), 1)) == "a:a1,a9,a2 b:b1 c:c1,c2"
    assert shape(with_new_step(BASE, step("z"), 1)) == "a:a1,a2 z: b:b1 c:c1,c2"
    assert shape(without_question(BASE, "b1")) == "a:a1,a2 b: c:c1,c2"
    assert shape(without_step(BASE, "a")) == "b:b1 c:c1,c2"


def test_questions_move_within_and_between_steps() -> None:
    assert shape(with_question_at(BASE, "a1", "a", 1)) == "a:a2,a1 b:b1 c:c1,c2"
    assert shape(with_question_at(BASE, "a1", "c", 1)) == "a:a2 b:b1 c:c1,a1,c2"
    assert shape(with_step_at(BASE, "a", 2)) == "b:b1 c:c1,c2 a:a1,a2"


@pytest.mark.parametrize(
    ("key", "by", "result"),
    [
        ("a1", 1, "a:a2,a1 b:b1 c:c1,c2"),
        ("a2", 1, "a:a1 b:a2,b1 c:c1,c2"),
        ("b1", 1, "a:a1,a2 b: c:b1,c1,c2"),
        ("b1", -1, "a:a1,a2,b1 b: c:c1,c2"),
        ("a1", -1, "a:a1,a2 b:b1 c:c1,c2"),
        ("c2", 1, "a:a1,a2 b:b1 c:c1,c2"),
    ],
)
def test_a_question_goes_on_into_the_next_step(key: str, by: int, result: str) -> None:
    assert shape(with_question_nudged(BASE, key, by)) == result


def test_a_step_stops_at_the_ends() -> None:
    assert shape(with_step_nudged(BASE, "b", -1)) == "b:b1 a:a1,a2 c:c1,c2"
    assert with_step_nudged(BASE, "a", -1) == BASE
    assert with_step_nudged(BASE, "c", 1) == BASE


def test_a_step_and_a_question_of_the_same_key_are_not_mixed_up() -> None:
    both = Checklist("x", "X", (step("people", "one"), step("two", "people")))
    assert shape(with_question_nudged(both, "people", -1)) == "people:one,people two:"
    assert shape(with_step_nudged(both, "people", 1)) == "two:people people:one"


@pytest.mark.parametrize("edit", [question_of, without_question, step_of, without_step])
def test_what_is_not_there_is_a_mistake(edit: object) -> None:
    with pytest.raises(KeyError):
        edit(BASE, "nothing")  # type: ignore[operator]


@given(
    st.lists(st.tuples(st.sampled_from(["a1", "a2", "b1", "c1", "c2"]), st.sampled_from([-1, 1])))
)
def test_moving_loses_nothing_and_each_move_can_be_taken_back(moves: list[tuple[str, int]]) -> None:
    now = BASE
    for key, by in moves:
        moved = with_question_nudged(now, key, by)
        assert moved == now or with_question_nudged(moved, key, -by) == now
        now = moved
    assert sorted(q.key for q in now.questions) == sorted(q.key for q in BASE.questions)


def test_new_questions_come_where_the_newest_version_has_them() -> None:
    newest = Checklist(
        "base",
        "Base",
        (
            step("a", "new1", "a1", "new2"),
            step("y", "new3"),
            step("c", "c1", "b1", "new4"),
        ),
    )
    assert [each.key for each in new_questions(BASE, newest)] == ["new1", "new2", "new3", "new4"]
    assert shape(with_new_questions(BASE, newest)) == ("a:new1,a1,new2,a2 y:new3 b:b1 c:c1,new4,c2")


def test_what_was_there_keeps_its_words() -> None:
    newest = with_question(BASE, replace(question_of(BASE, "a1"), text="Reworded"))
    newest = with_new_question(without_question(newest, "c1"), "c", asked("c3"), 0)

    merged = with_new_questions(BASE, newest)

    assert question_of(merged, "a1").text == "What about a1?"
    assert shape(merged) == "a:a1,a2 b:b1 c:c3,c1,c2"


def test_a_second_question_about_the_rhythm_is_not_taken_over() -> None:
    kept = with_new_question(BASE, "a", asked("old", AnswerKind.RHYTHM), 0)
    newest = with_new_question(BASE, "a", asked("new", AnswerKind.RHYTHM), 0)
    assert new_questions(kept, newest) == ()
    assert with_new_questions(kept, newest) == kept
