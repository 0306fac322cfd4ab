"""Month packs: an area and a month as files to take away, from the same figures as the pages.

``choice`` decides which packs, ``figures`` asks the warehouse, ``headline``, ``tables``, ``revised``, ``sources``
and ``notes`` say what is in a pack, ``sheets`` lays it out for a workbook, ``xlsx`` and ``csv_files`` write,
``manifest`` proves it.
"""
