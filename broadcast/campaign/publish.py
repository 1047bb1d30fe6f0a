"""The files' JSON Schemas, written where editors' programs find them.

`python -m broadcast.campaign.publish docs/schema` writes those that are published with the project.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from broadcast.campaign.schema import published
from broadcast.files import write_whole


def publish(folder: Path) -> None:
    """Write the schema of every kind of file as `<kind>.json`."""
    for name, schema in published().items():
        write_whole(folder / f"{name}.json", (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())


if __name__ == "__main__":
    publish(Path(sys.argv[1]))
