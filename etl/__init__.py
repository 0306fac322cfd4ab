"""From the publishers' pages to a new immutable warehouse: the only room that touches the network.

Read in this order: ``source`` (what a source is), ``sources/`` (one publication a file), ``refresh`` (the
run), then ``fetch``, ``snapshot``, ``pool``, ``selection``, ``build``.
"""
