"""How the pages look: system fonts with Chinese first, one accent colour, light and dark.

The widgets' own variables are set here; the layout and our own markup are in
`assets/page.css`. No font or script is fetched.
"""

from __future__ import annotations

from pathlib import Path

import gradio as gr
from gradio.themes.utils import colors, fonts, sizes

CSS_PATHS = [
    Path(__file__).parent / "assets" / name for name in ("page.css", "library.css", "targets.css", "papers.css")
]
PRINT_CSS = Path(__file__).parent / "assets" / "print.css"

ACCENT = colors.Color(
    name="ink",
    c50="#eef6f7",
    c100="#d6eaec",
    c200="#add5da",
    c300="#7cbac2",
    c400="#4a9aa5",
    c500="#2a7d89",
    c600="#1b6571",
    c700="#17525c",
    c800="#15424a",
    c900="#11353c",
    c950="#0a2228",
)
"""The one accent: a quiet blue-green, dark enough for white text on it."""

_FONTS = (
    "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif"
)  # fmt: skip
_MONO = ("ui-monospace", "Consolas", "Noto Sans Mono CJK SC", "monospace")


def print_style() -> str:
    """How pages look on paper, for their head."""
    return f"<style>{PRINT_CSS.read_text(encoding='utf-8')}</style>"


def theme() -> gr.themes.Base:
    """The theme of every page."""
    base = gr.themes.Base(
        primary_hue=ACCENT,
        secondary_hue=ACCENT,
        neutral_hue=colors.slate,
        text_size=sizes.text_md,
        spacing_size=sizes.spacing_md,
        radius_size=sizes.radius_md,
        font=[fonts.Font(name) for name in _FONTS],
        font_mono=[fonts.Font(name) for name in _MONO],
    )
    return base.set(
        body_background_fill="#f6f8f8",
        body_background_fill_dark="#111618",
        body_text_color="#1c2528",
        body_text_color_dark="#dfe6e8",
        background_fill_primary="#ffffff",
        background_fill_primary_dark="#182023",
        border_color_primary="#dbe2e4",
        border_color_primary_dark="#2c373b",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_600",
        button_primary_background_fill_hover_dark="*primary_500",
        button_primary_text_color="white",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_dark="#1f292d",
        button_secondary_border_color="*border_color_primary",
        button_border_width="1px",
        button_transition="background-color 120ms",
        input_background_fill="#ffffff",
        input_background_fill_dark="#182023",
        input_border_width="1px",
        input_border_color_focus="*primary_500",
        input_border_color_focus_dark="*primary_400",
        checkbox_label_background_fill_selected="*primary_600",
        checkbox_label_background_fill_selected_dark="*primary_600",
        checkbox_label_text_color_selected="white",
    )
