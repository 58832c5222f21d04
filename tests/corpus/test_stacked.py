"""Tables whose cells stand one on a line: what parts their rows, and what is none."""

from __future__ import annotations

import pytest

from corpus.grids import grids
from corpus.stacked import stacks

GOALS = ["指标名称", "2022年", "2027年", "属性", "绿地率（%）", "31", "35", "约束性", "公园（座）", "8", "12", "预期性"]
DUTIES = ["任务", "牵头单位", "配合单位", "修渠", "市水务局", "市财政局、各县区", "植树", "市林业局", "市教育局"]


PLACES = ["各县区目标表", "县区", "泵站（座）", "东溪县", "12", "南岭县", "—", "合计", "12"]
MACHINES = ["序号", "项目", "补助标准", "1", "秸秆打捆机", "1.8万元", "2", "深松机", "9000元"]
TASKS = ["石桥市绿化任务清单", "序号", "任务", "责任单位", "完成时限", "1", "道路绿化12公里", "市住建局、各镇"]
TASKS += ["2024年11月底", "2", "新建口袋公园6处", "市园林局", "2025年6月底"]
DATED = ["石桥市绿化任务清单", "任务", "责任单位", "完成时限", "道路绿化", "市住建局", "2024年11月底", "公园新建"]
DATED += ["市园林局", "2025年6月底", "苗圃扩建", "市林业局", "2025年9月底"]
STEPS = ["环节", "时限", "受理", "3个工作日", "审查", "5个工作日", "后续阶段", "发证", "2个工作日"]


@pytest.mark.parametrize(
    ("lines", "heads", "last"),
    [
        (GOALS, ("指标名称", "2022年", "2027年", "属性"), ("公园（座）", "8", "12", "预期性")),
        (DUTIES, ("任务", "牵头单位", "配合单位"), ("植树", "市林业局", "市教育局")),
        (PLACES, ("县区", "泵站（座）"), ("合计", "12")),
        (MACHINES, ("序号", "项目", "补助标准"), ("2", "深松机", "9000元")),
        (
            TASKS,
            ("序号", "任务", "责任单位", "完成时限"),
            ("2", "新建口袋公园6处", "市园林局", "2025年6月底"),
        ),
        (DATED, ("任务", "责任单位", "完成时限"), ("苗圃扩建", "市林业局", "2025年9月底")),
        (STEPS, ("环节", "时限"), ("发证", "2个工作日")),
    ],
)
def test_what_stands_in_the_columns_parts_the_rows(
    lines: list[str], heads: tuple[str, ...], last: tuple[str, ...]
) -> None:
    text = ["下面的表说明具体安排。", *lines, "上表所列数字每年调整一次。"]
    (found,) = stacks(text)
    assert found.heads == heads
    assert found.rows[-1] == last
    assert [row.line for row in grids("\n".join(text))[0].rows] == ["\n".join(row) for row in found.rows]


@pytest.mark.parametrize(
    "lines",
    [
        ["市水务局", "市财政局", "市林业局", "市教育局", "市商务局", "市公安局"],
        ["张某", "李某", "王某", "赵某", "钱某", "孙某"],
        ["石桥市人民政府", "2024年3月1日", "石桥市水务局", "2024年3月2日"],
        ["一、总体要求", "二、主要任务", "三、保障措施", "四、组织实施", "五、附则", "六、其他"],
    ],
)
def test_signatures_and_names_one_below_the_other_are_no_table(lines: list[str]) -> None:
    assert list(stacks(lines)) == []


def test_the_name_of_a_table_and_its_unit_may_stand_between_a_label_and_the_heads() -> None:
    lines = ["附表", "某县各乡（镇）节水任务分解表", "单位：万吨、处", "乡（镇）", "节水量", "水窖"]
    lines += ["东山镇", "4.2", "2", "西山乡", "3.6", "5"]
    (found,) = stacks(lines)
    assert found.heads == ("乡（镇）", "节水量", "水窖")
    assert found.rows == (("东山镇", "4.2", "2"), ("西山乡", "3.6", "5"))
