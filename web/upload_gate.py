"""Who may upload here, and whether a form was sent from one of our own pages."""

import hmac
import ipaddress
from urllib.parse import urlsplit

from flask import Request

from config import Settings

FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip", "Via")
OFF = "Uploads are switched off on this site."
ELSEWHERE = "Uploads are taken only from the machine that this site runs on."
NO_KEY = "The upload key is missing or wrong."
FOREIGN = "The form was not sent from a page of this site."


def closed(settings: Settings, request: Request) -> str:
    """Why this visitor cannot upload at all; empty where the forms may be shown."""
    if settings.uploads == "off":
        return OFF
    if settings.uploads == "local" and not _from_here(request):
        return ELSEWHERE
    return ""


def refused(settings: Settings, request: Request, key: str) -> str:
    """Why a form that was sent is not taken; empty where it is. ``key`` is what was entered as the upload key."""
    if why := closed(settings, request):
        return why
    if not _same_origin(request):
        return FOREIGN
    wanted = settings.upload_key.encode()
    if settings.uploads == "key" and not hmac.compare_digest(key.encode("utf-8", "replace"), wanted):
        return NO_KEY
    return ""


def _from_here(request: Request) -> bool:
    """From this machine, by a name of it, and not passed on by a proxy that says so."""
    if any(name in request.headers for name in FORWARDED):
        return False
    name = urlsplit(f"//{request.host}").hostname or ""
    return _loopback(request.remote_addr or "") and (name == "localhost" or _loopback(name))


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _same_origin(request: Request) -> bool:
    """Browsers say where a form was sent from; a form that says nothing is not taken."""
    site = request.headers.get("Sec-Fetch-Site")
    if site and site != "same-origin":
        return False
    said = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        return bool(site) if not said else urlsplit(said).netloc == request.host
    except ValueError:
        return False
