"""Concerns: opened, set right on two tracks, followed up, closed; nothing else gets through."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from typing_extensions import override

from notebook.domain.concerns import AFTER, ConcernStep, Stage
from notebook.domain.moments import Channel
from notebook.errors import Refused
from notebook.services.concern_page import ConcernPage
from notebook.services.concerns import Answer, ConcernDraft, ConcernEntry, StepEntry
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.storage.file import NotebookFile
from tests.services.project_samples import TODAY, add_person, begin, contacts_with, open_concerns

S = ConcernStep
DAY = timedelta(days=1)
NOW = datetime.combine(TODAY, time(12, 0), tzinfo=UTC)
ALL = dict.fromkeys(ConcernStep, StepEntry(is_done=True, note="Done"))


def entry_of(page: ConcernPage) -> ConcernEntry:
    """Return a concern as it would be saved without a change."""
    standing = page.standing
    return ConcernEntry(
        page.text,
        {each.step: StepEntry(each.done_on is not None, each.note) for each in page.steps},
        standing.owner_id,
        standing.escalated_to_id,
        standing.follow_up_on,
        Answer.RIGHT if standing.followed_up_on else Answer.NOT_ASKED,
        page.follow_up_words,
        project_id=page.project_id,
    )


@pytest.fixture
def tom(notebook: Notebook) -> int:
    return notebook.people.save(None, PersonDraft("Tom Arden", is_team=True), TODAY).new_id


@pytest.fixture
def marcus(notebook: Notebook, tom: int) -> int:
    draft = PersonDraft("Marcus Okafor", looked_after_by=tom)
    return notebook.people.save(None, draft, TODAY).new_id


@pytest.fixture
def concern(notebook: Notebook, marcus: int) -> int:
    draft = ConcernDraft(marcus, "The letters look too modern")
    return notebook.concerns.open(draft, TODAY - 3 * DAY).new_id


def saved(notebook: Notebook, concern: int, **changes: object) -> ConcernPage:
    entry = replace(entry_of(notebook.concerns.page(concern, TODAY)), **changes)  # type: ignore[arg-type]
    notebook.concerns.save(concern, entry, NOW)
    return notebook.concerns.page(concern, TODAY)


def test_a_concern_has_an_owner_and_a_follow_up_from_the_beginning(
    notebook: Notebook, marcus: int, tom: int, concern: int
) -> None:
    (line,) = open_concerns(notebook, person_id=marcus)
    assert (line.text, line.owner_name) == ("The letters look too modern", "Tom Arden")
    assert line.follow_up_on == TODAY + 4 * DAY
    assert (line.stage, line.next_step) == (Stage.TO_HEAR, S.HEARD)
    page = notebook.concerns.page(concern, TODAY)
    assert page.steps[0].hint == "What happened, as Marcus tells it"
    assert page.standing.owner_id == tom
    with pytest.raises(Refused, match="what went wrong"):
        notebook.concerns.open(ConcernDraft(marcus, " \n"), TODAY)


def test_both_tracks_and_the_follow_up_lead_to_the_end(
    notebook: Notebook, marcus: int, concern: int
) -> None:
    page = saved(notebook, concern, steps={S.HEARD: StepEntry(True, "Grandfather's hand & brush")})
    assert page.standing.stage is Stage.SETTING_RIGHT
    assert (page.steps[0].note, page.steps[0].done_on) == ("Grandfather's hand & brush", TODAY)
    assert saved(notebook, concern, steps=ALL).standing.stage is Stage.TO_FOLLOW_UP
    right = {"answer": Answer.RIGHT, "follow_up_words": "Now it is his", "channel": Channel.VISIT}
    assert saved(notebook, concern, **right).standing.stage is Stage.TO_CLOSE
    (moment,) = notebook.moments.of_person(marcus, 9)
    assert (moment.channel, moment.their_words) == (Channel.VISIT, "Now it is his")

    entry = entry_of(notebook.concerns.page(concern, TODAY))
    changes = notebook.concerns.save(concern, entry, NOW, closing=True)
    assert changes.label == "Closed the concern of Marcus Okafor: The letters look too modern"
    assert open_concerns(notebook, person_id=marcus) == ()
    assert len(notebook.moments.of_person(marcus, 9)) == 1
    for change in ({"owner_id": None}, {"text": "Something else"}, {}):
        with pytest.raises(Refused, match="is closed"):
            notebook.concerns.save(concern, replace(entry, **change), NOW)
    notebook.concerns.reopen(concern, TODAY)
    (line,) = open_concerns(notebook, person_id=marcus)
    assert (line.stage, line.follow_up_on) == (Stage.TO_FOLLOW_UP, TODAY + 7 * DAY)


def test_not_right_yet_is_asked_again_on_a_later_day(
    notebook: Notebook, marcus: int, concern: int
) -> None:
    with pytest.raises(Refused, match="later day"):
        saved(notebook, concern, answer=Answer.NOT_YET, follow_up_on=TODAY)
    assert contacts_with(notebook, marcus) == 0
    page = saved(notebook, concern, answer=Answer.NOT_YET, follow_up_on=TODAY + 5 * DAY)
    assert page.standing.follow_up_on == TODAY + 5 * DAY
    assert page.standing.followed_up_on is None
    assert contacts_with(notebook, marcus) == 1


def test_a_refused_save_saves_nothing(notebook: Notebook, concern: int) -> None:
    before = notebook.concerns.page(concern, TODAY)
    entry = replace(entry_of(before), text="Reworded", steps={S.CAUSE: StepEntry(True, "Haste")})
    with pytest.raises(Refused, match="“Heard” comes before “Cause”"):
        notebook.concerns.save(concern, entry, NOW)
    with pytest.raises(Refused, match="“Heard” is still missing"):
        notebook.concerns.save(concern, entry_of(before), NOW, closing=True)
    with pytest.raises(Refused, match="what went wrong"):
        notebook.concerns.save(concern, replace(entry_of(before), text=""), NOW)
    assert notebook.concerns.page(concern, TODAY) == before
    assert notebook.upkeep.next_undo.startswith("Opened a concern of Marcus Okafor")


def test_a_note_may_be_written_before_the_step_is_done(notebook: Notebook, concern: int) -> None:
    page = saved(notebook, concern, steps={S.FIX: StepEntry(note="Draw it by hand")})
    fix = next(each for each in page.steps if each.step is S.FIX)
    assert (fix.note, fix.done_on) == ("Draw it by hand", None)
    assert notebook.concerns.save(concern, entry_of(page), NOW).kinds == frozenset()


def test_several_steps_are_taken_back_at_once(notebook: Notebook, concern: int) -> None:
    saved(notebook, concern, steps=ALL)
    page = saved(notebook, concern, steps=dict.fromkeys(ConcernStep, StepEntry(note="Done")))
    assert page.standing.steps == {}
    assert {each.note for each in page.steps} == {"Done"}


def test_it_is_handed_over_and_escalated(notebook: Notebook, tom: int, concern: int) -> None:
    ines = notebook.people.save(None, PersonDraft("Ines Castro", is_team=True), TODAY).new_id
    assert saved(notebook, concern, escalated_to_id=ines).standing.escalated_to_id == ines
    with pytest.raises(Refused, match="doesn’t have it yet"):
        saved(notebook, concern, escalated_to_id=tom)
    page = saved(notebook, concern, owner_id=ines, escalated_to_id=tom)
    assert (page.standing.owner_id, page.standing.escalated_to_id) == (ines, tom)


def test_a_concern_belongs_to_a_project_from_the_beginning_or_later(
    notebook: Notebook, marcus: int, concern: int
) -> None:
    project_id = begin(notebook, "Bakery front")
    assert saved(notebook, concern, project_id=project_id).project_name == "Bakery front"
    assert [line.id for line in open_concerns(notebook, project_id=project_id)] == [concern]
    notebook.projects.trash(project_id)
    saved(notebook, concern, text="Reworded")
    notebook.upkeep.restore("project", project_id)
    assert notebook.concerns.page(concern, TODAY).project_name == "Bakery front"
    assert saved(notebook, concern, project_id=None).project_id is None
    with pytest.raises(Refused, match="no longer"):
        saved(notebook, concern, project_id=1)


def test_what_is_closed_is_listed_the_last_one_first(
    notebook: Notebook, marcus: int, concern: int
) -> None:
    other = notebook.concerns.open(ConcernDraft(marcus, "Too early"), TODAY - 9 * DAY).new_id
    for each, now in ((other, NOW), (concern, NOW + DAY)):
        right = {"steps": ALL, "answer": Answer.RIGHT}
        entry = replace(entry_of(notebook.concerns.page(each, TODAY)), **right)  # type: ignore[arg-type]
        notebook.concerns.save(each, entry, now, closing=True)
    card = notebook.cards.card(marcus, TODAY)
    assert card.open_concerns == ()
    assert [(line.id, line.closed_on, line.stage) for line in card.closed_concerns] == [
        (concern, TODAY + DAY, Stage.CLOSED),
        (other, TODAY, Stage.CLOSED),
    ]
    notebook.concerns.trash(concern)
    assert [line.id for line in notebook.cards.card(marcus, TODAY).closed_concerns] == [other]


def test_whoever_is_in_the_trash_takes_the_concern_along(
    notebook: Notebook, marcus: int, concern: int
) -> None:
    project_id = begin(notebook, "Bakery front")
    other = notebook.concerns.open(ConcernDraft(marcus, "Too early", project_id), TODAY).new_id
    assert len(open_concerns(notebook, project_id=project_id)) == 1
    notebook.projects.trash(project_id)
    assert {line.project_name for line in open_concerns(notebook, person_id=marcus)} == {""}
    notebook.concerns.trash(other)
    assert [line.id for line in open_concerns(notebook, person_id=marcus)] == [concern]
    notebook.people.trash(marcus)
    assert open_concerns(notebook, person_id=marcus) == ()
    assert ("concern", "Too early") in {(line.kind, line.title) for line in notebook.upkeep.trash()}


class ConcernHistories(RuleBasedStateMachine):
    """Saves any entry at any time: the file holds what was allowed, and nothing of what was not."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.file = NotebookFile(Path(shutil.copy(self.template, self.folder / "notebook.db")))
        self.file.database.pragma("synchronous", "off")
        self.notebook = Notebook(self.file)
        self.marcus = add_person(self.notebook, "Marcus")
        self.team = [add_person(self.notebook, name) for name in ("Tom", "Ines")]
        self.now = NOW
        draft = ConcernDraft(self.marcus, "Too modern")
        self.id = self.notebook.concerns.open(draft, TODAY).new_id

    def attempt(self, act: Callable[[], object]) -> None:
        before, sentence = self.notebook.concerns.page(self.id, TODAY), ""
        try:
            act()
        except Refused as refused:
            sentence = str(refused)
        if sentence:
            assert sentence.endswith(".")
            assert self.notebook.concerns.page(self.id, TODAY) == before

    @rule(
        done=st.sets(st.sampled_from(ConcernStep)) | st.just(set(ConcernStep)),
        owner=st.integers(-1, 1),
        escalated=st.integers(-1, 1),
        follow_up=st.none() | st.integers(-2, 9),
        answer=st.sampled_from(Answer),
        closing=st.booleans(),
    )
    def save(
        self,
        done: set[ConcernStep],
        owner: int,
        escalated: int,
        follow_up: int | None,
        answer: Answer,
        closing: bool,
    ) -> None:
        entry = ConcernEntry(
            "Too modern",
            {step: StepEntry(step in done) for step in ConcernStep},
            self.team[owner] if owner >= 0 else None,
            self.team[escalated] if escalated >= 0 else None,
            None if follow_up is None else self.now.date() + follow_up * DAY,
            answer,
        )
        self.attempt(lambda: self.notebook.concerns.save(self.id, entry, self.now, closing=closing))

    @rule()
    def reopen(self) -> None:
        self.attempt(lambda: self.notebook.concerns.reopen(self.id, self.now.date()))

    @rule()
    def undo(self) -> None:
        if not self.notebook.upkeep.next_undo.startswith(("Opened a concern", "Added")):
            self.notebook.upkeep.undo()

    @rule()
    def wait_a_day(self) -> None:
        self.now += DAY

    @invariant()
    def only_what_makes_sense_is_in_the_file(self) -> None:
        standing = self.notebook.concerns.page(self.id, TODAY).standing
        assert all(
            first in standing.steps for step, first in AFTER.items() if step in standing.steps
        )
        assert standing.owner_id is None or standing.owner_id != standing.escalated_to_id
        if standing.followed_up_on is not None or standing.closed_on is not None:
            assert set(standing.steps) == set(ConcernStep)
            assert standing.followed_up_on is not None
            assert standing.followed_up_on >= max(standing.steps.values())
        is_open = bool(open_concerns(self.notebook, person_id=self.marcus))
        assert is_open == (standing.closed_on is None)
        asked = contacts_with(self.notebook, self.marcus)
        assert asked or standing.followed_up_on is None

    @override
    def teardown(self) -> None:
        self.file.close()
        shutil.rmtree(self.folder)


def test_any_history_of_a_concern_makes_sense(template: Path) -> None:
    ConcernHistories.template = template
    run_state_machine_as_test(
        ConcernHistories,
        settings=settings(
            max_examples=20,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_days_are_those_on_which_it_was_done(notebook: Notebook, concern: int) -> None:
    saved(notebook, concern, steps={S.HEARD: StepEntry(True)})
    page = notebook.concerns.page(concern, TODAY)
    later = NOW + 2 * DAY
    entry = replace(entry_of(page), steps={S.HEARD: StepEntry(True), S.CAUSE: StepEntry(True)})
    notebook.concerns.save(concern, entry, later)
    days = notebook.concerns.page(concern, TODAY).standing.steps
    assert days == {S.HEARD: TODAY, S.CAUSE: date(2026, 11, 24)}
