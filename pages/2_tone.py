"""Tone: how the article sounds, where it turns, whose tone it is, and the words behind it."""

from dataclasses import replace

import streamlit as st

from analysis.sentiment import describe_tone, score_sentiment
from analysis.tables import tone as tables
from analysis.tables import tone_who
from charts import tone as charts
from ui import columns, sections, state
from ui.charts import show
from ui.foot import foot
from ui.pick import choose_article
from ui.reader import reading_view
from ui.shell import page_guard, page_head
from ui.text import count
from ui.tone import choose_scorer, filtered, own_words, sentence_cards, summary

page_guard()
analysis = choose_article()
page_head("How does it sound, and where does it turn?", analysis)

left, right = columns(analysis)
with left:
    scorer, beside, band = choose_scorer()
    words = own_words()
    if words:
        sentiment = score_sentiment(
            analysis.article, analysis.tagged, analysis.voices, scorer=scorer, lexicon=words
        )
        analysis = replace(analysis, sentiment=sentiment)
    everything = tables.tone_sentences(analysis, band=band)
    sentences = filtered(analysis, everything)
    paragraphs = tables.tone_paragraphs(sentences, band=band)
    by = "the news-tuned scorer" if scorer == "news" else "plain VADER"
    if words:
        by += f" with {count(len(words), 'word')} of your own"
    if everything.empty:
        st.info("This article has no sentence that can be scored. Add its text on Add articles.")
    elif sentences.empty:
        st.info("No sentence passes these filters. Clear some of them.")
    else:
        summary(analysis, paragraphs, by, band)
        chosen = state.selection().paragraph
        mean = float(sentences["compound"].mean())
        show(
            charts.tone_bars(
                paragraphs[paragraphs["number"] > 0],
                sentences[sentences["number"] > 0],
                paragraph=chosen,
            ),
            key="tone_bars",
            table=paragraphs,
            picks="paragraph",
            alt=f"{count(len(paragraphs), 'paragraph')}; mean of sentences {describe_tone(mean)}.",
            how=f"Bar: mean of the paragraph's sentences; dot: one sentence; by {by}. "
            "Click a bar to open the paragraph in the text.",
        )
        if beside:
            other = score_sentiment(
                analysis.article,
                analysis.tagged,
                analysis.voices,
                scorer="plain" if scorer == "news" else "news",
                lexicon=words,
            )
            both = tables.compare_scorers(analysis, analysis.sentiment, other)
            show(
                charts.two_scorers(both),
                key="tone_both",
                table=both,
                picks="paragraph",
                alt="Tone of each paragraph by plain VADER and by the news-tuned scorer.",
                how="Long lines are paragraphs where names or news words mislead plain VADER.",
            )
        with sections(["Course", "Whose tone", "Toward names", "Strongest sentences"]) as part:
            if part == "Course":
                arc = tables.tone_arc(sentences[sentences["number"] > 0].reset_index(drop=True))
                if len(arc) > 2:
                    show(
                        charts.tone_arc(arc),
                        key="tone_arc",
                        table=arc,
                        picks="paragraph",
                        alt="The smoothed course of tone from the first sentence to the last.",
                        how="Line: a weighted mean of each sentence and its neighbours (Gaussian, "
                        f"about a fifth of the {count(len(arc), 'sentence')}); dots: the "
                        "sentences themselves.",
                    )
                show(
                    charts.tone_distribution(sentences),
                    key="tone_distribution",
                    table=sentences[["number", "compound", "tone", "text", "start", "end"]],
                    alt="How many sentences there are at each score.",
                    how=f"{count(len(sentences), 'sentence')} in steps of 0.1; grey is within "
                    f"±{band:.2f}.",
                )
            if part == "Whose tone":
                voices = tables.tone_voices(analysis, band=band)
                show(
                    charts.writer_and_attributed(voices),
                    key="tone_voices",
                    table=voices,
                    picks="paragraph",
                    alt="The tone of the writer's words and of attributed words in each paragraph: "
                    f"{describe_tone(analysis.sentiment.writer)} against "
                    f"{describe_tone(analysis.sentiment.quoted)} overall.",
                    how="Sentences are cut where the voice changes and each part is scored on its "
                    "own, weighed by its share of the sentence's words. An empty cell: no such "
                    "words there.",
                )
                points = tables.headline_and_body(analysis, band=band)
                if len(points) == 2:
                    show(
                        charts.headline_and_body(points),
                        key="tone_headline",
                        table=points,
                        alt=f"Headline {describe_tone(analysis.sentiment.headline)}; "
                        f"body {describe_tone(analysis.sentiment.article)}.",
                        how="Headline: mean of its sentences; body: mean of all body sentences.",
                    )
                sources = tone_who.tone_sources(analysis, band=band)
                if len(sources):
                    show(
                        charts.tone_of_sources(sources),
                        key="tone_sources",
                        table=sources,
                        picks="source",
                        alt="Mean tone of the words of each source.",
                        how="Mean over the parts of sentences credited to the source. It is the "
                        "tone of what is said, not an opinion of the source. The twelve most "
                        "heard are drawn.",
                    )
            if part == "Toward names":
                targets = tone_who.tone_targets(analysis, band=band)
                if len(targets):
                    show(
                        charts.tone_toward(targets),
                        key="tone_toward",
                        table=targets,
                        picks="entity",
                        alt="Tone toward the most named people, places and bodies.",
                        how="Filled: tone toward the name, by a model that weighs the words on "
                        "either side of it; ring: tone of the sentences it stands in. The model "
                        "agrees with human readers in about two sentences of three: read single "
                        "ones before you quote a number.",
                    )
                else:
                    st.info("No person, place or body is named in the sentences.")
            if part == "Strongest sentences":
                sentence_cards(analysis, sentences)
    foot(
        analysis,
        f"Tone: {by}, sentence by sentence, averaged per paragraph; −1 is most negative, +1 most "
        f"positive, within ±{band:.2f} neutral. Scores count words, not meaning: irony, "
        "reported crimes and quoted praise mislead them.",
    )

with right:
    reading_view(analysis, layers=["tone"])
