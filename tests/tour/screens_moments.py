"""The screens of planned and past moments."""

from datetime import timedelta

from PySide6.QtCore import Qt

from notebook.domain.moments import Channel, Direction
from notebook.services.moments import MomentDraft
from notebook.ui.card.card_page import TIMELINE_TAB
from notebook.ui.card.timeline import Timeline
from notebook.ui.dialogs.fit_dialog import FitDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.navigator import LogRequest
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen


def show_timeline(scene: Scene, name: str) -> Timeline:
    """Open the timeline of a person of the sample."""
    scene.window.people.show_person(scene.person(name))
    card = scene.window.people.card
    card.tabs.strip.setCurrentIndex(TIMELINE_TAB)
    settle()
    timeline = card.tabs.tab(TIMELINE_TAB)
    assert isinstance(timeline, Timeline)
    return timeline


def open_sheet(scene: Scene) -> LogSheet:
    """Return the log sheet that is open."""
    settle()
    return next(each for each in scene.window.findChildren(LogSheet) if each.isVisible())


@screen
def moments_timeline(scene: Scene) -> None:
    show_timeline(scene, "Marta Lindqvist")


@screen
def moments_timeline_narrowed(scene: Scene) -> None:
    timeline = show_timeline(scene, "Marta Lindqvist")
    timeline.filter.search.setText("scaffold")


@screen
def moments_timeline_finds_nothing(scene: Scene) -> None:
    timeline = show_timeline(scene, "Marta Lindqvist")
    timeline.filter.search.setText("xyzzy")


@screen
def moments_timeline_waiting_for_a_word(scene: Scene) -> None:
    show_timeline(scene, "Hana Cohen")


@screen
def moments_timeline_of_nothing(scene: Scene) -> None:
    show_timeline(scene, "Rosa Valdés")


@screen
def moments_plan(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Lena Thorsen"))
    scene.press(
        Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    scene.type("How the menu boards are working out")


@screen
def moments_log_a_plan(scene: Scene) -> None:
    hana = scene.notebook.reminders.due(TODAY).lines
    planned = next(line for line in hana if "Hana" in line.what)
    scene.window.navigator.log_requested.emit(LogRequest(planned_id=planned.subject_id))


@screen
def moments_log_with_more(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.press(Qt.Key.Key_L)
    sheet = open_sheet(scene)
    scene.type("Went over the colours")
    sheet.their_words.setPlainText("Warmer than the sketch, please.")
    sheet.read_back.setChecked(True)
    sheet.more.add_files([__file__, "/somewhere/else/swatches of the north wall.pdf"])
    assert sheet.more.fields is not None
    sheet.more.fields.place.setText("Hotel lobby")
    sheet.more.fields.minutes.setValue(25)


@screen
def moments_first_meeting(scene: Scene) -> None:
    """After the first meeting it is offered to think it over."""
    rosa = scene.person("Rosa Valdés")
    scene.window.people.show_person(rosa)
    scene.window.navigator.log_requested.emit(LogRequest((rosa,), Channel.MEETING))
    sheet = open_sheet(scene)
    sheet.text.setPlainText("Coffee, and the plans for the shop")
    sheet.save_button.click()
    scene.window.activateWindow()  # as a desktop does when a dialog closes


@screen
def moments_fit(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Hana Cohen"))
    scene.window.navigator.fit_check_requested.emit(scene.person("Hana Cohen"))
    settle()
    assert any(each.isVisible() for each in scene.window.findChildren(FitDialog))


@screen
def moments_card_with_fit(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Hana Cohen"))


@screen
def moments_brief_of_first_meeting(scene: Scene) -> None:
    rosa = scene.person("Rosa Valdés")
    tomorrow = TODAY + timedelta(days=1)
    plan = MomentDraft(
        (rosa,),
        Channel.MEETING,
        Direction.WE,
        tomorrow,
        agenda="What the shop should look like",
        place="Café at the harbour",
    )
    scene.notebook.moments.plan(plan, scene.window.desk.clock.now())
    scene.window.people.show_person(rosa)
    scene.press(Qt.Key.Key_B)
