"""Verbs that keep the application running and right: serve, doctor, evaluate."""

from __future__ import annotations

import click

VERBS: tuple[click.Command, ...] = ()
