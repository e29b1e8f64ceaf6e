"""Concerns: something went wrong for a customer, and how it is set right.

First the person, then the problem. Each has a track of its own; a concern is closed when both are
done and somebody has asked afterwards whether it is right now. Every function returns the next
standing, or raises Refused with a sentence where the step makes no sense.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from notebook.errors import Refused
from notebook.translate import translate


class Track(StrEnum):
    """What has to be set right."""

    PERSON = "person"
    PROBLEM = "problem"


class ConcernStep(StrEnum):
    """One step of a track."""

    HEARD = "heard"
    """They told it to the end, and were not interrupted."""
    SAID_BACK = "said-back"
    APOLOGISED = "apologised"
    MADE_GOOD = "made-good"
    CAUSE = "cause"
    FIX = "fix"
    CHANGED = "changed"
    """What we do differently now, so that it does not happen again."""


class Stage(StrEnum):
    """Where a concern stands, in one word."""

    TO_HEAR = "to-hear"
    SETTING_RIGHT = "setting-right"
    TO_FOLLOW_UP = "to-follow-up"
    TO_CLOSE = "to-close"
    CLOSED = "closed"


_S = ConcernStep

TRACKS: Mapping[Track, tuple[ConcernStep, ...]] = {
    Track.PERSON: (_S.HEARD, _S.SAID_BACK, _S.APOLOGISED, _S.MADE_GOOD),
    Track.PROBLEM: (_S.CAUSE, _S.FIX, _S.CHANGED),
}
AFTER: Mapping[ConcernStep, ConcernStep] = {
    _S.SAID_BACK: _S.HEARD,
    _S.APOLOGISED: _S.HEARD,
    _S.MADE_GOOD: _S.HEARD,
    _S.CAUSE: _S.HEARD,
    _S.FIX: _S.CAUSE,
    _S.CHANGED: _S.CAUSE,
}
"""What has to be done before a step: nobody finds the cause of what nobody listened to."""

_WORDS = {
    _S.HEARD: "Heard",
    _S.SAID_BACK: "Said back",
    _S.APOLOGISED: "Apologised",
    _S.MADE_GOOD: "Made good now",
    _S.CAUSE: "Cause",
    _S.FIX: "Fix",
    _S.CHANGED: "What we changed",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a concern has come.

    `steps` are those done, with their days. `owner_id` is the one person who answers for it, None
    for whoever keeps the notebook. `followed_up_on` is when they said that it is right now.
    """

    opened_on: date
    steps: Mapping[ConcernStep, date] = field(default_factory=dict)
    owner_id: int | None = None
    escalated_to_id: int | None = None
    follow_up_on: date | None = None
    followed_up_on: date | None = None
    closed_on: date | None = None

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        if self.closed_on is not None:
            return Stage.CLOSED
        if self.followed_up_on is not None:
            return Stage.TO_CLOSE
        if self.is_done(Track.PERSON) and self.is_done(Track.PROBLEM):
            return Stage.TO_FOLLOW_UP
        return Stage.SETTING_RIGHT if _S.HEARD in self.steps else Stage.TO_HEAR

    @property
    def next_step(self) -> ConcernStep | None:
        """The first step that is not done, the person before the problem."""
        steps = (step for track in Track for step in TRACKS[track])
        return next((step for step in steps if step not in self.steps), None)

    def is_done(self, track: Track) -> bool:
        """Whether all steps of a track are done."""
        return all(step in self.steps for step in TRACKS[track])


def step_word(step: ConcernStep) -> str:
    """Return what a step is called: "Said back"."""
    return translate("concerns", _WORDS[step])


def take(standing: Standing, step: ConcernStep, day: date) -> Standing:
    """Do a step on `day`."""
    refuse_closed(standing)
    if step in standing.steps:
        raise Refused(_about(translate("concerns", "“{step}” is done already."), step))
    first = AFTER.get(step)
    if first is not None and first not in standing.steps:
        words = translate("concerns", "“{first}” comes before “{step}”.")
        raise Refused(_about(words, step, first))
    earliest = standing.steps[first] if first is not None else standing.opened_on
    if day < earliest:
        words = translate("concerns", "“{step}” can’t be earlier than what comes before it.")
        raise Refused(_about(words, step))
    return replace(standing, steps={**standing.steps, step: day})


