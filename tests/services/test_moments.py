"""Contacts: who took part stays true, whoever is in the trash meanwhile."""

from dataclasses import replace
from datetime import date, datetime

from notebook.domain.moments import Channel, Direction
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook


def test_a_corrected_contact_keeps_those_in_the_trash(
    notebook: Notebook, today: date, now: datetime
) -> None:
    ana, ben, cem = (notebook.people.add(name, today).new_id for name in ("Ana", "Ben", "Cem"))
    draft = MomentDraft((ana, ben, cem), Channel.VISIT, Direction.WE, today, text="On site")
    moment = notebook.moments.log(draft, now).new_id
    notebook.people.trash(ben)

    # The sheet shows only who is there; Cem is taken off on purpose.
    notebook.moments.correct(moment, replace(draft, person_ids=(ana,), text="At the site"), now)
    notebook.upkeep.restore("person", ben)

    assert [line.text for line in notebook.moments.of_person(ben, 10)] == ["At the site"]
    assert notebook.moments.count_of_person(ana) == 1
    assert notebook.moments.count_of_person(cem) == 0
