"""The unit that reports: its name, how its text calls itself, and what kind of organ it is (Regulation arts 49, 54)."""

from typing import Literal, get_args

import msgspec

from report.lazily import pattern

UnitKind = Literal["department", "township", "subdistrict", "government", "ministry"]
"""Kind of organ; it decides deadlines, scope words, and which questions are asked."""

UNIT_KINDS: tuple[UnitKind, ...] = get_args(UnitKind)

KIND_LABELS: dict[UnitKind, str] = {
    "department": "县级以上政府部门",
    "township": "乡镇政府",
    "subdistrict": "街道办事处",
    "government": "县级以上人民政府",
    "ministry": "国务院部门",
}


class Contact(msgspec.Struct, frozen=True):
    """The disclosure office's public contact; empty strings where not given. Office line only, never a person's."""

    address: str = ""
    postcode: str = ""
    phone: str = ""
    website: str = ""


class Unit(msgspec.Struct, frozen=True):
    """One reporting unit."""

    name: str
    """Full name as on its seal."""
    short: str
    """How the text calls itself (我局, 我镇); never empty, see `derive_short`."""
    kind: UnitKind
    superiors: tuple[str, ...] = ()
    """Who leads it, as the text names them (县委, 县政府)."""
    contact: Contact = Contact()


_ENDINGS: tuple[tuple[str, str], ...] = (
    ("街道办事处", "我街道"),
    ("街道办", "我街道"),
    ("街道", "我街道"),
    ("镇人民政府", "我镇"),
    ("乡人民政府", "我乡"),
    ("县人民政府", "我县"),
    ("区人民政府", "我区"),
    ("旗人民政府", "我旗"),
    ("州人民政府", "我州"),
    ("市人民政府", "我市"),
    ("省人民政府", "我省"),
    ("镇政府", "我镇"),
    ("乡政府", "我乡"),
    ("县政府", "我县"),
    ("区政府", "我区"),
    ("旗政府", "我旗"),
    ("州政府", "我州"),
    ("市政府", "我市"),
    ("省政府", "我省"),
    ("政府办公室", "我办"),
    ("政府办公厅", "我厅"),
    ("委员会", "我委"),
    ("办公室", "我办"),
    ("办公厅", "我厅"),
    ("管理处", "我处"),
    ("服务中心", "我中心"),
    ("中心", "我中心"),
    ("总队", "我总队"),
    ("支队", "我支队"),
    ("大队", "我大队"),
    ("总局", "我局"),
    ("分局", "我局"),
    ("局", "我局"),
    ("委", "我委"),
    ("办", "我办"),
    ("厅", "我厅"),
    ("部", "我部"),
    ("署", "我署"),
    ("院", "我院"),
    ("行", "我行"),
    ("会", "我会"),
    ("站", "我站"),
    ("镇", "我镇"),
    ("乡", "我乡"),
)

_COUNTY = pattern(r"[县区旗镇乡]|街道")
_CITY_ORGAN = pattern(r"^[\u4e00-\u9fff]{2,9}(?:省|自治区|市|自治州|地区|盟)[\u4e00-\u9fff]+")


def names_guiding_thought(name: str, kind: UnitKind) -> bool:
    """Whether reports of such a unit usually open with the guiding thought (writing craft, 2.1).

    Governments, ministries and departments of a city or a province do; departments of a county, towns and subdistricts
    do not. Only a guess from the name: the person decides.
    """
    if kind in {"government", "ministry"}:
        return True
    organ = kind == "department" and bool(_CITY_ORGAN.match(name))
    return organ and not _COUNTY.search(name.replace("自治区", "").replace("地区", ""))


_BY_KIND: dict[UnitKind, str] = {
    "department": "本机关",
    "township": "我镇",
    "subdistrict": "我街道",
    "government": "本级政府",
    "ministry": "我部",
}


def derive_short(name: str, kind: UnitKind) -> str:
    """How a unit of this name calls itself (忠县扶贫开发办公室 → 我办); the kind's usual word if the ending is unknown."""
    bare = _bare(name)
    for ending, short in _ENDINGS:
        if bare.endswith(ending):
            return short
    return _BY_KIND[kind]


_KIND_ENDINGS: tuple[tuple[UnitKind, tuple[str, ...]], ...] = (
    ("subdistrict", ("街道办事处", "街道办", "街道")),
    ("township", ("镇人民政府", "乡人民政府", "苏木人民政府", "镇政府", "乡政府", "镇", "乡")),
    ("government", ("人民政府", "行政公署", "省政府", "市政府", "县政府", "区政府", "旗政府", "州政府")),
)
_NATIONAL = ("国家", "国务院", "中华人民共和国", "中国")
_LOCAL = pattern(r"[省市县区旗州盟乡镇]")
_BRANCHES = ("队", "行", "处", "站", "中心")
_DEPARTMENT_ENDINGS = (*(ending for ending, short in _ENDINGS if short[-1] in "局委办厅署院会处队站心"), "队")
_NO_RULES = ("县人民政府", "旗人民政府")
_RULES = ("省人民政府", "自治区人民政府", "自治州人民政府")


def guess_kind(name: str) -> UnitKind | None:
    """What kind of unit has this name, by its ending; None where the name does not tell."""
    bare = _bare(name)
    for kind, endings in _KIND_ENDINGS:
        if bare.endswith(endings):
            return kind
    national = bare.startswith(_NATIONAL) or bare.endswith("部")
    if national and not _LOCAL.search(bare) and not bare.endswith(_BRANCHES):
        return "ministry"
    return "department" if bare.endswith(_DEPARTMENT_ENDINGS) else None


def guess_rules(name: str) -> str:
    """Whether a government of this name may make 规章: ``有``, ``没有``, or empty where the name does not tell.

    Provinces and autonomous prefectures may, counties may not (立法法); of cities some may, and districts may not.
    """
    bare = _bare(name)
    if bare.endswith(_RULES):
        return "有"
    return "没有" if bare.endswith((*_NO_RULES, "区人民政府")) else ""


def _bare(name: str) -> str:
    return name.split("（", maxsplit=1)[0].split("(", maxsplit=1)[0].strip()
