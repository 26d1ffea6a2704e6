"""Gold of our own: passages with their answers written into them, and what reads them.

Passages and web pages are about invented people, places and outlets. Benchmarks and tests read
the same ones; the templates of pages and the pairs of statements lie in ``data/gold``.
"""
