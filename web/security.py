"""Security headers on every answer, and an honest 404 for paths that are no page.

``style-src`` alone allows inline styles (plotly and React set them); scripts come from us, two of Dash's own
inline ones by hash. The hashes are complete only after the first request, so they are read lazily.
"""

import functools

from dash import Dash, page_registry
from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as WerkzeugResponse

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}


def register(server: Flask, app: Dash) -> None:
    """Put the headers on every answer of the server."""
    policy = functools.cache(lambda: _policy(app.csp_hashes()))

    @server.before_request
    def without_last_slash() -> WerkzeugResponse | None:
        """A page has one address: with a slash at its end it is sent on to the one without."""
        path = request.path.rstrip("/")
        if path and path != request.path and is_page(path):
            return redirect(path + (f"?{request.query_string.decode()}" if request.query_string else ""), 301)
        return None

    @server.after_request
    def headers(answer: Response) -> Response:
        for name, value in FIXED.items():
            answer.headers.setdefault(name, value)
        answer.headers["Content-Security-Policy"] = policy() if app.callback_map else _policy(app.csp_hashes())
        answer.headers.pop("Server", None)
        if not answer.headers.get("Cache-Control"):
            answer.headers["Cache-Control"] = "no-store"
        return _honest(answer)


def _policy(hashes: list[str]) -> str:
    scripts = " ".join(["'self'", *hashes])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _honest(answer: Response) -> Response:
    """The catch-all of Dash answers every path with the same document; a path that is no page is a 404."""
    document = request.endpoint == "/<path:path>" and answer.mimetype == "text/html"
    if document and answer.status_code == 200 and not is_page(request.path):
        answer.status_code = 404
    return answer


def is_page(path: str) -> bool:
    """Whether a path is exactly that of a registered page, or fills in the one part that a template leaves open."""
    pages = [page for page in page_registry.values() if page["module"] != "pages.not_found_404"]
    fixed = [page["path_template"].split("<")[0] for page in pages if page.get("path_template")]
    below = any(path.startswith(start) and "/" not in path[len(start) :] and path != start for start in fixed)
    return below or path in {page["path"] for page in pages if not page.get("path_template")}
