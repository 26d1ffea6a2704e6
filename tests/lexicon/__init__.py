"""Tests of the word lists: what they know of a word or a name."""
