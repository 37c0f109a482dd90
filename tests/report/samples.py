"""Real figures from published reports, so that the tests of this room run without anything outside the project."""

from decimal import Decimal

from report.cells import Cells
from report.edition import Edition, load_edition

SUQIAN_2023 = """
R01 3402,99,0,4,5,1,3511  R02 91,3,0,0,2,0,96  R03 1175,12,0,3,1,0,1191  R04 319,7,0,0,2,0,328
R05 0,0,0,0,0,0,0  R06 27,0,0,0,0,0,27  R07 6,0,0,0,0,0,6  R08 38,0,0,0,0,0,38
R09 20,0,0,0,0,0,20  R10 9,0,0,0,0,0,9  R11 21,0,0,0,0,0,21  R12 20,1,0,0,0,0,21
R13 968,74,0,1,3,1,1047  R14 26,2,0,0,0,0,28  R15 3,0,0,0,0,0,3  R16 305,0,0,0,0,0,305
R17 39,0,0,0,0,0,39  R18 0,0,0,0,0,0,0  R19 58,0,0,0,0,0,58  R20 4,0,0,0,0,0,4
R21 40,0,0,0,0,0,40  R22 10,0,0,0,0,0,10  R23 287,3,0,0,1,0,291  R24 3375,99,0,4,7,1,3486
R25 118,3,0,0,0,0,121
V 309,17,88,26,440  W 1,1,16,6,24  X 13,0,67,9,89
REG 2,0,11  NORM 109,489,597  LIC 1808595  PEN 2822652  COE 20163  FEE 59237.2449
"""
"""宿迁市 2023, rolled up for the whole city."""

SUQIAN_2024 = """
R01 3440,75,0,1,6,3,3525  R02 118,3,0,0,0,0,121  R03 1408,21,0,0,2,0,1431  R04 462,9,0,0,0,0,471
R05 2,0,0,0,0,0,2  R06 1,0,0,0,0,0,1  R07 4,0,0,0,0,0,4  R08 16,1,0,0,0,0,17
R09 21,0,0,0,0,0,21  R10 10,1,0,0,0,0,11  R11 21,2,0,0,0,0,23  R12 13,0,0,0,0,0,13
R13 859,33,0,0,3,2,897  R14 35,1,0,0,0,0,36  R15 8,0,0,0,0,0,8  R16 86,1,0,0,0,0,87
R17 26,1,0,0,0,0,27  R18 0,0,0,0,0,0,0  R19 3,0,0,0,0,0,3  R20 0,0,0,0,0,0,0
R21 75,1,0,1,0,0,77  R22 38,0,0,0,0,0,38  R23 352,2,0,0,0,0,354  R24 3440,73,0,1,5,2,3521
R25 118,5,0,0,1,1,125
V 88,18,28,36,170  W 7,0,11,7,25  X 33,0,6,13,52
REG 2,1,12  NORM 50,227,420  LIC 1573179  PEN 2676474  COE 29351  FEE 72701.2578
"""
"""宿迁市 2024, rolled up for the whole city."""


def every_number(text: str, edition: Edition | None = None) -> dict[str, Decimal]:
    """Cell id → number, totals included."""
    form = edition or load_edition("2021")
    rows = {row.id: row for table in form.tables for row in table.rows}
    words = text.split()
    return {
        cell: Decimal(number)
        for row, numbers in zip(words[::2], words[1::2], strict=True)
        for cell, number in zip(rows[row].cells, numbers.split(","), strict=True)
    }


def asked(numbers: dict[str, Decimal], edition: Edition | None = None) -> Cells:
    """Only what people are asked for."""
    form = edition or load_edition("2021")
    return Cells({cell.id: numbers[cell.id] for cell in form.cells if cell.asked and cell.id in numbers})


def totals(numbers: dict[str, Decimal], edition: Edition | None = None) -> dict[str, Decimal]:
    """Only what is computed."""
    form = edition or load_edition("2021")
    return {cell.id: numbers[cell.id] for cell in form.cells if cell.parts and cell.id in numbers}
