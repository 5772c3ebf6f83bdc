"""Validation and explanations."""
