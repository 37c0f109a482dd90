"""From jotted words to official ones: the stages that turn one text into another, without judging the outcome.

One decision: numbers are read once, at the start (`normalise`), and afterwards no stage touches a digit.
"""

import re
from functools import lru_cache

from phrasebank.register.edits import reword
from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.rules import CLASSIFIERS, Rule, shield, unshield
from report.lazily import pattern
from report.numerals import read_numeral

_WIDE = str.maketrans("０１２３４５６７８９．％（）：,;", "0123456789.%（）：，；")
_ASCII_MARKS = str.maketrans("():!?~", "（）：！？—")
_THOUSANDS = pattern(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
_NUMBERING = pattern(
    r"^(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．](?![0-9])|[-*·•●◆>]+|[一二三四五六]是|第[一二三四五六]，)\s*"
)
_ASCII_QUOTED = pattern(r"[\"＂]([^\"＂]{1,30})[\"＂]")
_EDGE = "，。；;、！!？?~～…． \t\u3000"
_SPACES = pattern(r"(?<=[^A-Za-z0-9])\s+|\s+(?=[^A-Za-z0-9])")
_CHINESE = "零一二两俩三四五六七八九十百千万亿"
_LISTED = pattern(r"^(?:首先|其次|再次|再就|还有就|另外就|接下来就|最后)是(?=[\u4e00-\u9fff]{2,10}[0-9])")
"""Words that only count up what follows: 其次是旅游提示94条."""
_FIXED = pattern(
    r"一次性|一次告知|两条腿|一事一|一对一|第[一二三四五六七八九十]+|[三三]审|三公|三级|三重|双公示|两手|一网|一窗|一件事|一图|一码|一站式|"
    r"一把手|一条龙|十四五|十五五|二十大|[一二三四]是|[一二三四]季度|三微|两微|一端|一体|一并|一同|一些|一直|一般|一律|"
    r"[\u4e00-\u9fff]一[条件个份篇][\u4e00-\u9fff]一[条件个份篇]|一[件份条个次期](?=(?:也|都)?(?:没|不[放发挂上公能予落缺]))|一项项|一条条|一个个|一件件|一[件份条]一[档卷袋册案]|一式[两三四]份|[\u4e00-\u9fff]一次[\u4e00-\u9fff]{1,4}一次|"
    r"每[^，；。0-9]{0,8}[一二两三][次轮期]|一项一|一条一|一个一|[一二]维码|一张网|一门|一人一|一村一|一月一|一季一|一周一|一年一|一个不落|一遍|一下|上下|"
    r"三资|三农|两会|双随机|一公开|三定|四风|五公开|六公开|四议|两公开|三务|一览|一览表|一目了然|一卡通|一本通|一起|一块|"
    r"[一二三]级|一线|百姓|千方百计|万户|一分没|一分钱|一个没|一件没|一个也没|一件也没|一条没|一份没|一家人|一[件个份条例]都|统一|唯一|之一|万一"
)
_QUANTITY = pattern(
    rf"(?<![几数])(?P<number>[{_CHINESE}]+(?:点[{_CHINESE}]+)?)(?P<vague>多|来|余)?(?P<unit>{CLASSIFIERS})(?P<after>多)?"
)
_CHINESE_MONTHS = "零一二三四五六七八九"
_MONTHS = pattern(
    r"(?<![十0-9])[三四五六七八九](?=月、[0-9一二三四五六七八九十]+月)|(?<=月、)[三四五六七八九](?=月)"
)
"""Months side by side are written alike: 七月、十二月."""
_FEW_CLASSIFIERS = "条件篇次场堂期份名册处轮项起家户批部张台元"
_MORE = pattern(
    r"(?P<number>[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?)(?P<scale>[百千万亿]?)(?:多|来)(?P<scale2>[万亿]?)"
)
_MORE_AFTER = pattern(rf"(?P<number>[0-9](?:[0-9,]*[0-9])?)(?P<unit>{CLASSIFIERS})多(?![个种家了出])")
_WHEN = pattern(
    r"(?:在)?(?P<month>[0-9]{1,2}月)(?:份的时候|份那会儿|的时候|份里|份(?=[重新已又再就就先才统一集中]))"
)
"""在6月份重新, 5月份的时候: a month is a month."""
_MONTHLY = pattern(r"(?:^|(?<=[，：]))[月季](?:查|检查)(?=[\u4e00-\u9fff])")
"""月查网站 is what telegrams call 每月检查网站."""
_ENDING = pattern(
    r"((?:纳入|并入|归并到|并到|并进|列入|加入|放入|移到|转到|挪到|搬到|归到|合到|整合到|放进|加进|写进)[^，；。0-9]{1,14}?)(?:里面|里头|里|之中|当中)?(?:去|来)(?=了?(?:$|[，；。]))"
)
"""并到新栏目去: where it went is said already."""
_INTO = pattern(
    r"(纳入|并入|列入|计入)到|((?<=纳入)[^，；。0-9]{2,10}?)(?:里面|里头|里|当中)(?=了?(?:$|[，；。]))"
)
_NAMED = pattern("(“[^”]*”|《[^》]*》)")
"""What something is called keeps its numbers as they are (“三张图一段话”)."""
_SCALES = {"": 1, "百": 100, "千": 1000}


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """One form for digits, marks, numbering and amounts; ``60多人`` → ``60余人``, ``五十六条`` → ``56条``."""
    text = text.translate(_WIDE).translate(_ASCII_MARKS).strip(_EDGE)
    text = _NUMBERING.sub("", _THOUSANDS.sub(",", text)).strip(_EDGE)
    text = _LISTED.sub("", _SPACES.sub("", text))
    text = _ASCII_QUOTED.sub(r"“\1”", text)
    text = re.sub("俩(?=人)", "2个", text).replace("俩", "2个").replace("仨", "3个")
    text = re.sub(r"(?<=[0-9每个]月)([0-9]{1,2})号", r"\1日", text)
    text = _MONTHS.sub(lambda month: str(_CHINESE_MONTHS.index(month[0])), text)
    text = _WHEN.sub(r"\g<month>", text)
    text = _MONTHLY.sub(lambda found: "每季度检查" if found[0][0] == "季" else "每月检查", text)
    text = _INTO.sub(lambda found: found[1] or found[2], _ENDING.sub(r"\1", text))
    text = "".join(
        part if place % 2 else _to_digits(_plain_numbers(part))
        for place, part in enumerate(_NAMED.split(text))
    )
    text = _MORE.sub(_and_more, text)
    text = _MORE_AFTER.sub(r"\g<number>余\g<unit>", text)
    text = re.sub(r"(?:差不多|将近|近|快)(?=[0-9])", "近", text)
    text = re.sub(r"(?:大约|大概有|大概|约摸|约)+(?=[0-9])", "约", text)
    text = re.sub(r"(?:不止|超|突破|超过了|多于)(?=[0-9])", "超过", text)
    return re.sub(r"([0-9.]+)[千](?![0-9瓦米克])", lambda found: _scaled(found[1], "千"), text)


_CHINESE_DATE = pattern(rf"(?P<month>[{_CHINESE}]{{1,2}})月(?P<day>[{_CHINESE}]{{1,3}})[日号]")
_PERCENT = pattern(rf"百分之(?P<number>[{_CHINESE}]+(?:点[{_CHINESE}]+)?)")
_SHORT_SUM = pattern(
    r"(?<![0-9.])(?P<most>[0-9]+)万(?:(?P<only>[0-9])千(?![0-9])|(?:(?P<thousands>[0-9])千)?(?P<rest>[0-9])(?![0-9]|[\u4e00-\u9fff]|%))"
)
_TAKES = pattern(r"(?<=[0-9])把(?=[，。；（]|$)")


def _plain_numbers(text: str) -> str:
    """Dates, shares and sums as people say them: 三月四日 → 3月4日, 百分之九十八点六 → 98.6%, 312万4千8 → 312.48万."""
    text = _CHINESE_DATE.sub(_date, text)
    text = _PERCENT.sub(_share, text)
    text = _SHORT_SUM.sub(
        lambda found: f"{found['most']}.{found['only'] or found['thousands'] or ''}{found['rest'] or ''}万",
        text,
    )
    return _TAKES.sub("次", text)


def _share(found: re.Match[str]) -> str:
    value = read_numeral(found["number"])
    return found[0] if value is None else f"{value}%"


def _date(found: re.Match[str]) -> str:
    month, day = read_numeral(found["month"]), read_numeral(found["day"])
    return f"{month}月{day}日" if month and day else found[0]


def _scaled(number: str, scale: str) -> str:
    size = _SCALES[scale]
    if "." in number or "," in number:
        return number + scale
    return str(int(number) * size)


def _and_more(match: re.Match[str]) -> str:
    scale = match["scale"]
    if match[0].rstrip("万亿").endswith("来"):
        whole = _scaled(match["number"], scale) if scale in _SCALES else match["number"] + scale
        return f"约{whole}{match['scale2']}"
    if scale in _SCALES:
        return _scaled(match["number"], scale) + "余" + match["scale2"]
    return match["number"] + scale + "余"


def _to_digits(text: str) -> str:
    fixed = [found.span() for found in _FIXED.finditer(text)]

    def digits(match: re.Match[str]) -> str:
        start = match.start()
        if any(a < match.end("number") and start < b for a, b in fixed) or text[start - 1 : start] in (
            "第",
            "每",
            "十几",
        ):
            return match[0]
        number, unit = match["number"], match["unit"]
        if len(number) == 1 and (
            number in "万亿千百" or (unit not in _FEW_CLASSIFIERS and unit not in ("人次", "个"))
        ):
            return match[0]
        if number == "一" and unit in ("个", "批", "部", "家", "户", "起", "张", "台", "人", "本"):
            return match[0]
        value = read_numeral(number)
        if value is None:
            return match[0]
        if match["vague"] == "来":
            return f"约{value}{unit}"  # 一百五十来人: more or less, as 余 is not
        more = "余" if match["vague"] or match["after"] else ""
        return f"{value}{more}{unit}"

    return _QUANTITY.sub(digits, text)


_SLOT = pattern(r"\{(\w+)(?:\?([^}:]*))?(?::([^}]*))?\}")


_TIMES = {"今年": "", "本年度": "", "去年": "上年", "明年": "下一步，"}
"""How a clause opens when it opens with a time; the report's own year goes without saying."""


def fill(rule: Rule, match: re.Match[str]) -> str:
    """The rule's frame with its slots filled: words reworded, numbers copied."""

    def slot(found: re.Match[str]) -> str:
        value = match[found[1]] or ""
        if found[2] is not None:
            return found[2] if value else found[3] or ""
        if not value:
            return found[3] or ""
        if found[1][0] == "t":
            return _TIMES.get(value, value)
        return value if found[1][0] in "nqm" else polish(value)

    return _SLOT.sub(slot, rule.say).replace("在在", "在")


@lru_cache(maxsize=4096)
def apply_whole(text: str, field: str, *, span: int = 0) -> str | None:
    """The first rule for whole clauses that fits, or None; ``span`` is the number of commas in ``text``."""
    text = shield(text)
    for rule in load_lexicon().whole_for(text):
        if span > rule.span or (rule.fields and field not in rule.fields):
            continue
        if match := rule.pattern.fullmatch(text):
            return tidy(fill(rule, match))
    return None


def polish(text: str) -> str:
    """Reword a piece of text word by word; what stands in title or quotation marks is never touched."""
    return unshield("".join(reword(text)))


def tidy(text: str) -> str:
    """Repair what filling may leave behind: doubled marks, a mark at either end."""
    text = re.sub(r"[，、；]*([；。])[，、；]*", r"\1", text)
    text = re.sub(r"([，、])[，、]+", r"\1", text)
    return unshield(text.strip(_EDGE))
