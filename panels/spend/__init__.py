"""Money of a place by purpose, stage and demand, in every version, each share with its base (METHODS M24)."""
