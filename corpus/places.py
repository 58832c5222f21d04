"""The administrative divisions by name: which place a text speaks of.

Provinces and prefecture-level cities of GB/T 2260, by the short names people use; county-level
cities stand in `county_cities.py`. Districts and counties are recognised in a title by their ending.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from corpus.county_cities import COUNTY_CITIES, WORDS_TOO
from corpus.vocabulary import Level

PROVINCES: dict[str, str] = {
    "北京": "",
    "天津": "",
    "上海": "",
    "重庆": "",
    "河北": "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安新区",
    "山西": "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
    "内蒙古": "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布",
    "辽宁": "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛",
    "吉林": "长春 四平 辽源 通化 白山 松原 白城 延边",
    "黑龙江": "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭",
    "江苏": "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁",
    "浙江": "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水",
    "安徽": "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
    "福建": "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
    "江西": "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
    "山东": "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
    "河南": "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源",
    "湖北": "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施",
    "湖南": "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西",
    "广东": "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮",
    "广西": "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
    "海南": "海口 三亚 三沙 儋州",
    "四川": "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳",
    "贵州": "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔南 黔东南 黔西南",
    "云南": "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 红河 楚雄 文山",
    "西藏": "拉萨 日喀则 昌都 林芝 山南 那曲",
    "陕西": "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
    "甘肃": "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南",
    "青海": "西宁 海东",
    "宁夏": "银川 石嘴山 吴忠 固原 中卫",
    "新疆": "乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 和田 伊犁 阿克苏 昌吉 巴音郭楞",
    "台湾": "",
    "香港": "",
    "澳门": "",
}
MUNICIPALITIES = frozenset({"北京", "天津", "上海", "重庆"})
_AMBIGUOUS = frozenset({"中山", "朝阳", "白山", "白银", "海东", "红河", "文山", "山南", "保山", "黄山", "安顺", "大理"})
_GUARDS = {
    "上海": "(?!合作组织)",
    "长春": "(?![节季耕])",
    "北京": "(?!时间|冬奥)",
    "南京": "(?!路)",
    "海南": "(?!岛屿)",
    "河北": "(?<!黄河北)(?<!淮河北)(?<!海河北)(?<!运河北)(?!岸)",
    "河南": "(?<!黄河南)(?<!淮河南)(?<!海河南)(?<!运河南)(?!岸)",
    "湖北": "(?<!太湖北)(?<!巢湖北)(?<!西湖北)(?!岸)",
    "湖南": "(?<!太湖南)(?<!巢湖南)(?<!西湖南)(?!岸)",
    "江西": "(?<!长江西)(?!岸)",
}
"""What stands around a name that then names no place: 黄河北岸."""

_MINISTRIES = (
    "外交部 国防部 国家发展改革委 教育部 科技部 科学技术部 工业和信息化部 国家民委 公安部 国家安全部 民政部 司法部 "
    "财政部 人力资源社会保障部 人力资源和社会保障部 自然资源部 生态环境部 住房城乡建设部 住房和城乡建设部 交通运输部 "
    "水利部 农业农村部 商务部 文化和旅游部 退役军人事务部 退役军人部 应急管理部 应急部 中国人民银行 审计署 海关总署 "
    "税务总局 市场监管总局 广电总局 体育总局 中央宣传部 中央网信办 银保监会 证监会"
)
_NATIONAL = re.compile(
    r"国务院|中共中央|全国|国家|中华人民共和国|最高人民|(?:^|[\s、])(?:" + "|".join(_MINISTRIES.split()) + ")"
)
_HELPED = re.compile(r"(?:支持|支援|驰援|援助|帮助|赴)[^，。、和与及]*")
"""Whom a national authority helps is not whose document it is."""

_ALWAYS_NATIONAL = re.compile(r"中华人民共和国|国务院|最高人民")
_STYLE = re.compile(r"(?:(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|[市省])|经济特区)+")
_LOCAL_UNIT = re.compile(
    r"([一-龥]{2,12}?(?:起步区|新区|开发区|高新区|自治县|自治州|示范区(?=管)))|([一-龥]{2,4}?(?:县|区))(?!域|块|间|别|内)"
)
_KIND_OF_AREA = re.compile(
    r"(?:特|小|社|街|景|灾|疫|牧|校|厂|片|辖|禁|保护|功能|保税|试验|示范|行政|旅游|度假|居住|服务|集聚|聚集|控制|管控|规划|名胜)区$|"
    r"(?:^|[一-龥])(?:中心城|主城|老城|建成|郊|边远山|偏远山|贫困|各|全|本|跨)[区县]$"
)
"""A word for areas of that kind, not the name of one: 深圳市老旧小区, 苏州市湿地保护区."""

_ANY_ZONE = re.compile(r"(?:各类|国家级|省级|经济|技术|高新|产业|工业|园区|农业|示范)*(?:开发区|高新区|新区)")
"""A province has many: who speaks of its 经济技术开发区 without another name means all of them."""
_ZONE_BEHIND = r"[一-龥]{0,3}(?:高新区|高新技术产业|高技术产业|经济技术开发区|经开区|工业园区)"
"""中山火炬高新区: a zone is of a city, where the name alone may be another word."""


_CLUSTER = "(?!市群)"
"""武汉襄十宜城市群 ends in 城市群, not in 宜城."""


@cache
def _pattern() -> re.Pattern[str]:
    names = [*PROVINCES, *(city for cities in PROVINCES.values() for city in cities.split())]
    names.sort(key=len, reverse=True)
    plain = [f"{name}{_GUARDS.get(name, '')}" for name in names if name not in _AMBIGUOUS]
    guarded = [f"{name}(?=市|州|地区|{_ZONE_BEHIND})" for name in names if name in _AMBIGUOUS]
    counties = sorted(_county_cities(), key=len, reverse=True)
    lesser = [
        f"{name}(?=市(?!场|群))" if name in WORDS_TOO else f"{name}{_CLUSTER if name[-1] == '城' else ''}"
        for name in counties
    ]
    return re.compile("|".join(guarded + plain + lesser))


@cache
def _county_cities() -> dict[str, str]:
    cities = {city for named in PROVINCES.values() for city in named.split()}
    return {one: province for province, named in COUNTY_CITIES.items() for one in named.split() if one not in cities}


@cache
def _province_of() -> dict[str, str]:
    return _county_cities() | {city: province for province, cities in PROVINCES.items() for city in cities.split()}


def places_in(text: str) -> tuple[str, ...]:
    """The provinces and cities that `text` names, in order, each once, by their short names."""
    return tuple(dict.fromkeys(_pattern().findall(text)))


def mentions(text: str) -> Counter[str]:
    """How often `text` names each province and city."""
    return Counter(_pattern().findall(text))


def province_of(place: str) -> str:
    """The province a city lies in; a province or municipality itself; "" where unknown."""
    return place if place in PROVINCES else _province_of().get(place, "")


def place_and_level(title: str, issuers: tuple[str, ...], authority_code: str = "") -> tuple[str, Level]:
    """Whose document it is: by its issuers, else its title, else the 机关代字 of its number (国科发 is national)."""
    for said in (*issuers, title):
        if _ALWAYS_NATIONAL.match(said) or (said.startswith("国家") and not _is_branch(said)):
            return "全国", Level.NATIONAL
        named = places_in(_HELPED.sub("", said) if _NATIONAL.match(said) else said)
        if named:
            return finest(said, named)
        if _NATIONAL.search(said):
            return "全国", Level.NATIONAL
    if authority_code.startswith("国"):
        return "全国", Level.NATIONAL
    return "", Level.UNKNOWN


def _is_branch(said: str) -> bool:
    """国家税务总局某省税务局: a national authority's office in one place."""
    return any(_pattern().match(said, found.end()) for found in re.finditer("局", said[:16]))


def finest(said: str, named: tuple[str, ...]) -> tuple[str, Level]:
    """Which of the places that a title or an issuer names it is of, or whether of a county or zone of it."""
    place = named[-1] if province_of(named[-1]) == named[0] else named[0]
    tail = said[said.index(place) + len(place) :][:16]
    style = _STYLE.match(tail)
    local = _LOCAL_UNIT.match(tail[style.end() if style else 0 :])
    if local and not _KIND_OF_AREA.search(local.group()) and not _of_all_zones(style, local):
        return place, Level.COUNTY
    if place in _county_cities():
        return place, Level.COUNTY
    return place, Level.PROVINCIAL if place in PROVINCES else Level.MUNICIPAL


def _of_all_zones(style: re.Match[str] | None, local: re.Match[str]) -> bool:
    return bool(style and style.group().endswith(("省", "自治区")) and _ANY_ZONE.fullmatch(local.group()))
