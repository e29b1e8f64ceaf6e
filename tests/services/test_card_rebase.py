"""A card that is edited while something else changes it."""

from dataclasses import replace

from notebook.domain.facts import FactGroup
from notebook.services.card_parts import EMAIL, PHONE, DetailDraft, FactDraft
from notebook.services.card_rebase import rebased
from notebook.services.people import PersonDraft
from notebook.services.roles import at

OFFICE = DetailDraft(PHONE, "+351 21 555")
MOBILE = DetailDraft(PHONE, "+351 91 555")
MAIL = DetailDraft(EMAIL, "ana@example.org")
BEFORE = PersonDraft("Ana Pereira", details=(OFFICE,), note="Potter")


def test_what_came_meanwhile_stays_beside_what_was_typed() -> None:
    fact = FactDraft(FactGroup.FAMILY, "Two cats")
    typed = replace(BEFORE, details=(OFFICE, MAIL), facts=(fact,), roles=at("", "Owner"))
    present = replace(BEFORE, details=(OFFICE, MOBILE), nickname="Nita")
    assert rebased(BEFORE, typed, present) == replace(
        BEFORE,
        details=(OFFICE, MAIL, MOBILE),
        facts=(fact,),
        roles=at("", "Owner"),
        nickname="Nita",
    )


def test_what_was_typed_counts_where_both_changed_a_field() -> None:
    typed = replace(BEFORE, note="Potter and painter")
    assert rebased(BEFORE, typed, replace(BEFORE, note="Ceramics")) == typed


def test_what_was_taken_away_on_either_side_stays_away() -> None:
    both = replace(BEFORE, details=(OFFICE, MOBILE, MAIL))
    typed = replace(BEFORE, details=(OFFICE, MAIL))
    present = replace(BEFORE, details=(OFFICE, MOBILE))
    assert rebased(both, typed, present).details == (OFFICE,)


def test_a_card_that_nothing_else_changed_is_as_typed() -> None:
    typed = replace(BEFORE, name="Ana P.", details=(MAIL, OFFICE, OFFICE))
    assert rebased(BEFORE, typed, BEFORE) == typed
