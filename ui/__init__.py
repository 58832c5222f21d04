"""The ways in: web page, REST and command line, and the settings and wiring they share."""
