"""Demonstration publications: invented figures of councils that do not exist, in the publishers' own layouts.

They are written as a small copy of the publishers' sites and loaded through the same pipeline as real ones.
``councils`` and ``figures`` hold the numbers, the ``*_workbooks`` and ``nomis`` modules the layouts.
"""
