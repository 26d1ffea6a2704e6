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
from ui import columns, state
from ui.charts import show
from ui.pick import choose_article
from ui.reader import reading_view
from ui.shell import page_guard, page_head
from ui.statements import audit_card, filtered, passages, spans_of
from ui.text import count, share

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
        audit_card(analysis)
    else:
        statements = filtered(everything)
        stated = statements[statements["source"] != ""]
        loose = statements[statements["source"] == ""]
        colours = source_colours(source_table(analysis)["source"])
        words, total = int(stated["words"].sum()), body_words(analysis.article)

        figures = st.columns(4)
        figures[0].metric("Sources", stated["source"].nunique())
        figures[1].metric(
            "Words attributed",
            f"{words:,}",
            f"{share(words, total)} of {total:,}",
            delta_color="off",
            delta_arrow="off",
        )
        named = int((stated["namedness"] == "named").sum())
        figures[2].metric(
            "By named sources",
            named,
            f"of {count(len(stated), 'statement')}",
            delta_color="off",
            delta_arrow="off",
        )
        figures[3].metric(
            "Unattributed",
            len(loose),
            count(int(loose["words"].sum()), "word"),
            delta_color="off",
            delta_arrow="off",
        )

        if stated.empty:
            st.info("No statement with a source passes these filters. Clear some of them.")
        else:
            source = state.selection().source
            manners = manner_table(stated)
            show(
                charts.words_by_source(manners, colours),
                key="chart_words",
                table=manners,
                picks="source",
                alt=f"{manners['name'][0]} is heard most, with {manners['total'][0]} words.",
                how="Words of what is credited to each source. Dark: quoted; light: paraphrased; "
                "outline: thought. A dashed outline marks an unnamed source.",
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
            voices = voice_table(analysis, outermost=outermost)
            show(
                charts.voice_strip(voices, colours),
                key="chart_voices",
                table=voices,
                picks="paragraph",
                alt="Each paragraph as a bar, coloured by who speaks in it.",
                how="Every body word once: grey is the writer, pale an unattributed quotation, "
                "each colour one source. Click a paragraph to open it in the text.",
            )
            nodes, links = route_tables(stated)
            show(
                charts.provenance_flow(nodes, links, colours),
                key="chart_routes",
                table=links,
                picks="source",
                alt=f"{count(len(nodes), 'voice')} from the outlet to the speakers.",
                how="From the outlet through whoever the text says passed the words on. One step "
                "means only that no relay is stated. The twelve ways with most words are drawn.",
            )
            verbs = verb_table(stated)
            show(
                charts.verbs_by_stance(verbs, colours),
                key="chart_verbs",
                table=verbs,
                picks="source",
                alt="Reporting verbs by the stance they show.",
                how="The words that introduce each statement, by a list of verbs and the stance "
                "they show; counts are small, so read them with the passages.",
            )
            heard = heard_table(analysis)
            show(
                charts.heard_or_named(heard),
                key="chart_heard",
                table=heard,
                picks="entity",
                alt="People and bodies by how often they are named and how much they say.",
                how="Ring: times named in the body. Dot: statements credited. A ring far from its "
                "dot is somebody talked about but not heard.",
            )
            tones = tone_by_source(analysis, stated)
            if len(tones):
                show(
                    charts.tone_per_source(tones),
                    key="chart_tone",
                    table=tones,
                    picks="source",
                    alt="Mean tone of the words of each source.",
                    how="Mean compound score of the sentences credited to each source.",
                )
            st.subheader("The statements", anchor=False)
            chosen_rows = passages(statements, source)
            st.caption("Choose rows to mark them in the text.")
            if not chosen_rows and source:
                chosen_rows = list(stated.loc[stated["source"] == source, "attribution"])
        audit_card(analysis)

with right:
    reading_view(analysis, layers=["quotations"], highlight=spans_of(analysis, chosen_rows))
