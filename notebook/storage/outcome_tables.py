"""The tables of how projects ended."""

from __future__ import annotations

from datetime import date

from peewee import ForeignKeyField, IntegerField, TextField

from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Record
from notebook.storage.tables import Moment, Project


class Outcome(Record):
    """How a project ended, as long as it is closed."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    ending: WordField[Ending] = WordField(Ending)
    said_by: WordField[SaidBy] = WordField(SaidBy)
    note = TextField(default="")
    ended_on: DayField[date] = DayField()


class OutcomeReason(Record):
    """One reason for an outcome, the weightiest first."""

    outcome_id: int
    outcome = ForeignKeyField(Outcome, backref="+", on_delete="CASCADE")
    why: WordField[Why] = WordField(Why)
    position = IntegerField(default=0)


class OutcomeMoment(Record):
    """A contact that decided how it ended."""

    outcome_id: int
    outcome = ForeignKeyField(Outcome, backref="+", on_delete="CASCADE")
    moment_id: int
    moment = ForeignKeyField(Moment, backref="+", on_delete="CASCADE")
