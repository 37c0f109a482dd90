"""What a sentence gives to the tables: each value with its words, or a question where it contradicts what is known.

One decision: a contradiction is never settled here. The value is left out, the line asks, the words stay in the note.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.breath_sheet import Sheet
from assistant.talk_balance import came_rows
from assistant.talk_told import Talk, Told
from assistant.turning import turned_to_nothing
from prompts.question import Value
from prompts.replies import Accepted, Refused, read_cell
from report.cells import plain
from report.lazily import pattern

_ZERO = Decimal(0)
_LISTED = pattern(r"（[^）]*、[^）]*）|例如：[^？]*。$")
"""What may be left out of a question that was asked a line above of another number."""
_IN_PROSE = ("T2.REG.", "T2.NORM.")
"""Cells whose numbers the prose tells too: their words stay in the note."""


def take(sheet: Sheet, talk: Talk) -> None:
    """Put into the sheet everything that was said of the tables."""
    zero = _zero_tables(sheet, talk.told)
    for table, words in zero.items():
        _close(sheet, table, words)
    for told in talk.told:
        if told.table not in zero:
            _fill(sheet, told)
    asked: set[str] = set()
    for doubt in talk.doubts:
        if sheet.focus == doubt.table or doubt.table != "T2":
            tail = doubt.sentence.rpartition("”")[2]
            sentence = _LISTED.sub("", doubt.sentence) if tail in asked else doubt.sentence
            asked.add(tail)
            sheet.ask(sheet.name(doubt.table), sentence, doubt.words, doubt.table)
            sheet.open(doubt.table)
    doubtful = {doubt.table for doubt in talk.doubts} | _disagreeing(sheet, talk)
    for table, words in talk.rest_zero.items():
        if table in doubtful:
            sheet.ask(sheet.name(table), "其余的等上面问清了再填 0，好吗？", words, table)
        else:
            _rest_zero(sheet, table, words)
    _compare(sheet, talk)
    _balance(sheet, talk)
    for one in talk.inside:
        sheet.hint(one.label, one.sentence, one.words)
    if sheet.focus and talk.told and not sheet.values and not sheet.lines:
        sheet.ask(sheet.name(sheet.focus), "这些已经在表里了，没有要改的。", talk.told[0].words, "")


def _zero_tables(sheet: Sheet, told: Sequence[Told]) -> dict[str, str]:
    """Tables of which everything was said to be 0, with the words that said so."""
    found: dict[str, str] = {}
    for table in dict.fromkeys(one.table for one in told):
        here = [one for one in told if one.table == table]
        cells = {cell: text for one in here for cell, text in one.cells.items()}
        asked = [cell.id for cell in sheet.edition.table(table).cells if cell.asked]
        if all(cells.get(cell) == "0" for cell in _decisive(sheet, table, asked)) and any(
            len(one.cells) > 1 for one in here
        ):
            found[table] = "，".join(dict.fromkeys(one.words for one in here))
    return found


def _decisive(sheet: Sheet, table: str, asked: Sequence[str]) -> Sequence[str]:
    """The cells that make a table 0 when they are: where nothing came in, nothing can have become of it."""
    came = came_rows(sheet.edition, table)
    return [cell for cell in asked if cell.split(".")[1] in came] if came else asked


def _close(sheet: Sheet, table: str, words: str) -> None:
    """没收到申请: the table is 0, unless something else stands in it or was answered."""
    figures = sheet.state.figures
    name = sheet.name(table)
    filled = [
        cell
        for cell in sheet.edition.table(table).cells
        if cell.asked and figures and (figures.value(cell.id) or _ZERO) != _ZERO
    ]
    if sheet.speaks_of(table) and (filled or sheet.state.answers.get(f"gate.{table}") is True):
        sheet.values[f"gate.{table}"] = False
        sheet.show(name, turned_to_nothing(len(filled)), words)
    elif filled and figures:
        number = plain(figures.value(filled[0].id) or _ZERO)
        place = filled[0].label.removeprefix(name).strip()
        sheet.ask(name, f"{name}里已经填了“{place}”{number}，又说“{words}”，哪个对？", words, table)
    elif sheet.state.answers.get(f"gate.{table}") is True:
        sheet.ask(name, f"前面答过{name}有数要填，又说“{words}”，哪个对？", words, table)
    elif figures and figures.is_zero(table):
        sheet.kept.append(words)
    else:
        sheet.values[f"gate.{table}"] = False
        sheet.show(name, "全部为 0" if sheet.edition.table(table).grid else "0", words)


def _fill(sheet: Sheet, told: Told) -> None:
    """Cells as they were said; a cell that holds something else is changed only where its table is being asked about."""
    values: dict[str, Value] = {}
    for cell_id, text in told.cells.items():
        reply = read_cell(sheet.edition.cell(cell_id), text)
        if isinstance(reply, Refused):
            sheet.ask(told.label, reply.sentence, told.words, told.table)
            sheet.unclear |= set(told.cells)
            sheet.open(told.table)
            return
        if isinstance(reply, Accepted):
            values |= reply.values
    known = sheet.state.answers
    other = [
        cell
        for cell in told.cells
        if known.get(cell) not in {None, values[cell]} or sheet.values.get(cell) not in {None, values[cell]}
    ]
    if all(known.get(slot) == value for slot, value in values.items()):
        sheet.kept.append(told.words)
        return
    value = _as_kept(sheet, told, values)
    if other:
        cell = sheet.edition.cell(other[0])
        before = known.get(other[0]) if known.get(other[0]) is not None else sheet.values.get(other[0])
        said = plain(before) if isinstance(before, Decimal) else ""
        if told.table != sheet.focus or other[0] in sheet.values:
            place = cell.label.removeprefix(sheet.name(told.table)).strip()
            twice = "如果是两笔，请合起来说一个数。" if other[0] in sheet.values else ""
            which = f"“{place}”前面是 {said}，这里说“{told.words}”，哪个对？{twice}"
            sheet.ask(told.label, which, told.words, told.table)
            return
        value += f"（原来是 {said}）"
    sheet.values |= values
    sheet.show(told.label, value, told.words)
    if any(isinstance(number, Decimal) and number for number in values.values()):
        sheet.open(told.table)
        if sheet.focus != "T2" and any(cell.startswith(_IN_PROSE) for cell in told.cells):
            sheet.kept.append(told.words)


def _as_kept(sheet: Sheet, told: Told, values: Mapping[str, Value]) -> str:
    """The value as it will stand in the table: an amount told in 元 is shown in the 万元 of its cell."""
    if len(told.cells) != 1:
        return told.value
    cell = sheet.edition.cell(next(iter(told.cells)))
    number = values[cell.id]
    unit = values.get(f"{cell.id}.unit") or next(iter(cell.units), "")
    return f"{plain(number)} {unit}" if isinstance(number, Decimal) and cell.units else told.value


def _rest_zero(sheet: Sheet, table: str, words: str) -> None:
    known = {**sheet.state.answers, **sheet.values}
    left = [
        cell.id
        for cell in sheet.edition.table(table).cells
        if cell.asked and known.get(cell.id) is None and cell.id not in sheet.unclear
    ]
    if left:
        sheet.values |= dict.fromkeys(left, _ZERO)
        sheet.show(f"{sheet.name(table)} 其余 {len(left)} 格", "0", words)


def _disagreeing(sheet: Sheet, talk: Talk) -> set[str]:
    """Tables whose total, as it was said, would not hold if all the rest were 0."""
    rest = [cell.id for table in talk.rest_zero for cell in sheet.edition.table(table).cells if cell.asked]
    figures = sheet.figures(dict.fromkeys(rest, _ZERO))
    return {
        total.figure.partition(".")[0]
        for total in talk.totals
        if figures.value(total.figure) not in {None, total.value}
    }


def _compare(sheet: Sheet, talk: Talk) -> None:
    """A total that was said is held against the computed one and goes nowhere."""
    figures = sheet.figures()
    for total in talk.totals:
        computed = figures.value(total.figure)
        known = sum((figures.value(cell) or _ZERO for cell in figures.sources(total.figure)), _ZERO)
        if computed == total.value:
            continue
        table = total.figure.partition(".")[0]
        if computed is None and table not in talk.rest_zero:
            sheet.show(total.label, f"{plain(total.value)}（总计由程序加，这里不记）", total.words)
            if known and known != total.value and all(doubt.table != table for doubt in talk.doubts):
                gap = f"差 {plain(abs(total.value - known))}"
                said = f"{total.label}说的是 {plain(total.value)}，分项到现在加起来 {plain(known)}，{gap}，请核对。"
                sheet.hint(total.label, said, total.words)
        else:
            said, added = plain(total.value), plain(known)
            sheet.ask(total.label, f"您说 {said}，各项加起来是 {added}，哪一项不对？", total.words, table)


def _balance(sheet: Sheet, talk: Talk) -> None:
    """What came in and what became of it, told in one breath, where nothing of either is known from before."""
    figures = sheet.state.figures
    for one in talk.uneven:
        asked = (cell.id for cell in sheet.edition.table(one.table).cells if cell.asked)
        if figures is None or any(figures.value(cell) for cell in asked):
            continue
        came, went, gap = plain(one.came), plain(one.went), plain(abs(one.came - one.went))
        sides = f"收到的和结转来的 {came} 件，办理结果加结转下年 {went} 件"
        sheet.hint(sheet.name(one.table), f"{sides}，差 {gap} 件，请核对。", one.words)
