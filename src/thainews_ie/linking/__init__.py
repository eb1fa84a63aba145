"""Links mentions to things: dates to years, names to people, people to roles."""
