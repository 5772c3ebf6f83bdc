"""Facts become quads, quads live in a store."""
