"""The graph: IRIs, statements, evidence, exports."""
