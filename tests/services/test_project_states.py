"""A project from its first question to its end, in whichever order: what makes no sense is refused.

After each thing that is done undo brings back exactly what there was, and redo what it became.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from notebook.domain.check_ins import Grade
from notebook.domain.outcomes import Ending, Leftover
from notebook.domain.projects import TRANSITIONS, ProjectState
from notebook.domain.promises import CLOSED, KEPT_AT_LAST, PromiseState, Side
from notebook.errors import Refused
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import Entry, Said
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.storage.file import NotebookFile
from notebook.storage.outcome_tables import Outcome
from notebook.storage.referral_tables import Referral
from notebook.storage.tables import Answer, Deliverable, Project, Promise
from tests.services.notebook_machine import NotebookMachine, run
from tests.services.project_samples import TODAY, begin, fill_in

S = ProjectState
AGREED_STATES = {S.AGREED, S.UNDER_WAY, S.DELIVERED}
MOVED_ON = date(2027, 1, 15)
NAMES = ("Nina Hartwig", "nina hartwig", "A sign maker")


class ProjectLife(NotebookMachine):
    """One project with two deliveries, a need, and promises that come and go."""

    def __init__(self, file: NotebookFile) -> None:
        super().__init__(file)
        self.today = TODAY
        self.id = begin(self.notebook)
        fill_in(self.notebook, self.id)
        self.marta = self.row.person_id
        self.may_be_open: set[int] = set()
        """Promises that the user left open when the project was closed, or opened since."""

    @property
    def row(self) -> Project:
        found: Project = Project.get_by_id(self.id)
        return found

    @property
    def is_there(self) -> bool:
        return self.row.deleted_at is None

    @property
    def is_at_work(self) -> bool:
        return self.is_there and self.row.agreed_on is not None and self.row.state is not S.CLOSED

    def deliverable(self, place: int) -> Deliverable:
        rows = list(Deliverable.select().order_by(Deliverable.position))
        found: Deliverable = rows[place]
        return found

    def promise(self, place: int) -> Promise:
        rows = list(Promise.select().order_by(Promise.id))
        found: Promise = rows[place % len(rows)]
        return found

    @rule(days=st.integers(1, 20))
    def time_passes(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule()
    def finish(self) -> None:
        project = self.row
        may = self.is_there and project.agreed_on is None and project.state is not S.CLOSED
        self.attempt(lambda: self.notebook.drafts.finish(self.id, self.today), may=may)

    @rule(new=st.sampled_from(S))
    def set_state(self, new: ProjectState) -> None:
        project = self.row
        follows = new in TRANSITIONS[project.state] and new is not S.CLOSED
        is_possible = project.agreed_on is not None or new not in AGREED_STATES
        may = self.is_there and (new is project.state or (follows and is_possible))
        self.attempt(lambda: self.notebook.projects.set_state(self.id, new), may=may)

    @rule(ending=st.sampled_from(Ending), leftovers=st.lists(st.sampled_from(Leftover), min_size=1))
    def close(self, ending: Ending, leftovers: list[Leftover]) -> None:
        project = self.row
        is_open = (Promise.project == self.id) & (Promise.state == PromiseState.OPEN)
        ids = [row.id for row in Promise.select().where(is_open)]
        words = {each: leftovers[place % len(leftovers)] for place, each in enumerate(ids)}
        draft = OutcomeDraft(ending, promises=words, sent_to=NAMES[0])
        is_agreed = project.agreed_on is not None
        may = self.is_there and project.state is not S.CLOSED
        may = may and (is_agreed or ending is not Ending.DELIVERED)
        done = self.attempt(
            lambda: self.notebook.outcomes.close(self.id, draft, self.today), may=may
        )
        if done:
            self.may_be_open = {each for each, word in words.items() if word is Leftover.STAYS}

    @rule(ending=st.sampled_from(Ending))
    def say_better_how_it_ended(self, ending: Ending) -> None:
        project, draft = self.row, OutcomeDraft(ending, sent_to=NAMES[1])
        may = self.is_there and project.state is S.CLOSED
        may = may and (project.agreed_on is not None or ending is not Ending.DELIVERED)
        correct = self.notebook.outcomes.correct
        self.attempt(lambda: correct(self.id, draft, self.today), may=may)

    @rule(whom=st.sampled_from(("", *NAMES, "Marta Lindqvist")))
    def refer_on(self, whom: str) -> None:
        may = self.is_there and self.row.state is not S.CLOSED and whom in NAMES
        done = self.attempt(
            lambda: self.notebook.outcomes.refer_on(self.id, whom, "", self.today), may=may
        )
        if done:
            is_open = Promise.state == PromiseState.OPEN
            self.may_be_open = {row.id for row in Promise.select().where(is_open)}

    @rule(place=st.integers(0, 1))
    def deliver(self, place: int) -> None:
        row = self.deliverable(place)
        may = self.is_at_work and row.delivered_on != self.today
        self.attempt(lambda: self.notebook.projects.deliver(row.id, self.today), may=may)

    @rule(place=st.integers(0, 1))
    def take_back(self, place: int) -> None:
        row = self.deliverable(place)
        may = self.is_at_work and row.delivered_on is not None
        self.attempt(lambda: self.notebook.projects.take_back(row.id), may=may)

    @rule(place=st.integers(0, 1), ahead=st.integers(0, 3))
    def move(self, place: int, ahead: int) -> None:
        row, to_on = self.deliverable(place), MOVED_ON + timedelta(days=ahead)
        may = self.is_at_work and row.delivered_on is None and row.due_on != to_on >= self.today
        moves = self.notebook.delivery_moves
        self.attempt(lambda: moves.move(row.id, to_on, self.today, said_on=self.today), may=may)

    @rule(aside=st.booleans())
    def check_in(self, aside: bool) -> None:
        may = self.is_there and self.row.agreed_on is not None
        if self.row.state is S.CLOSED:
            may = may and Outcome.get().ending is Ending.DELIVERED
        check_ins, now = self.notebook.check_ins, datetime.combine(self.today, time(12))

        def ask() -> None:
            sheet = check_ins.sheet(self.id, self.today)
            first, *others = sheet.draft.lines
            draft = replace(sheet.draft, lines=(replace(first, grade=Grade.ABOVE), *others))
            if aside:
                check_ins.keep(draft, sheet.check_in_id)
            else:
                check_ins.save(draft, now, sheet.check_in_id)

        self.attempt(ask, may=may)

    @rule(place=st.integers(0, 2), out=st.booleans())
    def plan_a_check_in(self, place: int, out: bool) -> None:
        plans = self.notebook.check_ins.plans
        if self.row.agreed_on is None or not self.is_there:
            return
        plan = plans.of_project(self.id, self.today)[place]
        may = self.row.state is not S.CLOSED and plan.check_in_id is None
        change = plans.leave_out if out else plans.take_up
        self.attempt(lambda: change(plan.id), may=may)

    @rule()
    def keep_a_report(self) -> None:
        reports = self.notebook.progress_reports
        self.attempt(lambda: reports.keep(self.id, "Hello"), may=self.is_at_work)

    @rule(introduced=st.booleans())
    def introduce(self, introduced: bool) -> None:
        may = self.is_there and self.row.state is not S.CLOSED
        projects = self.notebook.projects
        self.attempt(
            lambda: projects.introduce(self.id, self.marta, introduced=introduced), may=may
        )

    @rule(rhythm=st.sampled_from(("daily", "weekly")))
    def agree_anew(self, rhythm: str) -> None:
        draft = AmendmentDraft(Entry({"rhythm": Said(rhythm)}), None, self.today)
        said = Answer.get(Answer.question_key == "rhythm").choice
        self.attempt(
            lambda: self.notebook.amendments.amend(self.id, "rhythm", draft, self.today),
            may=self.is_at_work and said != rhythm,
        )

    @rule(text=st.sampled_from(("", "Swatches")))
    def promise_something(self, text: str) -> None:
        def add() -> None:
            promises = self.notebook.promises
            made = promises.add(self.marta, Side.OURS, text, self.today, project_id=self.id)
            self.may_be_open.add(made.new_id)

        self.attempt(add, may=bool(text) and self.is_there)

    @rule(place=st.integers(0, 9))
    def keep(self, place: int) -> None:
        row = self.promise(place)
        may = row.state is PromiseState.OPEN
        self.attempt(lambda: self.notebook.promises.keep(row.id, self.today), may=may)

    @rule(place=st.integers(0, 9), ahead=st.integers(-3, 1))
    def kept_on_another_day(self, place: int, ahead: int) -> None:
        row, day = self.promise(place), self.today + timedelta(days=ahead)
        may = row.state in KEPT_AT_LAST and ahead <= 0
        promises = self.notebook.promises
        self.attempt(lambda: promises.kept_on([row.id], day, self.today), may=may)

    @rule(place=st.integers(0, 9))
    def give_up(self, place: int) -> None:
        row = self.promise(place)
        may = row.state is PromiseState.OPEN
        self.attempt(lambda: self.notebook.promises.give_up(row.id, self.today), may=may)

    @rule(place=st.integers(0, 9))
    def let_go(self, place: int) -> None:
        row = self.promise(place)
        may = row.state is PromiseState.OPEN
        self.attempt(lambda: self.notebook.promises.let_go_all([row.id], self.today), may=may)

    @rule(place=st.integers(0, 9))
    def owe_again(self, place: int) -> None:
        row = self.promise(place)
        may = row.state in CLOSED
        if self.attempt(lambda: self.notebook.promises.reopen(row.id), may=may):
            self.may_be_open.add(row.id)

    @rule()
    def to_the_trash_and_back(self) -> None:
        self.attempt(lambda: self.notebook.projects.trash(self.id), may=self.is_there)
        self.attempt(
            lambda: self.notebook.projects.set_state(self.id, self.row.state), may=self.is_there
        )
        self.attempt(lambda: self.notebook.upkeep.restore("project", self.id), may=True)

    @rule()
    def its_person_to_the_trash_and_back(self) -> None:
        if not self.is_there:
            return
        self.attempt(lambda: self.notebook.people.trash(self.marta), may=True)
        self.attempt(lambda: self.notebook.projects.set_state(self.id, self.row.state), may=False)
        self.attempt(lambda: self.notebook.upkeep.restore("person", self.marta), may=True)

    @invariant()
    def a_closed_project_has_an_outcome_and_no_other_has(self) -> None:
        assert Outcome.select().count() == (self.row.state is S.CLOSED)

    @invariant()
    def an_agreement_goes_before_work_and_turns_needs_into_promises(self) -> None:
        project = self.row
        assert project.agreed_on is not None or project.state not in AGREED_STATES
        assert project.state is not S.DRAFT or project.agreed_on is None
        drafts = Promise.select().where(Promise.state == PromiseState.DRAFT).count()
        assert drafts == (project.agreed_on is None)

    @invariant()
    def nothing_stays_owed_after_the_end_without_a_word(self) -> None:
        if self.row.state is S.CLOSED:
            is_open = (Promise.project == self.id) & (Promise.state == PromiseState.OPEN)
            assert {row.id for row in Promise.select().where(is_open)} <= self.may_be_open

    @invariant()
    def nobody_is_sent_to_the_same_one_twice(self) -> None:
        names = [row.other_name.casefold() for row in Referral.select()]
        assert len(names) == len(set(names))


def test_a_project_stays_whole_whatever_is_done_to_it(template: Path) -> None:
    run(ProjectLife, template, examples=30, steps=25)


@pytest.mark.parametrize("strange", ["promises", "reminders", "moment_ids"])
def test_closing_settles_only_what_is_its_own(
    notebook: Notebook, today: date, strange: str
) -> None:
    project, other = begin(notebook), begin(notebook, "Shed", "Ana Pereira")
    ana = notebook.drafts.read(other).facts.person_id
    promise = notebook.promises.add(ana, Side.OURS, "Swatches", project_id=other).new_id
    draft = OutcomeDraft(Ending.LOST, **{strange: {promise: Leftover.DONE}})  # type: ignore[arg-type]
    with pytest.raises(Refused, match=r"not all (of|about) Lobby mural"):
        notebook.outcomes.close(project, draft, today)
    assert Promise.get_by_id(promise).state is PromiseState.OPEN
