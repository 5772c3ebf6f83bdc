"""The ontology as a page for people: `make docs` writes it with pyLODE.

pyLODE reads one ontology; so the modules are put together under the ontology that imports them all.
"""

from __future__ import annotations

import sys
from pathlib import Path

from govgraph.errors import DefinitionError
from govgraph.graph.iris import STANDARD_BASE
from govgraph.resources import resource


def write_documentation(folder: Path) -> Path:
    """Writes `index.html` and the whole ontology as `ontology.ttl` into a folder; the page's path.

    Raises:
        DefinitionError: pyLODE is not installed.
    """
    import rdflib

    try:
        from pylode.profiles.ontpub import OntPub
    except ImportError:
        raise DefinitionError("pyLODE is not installed; install it with `pip install govgraph[docs]`") from None
    whole = rdflib.Graph()
    head = rdflib.URIRef(STANDARD_BASE + "ontology")
    for file in sorted(resource("ontology").glob("*.ttl")):
        if file.name == "alignments.ttl":
            continue
        module = rdflib.Graph().parse(file, format="turtle")
        for ontology in list(module.subjects(rdflib.RDF.type, rdflib.OWL.Ontology)):
            if ontology != head:
                module.remove((ontology, None, None))
        whole += module
    whole.remove((head, rdflib.OWL.imports, None))
    for prefix, namespace in (("gov", STANDARD_BASE + "ontology#"),):
        whole.bind(prefix, namespace)
    folder.mkdir(parents=True, exist_ok=True)
    source, page = folder / "ontology.ttl", folder / "index.html"
    whole.serialize(source, format="turtle")
    OntPub(ontology=str(source)).make_html(destination=str(page))
    return page


if __name__ == "__main__":
    print(write_documentation(Path(sys.argv[1])))
