"""Which addresses may be asked, and how a mirror stands in for the publishers.

``https://HOST/PATH`` is asked as ``MIRROR/HOST/PATH`` when a mirror is set; an address that comes back from
the mirror (a link, a redirect) is turned into the publisher's own before anything else looks at it.
"""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit


class AddressRefused(Exception):
    """An address outside the allow-list, or one that is not https."""


@dataclass(frozen=True)
class Addresses:
    """The allow-list of publishers' hosts, and the mirror's origin (empty for none)."""

    hosts: frozenset[str]
    mirror: str = ""

    def publisher(self, url: str, base: str = "") -> str:
        """The publisher's https address that ``url`` (relative to ``base``) stands for.

        Raises AddressRefused for hosts outside the allow-list, credentials, other ports or other schemes.
        """
        try:
            full = self._from_mirror(urljoin(base, url.strip()))
            parts = urlsplit(full)
            port = parts.port
        except ValueError:
            raise AddressRefused(f"'{url[:200]}' is not an address") from None
        if parts.scheme not in ("http", "https") or "@" in parts.netloc or port not in (None, 80, 443):
            raise AddressRefused(f"{full} is not a plain https address")
        host = self._canonical((parts.hostname or "").lower())
        if host not in self.hosts:
            raise AddressRefused(
                f"{host or full} is not one of the publishers' hosts ({', '.join(sorted(self.hosts))})"
            )
        return urlunsplit(("https", host, parts.path or "/", parts.query, ""))

    def asked(self, url: str) -> str:
        """The address that is really asked for a publisher's address."""
        if not self.mirror:
            return url
        parts = urlsplit(url)
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.mirror}/{parts.hostname}{parts.path}{query}"

    def _from_mirror(self, url: str) -> str:
        if self.mirror and url.startswith(self.mirror + "/"):
            return "https://" + url[len(self.mirror) + 1 :]
        return url

    def _canonical(self, host: str) -> str:
        www = f"www.{host}"
        return www if host not in self.hosts and www in self.hosts else host
