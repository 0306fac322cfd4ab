"""Getting bytes: over HTTP from the publishers or their mirror (``http``), or from a folder (``folder``).

Nothing else touches the network. This package's front holds only what sources need to know, so that the
children that read files never load an HTTP client.
"""

from etl.fetch.addresses import Addresses, AddressRefused
from etl.fetch.answers import Fetched, Fetcher, FetchFailed

__all__ = ["AddressRefused", "Addresses", "FetchFailed", "Fetched", "Fetcher"]
