"""A person who corrects a number in the same breath: only the corrected one was meant (8篇，不对是9篇 → 9篇).

One decision: a number is put in the place of another only where it is plain which one was wrong; otherwise both stay as
they were jotted and the refusals of the register (改口) leave them to a person.
"""

from functools import lru_cache

from report import lazily

_NUMBER = (
    "(?:[0-9０-９][0-9０-９,]*(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千]+)[百千万亿]*[多余来]?"
)
_UNIT = "(?:人次|户次|工作日|万元|亿元|[条件篇次场期个份名人册处轮项起家户批部张台本块元遍回天%])?"
_WRONG = (
    "(?:哦不(?!对)|不对|错了|不是这个数|口误|(?:说|写|记|打|填|弄|搞|数|算|抄|看|敲)错了?)(?:了|啊|哈|哦)?"
)
_MENDED = "(?:更正|纠正|改正|修正)(?:一下|下)?"
_THEN = "[，,、：:。；;\\s]+"
_IS = "(?:应该?(?:是|为)|应当是|应|改成|改为|改|更正为|更正成|其实是|实际是|实际上是|准确说是|才是|是|为)"
_GAP = r"[，,、：:。；;\s]*"
_SAY = "(?:哦|噢|啊|哎|呃|喔|嗯)?"
_CUE = (
    rf"(?:(?P<said>[（(]\s*(?:{_SAY}{_GAP}(?:{_WRONG}|{_MENDED}){_GAP}{_IS}?|应为|应是|更正为|改为){_GAP}"  # 50条（更正：52条）
    rf"|{_THEN}{_SAY}{_GAP}(?:{_WRONG}|{_MENDED}){_GAP}{_IS}{_GAP}"  # ，不对，是9篇
    rf"|{_SAY}(?:{_WRONG}|{_MENDED}){_GAP}{_IS}{_GAP})"  # 8篇不对是9篇
    rf"|(?P<bare>{_THEN}{_SAY}{_GAP}(?:不对{_GAP}|(?:{_WRONG}|{_MENDED}){_THEN}))"  # ，错了，9篇
    rf"|(?P<not>[，,\s]*(?:哦|啊)?不是(?P=old)(?:条|件|篇|次|场|期|个|份|人|处|项)?{_GAP}(?:而|应该?)?是{_GAP})"  # ，不是8篇，是9篇
    r")"
)
_CORRECTION = lazily.pattern(
    rf"(?P<old>{_NUMBER})(?P<unit>{_UNIT})(?P<tail>(?:信息|左右|的)?){_CUE}(?P<new>{_NUMBER})(?P<own>{_UNIT})"
    r"(?![年月日号点])(?(bare)(?=$|[，,。；;、！!\s]))(?:[）)]|才对|[！!])?"
)
_NAMED = lazily.pattern(
    rf"[，,。；;、\s]+{_SAY}(?:前面)?(?:的)?(?P<name>[\u4e00-\u9fff]{{2,8}}?)(?:的|那个|那)?(?:数字?|条数|件数)?(?:{_WRONG}|{_MENDED}){_GAP}"
    rf"{_IS}{_GAP}(?P<new>{_NUMBER})(?P<own>{_UNIT})(?=$|[，,。；;、！!\s])"
)


@lru_cache(maxsize=2048)
def corrected(text: str) -> str:
    """The note with every number that its writer took back replaced by the one meant.

    The words of the correction go, all others stay where they were: 推文8篇，不对是9篇，图解3篇 → 推文9篇，图解3篇.
    """
    if not _CUED.search(text):
        return text
    lines = text.split("\n")
    return "\n".join(_by_name(_by_place(line)) for line in lines)


_CUED = lazily.pattern(
    "不对|哦不|错了|[说写记打填弄搞数算抄看敲]错|更正|纠正|改正|修正|口误|不是|应为|应是|改为"
)


def _by_place(line: str) -> str:
    """Corrections right behind the number that was wrong."""
    position = 0
    while found := _CORRECTION.search(line, position):
        unit, own = found["unit"], found["own"]
        if unit and own and unit != own:
            position = found.end("old")
            continue
        said = f"{found['new']}{own or unit}{found['tail']}"
        line = line[: found.start()] + said + line[found.end() :]
        position = found.start() + len(said)
    return line


def _by_name(line: str) -> str:
    """Corrections that name what the wrong number counted: 网站50条，公众号30条，网站写错了，是52条."""
    found = _NAMED.search(line)
    if found is None:
        return line
    counted = lazily.pattern(rf"{found['name']}[\u4e00-\u9fff]{{0,4}}?(?P<old>{_NUMBER})(?P<unit>{_UNIT})")
    places = list(counted.finditer(line, 0, found.start()))
    if len(places) != 1 or (found["own"] and places[0]["unit"] not in ("", found["own"])):
        return line
    place = places[0]
    kept = line[place.end("old") : found.start()]
    unit = found["own"] if not place["unit"] else ""
    return line[: place.start("old")] + found["new"] + unit + kept + line[found.end() :]
