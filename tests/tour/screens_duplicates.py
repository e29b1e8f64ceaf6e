"""The screens of people who are kept twice."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QDeadlineTimer, QIODevice
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest

from notebook.domain.own_fields import FieldKind
from notebook.domain.partial_date import PartialDate
from notebook.services.card_parts import DetailDraft
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.ui.duplicates.duplicates_page import DuplicatesPage
from notebook.ui.pictures import small_square
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen, screen_of_empty_notebook


def keep_twice(scene: Scene) -> int:
    """Keep Marta and some others a second time; return the second card of Marta."""
    people = scene.notebook.people
    marta = scene.person("Marta Lindqvist")
    field = scene.notebook.own_fields.add("Shoe size", FieldKind.NUMBER).new_id
    first = people.draft(marta)
    people.save(marta, replace(first, own_values=(OwnValueDraft(field, "39"),)), TODAY)
    second = PersonDraft(
        "Marta Lindquist",
        nickname="Marti",
        birthday=PartialDate(1975, 4, 3),
        roles=at("Lindqvist Hotels", "Managing director"),
        details=(*first.details[:1], DetailDraft("email", "marti@lindqvist-home.example")),
        preferred_times="after five",
        note="Met her at the fair in May. Wants to see the sketches before anybody else does.",
        own_values=(OwnValueDraft(field, "40"),),
    )
    for name in ("Hana Kohen", "Reyes, Samuel", "Deborah Nash-Ford"):
        people.add(name, TODAY)
    twin = people.save(None, second, TODAY).new_id
    for person, colour in ((marta, "#b98a5a"), (twin, "#5a7ab9")):
        pixmap = QPixmap(120, 120)
        pixmap.fill(QColor(colour))
        scene.notebook.photos.keep(person, small_square(_bytes(pixmap)))
    scene.window.notifier.look_again()
    return twin


def _bytes(pixmap: QPixmap) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(data.data())


def show(scene: Scene) -> DuplicatesPage:
    """Open the page and wait until it has looked."""
    scene.window.areas.go_to("duplicates")
    page = scene.window.areas.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    give_up = QDeadlineTimer(5_000)
    while page.is_looking and not give_up.hasExpired():
        QTest.qWait(5)
    assert not page.is_looking
    settle()
    return page


@screen_of_empty_notebook
def duplicates_nobody(scene: Scene) -> None:
    show(scene)


@screen
def duplicates(scene: Scene) -> None:
    keep_twice(scene)
    show(scene)


@screen
def duplicates_by_name_only(scene: Scene) -> None:
    keep_twice(scene)
    page = show(scene)
    page.list.step(1)


@screen
def duplicates_further_down(scene: Scene) -> None:
    """What is the same, and what moves."""
    keep_twice(scene)
    page = show(scene)
    page.view.scroll_to_end()


@screen
def duplicates_after_merging(scene: Scene) -> None:
    keep_twice(scene)
    page = show(scene)
    page.view.merge_button.click()
    show(scene)


@screen
def duplicates_merged_card(scene: Scene) -> None:
    twin = keep_twice(scene)
    scene.window.navigator.person_merge_requested.emit(scene.person("Marta Lindqvist"), twin)
    page = show(scene)
    page.view.merge_button.click()
