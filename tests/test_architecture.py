"""The house stands as it was drawn: one way through the layers, nothing outgrown."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "notebook").rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 50


def test_imports_go_one_way() -> None:
    """The contracts stand in pyproject.toml."""
    # A process of its own: within this one it would silence every logger that is there.
    linter = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run(
        [linter, "--no-cache"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert answer.returncode == 0, answer.stdout


def test_files_and_functions_stay_small() -> None:
    # A schema that was released is frozen, however long it is.
    grown = [module for module in MODULES if "steps" not in module.parts]
    assert [str(path) for path in grown if _lines(path) > LONGEST_FILE] == []
    assert [name for module in MODULES for name in _long_functions(module)] == []


def _lines(module: Path) -> int:
    return module.read_text(encoding="utf-8").count("\n")


def _long_functions(module: Path) -> list[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [
        f"{module.name}:{node.lineno} {node.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]


def test_each_module_says_what_it_is_for() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []
