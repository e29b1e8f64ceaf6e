"""The way of the Tab key through a page, in the order in which the eye reads it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def follow_the_eye(page: QWidget) -> None:
    """Let Tab go through the fields of a page as they stand in its layouts.

    Qt goes by when a widget was made, which leaves rows that came later to the end.
    """
    for before, after in pairwise(_stops(page)):
        QWidget.setTabOrder(before, after)


def tab_through(page: QWidget, parts: Iterable[QWidget], *, forward: bool) -> bool:
    """Move the focus to the next or previous field of a page whose rows come and go.

    Call it from `focusNextPrevChild`; the fields within the `parts` come as they stand there. At
    either end the focus leaves the page; in a window of its own it goes round. Returns whether it
    moved.
    """
    focused = page.window().focusWidget()
    every = (stop for part in parts for stop in _stops(part))
    stops = [each for each in every if each.isVisible() and each.isEnabled()]
    if focused not in stops:
        return False
    place = stops.index(focused) + (1 if forward else -1)
    if page.isWindow():
        after: QWidget | None = stops[place % len(stops)]
    elif 0 <= place < len(stops):
        after = stops[place]
    else:
        after = _outside(page, focused, forward=forward)
    if after is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    after.setFocus(reason)
    _show(after)
    return True


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Let the keyboard stay where it is while parts of a page are hidden and filled anew.

    Qt would move it on to the next field, and the view along. Where its field is gone by then, it
    goes to the one that is called the same, or took its place, as soon as that can be seen.
    """
    focused = page.window().focusWidget()
    if focused is None or not page.isAncestorOf(focused):
        yield
        return
    before = [each for each in _stops(page) if each.isVisible()]
    name, place = focused.accessibleName(), before.index(focused) if focused in before else 0
    focused.clearFocus()
    yield
    if focused.isVisible():
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        QTimer.singleShot(0, page, lambda: _give_focus(page, name, place))


def _give_focus(page: QWidget, name: str, place: int) -> None:
    stops = [each for each in _stops(page) if each.isVisible()]
    if stops and page.window().focusWidget() is None:
        same = (each for each in stops if each.accessibleName() == name)
        chosen = next(same, stops[min(place, len(stops) - 1)])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)


def _outside(page: QWidget, focused: QWidget, *, forward: bool) -> QWidget | None:
    """Return where Tab goes on outside of a page; what leads back into it is passed over."""
    widget: QWidget | None = focused
    while True:
        assert widget is not None, "the chain is a ring"
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is None or widget is focused:
            return None
        is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        is_ready = widget.isVisible() and widget.isEnabled()
        if is_stop and is_ready and not page.isAncestorOf(widget):
            return widget


def _show(widget: QWidget) -> None:
    """Let the areas around it scroll to a field, as Qt does for its own way of Tab."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if is_stop and widget.focusProxy() is None:
        yield widget
    if layout is not None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        yield from _stops_in(layout, widget.findChildren(QWidget, options=direct))
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from _stops(inside)
    elif isinstance(widget, QSplitter):
        for place in range(widget.count()):
            if (part := widget.widget(place)) is not None and not part.isHidden():
                yield from _stops(part)


def _stops_in(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield the stops in the order of a layout.

    Its items are not asked for: Python would keep one that is gone, and take a widget that comes
    to be at the same address for it.
    """
    places: list[tuple[int, QWidget | QLayout]] = [
        (layout.indexOf(child), child) for child in children
    ]
    inner = (each for each in layout.children() if isinstance(each, QLayout))
    places += ((layout.indexOf(each), each) for each in inner)
    for place, part in sorted(places, key=lambda each: each[0]):
        if place < 0:
            continue
        if isinstance(part, QLayout):
            yield from _stops_in(part, children)
        elif not part.isHidden():  # hidden rows may be about to go
            yield from _stops(part)
