"""Packs made outside the request: a job on the shelf, done by a process of its own.

``note`` is what is known of the job, on disk, so that every web process sees it; ``desk`` starts, stops and looks
after it for a page; ``work`` is what the process does (``python -m exports.jobs``).
"""
