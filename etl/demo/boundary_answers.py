"""Answers of the boundaries' interface: the fictional councils with invented centres, one edition."""

import json

from etl import layout
from etl.demo.councils import councils
from etl.sources import boundaries

EDITION = "2019"


def answers() -> dict[str, bytes]:
    """Address to answer: all areas, and how many there are."""
    service = next(p.pattern for name, p in layout.load(boundaries.ID).parts["service"] if name == EDITION)
    features = [
        {
            "type": "Feature",
            "id": number,
            "geometry": None,
            "properties": {
                "FID": number,
                f"CTYUA{EDITION[2:]}CD": council.ons_code,
                f"CTYUA{EDITION[2:]}NM": council.name,
                "LONG": round(-4.5 + number % 9 * 0.7, 4),
                "LAT": round(50.6 + number // 9 * 0.6, 4),
            },
        }
        for number, council in enumerate(councils(), 1)
    ]
    whole = {"type": "FeatureCollection", "features": features}
    return {
        boundaries.address(service): json.dumps(whole).encode(),
        boundaries.address(service, returnCountOnly="true", f="json"): json.dumps({"count": len(features)}).encode(),
    }
