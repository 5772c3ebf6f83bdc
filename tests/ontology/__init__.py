"""The ontology, its shapes and its profiles."""
