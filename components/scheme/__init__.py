"""Schemes on a page: verdict marks, money, bars of plan and outturn, the register and the chain."""
