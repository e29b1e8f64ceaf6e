"""What reminders and brief need to know of the checklist that a project began with."""

from notebook.domain.checklists import AnswerKind
from notebook.services.checklists import kept_checklist
from notebook.services.fit_gate import GATE_KEYS, gate_heading
from notebook.services.own_side import OUR_SIDE, our_heading


def question_text(content: str, key: str) -> str:
    """Return the words of a question; its key when nobody has such a question."""
    found = (each.text for each in kept_checklist(content).questions if each.key == key)
    beside = our_heading() if key == OUR_SIDE else key
    return next(found, gate_heading() if key in GATE_KEYS else beside)


def key_of_kind(content: str, kind: AnswerKind) -> str:
    """Return the key of the first question of this kind; empty when nobody asks."""
    found = (each.key for each in kept_checklist(content).questions if each.kind is kind)
    return next(found, "")
