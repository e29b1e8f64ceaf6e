"""The agreement in plain words, what is open first."""

from datetime import date

from notebook.domain.promises import Side
from notebook.services.agreements import as_text, read_agreement
from notebook.services.draft import Entry, PersonEntry, Said
from notebook.services.notebook import Notebook
from tests.services.project_samples import add_person, begin, fill_in, finish

AGREED = """\
Lobby mural
Agreed with Marta Lindqvist on 22 November 2026

Still open
----------
- Who answers for what on each side, also after delivery?
- 12 December 2026: North wall
  Not agreed: rather 5 December

Past experience
---------------
What pleased Marta about others, on work like this?
  Always on time
And what was disappointing?
  The bill

A rave review
-------------
When it is all done, what must have happened for Marta to recommend us warmly?
  - Guests look up
  - No surprises on the bill

Staying in touch
----------------
How often does Marta want to hear how it goes?
  Weekly
By which channel?
  E-mail
  Before 10:00. Copy Paul.
When should we meet in person, as Marta sees it?
  When the scaffold goes up

What and when
-------------
What will be delivered, how will it be done, and does Marta agree with the date?
  - 28 November 2026: First coat
    By hand
  - 12 December 2026: North wall
    Not agreed: rather 5 December

Who does what
-------------
Have we explained how we work on projects like this?
  Yes
  How plaster dries
What do we need from Marta and the people there, and by when?
  - Key for the service door (Marta Lindqvist, by 25 November 2026)

The people
----------
Who of us will work on it, and has Marta met them? Who is who on the other side?
  - On our side: Tom Berg, leads (not yet introduced)
  - On the side of Marta: Marta Lindqvist
"""


def test_the_agreement_reads_as_plain_text(notebook: Notebook, today: date) -> None:
    assert as_text(read_agreement(finish(notebook), today)) == AGREED


def test_a_draft_says_that_it_is_one(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    agreement = read_agreement(project_id, today)

    assert agreement.subtitle == "Draft for Marta Lindqvist, 22 November 2026"
    assert agreement.parts[0].is_open


def test_an_empty_draft_is_all_open_questions(notebook: Notebook, today: date) -> None:
    (part,) = read_agreement(begin(notebook), today).parts

    assert part.is_open
    assert len(part.items) == 11
    assert part.items[0].open_key == "pleased"


def test_who_of_several_gave_an_answer_stands_beside_it(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    paul = add_person(notebook, "Paul Lindqvist")
    people = notebook.drafts.read(project_id).people
    entry = PersonEntry(notebook.drafts.new_row_id(), paul, "Paul Lindqvist", Side.THEIRS, "pays")
    notebook.drafts.save(project_id, Entry(people=(*people, entry)), 7, today)
    said = Said(text="The bill was a surprise", said_by=paul)
    notebook.drafts.save(project_id, Entry({"disappointed": said}), 2, today)
    assert notebook.drafts.read(project_id).answers["disappointed"] == said
    text = as_text(read_agreement(project_id, today))
    assert "  The bill was a surprise\n  (Paul Lindqvist said so)\n" in text
