"""The example partnership of the demonstration: invented schemes, money, indicators and values as uploads.

Plans and records are written out in ``schemes``, ``money``, ``measures``, ``claims``, ``record`` and ``decisions``;
``truth`` says what the schemes really did, ``series`` draws values from it by the ``rules``, ``uploads`` puts the
workbooks together and ``deliver`` hands them in by the way of every upload.
"""
