"""Whole documents that need no JavaScript: the site's head, shell and style around components drawn as text."""

from collections.abc import Callable
from typing import Any

from dash import Dash
from flask import Response

from web.html_text import render
from web.static_files import Prepared

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
{head}
{css}
</head>
<body>
{body}
</body>
</html>"""
Frame = Callable[[Any, str], Any]  # the shell around a page's contents; the path that is marked in the navigation


def fonts(prepared: Prepared) -> str:
    """Font faces and their preloads."""
    faces = "".join(
        f'@font-face{{font-family:"Atkinson Hyperlegible";font-weight:{face["weight"]};'
        f'font-display:swap;src:url({face["url"]}) format("woff2")}}'
        for face in prepared.faces
    )
    lines = [
        f'<link rel="preload" href="{face["url"]}" as="font" type="font/woff2" crossorigin>' for face in prepared.faces
    ]
    return "\n".join(lines + ([f"<style>{faces}</style>"] if faces else []))


def document(site: Dash, frame: Frame, contents: Any, *, title: str, path: str, status: int = 200) -> Response:
    """A page of components as a whole document."""
    prepared: Prepared = site.prepared
    text = PAGE.format(
        title=render(title),
        head=fonts(prepared),
        css=site._generate_css_dist_html(),
        body=render(frame(contents, path)),
    )
    return Response(text, status=status, mimetype="text/html")
