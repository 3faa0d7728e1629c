"""Records, files and folders as an adversary would write them: each is a named problem or an inert page."""
