#!/usr/bin/env python3
"""Makes wwwroot/fonts/plus-jakarta-sans-*-{400,500,600,700}.woff2: one file for each weight that reports use, cut out of the
variable font of the pages.

    /usr/bin/python3 eng/report-fonts.py       needs Debian's fonttools and python3-brotli

A browser that prints cannot put a variable font into a PDF file: it draws each letter as a picture procedure instead (a
"Type 3" font), which looks worse on screen, is larger, and is what archives refuse. A font of one weight is embedded as it is.
The Open Font License (plus-jakarta-sans-license.txt) allows this; the font's name is not a reserved one.
"""
import pathlib

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

folder = pathlib.Path(__file__).resolve().parent.parent / "Onboarding.Portal/wwwroot/fonts"
weights = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


def main():
    for alphabet in ("latin", "latin-ext"):
        for weight, style in weights.items():
            font = TTFont(folder / f"plus-jakarta-sans-{alphabet}-wght-normal.woff2")
            font = instancer.instantiateVariableFont(font, {"wght": weight})
            name = font["name"]
            for record in list(name.names):
                if record.nameID in (16, 17, 25):
                    name.removeNames(nameID=record.nameID)
            for identity, text in (
                (1, f"Plus Jakarta Sans {style}"), (2, "Regular"), (3, f"PlusJakartaSans-{style}-{alphabet}"),
                (4, f"Plus Jakarta Sans {style}"), (6, f"PlusJakartaSans-{style}"),
            ):
                name.setName(text, identity, 3, 1, 0x409)
            font["OS/2"].usWeightClass = weight
            if "STAT" in font:
                del font["STAT"]
            font.flavor = "woff2"
            target = folder / f"plus-jakarta-sans-{alphabet}-{weight}.woff2"
            font.save(target)
            print(target.name, target.stat().st_size, "bytes")


main()
