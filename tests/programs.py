"""Runs the notebook as a program of its own, as a user's script does."""

import json
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent

# Runs a command in this very process tree and says on the last line whether Qt was imported.
_WITHOUT_QT = """
import sys
from notebook.app import main
code = main(sys.argv[1:])
sys.stdout.flush()
assert not any(name.split(".")[0] in ("PySide6", "shiboken6") for name in sys.modules), "Qt"
sys.exit(code)
"""

# Runs several commands one after the other, and says what each answered and left in a folder.
_SEVERAL = """
import json, sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple
from notebook.app import main
from tests.programs import content_of

answers = []
for words in json.loads(sys.argv[1]):
    said, complained = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(said), redirect_stderr(complained):
        code = main(words)
    texts = []
    for stream in (said, complained):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    loaded = {name.split(".")[0] for name in sys.modules}
    assert not loaded & {"PySide6", "shiboken6"}, "Qt"
    answers.append([code, *texts, content_of(Path(sys.argv[2]))])
print(json.dumps(answers))
"""


class Answer(NamedTuple):
    """What a command answered, and the fingerprints of what it left."""

    code: int
    out: str
    err: str
    content: dict[str, str]


def run_commands(commands: Sequence[Sequence[str]], folder: Path) -> list[Answer]:
    """Run commands in one program after each other, and look at a folder after each.

    They fail when Qt was imported on the way.
    """
    command = [sys.executable, "-c", _SEVERAL, json.dumps(commands), str(folder)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, encoding="utf-8", cwd=ROOT, timeout=60
    )
    return [Answer(*answer) for answer in json.loads(done.stdout)]


def run_program(
    *arguments: str | Path, before: Sequence[str | Path] = ()
) -> subprocess.CompletedProcess[str]:
    """Run a command from the checkout; it fails when Qt was imported on the way.

    `before` is put before it: a program that runs programs under other circumstances.
    """
    command = [*before, sys.executable, "-c", _WITHOUT_QT, *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, encoding="utf-8", cwd=ROOT, timeout=60
    )


def content_of(folder: Path) -> dict[str, str]:
    """Return a fingerprint of each file below `folder`."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
