"""Records as texts that people keep: their layout, and new ones made from answers."""
