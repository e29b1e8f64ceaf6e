"""Whether a project is ours to do: kept with its draft, beside the checklist's questions."""

from collections.abc import Mapping

from notebook.services.draft import Draft, Gate, Said
from notebook.services.phrases import filled
from notebook.translate import translate

GATE_KEYS = IS_OURS, WHO_SUITS = "gate:is-ours", "gate:who-suits"
"""Keys of the answers; the colon keeps them apart from all keys of checklists."""
_CHOICES = {True: "yes", False: "no", None: ""}


def gate_in(answers: Mapping[str, Said]) -> Gate:
    """Return what was said, among all answers that are kept."""
    ours, whom = (answers.get(key, Said()) for key in (IS_OURS, WHO_SUITS))
    return Gate({"yes": True, "no": False}.get(ours.choice), whom.text, ours.text)


def gate_answers(gate: Gate) -> dict[str, Said]:
    """Return what was said as the answers that are kept."""
    return {IS_OURS: Said(_CHOICES[gate.is_ours], gate.why), WHO_SUITS: Said(text=gate.whom)}


def gate_heading() -> str:
    """Return what is asked."""
    return translate("gate", "Is this ours to do?")


def why_not_ours(draft: Draft) -> str:
    """Return what to do as long as nobody said that the project is ours to do; else nothing."""
    if draft.gate.is_ours is None:
        return translate("gate", "Is this ours to do? Say so first, then finish.")
    if draft.gate.is_ours:
        return ""
    words = translate("gate", "You said that somebody else suits better. Refer %1 on, or say yes.")
    return filled(words, draft.first_name)
