"""govgraph: what an organisation publishes about how it governs itself, as a graph with a sentence behind every triple."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govgraph.asking.facts import Row
    from govgraph.errors import GovgraphError
    from govgraph.face import Graph, extract
    from govgraph.knowing.explanations import Evidence
    from govgraph.knowing.proofs import Proof
    from govgraph.knowing.validation import Finding

__all__ = ["Evidence", "Finding", "GovgraphError", "Graph", "Proof", "Row", "extract"]

_HOMES = {
    "Evidence": "govgraph.knowing.explanations",
    "Finding": "govgraph.knowing.validation",
    "GovgraphError": "govgraph.errors",
    "Graph": "govgraph.face",
    "Proof": "govgraph.knowing.proofs",
    "Row": "govgraph.asking.facts",
    "extract": "govgraph.face",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used, so that `import govgraph` costs nothing."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'govgraph' has no attribute '{name}'")
