"""The fee statement by talk: 收过1次，发了1份通知，680元，收到了 → one notice, what it asks for, what came in.

One decision: the reply is read whole or not at all. An amount beside the notices is what they ask for; 收到了 without an
amount is all of it, 没交 is none of it.
"""

from collections.abc import Iterator

import msgspec

from assistant.talk_told import Talk, Told
from report import lazily
from report.numerals import read_numeral

TABLE = "FEE6"
_COUNT = r"[0-9０-９一二两三四五六七八九十]+"
_PIECE = "(?:份|件|张|个|次|回|笔|单)"
_MONEY = (
    r"(?P<money>[0-9０-９零一二两三四五六七八九十百千万]+(?:[.．][0-9０-９]+)?万?(?:元|块钱|块))(?:整|钱)?"
)
_NOTICE_WORD = (
    "(?:(?:政府)?(?:信息)?(?:处理费)?(?:的)?(?:收费|缴费|交费)?(?:的)?(?:通知书|通知单|通知|单子|单|函))"
)
_SENT = "(?:发出|发|开出|开具|开|出具|出|下达|下|送达|寄)(?:了|过)?"
_SUM = "(?:其中)?(?:一共|总共|共计|合计|总计|共|加起来|合起来)?(?:是|要收|应收|该收|收费|计|为)?"
_CLAUSES = lazily.pattern(r"[，,。；;！!\s、]+")

_GATE = lazily.pattern(
    "(?:今年|全年|本年)?(?:有|有的|有过|收过|收过费|收过的|有收费|有收过|发过)(?:信息处理费|处理费)?"
)
_TIMES = lazily.pattern(
    rf"(?:今年|全年|只|就|一共|总共|共)*(?:收|收过|收了|收费|收过费|收了费)(?P<count>{_COUNT})(?:次|回)(?:费)?"
)
_NOTICES = lazily.pattern(
    rf"(?:今年|全年|只|就|一共|总共|共|是|给人家)*(?:{_SENT}(?P<count>{_COUNT}){_PIECE}(?:{_NOTICE_WORD})?"
    rf"|{_NOTICE_WORD}(?:{_SENT})?(?:一共|共|有|是)?(?P<later>{_COUNT}){_PIECE}|{_SENT}{_NOTICE_WORD}(?P<third>{_COUNT}){_PIECE}"
    rf"|(?P<bare>{_COUNT})(?:份|件|张)(?:{_NOTICE_WORD})?)(?:{_SUM}{_MONEY})?"
)
_NOTIFIED = lazily.pattern(
    rf"(?:通知(?:收费)?(?:总)?金额|总?金额|应收|该收|要收|要交|通知(?:上)?(?:写的)?(?:收费)?)?(?:{_SUM}){_MONEY}"
)
_RECEIVED = lazily.pattern(
    rf"(?:实际收取|实际收到|实际收|实收|实际到账|到账|入账|收到|收了|收回|收上来|交来|交了|缴了|缴来|缴库)(?:总金额|金额|的)?(?:了|是)?(?:{_SUM}){_MONEY}"
)
_ALL = lazily.pattern(
    "(?:钱|款|费)?(?:人家|对方|申请人)?(?:都|全|全部|已经|已|也|均|如数|足额)*(?:收到|到账|入账|交来|交|缴清|缴|收齐|收回|收讫|收|交清|付清|付|入库|交齐)(?:了|齐了|清了|来了|回来了|上来了|过来了|到了|完了)"
)
_NONE = lazily.pattern(
    "(?:钱|款|费)?(?:人家|对方|申请人)?(?:都|全|也|后来)?(?:还)?(?:没有|没|未)(?:收到|到账|交来|交|缴|收上来|收|付)(?:钱|费|过|到)?(?:呢|的)?"
)


class _Read(msgspec.Struct):
    notices: tuple[str, str] | None = None
    """The number as typed, and the words it came from."""
    notified: tuple[str, str] | None = None
    received: tuple[str, str] | None = None
    times: str = ""
    all_came: str = ""
    none_came: str = ""


def read_fees(typed: str) -> Talk | None:
    """What a reply says of notices, what they ask for and what came in; None where a word of it is something else."""
    read = _Read()
    clauses = list(_pieces(typed))
    if not all(_take(read, text) for _, text in clauses):
        return None
    if read.notices is None or not _together(read):
        return None
    count, words = read.notices
    told = [_told("notices", "收费通知", f"{read_numeral(count)} 件", words, count)]
    if sum_ := read.notified:
        told.append(_told("notified", "通知收费总金额", "", sum_[1], sum_[0]))
    if came := read.received:
        told.append(_told("received", "实际收取总金额", "", came[1], came[0]))
    used = tuple((start, start + len(text)) for start, text in clauses)
    return Talk(told=tuple(told), used=used)


def _pieces(typed: str) -> Iterator[tuple[int, str]]:
    at = 0
    for mark in [*_CLAUSES.finditer(typed), None]:
        end = mark.start() if mark else len(typed)
        if typed[at:end].strip():
            yield at, typed[at:end]
        at = mark.end() if mark else end


def _take(read: _Read, text: str) -> bool:
    """Read one clause; False when it says something else, or the same thing twice."""
    if _GATE.fullmatch(text):
        return True
    if found := _TIMES.fullmatch(text):
        fresh, read.times = not read.times, found["count"]
    elif found := _RECEIVED.fullmatch(text):
        fresh, read.received = read.received is None, (found["money"], text)
    elif found := _NOTICES.fullmatch(text):
        count = found["count"] or found["later"] or found["third"] or found["bare"]
        fresh, read.notices = read.notices is None, (count, text)
        if found["money"]:
            fresh, read.notified = fresh and read.notified is None, (found["money"], text)
    elif found := _NOTIFIED.fullmatch(text):
        fresh, read.notified = read.notified is None, (found["money"], text)
    elif _NONE.fullmatch(text):
        fresh, read.none_came = not read.none_came, text
    else:
        fresh, read.all_came = not read.all_came and bool(_ALL.fullmatch(text)), text
    return fresh


def _together(read: _Read) -> bool:
    """收到了 is all that was asked for, 没交 is nothing; 收过2次 beside one notice is no way to tell it."""
    assert read.notices is not None  # noqa: S101  looked at by the caller
    if read.times and read_numeral(read.times) != read_numeral(read.notices[0]):
        return False
    ways = [bool(read.received), bool(read.all_came), bool(read.none_came)]
    if read.all_came and (read.notified is None or read.received):
        return bool(read.notified and read.received and read.received[0] == read.notified[0])
    if sum(ways) > 1:
        return False
    if read.all_came and read.notified:
        read.received = (read.notified[0], read.all_came)
    elif read.none_came:
        read.received = ("0元", read.none_came)
    return True


def _told(cell: str, label: str, value: str, words: str, typed: str) -> Told:
    return Told(TABLE, label, value, words, {f"{TABLE}.{cell}": typed})
