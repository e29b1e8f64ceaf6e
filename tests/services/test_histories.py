"""Any history of what users do can be taken back step by step, and made again, exactly."""

import shutil
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)
from typing_extensions import override

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.card_parts import EMAIL, PHONE, DetailDraft, FactDraft
from notebook.services.draft import Entry, ProjectFacts, Said
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.storage.file import NotebookFile
from tests.storage.snapshots import (
    Snapshot,
    search_index,
    search_index_as_it_should_be,
    snapshot,
)

TODAY = date(2026, 11, 22)
NOW = datetime.combine(TODAY, time(23, 59), tzinfo=UTC)

words = st.sampled_from(
    ["", "Ana", "ana", "Łucja Żak", "R&D <b>", "王小明", "to be", "x\ny", "'\""]
)
names = words.filter(bool)
days = st.integers(0, 800).map(lambda ago: TODAY - timedelta(days=ago))
details = st.builds(
    DetailDraft, kind=st.sampled_from([PHONE, EMAIL]), value=words, label=st.just("")
)
facts = st.builds(FactDraft, group=st.sampled_from(FactGroup), text=words)
people_drafts = st.builds(
    PersonDraft,
    name=names,
    nickname=words,
    roles=st.builds(at, words, words),
    details=st.lists(details, max_size=2).map(tuple),
    facts=st.lists(facts, max_size=2).map(tuple),
    birthday=st.none() | st.just(PartialDate(month=2, day=29)),
    preferred_channel=st.none() | st.sampled_from(Channel),
    rhythm_days=st.none() | st.just(30),
    is_team=st.booleans(),
    note=words,
)
promises = st.builds(PromiseDraft, side=st.sampled_from(Side), text=names, due_on=st.none() | days)


