"""The sizes that a window had when it was closed, for the next time."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QWidget

from notebook.settings import Settings

USUAL = (1280, 800)
_REST = 10_000  # pixels: all that the other parts leave


class WindowState:
    """Remembers a window, its splitters by name, and whether a panel is shown."""

    def __init__(
        self,
        settings: Settings,
        window: QWidget,
        splitters: dict[str, QSplitter],
        panel: QWidget,
    ) -> None:
        self._settings, self._window = settings, window
        self._splitters, self._panel = splitters, panel

    def restore(self) -> None:
        """Make everything as large as it was, or as it usually is."""
        self._window.resize(*USUAL)
        geometry = self._settings.get("window", "")
        if geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        for name, splitter in self._splitters.items():
            self._restore_splitter(name, splitter)
        shown = self._settings.get("panel-shown", default=True)
        self._panel.setVisible(shown)

    def adopt(self, name: str, splitter: QSplitter) -> None:
        """Look after a splitter that was made later, too."""
        self._splitters[name] = splitter
        self._restore_splitter(name, splitter)

    def _restore_splitter(self, name: str, splitter: QSplitter) -> None:
        widths = self._settings.get(name, [0])
        if len(widths) == splitter.count():
            rest = [_takes_the_rest(splitter.widget(place)) for place in range(len(widths))]
            # A splitter that isn't laid out yet would share its later width in proportion.
            splitter.setSizes(
                [
                    _REST if all_of_it else width
                    for width, all_of_it in zip(widths, rest, strict=True)
                ]
            )

    def remember(self) -> None:
        """Write down how large everything is; raises OSError when there is no room."""
        self._settings.set("window", self._window.saveGeometry().toBase64().toStdString())
        for name, splitter in self._splitters.items():
            self._settings.set(name, splitter.sizes())
        self._settings.set("panel-shown", not self._panel.isHidden())
        self._settings.save()


def _takes_the_rest(part: QWidget | None) -> bool:
    return part is not None and part.sizePolicy().horizontalStretch() > 0
