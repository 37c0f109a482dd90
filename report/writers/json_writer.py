"""The report as JSON, for other programs: a stable, versioned shape.

Numbers are strings of the exact decimal (``"72701.2578"``), null where unknown. Keys are only ever added; a change of
meaning takes a new ``version``.
"""

import json
from collections.abc import Sequence
from typing import Any

import msgspec

from report.cells import plain
from report.checks.finding import Finding
from report.document import Document, Paragraph

FORMAT = "nianbao.document"
VERSION = 1


def document_json(
    document: Document, findings: Sequence[Finding] = (), file: str = "", note: str = ""
) -> str:
    """The whole document as JSON text, indented by two, with a final line break.

    Args:
        document: The report.
        findings: What the checks found, if they ran.
        file: The name the findings carry as their ``file``.
        note: What a draft says about itself; empty for a final report.
    """
    edition, figures = document.edition, document.figures
    shape: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "edition": edition.id,
        "year": document.year,
        "unit": msgspec.to_builtins(document.unit),
        "draft": note,
        "title": list(document.title),
        "opening": [_paragraph(paragraph) for paragraph in document.opening],
        "sections": [
            {
                "numeral": section.numeral,
                "title": section.title,
                "paragraphs": [_paragraph(paragraph) for paragraph in section.paragraphs],
                "tables": [table.id for table in section.tables],
            }
            for section in document.sections
        ],
        "cells": {
            cell.id: None if (value := figures.value(cell.id)) is None else plain(value)
            for cell in edition.cells
        },
        "units": {cell.id: figures.unit(cell.id) for cell in edition.cells if figures.unit(cell.id)},
        "findings": [finding.as_json(file) for finding in findings],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "id": paragraph.id,
        "aspect": paragraph.aspect,
        "heading": paragraph.heading,
        "text": paragraph.text,
        "sentences": [msgspec.to_builtins(sentence) for sentence in paragraph.sentences],
    }
