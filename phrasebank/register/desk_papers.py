"""What a text must have before it goes out, and when it goes: 没有审核单不给发, 每篇稿子附一张审稿单, 预警信息30分钟内发布.

One decision: which form or signature is missing is said as jotted; a form nobody named is no more than its formalities.
"""

import re
from collections.abc import Callable

from phrasebank.grammar.mention import is_named
from phrasebank.register.edits import in_whole_words
from phrasebank.register.who_acts import person_of
from report import lazily

Way = tuple[re.Pattern[str], Callable[[re.Match[str], str], str]]
"""How a rule is told, and its wording by match and field; an empty wording leaves it to the ways behind."""
_OUT = "(?:往外发|对外发|发布|公开|上网|挂网|挂出去|发出去|发出|放出去|发|挂|上)"
TEXT = r"(?P<text>[^，、：0-9]{2,12}?)"
_WITHOUT = lazily.pattern(
    rf"(?:没有|没|无|缺|不带|不填|没填|没有填)(?P<paper>[\u4e00-\u9fff]{{0,6}}(?:审核单|审批单|发布单|审签单|报送单|审核表|审批表|登记表|审查表|解读稿|解读材料|解读|单子|签字|签批|审批|手续|审批手续))(?:的)?(?P<text>信息|稿件|稿子|文件|内容)?，?"
    rf"(?:(?:那|就|则|，)*(?P<who>(?!一律|一概|都|就)[^，、：0-9]{{2,8}}?))?(?P<all>一律|一概|都|就)*(?P<no>不给|不予|不准|不能|不得|不许|不|拒绝)(?P<out>{_OUT}|受理|接收|收|接|签|审|安排)"
)
_FIRST_OUT = lazily.pattern(
    rf"{TEXT}?(?:信息)?(?:由|经)?(?P<who>值班长|值班领导|值班员|值班主任|值班人员|带班领导|当班人员)?(?:可以|可|能|允许)(?:先{_OUT}|先行发布)(?:后|再|，?(?:事后|过后|回头|之后|随后)(?:再)?)(?P<later>补签|补审|补手续|补审批|补批|补单子|补签字|补办手续|补办审批)(?:字)?"
)
_KEPT = lazily.pattern(
    r"(?P<rule>[^，、：0-9了]{0,8}?(?:三审三校|审核|审查|审批|制度|机制|流程|校对|三审|先审后发|AB岗|登记|备案|例会))(?:这一?套|这个|这一?条)?(?:一直|还是|仍然|继续|也|都|依旧|照旧|照样|严格)*(?:照做|照旧|照办|照执行|坚持着|在坚持|坚持|坚持得好|没变|没放松|没松|照走|落实着|在执行|执行着|照样执行)"
)
_WITHIN = lazily.pattern(
    r"(?P<text>预警信息|险情信息|辟谣信息|预警|提示|快讯|灾情|险情|辟谣|公告|通报|通知|公示|信息|数据|结果|许可结果|处罚结果|检查结果|抽检结果|行政许可|行政处罚|新文件|文件|解读)(?:信息)?(?:(?P<event>作出|办结|印发|出台|成文|生效|审批|发生)(?:之)?(?:后|起)?)?(?:要|得|须|必须|都|一律|均|在)*"
    r"(?P<n>[0-9]+)(?P<u>分钟|小时|天|日|个工作日|工作日)(?:之?内)(?:就|都|要|必须|得|必)*(?P<act>往外发|发布|公开|上网|发出|挂网|公示|公布|发|出|挂|上)(?:去|来|完|网)*(?:了)?"
)
_ONE_SHEET = lazily.pattern(
    "(?:全程|从头到尾)?一张(?:单子|审批单|表|审核单)(?:走到底|走完|管到底|流转|跟到底|签到底)"
)
_SHEET = lazily.pattern(
    r"(?:每|一)(?:篇|条|件|份)(?P<text>稿子|稿件|信息|文件|答复)?(?:都|均|要|得)*(?:有|带|附|配|填)(?:一张|个)?(?P<paper>审稿单|审核单|审批单|发布单|审签单|审签表|审批表|审核表)(?:，(?:谁审的?谁签(?:名|字)|审的人(?:都|要)?签(?:名|字)|审核人(?:都|要)?签(?:名|字)|谁审谁签(?:名|字)?)(?P<signed>))?"
)
_NOT_OUT = {"受理": "不予受理", "接收": "不予受理", "收": "不予受理", "接": "不予受理", "签": "不予签发", "审": "不予审核", "安排": "不予安排", "上网": "不予上网", "挂网": "不予上网"}  # fmt: skip


