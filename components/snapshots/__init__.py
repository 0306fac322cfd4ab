"""The snapshots page: making a month pack, and the shelf of packs that are there."""