class Histories(RuleBasedStateMachine):
    """Does what users do, in any order; undo and redo must lead to exactly the earlier states."""

    people = Bundle("people")
    moments = Bundle("moments")
    projects = Bundle("projects")
    promises_made = Bundle("promises_made")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        path = Path(shutil.copy(self.template, self.folder / "notebook.db"))
        self.file = NotebookFile(path)
        self.file.database.pragma("synchronous", "off")  # thousands of changes, none to keep
        self.notebook = Notebook(self.file)
        self.past: list[tuple[int, Snapshot]] = []
        self.future: list[tuple[int, Snapshot]] = []
        self.begin = self.present = snapshot(self.file)

    template: Path

    def noted(self) -> None:
        """Look at what came of a step: without an entry in the journal nothing may be different."""
        now = snapshot(self.file)
        newest = self.file.journal.next_undo()
        known = self.past[-1][0] if self.past else None
        if newest is None or newest[0] == known:
            assert now == self.present
            return
        assert now != self.present
        self.past.append((newest[0], self.present))
        self.future.clear()
        self.present = now

    @initialize(target=people, draft=people_drafts)
    def somebody(self, draft: PersonDraft) -> int:
        return self.added(draft)

    @rule(target=people, draft=people_drafts)
    def add(self, draft: PersonDraft) -> int:
        return self.added(draft)

    def added(self, draft: PersonDraft) -> int:
        made = self.notebook.people.save(None, draft, TODAY).new_id
        self.noted()
        return made

    @rule(person=people, draft=people_drafts, helper=people)
    def edit(self, person: int, draft: PersonDraft, helper: int) -> None:
        self.attempt(lambda: self.notebook.people.save(person, draft, TODAY))
        self.attempt(
            lambda: self.notebook.people.save(
                person, PersonDraft(draft.name, looked_after_by=helper), TODAY
            )
        )

    @rule(person=people)
    def save_as_it_is(self, person: int) -> None:
        self.attempt(
            lambda: self.notebook.people.save(person, self.notebook.people.draft(person), TODAY)
        )

    @rule(person=people)
    def trash(self, person: int) -> None:
        self.attempt(lambda: self.notebook.people.trash(person))

    @rule(place=st.integers(0, 5))
    def restore(self, place: int) -> None:
        for line in self.notebook.upkeep.trash()[place : place + 1]:
            self.notebook.upkeep.restore(line.kind, line.id)
            self.noted()

    @rule(
        target=moments,
        people=st.lists(people, min_size=1, max_size=3),
        day=days,
        text=words,
        made=st.lists(promises, max_size=2),
    )
    def log(self, people: list[int], day: date, text: str, made: list[PromiseDraft]) -> object:
        draft = MomentDraft(
            tuple(people), Channel.CALL, Direction.WE, day, text=text, promises=tuple(made)
        )
        changes = self.attempt(lambda: self.notebook.moments.log(draft, NOW))
        return multiple() if changes is None else changes

    @rule(moment=moments, people=st.lists(people, min_size=1, max_size=2), day=days, text=words)
    def correct(self, moment: int, people: list[int], day: date, text: str) -> None:
        draft = MomentDraft(tuple(people), Channel.VISIT, Direction.THEY, day, text=text)
        self.attempt(lambda: self.notebook.moments.correct(moment, draft, NOW))

    @rule(moment=moments)
    def delete(self, moment: int) -> None:
        self.attempt(lambda: self.notebook.moments.delete(moment))

    @rule(target=promises_made, person=people, side=st.sampled_from(Side), text=names)
    def promise(self, person: int, side: Side, text: str) -> object:
        made = self.attempt(lambda: self.notebook.promises.add(person, side, text, TODAY))
        return multiple() if made is None else made

    @rule(promise=promises_made)
    def keep(self, promise: int) -> None:
        self.attempt(lambda: self.notebook.promises.keep(promise, TODAY))

    @rule(promise=promises_made)
    def reopen(self, promise: int) -> None:
        self.attempt(lambda: self.notebook.promises.reopen(promise))

    @rule(target=projects, person=people, name=names)
    def begin_project(self, person: int, name: str) -> object:
        facts = ProjectFacts(name, person, "any-project")
        made = self.attempt(lambda: self.notebook.drafts.begin(facts))
        return multiple() if made is None else made

    @rule(project=projects, text=words, later=st.booleans())
    def answer(self, project: int, text: str, later: bool) -> None:
        entry = Entry({"pleased": Said("", text, later), "rhythm": Said("weekly")})
        self.attempt(lambda: self.notebook.drafts.save(project, entry, 2, TODAY))

    @rule(project=projects)
    def finish(self, project: int) -> None:
        self.attempt(lambda: self.notebook.drafts.finish(project, TODAY)[0])

    @rule(project=consumes(projects))
    def discard(self, project: int) -> None:
        self.attempt(lambda: self.notebook.projects.trash(project))

    @rule(person=people, text=names)
    def remind(self, person: int, text: str) -> None:
        self.attempt(lambda: self.notebook.reminders.add_own(text, TODAY, person))

    @rule(what=st.sampled_from(["done", "skip", "snooze"]))
    def answer_reminder(self, what: str) -> None:
        groups = self.notebook.reminders.due(TODAY).groups
        for line in groups[0].lines[:1] if groups else ():
            match what:
                case "done":
                    self.attempt(lambda line=line: self.notebook.reminders.done(line, TODAY))
                case "skip":
                    self.attempt(lambda line=line: self.notebook.reminders.skip(line, TODAY))
                case "snooze":
                    until = line.due + timedelta(days=900)
                    self.attempt(partial(self.notebook.reminders.snooze, line, until, TODAY))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        assert self.file.undo() is not None
        change, before = self.past.pop()
        self.future.append((change, self.present))
        self.present = before
        assert snapshot(self.file) == before

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert self.file.redo() is not None
        change, after = self.future.pop()
        self.past.append((change, self.present))
        self.present = after
        assert snapshot(self.file) == after

    def attempt(self, act: object) -> int | None:
        """Do something that may be refused, which must change nothing; return what it made."""
        assert callable(act)
        try:
            changes = act()
        except Refused:
            assert snapshot(self.file) == self.present
            return None
        self.noted()
        made: int | None = changes.created
        return made

    @override
    def teardown(self) -> None:
        try:
            self.everything_is_true()
            while self.past:
                self.undo()
            assert self.file.undo() is None
            assert self.present == self.begin
            self.everything_is_true()
            while self.future:
                self.redo()
            assert self.file.redo() is None
            self.everything_is_true()
        finally:
            self.file.close()
            shutil.rmtree(self.folder)

    def everything_is_true(self) -> None:
        self.notebook.upkeep.check()
        index = search_index(self.file.database.connection())
        assert index == search_index_as_it_should_be(self.file.path)
        wrong = self.file.database.execute_sql(
            "SELECT p.id FROM person p WHERE p.last_contact_on IS NOT (SELECT"
            " max(substr(m.happened_at, 1, 10)) FROM moment m JOIN moment_person mp"
            " ON mp.moment_id = m.id WHERE mp.person_id = p.id AND m.deleted_at IS NULL)"
        ).fetchall()
        assert wrong == []


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_any_history_can_be_taken_back_and_made_again(template: Path) -> None:
    machine = type("AnyHistory", (Histories,), {"template": template})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
