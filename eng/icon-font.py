#!/usr/bin/env python3
"""Makes wwwroot/fonts/material-symbols.woff2: the few hundred icons that Radzen's components and our pages name,
out of the four thousand in the font that Radzen brings (1 MB, which a phone would load before the first drop-down).

    eng/icon-font.py            needs Debian's fonttools and python3-brotli; reads eng/icon-font.txt

To use a further icon in a Radzen component, add its name to eng/icon-font.txt and run this. A test compares the list with
what the pages name. (Icons of our own markup are not in the font but in wwwroot/icons.svg, see IconName.)
"""
import os
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

root = pathlib.Path(__file__).resolve().parent.parent
packages = pathlib.Path(os.environ.get("NUGET_PACKAGES", pathlib.Path.home() / ".nuget/packages"))
target = root / "Onboarding.Portal/wwwroot/fonts/material-symbols.woff2"


def ligatures(font):
    """The name that is typed, and the glyph that is drawn in its place."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if 0x20 <= code < 0x7F}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, rest in getattr(table, "ligatures", {}).items():
                for ligature in rest:
                    yield "".join(letters.get(part, "?") for part in [first, *ligature.Component]), ligature.LigGlyph


def main():
    wanted = (root / "eng/icon-font.txt").read_text().split()
    source = sorted(packages.glob("radzen.blazor/*/staticwebassets/fonts/MaterialSymbolsOutlined.woff2"))[-1]
    font = TTFont(source)
    glyphs = dict(ligatures(font))
    unknown = [name for name in wanted if name not in glyphs]
    if unknown:
        sys.exit(f"The font has no icon {', '.join(unknown)}.")

    options = subset.Options(flavor="woff2", layout_features=["liga", "rlig", "rclt"], layout_closure=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text="abcdefghijklmnopqrstuvwxyz_0123456789", glyphs=[glyphs[name] for name in wanted])
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"FILL": 0, "wght": 400})
    font.flavor = "woff2"
    font.save(target)
    print(f"{len(wanted)} icons, {target.stat().st_size} bytes")


main()
