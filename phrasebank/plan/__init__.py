"""The plans of the aspects: what is said, and in which order, before it is worded."""