def take_back(standing: Standing, step: ConcernStep) -> Standing:
    """Say that a step is not done after all."""
    refuse_closed(standing)
    if step not in standing.steps:
        raise Refused(_about(translate("concerns", "“{step}” is not done yet."), step))
    if standing.followed_up_on is not None:
        raise Refused(
            translate("concerns", "It was followed up already. Take the follow-up back first.")
        )
    later = next((each for each in standing.steps if AFTER.get(each) is step), None)
    if later is not None:
        words = translate("concerns", "“{step}” comes after “{first}”. Take it back first.")
        raise Refused(_about(words, later, step))
    steps = {each: day for each, day in standing.steps.items() if each is not step}
    return replace(standing, steps=steps)


def hand_over(standing: Standing, owner_id: int | None) -> Standing:
    """Let somebody else answer for it; whoever it was escalated to may take it over."""
    refuse_closed(standing)
    escalated = standing.escalated_to_id
    return replace(
        standing,
        owner_id=owner_id,
        escalated_to_id=None if escalated == owner_id else escalated,
    )


def escalate(standing: Standing, to_id: int | None) -> Standing:
    """Bring somebody in who can decide more; None takes it back."""
    refuse_closed(standing)
    if to_id is not None and to_id == standing.owner_id:
        raise Refused(
            translate("concerns", "It can only be escalated to somebody who doesn’t have it yet.")
        )
    return replace(standing, escalated_to_id=to_id)


def plan_follow_up(standing: Standing, day: date | None) -> Standing:
    """Choose the day on which to ask whether it is right now; without one nobody would."""
    refuse_closed(standing)
    if day is None:
        raise Refused(translate("concerns", "Choose the day on which to ask whether it is right."))
    if day < standing.opened_on:
        raise Refused(translate("concerns", "The follow-up can’t be before the concern came up."))
    return replace(standing, follow_up_on=day)


def ask_again(standing: Standing, asked_on: date, next_on: date | None) -> Standing:
    """Say that they were asked on `asked_on`, and that it is not right yet; ask again later."""
    refuse_closed(standing)
    if standing.followed_up_on is not None:
        raise Refused(translate("concerns", "It was followed up already."))
    if next_on is None or next_on <= asked_on:
        raise Refused(translate("concerns", "Choose a later day on which to ask again."))
    return plan_follow_up(standing, next_on)


def follow_up(standing: Standing, day: date) -> Standing:
    """Say that they were asked on `day`, and that it is right now."""
    refuse_closed(standing)
    if standing.followed_up_on is not None:
        raise Refused(translate("concerns", "It was followed up already."))
    _refuse_unfinished(standing)
    if day < max(standing.steps.values()):
        raise Refused(
            translate("concerns", "The follow-up comes after the last step, not before it.")
        )
    return replace(standing, followed_up_on=day)


def take_follow_up_back(standing: Standing) -> Standing:
    """Say that they were not asked after all, or that it is not right yet."""
    refuse_closed(standing)
    if standing.followed_up_on is None:
        raise Refused(translate("concerns", "It was not followed up yet."))
    return replace(standing, followed_up_on=None)


def close(standing: Standing, day: date) -> Standing:
    """Close it: both tracks are done, and the follow-up happened."""
    refuse_closed(standing)
    _refuse_unfinished(standing)
    if standing.followed_up_on is None:
        raise Refused(translate("concerns", "Ask first whether it is right now, then close it."))
    if day < standing.followed_up_on:
        raise Refused(translate("concerns", "It can’t be closed before it was followed up."))
    return replace(standing, closed_on=day)


def reopen(standing: Standing, follow_up_on: date) -> Standing:
    """Open it again, because it came back; it has to be followed up anew."""
    if standing.closed_on is None:
        raise Refused(translate("concerns", "This concern is open."))
    reopened = replace(standing, closed_on=None, followed_up_on=None)
    return plan_follow_up(reopened, follow_up_on)


def refuse_closed(standing: Standing) -> None:
    """Raise Refused for a concern that is closed: it can be read, and opened again."""
    if standing.closed_on is not None:
        raise Refused(translate("concerns", "This concern is closed. Open it again first."))


def _refuse_unfinished(standing: Standing) -> None:
    missing = standing.next_step
    if missing is not None:
        raise Refused(_about(translate("concerns", "“{step}” is still missing."), missing))


def _about(words: str, step: ConcernStep, first: ConcernStep | None = None) -> str:
    before = step_word(first) if first is not None else ""
    return words.replace("{step}", step_word(step)).replace("{first}", before)
