"""Story tables: what clerks of each kind of unit would type, row by row, in any order."""

TOWNSHIP_ZERO = """
unit.name           | 柳溪县青禾镇人民政府
unit.kind           | 2
unit.short          |
year                | 2025
unit.superiors      |
unit.contact        |
note.active.total   | 全年143条，官网75条
active.more         |
gate.T3             | 没有
gate.T4             | 无
gate.T2             | 没有
gate.FEE6           | 没有
request.more        |
note.manage.main    | 发布前三道审核
manage.more         |
note.platform.main  | 没有变化
platform.more       |
note.guard.main     | 镇长牵头，培训2次
note.guard.review   | 没有追责
guard.more          |
last_year.problems  |
problem.main        | 解读形式单一
measure.main        | 明年多做图解
note.other.main     | 无
"""

SAMPLE_2020 = """
note.measure.main   | 健全制度；办专题培训
note.problem.main   | 任务重，更新不及时；人手少，内容不全
year                | 2020
unit.name           | 忠县扶贫开发办公室
unit.kind           | 部门
unit.short          |
unit.guiding        |
unit.superiors      | 县委、县政府
unit.contact        |
note.active.total   | 全年124条次，网站119条次
note.active.more    | 扶贫项目计划安排、扶贫资金使用
gate.T3             | 没有
gate.T4             | 没有
request.more        | 保密审查
note.manage.main    | 指南完善了
manage.more         |
note.platform.main  | 以官网为主
platform.more       |
note.guard.main     | 明确分管领导、具体负责人
note.guard.more     | 专人保密审查
gate.T2             | 没有
last_year.problems  |
note.other.main     | 无
"""

CITY_EVERYTHING = """
unit.name           | 云州市人民政府
unit.kind           | 县级以上人民政府
unit.rules          | 能
unit.short          | 我市
year                | 2024年
unit.guiding        |
unit.superiors      |
unit.contact        | 云州市人民路1号，400000，0512-66010101，www.yunzhou.gov.cn
note.active.total   | 全市7642条
active.more         | 规章库上线
gate.T3             | 有
note.request.main   | 网上97件，邮寄28件
gate.T4             | 有
request.more        | 会商11次
note.manage.main    | 公报编4期
manage.more         | 保密审查
note.platform.main  | 栏目归并23个
platform.more       | 适老化
note.guard.main     | 培训2期210人次
note.guard.review   | 考核2分，满意94.6%，没有追责
guard.more          | 第三方测评1次
gate.T2             | 有
table.T2            | REG.made 2，REG.repealed 1，REG.valid 12，LIC 1.2万，FEE 72701.2578，其余 0
table.T3            | R01.C1 3440，R03.C1 3321，R23.C1 １，R25.C1 118，其余 0
request.carried     | 12月下旬才收到
request.other       | 申请人撤回1件
table.T4            | V1 88，其余 0
last_year.problems  | 新媒体账号停更
problem.main        | 解读不接地气
measure.main        | 明年请群众试读
gate.FEE6           | 有
FEE6.notices        | 25件
FEE6.notified       | 2950元
FEE6.received       | 2230
note.other.main     | 数据由31个部门汇总
"""

MINISTRY = """
unit.name           | 云部
unit.kind           | 国务院部门
unit.short          |
year                | 2021
unit.guiding        |
unit.superiors      |
unit.contact        | 跳过
note.active.total   | 跳过
active.more         |
gate.T3             | 没有
gate.T4             | 没有
request.more        |
note.manage.main    | 跳过
manage.more         |
note.platform.main  | 跳过
platform.more       |
note.guard.main     | 跳过
guard.more          |
gate.T2             | 有
table.T2            | REG.made 3，REG.repealed 0，REG.valid 41，其余 0
last_year.problems  |
problem.main        | 跳过
measure.main        | 跳过
gate.FEE6           | 没有
note.other.main     | 无
"""
