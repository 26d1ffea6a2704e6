"""The source audit: what an editor or readers' representative asks of one story or of many.

The questions are those of AP, Reuters and the BBC on sourcing: how much rests on sources
without a name, how they were described, whether a reason was given, a bare "a source",
plural "sources" with one voice, a single source, and how far claims are from their speaker.
Documents and posts are left out of the unnamed: they are identified in other ways.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.records import Analysis, Source
from analysis.tables.base import frame
from analysis.tables.counts import NO_SPEAKERS
from analysis.tables.counts import UNNAMED as UNNAMED_KINDS
from analysis.text import body_words

AUDIT = {
    "article": "str",
    "title": "str",
    "outlet": "str",
    "published": "str",
    "words": "int64",
    "attributed_words": "int64",
    "attributed_share": "float64",
    "sources": "int64",
    "named_sources": "int64",
    "role_only_sources": "int64",
    "unnamed_sources": "int64",
    "unnamed_words": "int64",
    "unnamed_share": "float64",
    "described_as": "str",
    "reasons_given": "int64",
    "asked_without_reason": "int64",
    "bare_sources": "int64",
    "plural_with_one_voice": "int64",
    "single_source": "bool",
    "largest_share": "float64",
    "relayed_words": "int64",
    "relayed_share": "float64",
    "mean_links": "float64",
    "longest_chain": "int64",
    "unattributed_quotation_words": "int64",
}
UNNAMED = {
    "article": "str",
    "outlet": "str",
    "source": "str",
    "described_as": "str",
    "type": "str",
    "role": "str",
    "namedness": "str",
    "statements": "int64",
    "words": "int64",
    "reason": "str",
    "flags": "str",
}


def source_audit(analyses: Iterable[Analysis]) -> pd.DataFrame:
    """One row per article: how its statements are sourced; shares are of attributed words.

    ``mean_links`` is the mean number of steps from the outlet to the speaker, weighted by
    words; 1 means that nothing is stated between.
    """
    return frame([_row(a) for a in analyses], AUDIT)


def unnamed_table(analyses: Iterable[Analysis]) -> pd.DataFrame:
    """One row per unnamed source: how it was described, and the reason if one was stated."""
    rows = []
    for analysis in analyses:
        words = analysis.words_by_source
        rows += [
            {
                "article": analysis.article.id,
                "outlet": analysis.article.outlet or "",
                "source": s.id,
                "described_as": s.name,
                "type": s.type,
                "role": s.role,
                "namedness": s.namedness,
                "statements": len(s.attributions),
                "words": words.get(s.id, 0),
                "reason": s.reason.of(analysis.article.text) if s.reason else "",
                "flags": ", ".join(s.flags),
            }
            for s in analysis.sources
            if is_unnamed(s)
        ]
    return frame(rows, UNNAMED)


def is_unnamed(source: Source) -> bool:
    """Whether a person or body speaks without a name or a post that tells who it is."""
    return source.namedness in UNNAMED_KINDS and source.type not in NO_SPEAKERS


def _row(analysis: Analysis) -> dict[str, object]:
    article, sources = analysis.article, analysis.sources
    words = analysis.words_by_source
    attributed = sum(words.values())
    unnamed = [s for s in sources if is_unnamed(s)]
    quiet = sum(words.get(s.id, 0) for s in unnamed)
    flags = [f for s in sources for f in s.flags]
    total = body_words(article)
    stated = [c for c in analysis.credits if c.source is not None]
    links = [(c.words, max(1, len(c.chain) - 1)) for c in stated]
    relayed = sum(w for w, steps in links if steps > 1)
    return {
        "article": article.id,
        "title": article.title or "",
        "outlet": article.outlet or "",
        "published": article.published or "",
        "words": total,
        "attributed_words": attributed,
        "attributed_share": attributed / total if total else 0.0,
        "sources": len(sources),
        "named_sources": sum(s.namedness == "named" for s in sources),
        "role_only_sources": sum(s.namedness == "role_only" for s in sources),
        "unnamed_sources": len(unnamed),
        "unnamed_words": quiet,
        "unnamed_share": quiet / attributed if attributed else 0.0,
        "described_as": "; ".join(dict.fromkeys(s.name for s in unnamed)),
        "reasons_given": flags.count("reason given"),
        "asked_without_reason": flags.count("anonymity without reason"),
        "bare_sources": flags.count("bare source"),
        "plural_with_one_voice": flags.count("plural with one voice"),
        "single_source": len(sources) == 1,
        "largest_share": max(words.values(), default=0) / attributed if attributed else 0.0,
        "relayed_words": relayed,
        "relayed_share": relayed / attributed if attributed else 0.0,
        "mean_links": sum(w * n for w, n in links) / attributed if attributed else 0.0,
        "longest_chain": max((n for _, n in links), default=0),
        "unattributed_quotation_words": sum(c.words for c in analysis.credits if c.source is None),
    }
