"""Tidy tables, marts and the queries a page can reach; the only room that knows SQL.

``builds`` says where immutable builds lie and which is current, ``tables`` declares every table once,
``engines`` writes and opens them, ``marts`` derives, ``queries`` answers, ``reader`` hands out builds.
"""
