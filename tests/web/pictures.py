"""Take the pictures of docs/pictures: the pages as operators see them; `python tests/web/pictures.py SITE`.

SITE is a folder that `broadcast build` made; the clock stands at 21/11/2024, 09:12 in Việt Nam.
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser import CLOCK, FLAGS

PAGES = {
    "day": "2024-11-21/dinh-ca/index.html",
    "board": "2024-11-21/index.html",
    "station": "stations/dinh-ca/index.html#days",
}
AT = 1732155120000  # 2024-11-21T09:12+07:00
TO = Path(__file__).parents[2] / "docs" / "pictures"


def main(site: Path) -> None:
    """Open each page at two widths, and keep what is seen as WebP."""
    TO.mkdir(exist_ok=True)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for width in (360, 1280):
            for name, path in PAGES.items():
                context = browser.new_context(viewport={"width": width, "height": 900}, locale="vi-VN")
                context.add_init_script(CLOCK.format(at=AT))
                page = context.new_page()
                page.goto(f"{site.resolve().as_uri()}/{path}")
                page.wait_for_selector("body.live")
                picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
                picture.crop((0, 0, width, min(picture.height, 1600))).save(TO / f"{name}-{width}.webp", quality=60)
                context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
