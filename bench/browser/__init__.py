"""How fast the instruments of a site are in a real browser, beside those of others in the same page."""
