"""Configuration: one frozen ``Settings``, read from the environment at the edge and passed inwards."""

from config.settings import Settings, SettingsError, load

__all__ = ["Settings", "SettingsError", "load"]
