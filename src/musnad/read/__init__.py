"""From paths to pages: which files are pages, what bytes say, and what is known of a page from outside it."""
