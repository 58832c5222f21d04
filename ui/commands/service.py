"""Verbs that keep the application running and right: serve, doctor, evaluate."""

VERBS: tuple[click.Command, ...] = ()
