"""Sentences and table rows become facts."""
