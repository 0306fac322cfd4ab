"""The one frozen ``Settings`` object and its reader.

Every variable is described in the table of README.md; a test holds the two equal. A value that cannot be
used stops the start with one sentence that names the variable, what was found and what is expected.
"""

import ipaddress
import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_CREDENTIALS = re.compile(r"//[^/@]*@")

Sources = Literal["auto", "live", "demo"]
Mode = Literal["live", "demo"]
Uploads = Literal["local", "key", "off"]
SHORTEST_KEY = 12


class SettingsError(Exception):
    """A configured value cannot be used; the text is one sentence for the person who set it."""


class Settings(BaseSettings):
    """All settings, with their environment variable in capitals (``port`` is read from ``PORT``)."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    port: int = Field(8050, ge=1, le=65535, description="Port the site listens on")
    host: str = Field("127.0.0.1", description="Address the site listens on")
    data_dir: Path = Field(Path("data"), description="Folder of raw files and builds")
    sources: Sources = Field("auto", description="Where figures come from: auto, live or demo")
    source_mirror: str = Field(
        "", description="Origin of a mirror of the publishers, for example http://127.0.0.1:8900"
    )
    workers: int = Field(2, ge=1, le=32, description="Web worker processes")
    threads: int = Field(4, ge=1, le=64, description="Threads in each web worker")
    refresh_hours: int = Field(
        20, ge=0, le=8760, description="A live start refreshes when the last one is older; 0 never"
    )
    keep_builds: int = Field(12, ge=2, le=1000, description="Builds kept for rollback")
    keep_packs: int = Field(500, ge=200, le=20_000, description="Month packs kept on the shelf of the snapshots page")
    fetch_seconds: int = Field(120, ge=1, le=3600, description="Longest time for one file, in seconds")
    fetch_megabytes: int = Field(50, ge=1, le=1000, description="Largest file accepted, in megabytes")
    probe_seconds: int = Field(5, ge=1, le=60, description="How long a first start tries the live publishers")
    static_dir: Path = Field(Path(".prepared"), description="Folder of fonts and compressed static files")

    uploads: Uploads = Field("local", description="Who may upload: local (this machine), key (who knows it) or off")
    upload_key: str = Field("", validate_default=True, repr=False, description="The key that UPLOADS=key asks for")

    @field_validator("source_mirror")
    @classmethod
    def _origin(cls, value: str) -> str:
        value = value.rstrip("/")
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.username):
            raise ValueError("expected an address such as http://127.0.0.1:8900")
        _ = parts.port  # raises ValueError for a port that cannot be
        return value

    @field_validator("data_dir", "static_dir")
    @classmethod
    def _folder(cls, value: Path) -> Path:
        if value.exists() and not value.is_dir():
            raise ValueError("there is a file of this name; expected a folder")
        return value

    @field_validator("host")
    @classmethod
    def _address(cls, value: str) -> str:
        if value != "localhost":
            ipaddress.ip_address(value)
        return value

    @field_validator("upload_key")
    @classmethod
    def _long_enough(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("uploads") == "key" and len(value) < SHORTEST_KEY:
            raise ValueError(f"UPLOADS=key needs a key of at least {SHORTEST_KEY} characters")
        return value

    def root(self, mode: Mode) -> Path:
        """Folder of one kind of data; demonstration and live data never share one."""
        return self.data_dir / mode


def load(**overrides: object) -> Settings:
    """Settings from the environment (and ``overrides``); raises SettingsError with one sentence."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as problem:
        first = problem.errors()[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "a setting"
        reason = first["msg"].removeprefix("Value error, ")
        if name == "UPLOAD_KEY":
            raise SettingsError(f"UPLOAD_KEY cannot be used: {reason}.") from None
        shown = _CREDENTIALS.sub("//…@", str(first["input"]))
        raise SettingsError(f"{name} is set to '{shown}', which cannot be used: {reason}.") from None
