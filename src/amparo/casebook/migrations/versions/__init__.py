"""One module a layout; a published one is never changed again."""
