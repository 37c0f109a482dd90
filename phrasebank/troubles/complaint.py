"""What a jotted piece complains of, in official words.

One decision: nothing is a problem that does not say what is wrong. Office words without a complaint in them are no reading.
"""

from msgspec.structs import replace

from phrasebank.register.minimal import minimal
from phrasebank.register.safety import is_official, keeps_atoms, refusal
from phrasebank.troubles.background import GARBLED, SHORTEST
from phrasebank.troubles.everyday import in_office_words
from phrasebank.troubles.grammar import Reading, load_grammar
from phrasebank.troubles.plain import in_plain_words
from report.lazily import pattern

FIELD = "存在问题"
"""What the notes of problems are called where a case names them."""
COMPLAINT = pattern(
    r"为主|仍|反映|误解|混淆|撤销|被纠正|超过|空泛|快慢|所剩|间隔|延迟|迟报|挤占|难以|无法|退回|空跑|手写|过期|退订|密集|损坏|需(?:往返|点击|翻阅|拨打|等待|多次)|方[办报发]|临近|繁琐|性较?强|均为|仅|空号|失效|陈旧|老化|破损|脱落|重复|频繁|[不误错漏散]|[不未无没少慢难缺多弱差低窄旧乱晚偏较欠重]|(?<!年)轻|单[一调]|滞后|专业|随意|困难|压力|流于|超期|断档|分散|同质"
)
"""What is wrong, said in words of any kind."""


def word_problem(text: str) -> str | None:
    """One jotted problem in official words, or None."""
    if refusal(text):
        return None
    reading = read(text)
    said = reading.text if reading else own_words(text)
    return said if said and is_official(said) else None


_SHOWS = pattern(r"(?:这)?(?:说明|反映出?|暴露出?|看出)(?!书|会|理)(?:我们|我[局镇乡县办])?(?P<rest>.{4,})")
"""What a case shows (有1件复议被纠正，说明把关不严); it goes on with what stands before it."""


def read(text: str) -> Reading | None:
    """By a pattern of a common problem, else as a thing and its state."""
    if shows := _SHOWS.fullmatch(text):
        rest = read(shows["rest"])
        return replace(rest, text=f"反映出{rest.text}") if rest else None
    office = in_office_words(text, "problems")
    office = office if office and COMPLAINT.search(office) and not _MERELY_MANY.search(text) else None
    for name in ("troubles.yaml", "states.yaml"):
        if office and office != text and _COMPARED.search(text):
            return Reading(office, "")
        reading = load_grammar(name).read(text)
        if reading and is_official(reading.text) and keeps_atoms(text, reading.text):
            return reading
    plain = office or (in_plain_words(text, "problems") if "，" not in text else None)
    return Reading(plain, "") if plain and COMPLAINT.search(plain) else None


_MERELY_MANY = pattern(r"[发贴推开办][\u4e00-\u9fff]{2,4}(?<![太得])多$")
"""群里发通知多: nothing is wrong with many of them."""
_COMPARED = pattern("比(?![例如较重])[^，]{2,8}(?:慢|晚|迟|少|早|低)")
"""上网比印发慢: slow only beside the other."""


def own_words(text: str) -> str:
    """The person's own words where they say what is wrong and may be printed, else empty."""
    own = minimal(text, FIELD)
    if own is None or not is_official(own.text) or len(own.text) < SHORTEST or GARBLED.search(own.text):
        return ""
    return own.text if COMPLAINT.search(own.text) else ""
