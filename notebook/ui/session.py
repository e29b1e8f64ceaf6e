"""The open notebook and its window, and the ways from one notebook to another."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QThreadPool, QTimer, Slot
from PySide6.QtWidgets import QApplication

from notebook.errors import FileProblem
from notebook.paths import Paths
from notebook.services.notebook import Notebook
from notebook.services.phrases import filled
from notebook.settings import Settings
from notebook.storage.backups import Backup, all_backups, back_up, put_back, set_aside
from notebook.storage.problems import explained
from notebook.ui.clock import Clock
from notebook.ui.notebook_window import NotebookWindow
from notebook.ui.prompts import Prompts
from notebook.ui.single_instance import SingleInstance
from notebook.ui.widgets.backup_list import moment_words

_LISTEN_AFTER_MS = 300  # the window is painted first; a second start is patient for longer


class Session(QObject):
    """One notebook after another: its lock, its file, its window.

    Attributes:
        paths: the folder of the open notebook.
        is_sample: whether that is the sample.
    """

    def __init__(
        self,
        clock: Clock,
        prompts: Prompts,
        build: Callable[["Session", Notebook, Settings], NotebookWindow],
        parent: QObject | None = None,
    ) -> None:
        """`build` makes the window of an open notebook; `prompts` asks where there is none yet."""
        super().__init__(parent)
        self._clock, self._prompts, self._build = clock, prompts, build
        self._instance: SingleInstance | None = None
        self._notebook: Notebook | None = None
        self._window: NotebookWindow | None = None
        self._own_paths: Paths | None = None
        self._sample: TemporaryDirectory[str] | None = None
        self._is_hidden = False

    @property
    def paths(self) -> Paths:
        """The folder of the open notebook."""
        if self._sample is not None:
            return Paths(Path(self._sample.name))
        assert self._own_paths is not None, "nothing was begun"
        return self._own_paths

    @property
    def is_sample(self) -> bool:
        """Whether the sample is open."""
        return self._sample is not None

    @property
    def has_own(self) -> bool:
        """Whether there is a notebook of the user's own to go back to from the sample."""
        return self._own_paths is not None

    def notebook_path(self) -> Path:
        """Return the file that is open."""
        return self.paths.notebook

    def begin(self, paths: Paths, *, is_hidden: bool = False) -> bool:
        """Open the notebook in a folder and show its window, or have it wait in the tray.

        What is wrong with it is said, with the ways out, until it opens. False when the user gave
        up, or when another process has the window, which was then raised.
        """
        self._is_hidden = is_hidden
        wanted: Paths | None = paths
        while wanted is not None:
            self._own_paths = wanted
            try:
                if not self._take_lock(wanted):
                    return False
                self._open()
            except FileProblem as problem:
                self._release_lock()
                wanted = self._way_out(problem, wanted)
            else:
                QTimer.singleShot(_LISTEN_AFTER_MS, self._listen)
                return True
        return False

    def begin_sample(self) -> None:
        """Show the window of a sample, as the only notebook there is."""
        self._open_sample()
        self._announce(self.tr("This is a sample with invented people. Nothing here is kept."))

    def restore(self, backup: Backup) -> None:
        """Put a backup in place of the notebook, which becomes a backup itself."""
        path = self.paths.notebook
        way_back: Path | None = None
        with self._between_windows() as closed:
            if not closed:
                return
            try:
                way_back = back_up(path, self.paths.backups, "before-restore", spare=backup.path)
                self._close_file()
                put_back(backup.path, path)
            except FileProblem as problem:
                way_back = None
                self._prompts.show_problem(self.tr("The backup was not restored"), str(problem))
            self._close_file()
            self._reopen()
        if way_back is not None:
            self._offer_way_back(backup, way_back)

    def open_sample(self) -> None:
        """Show the sample instead of the user's own notebook."""
        with self._between_windows() as closed:
            if not closed:
                return
            self._close_notebook()
            self._open_sample()
        self._announce(
            self.tr("This is a sample with invented people. Your own notebook is as you left it."),
            self.tr("Back to my notebook"),
            self.leave_sample,
        )

    def leave_sample(self) -> None:
        """Show the user's own notebook again; the sample is gone."""
        with self._between_windows() as closed:
            if closed:
                self._drop_sample()
                self._reopen()

    def end(self) -> None:
        """Close the notebook, with a backup of what changed; the window is closed already."""
        QThreadPool.globalInstance().waitForDone()
        self._drop_sample()
        self._close_notebook()
        self._release_lock()

    def _take_lock(self, paths: Paths) -> bool:
        with explained(paths.data_dir):
            paths.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._instance = SingleInstance(paths.data_dir, self)
        if self._instance.is_first():
            self._instance.started_again.connect(self._on_started_again)
            return True
        if not self._is_hidden and not self._instance.raise_first():
            self._prompts.show_problem(
                self.tr("The notebook is open already"),
                self.tr("Its window does not answer. Close it, then start the notebook again."),
            )
        return False

    def _release_lock(self) -> None:
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    def _open(self) -> None:
        self._notebook = Notebook.open(self.paths.notebook)
        self._show()

    def _show(self) -> None:
        assert self._notebook is not None
        self._window = self._build(self, self._notebook, Settings(self.paths.settings))
        self._window.fit_to_screen()
        if self._is_hidden:
            self._window.step_aside()
        else:
            self._window.show()
        self._window.begin_reminding(is_hidden=self._is_hidden)
        self._is_hidden = False

    def _reopen(self) -> None:
        """Open the user's own notebook again, or whatever the user finds instead."""
        self._release_lock()
        if not self.begin(self.paths):
            QApplication.quit()

    def _open_sample(self) -> None:
        from notebook.services.sample import fill

        self._sample = TemporaryDirectory(
            prefix="relationship-notebook-sample-", ignore_cleanup_errors=True
        )
        self._notebook = Notebook.open(self.paths.notebook)
        fill(self._notebook, self._clock.today())
        self._show()

    def _drop_sample(self) -> None:
        if self._sample is not None:
            self._close_file()
            self._sample.cleanup()
            self._sample = None

    def _close_notebook(self) -> None:
        if self._notebook is None:
            return
        try:
            self._notebook.close()
        except FileProblem as problem:
            self._prompts.show_problem(
                self.tr("Your notebook is saved, but there is no backup of today"), str(problem)
            )
        self._notebook = None

    def _close_file(self) -> None:
        if self._notebook is not None:
            self._notebook.file.close()
            self._notebook = None

    @contextmanager
    def _between_windows(self) -> Iterator[bool]:
        """Close the window for another one; False when something unsaved keeps the user there."""
        assert self._window is not None
        QApplication.setQuitOnLastWindowClosed(False)
        try:
            with ExitStack() as unless_there_is_one:
                unless_there_is_one.callback(QApplication.exit, 1)  # nobody could end it otherwise
                closed = self._window.close()
                if closed:
                    self._window.deleteLater()
                    QThreadPool.globalInstance().waitForDone()
                yield closed
                unless_there_is_one.pop_all()
        finally:
            QApplication.setQuitOnLastWindowClosed(True)

    def _way_out(self, problem: FileProblem, paths: Paths) -> Paths | None:
        """Ask what to do about a notebook that can't be opened, and do it; None to give up."""
        from notebook.ui.dialogs.start_problem import StartProblemDialog, WayOut

        dialog = StartProblemDialog(problem, _backups_in(paths), self._clock.today())
        dialog.exec()
        match dialog.way_out:
            case WayOut.QUIT:
                return None
            case WayOut.OTHER_FOLDER:
                folder = self._prompts.choose_folder(self.tr("The folder of your notebook"))
                return Paths(folder) if folder else paths
            case WayOut.RESTORE | WayOut.BEGIN_ANEW:
                self._replace(paths.notebook, dialog.chosen_backup)
        return paths

    def _replace(self, path: Path, backup: Backup | None) -> None:
        try:
            set_aside(path)
            if backup is not None:
                put_back(backup.path, path)
        except FileProblem as problem:
            self._prompts.show_problem(self.tr("The backup was not restored"), str(problem))

    def _offer_way_back(self, backup: Backup, way_back: Path) -> None:
        made = next((one for one in all_backups(self.paths.backups) if one.path == way_back), None)
        words = self.tr("This is your notebook as it was: %1.")
        self._announce(
            filled(words, moment_words(backup.made_at, self._clock.today())),
            self.tr("Take it back"),
            (lambda: self.restore(made)) if made else None,
        )

    def _announce(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        if self._window is not None:
            self._window.announce(text, action, run)

    @Slot()
    def _listen(self) -> None:
        if self._instance is not None:
            self._instance.listen()

    @Slot()
    def _on_started_again(self) -> None:
        if self._window is not None:
            self._window.come_forward()


def _backups_in(paths: Paths) -> list[Backup]:
    try:
        with explained(paths.backups):
            return all_backups(paths.backups)
    except FileProblem:  # where nothing can be read there is nothing to restore from
        return []
