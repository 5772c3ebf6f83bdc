"""A file becomes text, metadata and sentences."""
