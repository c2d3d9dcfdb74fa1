#!/usr/bin/env python3
"""Makes Onboarding.Core/Regions/regions.txt.gz, the official regions from province to village.

To refresh it when the Ministry of Home Affairs publishes a new list:

    npm pack idn-area-data@VERSION nik-parser@1.0.1
    (unpack both archives)
    eng/regions.py IDN-AREA-DATA-FOLDER NIK-PARSER-FOLDER VERSION DECREE YEAR

with the folders that hold package.json, for example
    eng/regions.py idn/package nik/package 4.0.1 "Kepmendagri No. 300.2.2-2138 Tahun 2025" 2025

Codes that were in the file before and are missing in the new list are kept as former codes, so that addresses that
were stored with them still have a name. A former code knows the region it became, where that can be told: a regency of
the same name in another province, in it the district of the same name (or of the same number and nearly that name), and
in that the village of the same number.

The current list is idn-area-data's (Open Database License 1.0, so the file made here is under the same licence); the
codes from before the split of Papua in 2022 are facts taken from nik-parser (MIT).
"""
import csv
import difflib
import gzip
import json
import pathlib
import re
import sys

TARGET = pathlib.Path(__file__).resolve().parent.parent / "Onboarding.Core" / "Regions" / "regions.txt.gz"
FORMER_MARK = "former"


def plain(name: str) -> str:
    """One kind of apostrophe and single spaces; everything else stays as published."""
    name = re.sub(r"\s+", " ", name.replace("\u2019", "'")).strip()
    if not name.isascii() or not name:
        raise SystemExit(f"A name is empty or not ASCII: {name!r}. RegionTable relies on one byte a character.")
    return name


def read_current(folder: pathlib.Path) -> dict[str, str]:
    regions = {}
    for level in ("provinces", "regencies", "districts", "villages"):
        with open(folder / "data" / f"{level}.csv", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                regions[row["code"].replace(".", "")] = plain(row["name"])
    return regions


def title(name: str) -> str:
    """KAB. MERAUKE becomes Kabupaten Merauke, as the current list writes it."""
    name = re.sub(r"\s*--.*$", "", name)
    name = re.sub(r"^KAB\.?\s+", "KABUPATEN ", name)
    words = re.sub(r"[A-Za-z]+", lambda word: word.group().capitalize(), plain(name))
    return re.sub(r"\b(?:I{1,3}|IV|VI{0,3})\b", lambda word: word.group().upper(), words, flags=re.IGNORECASE)


def read_former(folder: pathlib.Path, current: dict[str, str]) -> dict[str, str]:
    data = json.loads((folder / "dist" / "wilayah.json").read_text(encoding="utf-8"))
    every = {**data["provinsi"], **data["kabkot"], **data["kecamatan"]}
    return {code: title(name) for code, name in every.items() if code not in current}


def read_previous() -> dict[str, str]:
    """Every code of the file as it is now, current and former."""
    if not TARGET.exists():
        return {}
    rows = [line.split("\t") for line in gzip.decompress(TARGET.read_bytes()).decode("ascii").splitlines() if line[:1].isdigit()]
    return {row[0]: row[1] for row in rows}


def successors(former: dict[str, str], current: dict[str, str]) -> dict[str, str]:
    """Where a former code's region is now; only what the lists show."""
    def key(name: str) -> str:
        return re.sub(r"[^A-Z]", "", name.upper())

    def is_spelling_of(name: str, other: str) -> bool:
        return difflib.SequenceMatcher(None, name, other).ratio() >= 0.7

    regencies = {}
    for code, name in current.items():
        if len(code) == 4:
            regencies.setdefault(key(name), []).append(code)
    found = {}
    for code in sorted(former, key=len):
        if len(code) == 4:
            same = regencies.get(key(former[code]), [])
            if len(same) == 1:
                found[code] = same[0]
        elif len(code) == 6:
            regency = found.get(code[:4], code[:4])
            inside = [other for other in current if len(other) == 6 and other[:4] == regency]
            same = [other for other in inside if key(current[other]) == key(former[code])]
            if len(same) == 1:
                found[code] = same[0]
            elif code[:4] in found and is_spelling_of(key(current.get(regency + code[4:], "")), key(former[code])):
                found[code] = regency + code[4:]
        elif len(code) == 10 and found.get(code[:6], code[:6]) + code[6:] in current:
            found[code] = found.get(code[:6], code[:6]) + code[6:]
    return found


def main() -> None:
    if len(sys.argv) != 6:
        raise SystemExit(__doc__)
    current = read_current(pathlib.Path(sys.argv[1]))
    former = {code: name for code, name in read_previous().items() if code not in current}
    former |= read_former(pathlib.Path(sys.argv[2]), current)
    became = successors(former, current)
    lines = [
        f"#package\tidn-area-data {sys.argv[3]}",
        f"#decree\t{sys.argv[4]}",
        f"#year\t{sys.argv[5]}",
        "#licence\tODbL 1.0",
        "#former-codes\tnik-parser 1.0.1 (MIT)",
        *(f"{code}\t{name}" for code, name in sorted(current.items())),
        *(f"{code}\t{name}\t{FORMER_MARK}\t{became.get(code, '')}" for code, name in sorted(former.items())),
    ]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode("ascii"), compresslevel=9, mtime=0))
    levels = {length: sum(len(code) == length for code in current) for length in (2, 4, 6, 10)}
    print(f"{levels[2]} provinces, {levels[4]} regencies, {levels[6]} districts, {levels[10]} villages; "
          f"{len(former)} former codes, {len(became)} with a successor; {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
