"""The wheel, built from the sdist, has one import name and all that the program needs, and works in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
FOLDERS = ("ontology", "loaders", "queries", "data")
WORK = """
import pathlib, sys
import govgraph
assert pathlib.Path(govgraph.__file__).is_relative_to(sys.argv[1]), govgraph.__file__
pathlib.Path("a.txt").write_text("Rwanda was chosen as the host country for the 84th session of the INTERPOL General Assembly.")
graph = govgraph.Graph("db")
graph.load("a.txt")
print([row.value for row in graph.facts("session:INTERPOL/84")])
print(graph.query("host-succession").rows[0][:5])
print(len(graph.validate()))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed, without what it depends on."""
    target = tmp_path_factory.mktemp("target")
    words = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*words, str(next(built.glob("*.whl")))], capture_output=True, text=True, check=True)
    return target


def files_of(built: Path) -> list[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        return wheel.namelist()


def in_repository(folder: str) -> set[str]:
    found = (path for path in (REPOSITORY / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(REPOSITORY).as_posix() for path in found}


@pytest.mark.xdist_group("wheel")
def test_only_import_name_is_govgraph(built: Path) -> None:
    tops = {name.partition("/")[0] for name in files_of(built)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"govgraph"}
    assert not [name for name in files_of(built) if "__pycache__" in name or name.endswith(".pyc")]


@pytest.mark.xdist_group("wheel")
@pytest.mark.parametrize("folder", FOLDERS)
def test_wheel_has_every_file_of_a_definition_folder(folder: str, built: Path) -> None:
    prefix = f"govgraph/{folder}/"
    assert {name.removeprefix("govgraph/") for name in files_of(built) if name.startswith(prefix)} == in_repository(folder)


@pytest.mark.xdist_group("wheel")
def test_wheel_has_every_module_the_type_marker_and_the_licences(built: Path) -> None:
    names = set(files_of(built))
    assert in_repository("govgraph") <= names
    assert "govgraph/py.typed" in names
    assert "govgraph-0.1.0.dist-info/licenses/LICENSE" in names


@pytest.mark.xdist_group("wheel")
def test_sdist_has_the_tests_and_no_caches(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/queries/cases.yaml", "queries/host-succession.rq"} <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith((".git/", "build/", "dist/"))]


@pytest.mark.xdist_group("wheel")
def test_installed_wheel_works_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(installed)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["['RW']", "('84', '', '', 'Rwanda', 'RW')", "0"]
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "db"}