def _without(found: re.Match[str], field: str) -> str:
    who = found["who"] or ""
    if who and not person_of(who):
        return ""
    paper = found["paper"]
    text = (
        "答复"
        if field == "依申请公开"
        else named(found["text"] or ("文件" if paper.startswith("解读") else "信息"))
    )
    if paper == "单子":
        paper = "审批手续"  # which form it is nobody said
    if paper.endswith(("签字", "签批", "审批", "手续")):
        lack = f"未履行{paper}的" if paper.endswith("手续") else f"未经{paper}的"
        lack = re.sub("未经(?P<who>.+)(?P<do>签字|签批|审批)的", r"未经\g<who>\g<do>的", lack)
    else:
        lack = f"无{paper}的"
    out = _NOT_OUT.get(found["out"], "不予发布")
    by = person_of(who) if who else ""
    every = "一律" if found["all"] in ("一律", "一概") else ""
    return f"{by}对{lack}{text}{every}{out}" if by else f"{lack}{text}{every}{out}"


def _first_out(found: re.Match[str], field: str) -> str:
    del field
    raw = (found["text"] or "").removesuffix("信息")
    if raw and not is_named(raw):
        return ""
    who = person_of(found["who"]) if found["who"] else ""
    later = "补办签批手续" if found["later"].startswith("补签") else "补办审批手续"
    return f"{in_whole_words(raw)}信息可{f'由{who}' if who else ''}先行发布、事后{later}"


def _kept(found: re.Match[str], field: str) -> str:
    del field
    rule = found["rule"]
    if not is_named(rule) and "三审三校" not in rule and not rule.endswith(("审核", "三审", "先审后发")):
        return ""
    name = (
        "“三审三校”制度"
        if rule == "三审三校"
        else f"{in_whole_words(rule)}{'制度' if rule.endswith(('审核', '三审', '审查', 'AB岗', '登记', '审批', '先审后发')) else ''}"
    )
    way = "继续" if re.search("一直|还|仍|继续|照旧|没", found[0]) else "坚持" if "坚持" in found[0] else ""
    return f"{way}执行{name}"


def _within(found: re.Match[str], field: str) -> str:
    del field
    text = named(found["text"])
    text = f"{text}信息" if text in ("预警", "提示", "辟谣", "灾情", "险情", "行政许可", "行政处罚") else text
    act = {
        "上网": "上网公开",
        "挂网": "上网公开",
        "上": "上网公开",
        "挂": "上网公开",
        "公开": "公开",
        "公示": "公示",
        "公布": "公布",
    }.get(found["act"], "发布")
    when = f"{found['event']}后" if found["event"] else ""
    unit = "日" if found["u"] == "天" else "个工作日" if found["u"] == "工作日" else found["u"]
    return f"{text}{when}{found['n']}{unit}内{act}"


def _sheet(found: re.Match[str], field: str) -> str:
    text = named(found["text"] or ("答复" if field == "依申请公开" else "信息"))
    return f"每{'篇' if text == '稿件' else '件' if text in ('文件', '答复') else '条'}{text}均附{found['paper']}{'，由审核人签名' if found['signed'] is not None else ''}"


def named(text: str) -> str:
    """What goes out, in official words (稿子 → 稿件)."""
    return {"稿子": "稿件", "内容": "信息"}.get(text, in_whole_words(text))


PAPER_WAYS: tuple[Way, ...] = (
    (_WITHOUT, _without),
    (_FIRST_OUT, _first_out),
    (_KEPT, _kept),
    (_WITHIN, _within),
    (_SHEET, _sheet),
    (_ONE_SHEET, lambda _found, _field: "全流程一单到底"),
)
"""In their order; those of who looks stand before and behind (reviewing.py)."""
