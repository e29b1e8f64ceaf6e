"""The way of the Tab key through a page, in the order in which the eye reads it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


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
        yield from _stops_in(layout)
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from _stops(inside)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and not widget.isHidden():  # hidden rows may be about to go
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
