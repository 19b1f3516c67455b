#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The gallery shows every picture in light and dark, each is there, and none is there that it does not show."""

import re
import sys
from pathlib import Path

gallery = Path(__file__).resolve().parents[2] / "resources" / "screenshots"
shown = set(re.findall(r"\(((?:light|dark)/[^)]+\.png)\)", (gallery / "README.md").read_text()))
there = {str(path.relative_to(gallery)) for path in gallery.glob("*/*.png")}
twins = {name.replace("light/", "dark/") if name.startswith("light/") else name.replace("dark/", "light/") for name in shown}
faults = [f"{name} is shown, and not there" for name in sorted(shown - there)]
faults += [f"{name} is there, and not shown" for name in sorted(there - shown)]
faults += [f"{name} is not shown, its twin is" for name in sorted(twins - shown)]
print("\n".join(faults) or f"{len(shown)} pictures, each in light and dark")
sys.exit(1 if faults else 0)
