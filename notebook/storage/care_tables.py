"""The tables of what the customer got: check-ins, concerns, and deliveries that got another day."""

from __future__ import annotations

from datetime import date

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from notebook.domain.check_ins import About, Grade, Occasion
from notebook.domain.concerns import ConcernStep
from notebook.domain.moments import Channel
from notebook.storage.fields import DayField, WordField
from notebook.storage.record import Markable, Record
from notebook.storage.tables import Deliverable, Moment, Person, Project


class DeliveryMove(Record):
    """That a delivery got another day, and when they were told."""

    deliverable_id: int
    deliverable = ForeignKeyField(Deliverable, backref="+", on_delete="CASCADE")
    from_on: DayField[date] = DayField()
    to_on: DayField[date] = DayField()
    said_on: DayField[date | None] = DayField(null=True)  # None: nobody told them
    reason = TextField(default="")


class Concern(Markable):
    """Something that went wrong for a customer, until it is set right."""

    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    project_id: int | None
    project: ForeignKeyField[Project | None] = ForeignKeyField(
        Project, null=True, backref="+", on_delete="SET NULL"
    )
    text = TextField()
    opened_on: DayField[date] = DayField()
    owner_id: int | None
    owner: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="SET NULL"
    )
    escalated_to_id: int | None
    escalated_to: ForeignKeyField[Person | None] = ForeignKeyField(
        Person, null=True, backref="+", on_delete="SET NULL"
    )
    follow_up_on: DayField[date | None] = DayField(null=True)
    followed_up_on: DayField[date | None] = DayField(null=True)
    follow_up_words = TextField(default="")
    closed_on: DayField[date | None] = DayField(null=True)


class StepTaken(Record):
    """What was done, or found out, for one step of a concern; without a day it is only a note."""

    concern_id: int
    concern = ForeignKeyField(Concern, backref="+", on_delete="CASCADE")
    step: WordField[ConcernStep] = WordField(ConcernStep)
    note = TextField(default="")
    done_on: DayField[date | None] = DayField(null=True)


class CheckInPlan(Record):
    """That a project has a check-in at this time; its day follows from the agreed dates."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    occasion: WordField[Occasion] = WordField(Occasion)
    own_day: DayField[date | None] = DayField(null=True)
    is_left_out = BooleanField(default=False)
    asks_on: DayField[date | None] = DayField(null=True)  # kept by triggers


class CheckIn(Markable):
    """One time that they were asked whether they get what they expected."""

    project_id: int
    project = ForeignKeyField(Project, backref="+", on_delete="CASCADE")
    person_id: int
    person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    plan_id: int | None
    plan: ForeignKeyField[CheckInPlan | None] = ForeignKeyField(
        CheckInPlan, null=True, backref="+", on_delete="SET NULL"
    )
    moment_id: int | None
    moment: ForeignKeyField[Moment | None] = ForeignKeyField(
        Moment, null=True, backref="+", on_delete="SET NULL"
    )
    concern_id: int | None
    concern: ForeignKeyField[Concern | None] = ForeignKeyField(
        Concern, null=True, backref="+", on_delete="SET NULL"
    )
    asked_on: DayField[date] = DayField()
    channel: WordField[Channel] = WordField(Channel)
    is_draft = BooleanField(default=False)
    grade: WordField[Grade | None] = WordField(Grade, null=True)  # of all its lines together
    our_grade: WordField[Grade | None] = WordField(Grade, null=True)
    more_words = TextField(default="")


class CheckInLine(Record):
    """One first answer beside what they say of it now."""

    check_in_id: int
    check_in = ForeignKeyField(CheckIn, backref="+", on_delete="CASCADE")
    about: WordField[About] = WordField(About)
    expected = TextField()
    said_today = TextField(default="")
    grade: WordField[Grade | None] = WordField(Grade, null=True)
    position = IntegerField(default=0)
