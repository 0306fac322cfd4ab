"""One screen for the board: the watches, money, schemes by verdict, plan against actual, and decisions due."""
