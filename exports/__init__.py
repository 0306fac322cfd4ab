"""Month packs: an area and a month as files to take away, from the same figures as the pages.

``choice`` decides which packs, ``figures`` asks the warehouse, ``headline``, ``tables``, ``revised``, ``sources``
and ``notes`` say what is in a pack; ``views``, ``chart_sheet`` and ``sheets`` lay it out for a workbook and ``fit``
gives words their room; ``xlsx`` and ``csv_files`` write, ``manifest`` proves it. ``library`` is a shelf of packs,
``archives`` gives them as one file, ``pruning`` keeps the shelf in its bound; ``counter``, ``jobs`` and ``shown``
are what the snapshots page orders, waits for and shows.
"""
