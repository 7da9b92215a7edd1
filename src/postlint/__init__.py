"""postlint: the linter for posts that are about to be published in a government's name."""
