"""Forms of the upload page as a browser sends them, and what their answers hold."""

import io
import re

from web.upload_inbox import Inbox

OURS = {"Origin": "http://localhost"}


def send(client, path, data=None, *, name="book.xlsx", headers=OURS, **fields):
    parts = {**fields} | ({"file": (io.BytesIO(data), name)} if data is not None else {})
    return client.post(f"/upload/{path}", data=parts, headers=headers, content_type="multipart/form-data")


def hidden(answer) -> dict[str, str]:
    """Hidden fields of the form in an answer."""
    tags = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", answer.text)
    return {re.search(r'name="([^"]*)"', tag)[1]: re.search(r'value="([^"]*)"', tag)[1] for tag in tags}


def waiting(root):
    return [file.name for file in Inbox(root).folder.glob("*") if file.suffix != ".lock"]


def words(answer) -> str:
    return re.sub(r"<[^>]+>", " ", answer.text)


def whole(answer) -> bool:
    """A document of its own, with one heading and without a script."""
    text = answer.text
    return text.startswith("<!DOCTYPE html>") and text.count("<h1") == 1 and "<script" not in text and "</html>" in text
