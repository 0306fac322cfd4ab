"""Every claim of a report that is checked here, in the order in which they are shown. Ids are permanent."""

from domain.claims import admissions, delays, quoted
from domain.claims.claim import Claim

CLAIMS: tuple[Claim, ...] = (
    *delays.CLAIMS[:2],
    *admissions.CLAIMS[:3],
    *quoted.FIGURES,
    *delays.CLAIMS[2:],
    *admissions.CLAIMS[3:],
    *quoted.QUOTED,
)
CLAIM_BY_ID = {claim.id: claim for claim in CLAIMS}
