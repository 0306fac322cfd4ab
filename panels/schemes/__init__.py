"""The schemes of a place: what its pages read, worked out once a build."""
