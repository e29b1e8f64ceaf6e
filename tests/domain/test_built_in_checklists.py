"""The built-in checklists: each can be used, and asks what reminders and check-ins are made from."""

from pathlib import Path

import pytest

from notebook.domain.checklists import AnswerKind, Checklist, Question, personalise
from notebook.formats.checklist_toml import decode_checklist, read_checklist, write_checklist

FOLDER = Path(__file__).parents[2] / "resources" / "checklists"
FILES = sorted(FOLDER.glob("*.toml"))
CORE = {
    "pleased": AnswerKind.TEXT,
    "disappointed": AnswerKind.TEXT,
    "rave-review": AnswerKind.POINTS,
    "rhythm": AnswerKind.RHYTHM,
    "channel": AnswerKind.CHANNEL,
    "in-person": AnswerKind.TEXT,
    "deliverables": AnswerKind.DELIVERABLES,
    "explained": AnswerKind.YES_NO,
    "needs": AnswerKind.NEEDS,
    "responsibilities": AnswerKind.RESPONSIBILITIES,
    "people": AnswerKind.PEOPLE,
}
"""What every checklist asks, under the same keys: a draft that changes its list keeps the answers."""
CORE_STEPS = [
    "past-experience",
    "rave-review",
    "what-and-when",
    "staying-in-touch",
    "who-does-what",
    "people",
]
KEYS = """
any-project: pleased disappointed rave-review rhythm channel in-person deliverables explained needs
    responsibilities people
consulting-assignment: pleased disappointed tried-before why-now decision decide-by not-part
    rave-review noticed-by rhythm channel in-person bad-news confidential deliverables form
    explained needs fee signed-off responsibilities people affected
craft-commission: pleased disappointed rave-review way-in protect hours water-and-power
    behind-the-wall sample deliverables finished-by not-part deposit surprises rhythm channel
    in-person explained needs signed-off responsibilities people
restaurant-event: pleased disappointed occasion guests final-number allergies comfort rave-review
    food drinks room bring-along deliverables order-of-the-evening rhythm channel in-person
    explained deposit paid needs asked-on-the-evening responsibilities people
shop-special-order: pleased disappointed occasion surprise rave-review deliverables needed-by
    if-late substitute rhythm channel in-person explained deposit needs handed-over
    responsibilities people
"""


def words_of(question: Question) -> list[str]:
    return [question.text, question.hint, question.note_text, *question.options]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def checklist(request: pytest.FixtureRequest) -> Checklist:
    path: Path = request.param
    parsed = decode_checklist(path.read_bytes())
    assert parsed.key == path.stem
    return parsed


def test_there_are_the_five_of_the_product() -> None:
    names = {decode_checklist(path.read_bytes()).name for path in FILES}
    assert names == {
        "Any project",
        "Consulting assignment",
        "Craft or trade commission",
        "Shop special order",
        "Restaurant event",
    }


def test_each_asks_the_core_under_the_same_keys(checklist: Checklist) -> None:
    kinds = {question.key: question.kind for question in checklist.questions}
    assert {key: kinds.get(key) for key in CORE} == CORE
    assert not checklist.missing_kinds
    assert set(CORE_STEPS) <= {step.key for step in checklist.steps}


def test_only_the_rave_review_is_a_list_of_points(checklist: Checklist) -> None:
    """They come back at each check-in, all of them."""
    points = [each.key for each in checklist.questions if each.kind is AnswerKind.POINTS]
    assert points == ["rave-review"]


def test_keys_stay_what_they_were() -> None:
    """Answers in notebooks are kept by these keys: add some, rename none."""
    known: dict[str, set[str]] = {}
    for word in KEYS.split():
        if word.endswith(":"):
            keys = known.setdefault(word[:-1], set())
        else:
            keys.add(word)
    for path in FILES:
        now = {question.key for question in decode_checklist(path.read_bytes()).questions}
        assert known[path.stem] <= now, path.stem


def test_the_words_are_calm_and_whole(checklist: Checklist) -> None:
    words = [word for step in checklist.steps for word in (step.title, step.heading, step.intro)]
    words += [word for question in checklist.questions for word in words_of(question)]
    assert all("!" not in each for each in words)
    assert all("{" not in personalise(each, "Marta") for each in words)
    for question in checklist.questions:
        assert question.text.endswith("?"), question.key
        assert not question.note_text or question.note_text.endswith("?"), question.key
    for step in checklist.steps:
        assert step.intro.endswith("."), step.key
        assert len(step.title) < 24, step.key
        assert len(step.questions) <= 6, step.key


def test_the_name_is_never_owned_or_replaced_by_a_gender(checklist: Checklist) -> None:
    words = [word for step in checklist.steps for word in (step.heading, step.intro)]
    words += [word for question in checklist.questions for word in words_of(question)]
    for each in words:
        assert "{name}'s" not in each
        assert "{name}’s" not in each
        assert not {"he", "she", "his", "her", "him"} & set(each.lower().split()), each


def test_each_is_the_same_after_writing_and_reading(checklist: Checklist) -> None:
    assert read_checklist(write_checklist(checklist)) == checklist


def test_the_same_key_is_answered_the_same_way_everywhere() -> None:
    """A draft may change its checklist and keeps what was answered."""
    kinds: dict[str, set[AnswerKind]] = {}
    for path in FILES:
        for question in decode_checklist(path.read_bytes()).questions:
            kinds.setdefault(question.key, set()).add(question.kind)
    assert [key for key, of in kinds.items() if len(of) > 1] == []
