"""Mergers of NHS trusts since 2015, reviewed by hand: who carried on the work of a trust that ended, and from when.

Only whole trusts: where the work of one went to several (Pennine Acute Hospitals, October 2021) there is no successor.
Source: NHS England, Organisation Data Service, successor organisations; merger orders and notices of the trusts.
"""

from typing import NamedTuple


class Merger(NamedTuple):
    """A trust that ended, the code that carries on its work, and the first day on which it did."""

    code: str
    name: str
    successor: str
    since: str


MERGERS = (
    Merger("RFW", "West Middlesex University Hospital", "RQM", "2015-09-01"),
    Merger("RLU", "Birmingham Women's", "RQ3", "2017-02-01"),
    Merger("RQQ", "Hinchingbrooke Health Care", "RGN", "2017-04-01"),
    Merger("RM2", "University Hospital of South Manchester", "R0A", "2017-10-01"),
    Merger("RW3", "Central Manchester University Hospitals", "R0A", "2017-10-01"),
    Merger("RR1", "Heart of England", "RRK", "2018-04-01"),
    Merger("RJF", "Burton Hospitals", "RTG", "2018-07-01"),
    Merger("RGQ", "Ipswich Hospital", "RDE", "2018-07-01"),
    Merger("RE9", "South Tyneside", "R0B", "2019-04-01"),
    Merger("RLN", "City Hospitals Sunderland", "R0B", "2019-04-01"),
    Merger("RQ6", "Royal Liverpool and Broadgreen University Hospitals", "REM", "2019-10-01"),
    Merger("RNL", "North Cumbria University Hospitals", "RNN", "2019-10-01"),
    Merger("RA3", "Weston Area Health", "RA7", "2020-04-01"),
    Merger("RQ8", "Mid Essex Hospital Services", "RAJ", "2020-04-01"),
    Merger("RDD", "Basildon and Thurrock University Hospitals", "RAJ", "2020-04-01"),
    Merger("RC1", "Bedford Hospital", "RC9", "2020-04-01"),
    Merger("RBA", "Taunton and Somerset", "RH5", "2020-04-01"),
    Merger("RD3", "Poole Hospital", "R0D", "2020-10-01"),
    Merger("RDZ", "Royal Bournemouth and Christchurch Hospitals", "R0D", "2020-10-01"),
    Merger("RT3", "Royal Brompton and Harefield", "RJ1", "2021-02-01"),
    Merger("RXH", "Brighton and Sussex University Hospitals", "RYR", "2021-04-01"),
    Merger("RTV", "North West Boroughs Healthcare", "RW4", "2021-06-01"),
    Merger("RBZ", "Northern Devon Healthcare", "RH8", "2022-04-01"),
    Merger("RA4", "Yeovil District Hospital", "RH5", "2023-04-01"),
    Merger("RVY", "Southport and Ormskirk Hospital", "RBN", "2023-07-01"),
    Merger("R1C", "Solent", "RW1", "2024-10-01"),
    Merger("RRP", "Barnet, Enfield and Haringey Mental Health", "G6V2S", "2024-11-01"),
    Merger("RY9", "Hounslow and Richmond Community Healthcare", "RAX", "2024-11-01"),
    Merger("RAP", "North Middlesex University Hospital", "RAL", "2025-01-01"),
)
SUCCESSOR = {merger.code: merger.successor for merger in MERGERS}
