"""What is kept: articles, results and the reader's corrections, in one database."""

from library.corrections import Corrections
from library.errors import StoreError
from library.listing import ArticleRow
from library.store import Saved, Store, open_store

__all__ = ["ArticleRow", "Corrections", "Saved", "Store", "StoreError", "open_store"]
