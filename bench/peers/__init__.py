"""The same chronicle as input of other generators: the same words on the same event pages."""
