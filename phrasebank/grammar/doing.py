"""What is done, in official order: verb, thing, number; or the thing first and what became of it."""

from phrasebank.grammar.frames import Frame
from phrasebank.grammar.lexicon import Verb, load_grammar
from phrasebank.grammar.roles import adverbs, counted, load_roles, settle
from phrasebank.grammar.things import Thing
from report import lazily

CLASS_OF = {"依申请公开": "request"}
"""What a number counts in a field where no thing is named."""


_COMING = ("来", "去", "来了", "去了", "到场")
_OF_NEWS = ("", "条", "篇", "则", "期", "次", "个")
_WITH_OBJECT = ("改为", "拆分为", "任", "包括", "涉及")
"""What says nothing without a thing behind it."""
_LASTING = ("天", "日", "周", "个月", "月", "年", "小时", "分钟", "星期")
"""How long something went on (发了40天) is no number of things."""
_COUNTS_NEWS = ("主动公开", "平台建设")
"""Where a number without a classifier counts pieces of information."""
_CROWD = lazily.pattern("[0-9.]+万|[0-9]{3,}")
"""So many people are visitors, not staff."""
_OF_INFORMATION = ("通过", "改为", "配有", "涉及", "包括", "达到", "占", "覆盖", "纳入")
"""What information can be the subject of."""


