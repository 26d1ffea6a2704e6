"""Sources: who is speaking, in what manner, and how the words reached the reader."""

import streamlit as st

from analysis.tables import source_table
from analysis.tables.sources import (
    heard_table,
    manner_table,
    named_table,
    route_tables,
    statement_table,
    tone_by_source,
    verb_table,
    voice_table,
)
from analysis.words import body_words
from charts import sources as charts
from charts.theme import source_colours
from ui import columns, sections, state
from ui.audit import audit_card
from ui.charts import show
from ui.figures import figure_row
from ui.foot import foot
from ui.legend import legend
from ui.pick import choose_article
from ui.reader import reading_view
from ui.shell import page_guard, page_head
from ui.statements import correct_statement, filtered, passages, spans_of, voice_colours
from ui.text import count, share

PARTS = ("Statements", "Where", "How they came", "Verbs", "Heard or named", "Tone", "Audit")

page_guard()
analysis = choose_article()
page_head("Who is speaking?", analysis)

left, right = columns(analysis)
chosen_rows: list[str] = []
with left:
    outermost = (
        st.segmented_control(
            "Count a word nested in someone else's words for",
            ["Innermost speaker", "Outermost speaker"],
            default="Innermost speaker",
            key="credit_words_to",
        )
        == "Outermost speaker"
    )
    everything = statement_table(analysis, outermost=outermost)
    if everything.empty:
        st.info(
            "Nothing in this article is attributed to anybody. Its words are all the writer's own."
        )
        correct_statement(analysis, everything, [])
        audit_card(analysis)
    else:
        statements = filtered(everything)
        stated = statements[statements["source"] != ""]
        loose = statements[statements["source"] == ""]
        colours = source_colours(source_table(analysis)["source"])
        words, total = int(stated["words"].sum()), body_words(analysis.article)
        named = int((stated["namedness"] == "named").sum())
        figure_row(
            [
                ("Sources", stated["source"].nunique(), None),
                ("Words attributed", f"{words:,}", f"{share(words, total)} of {total:,}"),
                ("By named sources", named, f"of {count(len(stated), 'statement')}"),
                ("Unattributed", len(loose), count(int(loose["words"].sum()), "word")),
            ]
        )

        source = state.selection().source
        if stated.empty:
            st.info("No statement with a source passes these filters. Clear some of them.")
        else:
            manners = manner_table(stated)
            show(
                charts.words_by_source(manners, colours),
                key="chart_words",
                table=manners,
                picks="source",
                alt=f"{manners['name'][0]} is heard most, with {manners['total'][0]} words.",
                how="Words of what is credited to each source. Dark: quoted; light: paraphrased; "
                "outline: thought. A dashed outline marks an unnamed source. The twelve most "
                "heard are drawn.",
            )
            by_name = named_table(statements)
            show(
                charts.named_bar(by_name),
                key="chart_named",
                table=by_name,
                alt=f"{named} of {len(statements)} statements name their source.",
                how="Statements by how much the text tells of their source, after pronouns and "
                "roles are followed back to names.",
            )

        with sections(
            ["Statements", "Where", "How they came", "Verbs", "Heard or named", "Tone", "Audit"]
        ) as part:
            if part == "Statements":
                chosen_rows = passages(statements, source)
                st.caption("Choose rows to mark them in the text. Words in headings do not count.")
                correct_statement(analysis, statements, chosen_rows)
            if part == "Where":
                voices = voice_table(analysis, outermost=outermost)
                show(
                    charts.voice_strip(voices, colours),
                    key="chart_voices",
                    table=voices,
                    picks="paragraph",
                    alt="Each paragraph as a bar, coloured by who speaks in it.",
                    how="Every body word once. Click a paragraph to open it in the text. The "
                    "filters above do not apply here.",
                )
                legend(voice_colours(voices, colours), "voices")
            if part == "How they came":
                nodes, links = route_tables(stated)
                if links["last"].sum() > 1 or len(nodes) > 2:
                    show(
                        charts.provenance_flow(nodes, links, colours),
                        key="chart_routes",
                        table=links,
                        picks="source",
                        alt=f"{count(len(nodes), 'voice')} from the outlet to the speakers.",
                        how="From the outlet through whoever the text says passed the words on; "
                        "thickness is words, a dashed line a relay that is hinted at only. The "
                        "twelve relayed ways with most words are drawn.",
                    )
                else:
                    st.info("No relay is stated: nothing says that words came through others.")
            if part == "Verbs":
                used = verb_table(stated)
                if used.empty:
                    st.info("No statement that passes the filters has a reporting verb.")
                else:
                    show(
                        charts.verbs_by_stance(used, colours),
                        key="chart_verbs",
                        table=used,
                        picks="source",
                        alt="Reporting verbs by the stance they show.",
                        how="The words that introduce each statement, by a list of verbs and the "
                        "stance they show; a dot is one statement in the colour of its source.",
                    )
            if part == "Heard or named":
                both = heard_table(analysis)
                if both.empty:
                    st.info("No person or body is named in this article.")
                else:
                    show(
                        charts.heard_or_named(both),
                        key="chart_heard",
                        table=both,
                        picks="entity",
                        alt="People and bodies by how often they are named and how much they say.",
                        how="A ring far from its dot is somebody talked about but not heard, or "
                        "heard but seldom named. The filters above do not apply here.",
                    )
            if part == "Tone":
                tones = tone_by_source(analysis, stated)
                if tones.empty:
                    st.info("No words of a source in the body can be scored.")
                else:
                    show(
                        charts.tone_per_source(tones),
                        key="chart_tone",
                        table=tones,
                        picks="source",
                        alt="Mean tone of the words of each source.",
                        how="Mean compound score of the parts of sentences credited to each "
                        "source, neutral within ±0.05. It is the tone of what is said, not an "
                        "opinion of the source.",
                    )
            if part == "Audit":
                audit_card(analysis)
        if not chosen_rows and source:
            chosen_rows = list(stated.loc[stated["source"] == source, "attribution"])
    foot(
        analysis,
        "Every word of the body belongs to the writer or to exactly one source. Statements are "
        "found by the language model and rules together, and words such as “she” or “the "
        "spokesman” are followed back to who they mean where one candidate remains.",
    )

with right:
    reading_view(analysis, layers=["quotations"], highlight=spans_of(analysis, chosen_rows))
