"""What leaves the application as a file: briefings, tables and answers as Word, Markdown and PDF."""
