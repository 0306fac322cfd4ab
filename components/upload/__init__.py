"""The parts of the upload page and of its answers: forms, faults, differences, what was uploaded."""
