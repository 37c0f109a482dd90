"""A reply as it was meant: what tells only how somebody came to a number (我查了下是232条), or was taken back in it (8篇，不对，是9篇), is not a part of it."""

from phrasebank.reading import final_words
from report.lazily import pattern

_TAKES_BACK = pattern("错|不对|不是|应|更正|纠正|订正|修正|勘误|有误|不准|其实|不[，, ]|哦|多|少")
_CAME_BY = pattern(
    r"(?:^|(?<=[，,。；;\n]))[ \u3000]*(?:我们?|俺)?(?:刚才?|刚刚|又|再|特意|专门|让[老小]?[\u4e00-\u9fff]{1,2})*(?:去)?"
    r"(?:查|看|问|数|核对?|统计|翻|算|打听|合计|点)(?:了|过|完)?(?:一?[下遍眼]|过|半天)?了?"
    r"(?:(?![没无不未])[\u4e00-\u9fff]){0,6}?[，,：:、 \u3000]*"
    r"(?:应该|大概|好像|说|告诉我)*"
    r"(?:(?:是|(?<=[下遍眼])有|一共[是有]?|总共[是有]?|共计?|全年)+(?=[ \u3000]*[0-9０-９一二两三四五六七八九十百千万]+[\u4e00-\u9fff]{0,2}(?:[，,。；;\n]|\Z))"
    r"|(?<=[下遍眼])是)"
)
"""我查了下是 · 刚问了小王，一共: before a number, with a word behind it that tells it (查了3次 tells what was done)."""

_REQUESTS = "依申请公开"
_RESULTS = pattern(
    r"((?:[0-9０-９]+|[一二两三四五六七八九十]+)[件起个](?:维持|纠正|撤回|撤销|驳回|撤诉|终止|未结|在审|没结))(?=(?:[0-9０-９]+|[一二两三四五六七八九十]+)[件起个])"
)
"""3件维持1件纠正: two results, each behind its number."""
_APPLICANTS = pattern(
    r"(?P<who>自然人|个人|(?:商业)?企业|公司|科研机构|社会公益组织|社会组织|法律服务机构|律所|律师事务所|其他)(?P<number>[0-9０-９]+|[一二两三四五六七八九十]+)(?P<unit>个|家|件)(?=$|[，,。；;、\s])"
)
"""自然人5件，商业企业1个: how many requests of whom, all of them counted alike."""
_IN_PERSON = pattern(
    r"(?:还?有)?(?:(?P<first>[0-9０-９]+|[一二两三四五六七八九十]+)(?:个人|个|件|份|位)(?:是|的)?)?"
    r"(?:申请人|老百姓|村民|居民|群众|市民|家长|业主|农户|律师|他|她)?(?:自己|本人|亲自|直接)+(?:跑|走|找|过|上门|到办公室|到窗口|到单位)+(?:来|上门|过来)?(?:的?[交提递办](?:来)?|申请|要)?的?"
    r"(?=$|[，,。；;、\n]|[0-9０-９一二两三四五六七八九十])"
)
"""有一个自己跑来的 · 自己跑来1件: how requests came, in the word the form of the report has for it."""


def meant(text: str, field: str = "") -> str:
    """The words without what was taken back, save in a sentence to be printed as it is; looked through only where one of them may take something back.

    Args:
        text: Lines as they were typed.
        field: The field of the notes they belong to.
    """
    if final_words(text):
        return text
    text = _CAME_BY.sub("", text)
    if field == _REQUESTS:
        if "件" in {found["unit"] for found in _APPLICANTS.finditer(text)}:
            text = _APPLICANTS.sub(r"\g<who>\g<number>件", text)
        text = _RESULTS.sub(r"\1，", text)
        text = _IN_PERSON.sub(lambda found: f"当面{found['first'] or ''}{'件' * bool(found['first'])}", text)
    if not _TAKES_BACK.search(text):
        return text
    from assistant.said_over import said_over  # noqa: PLC0415  few lines take anything back

    return said_over(text, field)
