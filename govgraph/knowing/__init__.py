"""What is wrong with the graph, and why something is in it."""
