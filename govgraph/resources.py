"""Finds the four definition folders: inside an installed package, else beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from govgraph.errors import DefinitionError

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of a definition file or folder, given relative to the repository, such as `ontology/shapes`.

    Raises:
        DefinitionError: neither the package nor the folder that holds it has such a file.
    """
    for base in (_PACKAGE, _PACKAGE.parent):
        path = base / name
        if path.exists():
            return path
    raise DefinitionError(f"{name}: not found in {_PACKAGE} or beside it; reinstall govgraph")