class Doing:
    """Words one frame that has a verb."""

    def __init__(self, frame: Frame, verb: Verb, field: str, *, known: Thing | None, after: bool) -> None:
        """Take a frame.

        Args:
            frame: It may be changed.
            verb: Its verb.
            field: Where it is to be written.
            known: The thing spoken of, where it was said before.
            after: A verb of the same clause was worded before it.
        """
        settle(frame)
        self.frame = frame
        self.verb = verb
        self.field = field
        self.known = known
        self.after = after
        self.thing = frame.object or (frame.topics[0] if frame.topics else None)
        self.own = frame.object is None and self.thing is not None
        """The thing stood before the verb."""
        self.subjects = frame.topics[1:] if self.own else frame.topics
        self.opening = frame.time + frame.before

    def words(self) -> str | None:
        """The wording, or None when it cannot be said safely."""
        frame, thing = self.frame, self.thing
        if thing is None and self._came():
            return f"{frame.count.number}人参加" if frame.count and self.field == "监督保障" else None
        if frame.negated and "新" in frame.manner:
            frame.manner.remove("新")
            frame.negated += "新"  # 未新制定
        cls = thing.cls if thing else self._of_known() if frame.count or frame.early else ""
        verb = self._official(cls)
        if not verb or self._vague() or self._by_outsiders(verb) or not self._fit(verb) or self._unclear():
            return None
        if self.own and cls == "screen" and verb.endswith(("播放", "播发")):
            return None  # a screen shows something; nobody said what
        return self._ordered(verb, counted(frame.count or frame.early, cls, verb))

    def _of_known(self) -> str:
        """What a number counts where no thing is named: what was spoken of before, if the verb is one of such things."""
        known, count = self.known, self.frame.count or self.frame.early
        if known and count and self.verb.of.get(known.cls):
            own = load_grammar().counts.get(known.cls, "")
            return known.cls if count.unit in ("", "个", own) else CLASS_OF.get(self.field, "")
        return CLASS_OF.get(self.field, "")

    def _unclear(self) -> bool:
        """Who taught whom cannot be told (老同志带了一个月), or what was counted (抽查公开8, 发了40天)."""
        taught = self.verb.word in ("带", "带着") and self.own and self.thing is not None
        count = self.frame.count
        bare = count is not None and not count.unit and self.thing is None and self.field not in _COUNTS_NEWS
        news = self.verb.with_object("information") in ("公开", "发布", "推送") and self.thing is None
        if news and count is not None and count.unit not in _OF_NEWS:
            return True  # 发200份: questionnaires, not news
        lasted = count is not None and count.unit in _LASTING and (self.thing is None or not self.thing.cls)
        if self.verb.word in ("改", "改正") and count is not None and self.thing is None:
            return not (self.known and self.known.cls in ("problem", "error", "request", "link"))
        looked = self.verb.word in ("查", "看") and self.thing is None and self.frame.agent is None
        if looked and count is not None and self.field in ("主动公开", "平台建设"):
            return True  # 全年查了9.8万次: people looked something up, or the office inspected
        return (taught and not self.frame.all) or lasted or (bare and self.verb.word in load_roles().publish)

    def _vague(self) -> bool:
        """An everyday verb that means what its object says, and an object nobody knows (排第四, 下月, 不带姓名)."""
        roles, word = load_roles(), self.verb.word
        if (
            self.thing is None
            and word in roles.vague_alone
            and not (self.frame.agent or self.frame.all or self.frame.may)
        ):
            return True
        if self.thing is None or self.thing.cls or (self.own and self.frame.may):
            return False
        return word in roles.vague or (word in roles.vague_before and not self.own)

    def _by_outsiders(self, verb: str) -> bool:
        """People outside the office do not do its work (年轻人看公众号 is no inspection)."""
        agent = self.frame.agent
        if agent is None or agent[0] not in ("", "由"):
            return False
        crowd = bool(_CROWD.match(agent[1].acting))
        return (crowd or agent[1].items[-1].noun in load_roles().outsiders) and verb in load_roles().inside

    def _ordered(self, verb: str, count: str) -> str | None:
        frame, thing = self.frame, self.thing
        if "~" in verb:
            return self._filled(verb, count)
        if frame.second is not None:
            return self._put_into(verb, count)
        if thing is None:
            return self._alone(verb, count)
        if count and thing.counted:
            return None
        return self._topic_first(verb, thing, count) or self._verb_first(verb, thing, count)

    def _came(self) -> bool:
        """People came: 来了32个."""
        count = self.frame.count
        return self.verb.word in _COMING and count is not None and count.unit in ("", "个", "人", "位")

    def _official(self, cls: str) -> str:
        frame = self.frame
        alone = self.verb.alone or (self.verb.other if frame.count else "")
        verb = self.verb.with_object(cls) if cls or self.thing else alone
        if (verb == "超过" or self.verb.word in ("得", "拿")) and not frame.count:
            return ""
        if verb in _WITH_OBJECT and frame.object is None:
            return ""
        if (
            verb == "审核"
            and self.thing is None
            and frame.agent
            and frame.agent[1].written in load_roles().above
        ):
            verb = "检查"
        if verb == "办理" and frame.done and frame.all:
            verb = "办结"
        elif verb == "上网公开" and frame.negated:
            verb = "上网"
        elif verb == "审核" and frame.may in ("可", "随时可"):
            verb = "查看"
        elif (
            self.verb.word == "查"
            and self.own
            and frame.place
            and not (frame.done or frame.agent or frame.count)
        ):
            verb, frame.may = "查询", frame.may or "可"  # 名单在村里查
        elif (frame.may and verb in ("发现", "检查")) or (
            verb == "检查" and frame.place and frame.place[0] == "赴"
        ):
            verb = "查询"
        elif verb == "放置" and frame.count and frame.count.unit == "条":
            verb = "发布"
        return f"{verb}{frame.result}" if verb else ""

    def _fit(self, verb: str) -> bool:
        """The things before the verb may stand there."""
        if self.frame.agent and self.frame.agent[0] == "送" and verb not in load_roles().by_somebody:
            return False  # 送法规处把关, but not 送乡镇
        if verb == "负责" and self.frame.agent is None and self.own:
            return False  # 资料专柜管: nobody is named
        if not self.subjects or "~" in verb:
            return True
        if len(self.subjects) != 1 or verb not in load_roles().subject:
            return False
        return self.subjects[0].cls not in ("information", "") or verb in _OF_INFORMATION

    def _done(self) -> str:
        frame = self.frame
        return "已" if frame.done and not frame.negated and not frame.may else ""

    def _filled(self, verb: str, count: str) -> str | None:
        """A verb whose thing stands inside it: 在信用平台公示."""
        frame, thing = self.frame, self.thing
        if thing is None or frame.negated or frame.place:
            return None
        person = verb.startswith("~")
        subject = "、".join(each.written for each in frame.topics) if not self.own else ""
        done = self._done() if (frame.all or subject) and not person else ""
        said = verb.replace("~", thing.acting)
        return f"{self.opening}{subject}{frame.all}{done}{frame.may}{adverbs(frame, verb)}{said}{count}"

    def _put_into(self, verb: str, count: str) -> str | None:
        frame, thing = self.frame, self.thing
        if verb != "纳入" or thing is None or count or frame.second is None:
            return None
        return f"{self.opening}{adverbs(frame, verb)}将{thing.written}{frame.all}纳入{frame.second.written}"

    def _alone(self, verb: str, count: str) -> str | None:
        """No thing is named: 均已按期答复, 并归档, 发布信息32条."""
        frame = self.frame
        if verb in ("公开", "发布", "推送") and count:
            if frame.total and self.field == "主动公开" and not frame.place and not self.known:
                return f"{self.opening}全年主动公开政府信息{count}"
            number = frame.count or frame.early
            pieces = number is not None and number.unit in ("", "条", "件", "篇")
            count = f"信息{count}" if pieces else count
        who = ""
        if frame.may and frame.agent and not frame.agent[0]:
            who, frame.agent = frame.agent[1].acting, None  # 群众可查阅
        middle = adverbs(frame, verb)
        if self.after and not (frame.all or count or middle or frame.may):
            return f"并{verb}" if len(self.verb.word) > 1 and frame.done else None
        publish = load_roles().publish
        if frame.all and frame.place and frame.place[0] == "" and verb in publish:
            return f"{self.opening}在{frame.place[1].written}均有{verb}"
        done = "" if count else self._done()
        if frame.already and done and not frame.agent:
            return f"{self.opening}{frame.all}{done}{middle}{verb}"
        if frame.agent and frame.agent[0] == "" and done:
            return f"{self.opening}{frame.all}{adverbs(frame, verb, done)}{verb}"
        return f"{self.opening}{who}{frame.all}{done if frame.all else ''}{frame.may}{middle}{frame.negated}{verb}{count}"

    def _topic_first(self, verb: str, thing: Thing, count: str) -> str:
        """The thing and what became of it; empty where the verb is to stand first."""
        frame = self.frame
        middle = adverbs(frame, verb)
        if not self.own:
            return ""
        head = f"{self.opening}{thing.written}"
        if frame.time.endswith("月"):
            head = f"{frame.before}{thing.written}{frame.time}"  # 2月抽检计划 would tell which plan
        kept = self.verb.formal and frame.done and not count and not middle
        stays = frame.all or frame.negated or frame.may or verb in load_roles().alone
        if kept or not thing.cls or stays or (frame.agent and not count):
            return f"{head}{frame.all}{self._done()}{frame.may}{middle}{frame.negated}{verb}{count}"
        if frame.result or (verb in load_roles().numbered and count):
            return f"{head}{middle}{verb}{count}"
        return ""

    def _verb_first(self, verb: str, thing: Thing, count: str) -> str | None:
        frame = self.frame
        subject = self.subjects[0].written if self.subjects else ""
        if frame.all and not subject and frame.place and frame.place[0] == "" and not frame.result:
            where = frame.place[1].acting
            frame.place = None
            return f"{self.opening}在{where}均{adverbs(frame, verb)}{verb}{thing.written}{count}"
        if frame.result or (
            frame.all and not subject and not (verb in load_roles().subject and self.known is not None)
        ):
            return None
        middle = adverbs(frame, verb)
        return f"{self.opening}{subject}{frame.all}{frame.may}{middle}{frame.negated}{verb}{thing.written}{count}"
