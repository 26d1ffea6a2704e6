"""Tables: an ``Analysis`` in, one tidy pandas frame out per question; the only place for pandas.

Columns and their dtypes are declared once, so an empty article gives the same frame; ``base`` has
the seven of the contract, the others what a chart draws. Tests in ``tests/tables``.
"""

from __future__ import annotations

from analysis.tables import course, tone, tone_who
from analysis.tables.audit import source_audit, unnamed_table
from analysis.tables.base import (
    article_table,
    attribution_table,
    entity_table,
    frame,
    mention_table,
    paragraph_table,
    sentence_table,
    source_table,
)
from analysis.tables.coding import (
    coding_table,
    difference_table,
    legend_table,
    read_coding,
    told_answer,
    words_of,
)
from analysis.tables.compare import (
    compared_cast_table,
    compared_tone_table,
    compared_unnamed_table,
    heard_apart_table,
    report_table,
)
from analysis.tables.corpus import (
    CORPUS,
    INDEX,
    corpus_tables,
    part_path,
    read_corpus_table,
    write_index,
    write_part,
)
from analysis.tables.corrections import correction_rate_table
from analysis.tables.counts import (
    DEFINITIONS,
    Names,
    Tones,
    Voices,
    count_names,
    count_tones,
    count_voices,
    kind_of_name,
    unnamed_rows,
)
from analysis.tables.course import tone_columns, turning_point
from analysis.tables.dictionary import dictionary, meanings
from analysis.tables.entities import (
    cell_table,
    correction_table,
    entity_by_id,
    named_tone_table,
    network_tables,
    open_table,
    place_table,
    ranked_table,
)
from analysis.tables.export import all_tables, safe_cells, write_tables
from analysis.tables.follow import Frames, day_of, follow_frames, passing_articles
from analysis.tables.library import passage_table, repeat_table
from analysis.tables.network import relay_tables, together_tables
from analysis.tables.over_time import (
    LEAST,
    MEASURES,
    Measure,
    fitting_period,
    grouped_table,
    period_table,
    stance_table,
    with_mentions_of,
)
from analysis.tables.person import (
    Figures,
    called_table,
    heard_over_time,
    passage_rows,
    person_figures,
    relayed_over_time,
    through_whom,
    with_whom,
)
from analysis.tables.routes import route_labels, route_tables
from analysis.tables.rows import source_hues
from analysis.tables.score import (
    column_labels,
    grouped,
    in_columns,
    score_columns,
    score_names,
    score_table,
    score_voices,
)
from analysis.tables.sheets import read_sheet, to_csv, to_xlsx
from analysis.tables.sources import (
    heard_table,
    manner_table,
    named_table,
    statement_table,
    tone_by_source,
)
from analysis.tables.verbs import verb_rows, verb_table
from analysis.tables.voices import voice_table

__all__ = [
    "CORPUS",
    "DEFINITIONS",
    "INDEX",
    "LEAST",
    "MEASURES",
    "Figures",
    "Frames",
    "Measure",
    "Names",
    "Tones",
    "Voices",
    "all_tables",
    "article_table",
    "attribution_table",
    "called_table",
    "cell_table",
    "coding_table",
    "column_labels",
    "compared_cast_table",
    "compared_tone_table",
    "compared_unnamed_table",
    "corpus_tables",
    "correction_rate_table",
    "correction_table",
    "count_names",
    "count_tones",
    "count_voices",
    "course",
    "day_of",
    "dictionary",
    "difference_table",
    "entity_by_id",
    "entity_table",
    "fitting_period",
    "follow_frames",
    "frame",
    "grouped",
    "grouped_table",
    "heard_apart_table",
    "heard_over_time",
    "heard_table",
    "in_columns",
    "kind_of_name",
    "legend_table",
    "manner_table",
    "meanings",
    "mention_table",
    "named_table",
    "named_tone_table",
    "network_tables",
    "open_table",
    "paragraph_table",
    "part_path",
    "passage_rows",
    "passage_table",
    "passing_articles",
    "period_table",
    "person_figures",
    "place_table",
    "ranked_table",
    "read_coding",
    "read_corpus_table",
    "read_sheet",
    "relay_tables",
    "relayed_over_time",
    "repeat_table",
    "report_table",
    "route_labels",
    "route_tables",
    "safe_cells",
    "score_columns",
    "score_names",
    "score_table",
    "score_voices",
    "sentence_table",
    "source_audit",
    "source_hues",
    "source_table",
    "stance_table",
    "statement_table",
    "through_whom",
    "to_csv",
    "to_xlsx",
    "together_tables",
    "told_answer",
    "tone",
    "tone_by_source",
    "tone_columns",
    "tone_who",
    "turning_point",
    "unnamed_rows",
    "unnamed_table",
    "verb_rows",
    "verb_table",
    "voice_table",
    "with_mentions_of",
    "with_whom",
    "words_of",
    "write_index",
    "write_part",
    "write_tables",
]
