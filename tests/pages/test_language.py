"""Every page warns where an article is not in English, and names the language."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis import read_article
from library.store import open_store
from tests.shared_data import ROOT

FRENCH = (
    "La maire de Quenby a annoncé lundi que le vieux pont resterait fermé jusqu'au printemps.\n\n"
    "« Ses câbles sont rouillés », a-t-elle dit, « et personne ne sait s'ils tiendront encore. »"
)
ENGLISH = "The mayor of Quenby said on Monday that the old bridge would stay shut. " * 3


@pytest.mark.parametrize("page", ["1_overview.py", "2_tone.py", "3_entities.py", "4_sources.py"])
@pytest.mark.parametrize(("text", "warned"), [(FRENCH, True), (ENGLISH, False)])
def test_a_page_warns_of_another_language(
    page: str, text: str, warned: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/library.db")
    st.cache_data.clear()
    st.cache_resource.clear()
    store = open_store()
    kept = store.save(read_article(text))
    app = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=120)
    app.query_params["article"] = kept.id
    app.run()
    store.close()
    assert not app.exception
    told = [w.value for w in app.warning if "looks like French" in w.value]
    assert [("not to be trusted" in t) for t in told] == [True] * warned
