#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long an issue of forty notices takes to publish, several programs in turns.

    forty_notices.py WORK GONGBAO [GONGBAO…] [--runs N] [--documents N]

Writes invented notices of about two pages, lets each program take them into an issue on a desk of its own below WORK,
then publishes copies of that desk, the programs taking turns, and prints median and least wall time, processor
time and the ratio to the first program. With two programs or more the PDFs and XML that each published are
compared byte for byte with those of the last one, and every archive is verified. Exit code 1 when one fails to.
"""
import argparse, hashlib, os, pathlib, random, shutil, sqlite3, statistics, subprocess, sys, time

ISSUE = "2026-8"
PLACES = "云岭 青禾 望川 石桥 临湖 白杨 松江口 金柳 梅溪 沙洲 长堤 岚山 鹿鸣 柳林 澄江 雁塔坡".split()
WORKS = ("河道清淤 老旧小区改造 农村公路养护 学校食堂管理 公共图书馆开放 森林防火 饮用水水源保护 中小企业帮扶 "
         "电梯安全检查 职业技能培训 道路照明维修 社区养老服务 耕地质量提升 防汛物资储备 古树名木保护 档案数字化 "
         "菜市场改建 疫苗接种登记 小型水库加固 残疾人就业援助").split()
OFFICES = "财政局 水务局 交通运输局 教育局 民政局 应急管理局 自然资源局 市场监督管理局 农业农村局 文化和旅游局".split()
SENTENCES = """
各部门要把{work}列入年度重点任务，逐项明确责任单位、完成时限和验收标准，确保件件有着落、事事有回音。
{office}牵头编制实施方案，于{month}月{day}日前报市人民政府备案，并抄送{place}街道办事处。
对检查中发现的隐患应当当场登记，能够立即整改的立即整改；不能立即整改的，限期{day}日内完成并提交书面报告。
所需经费由市、县两级按照{share}∶{rest}的比例分担，纳入同级预算，专款专用，接受审计监督。
{place}、{place2}两地先行试点，形成可复制的做法后，再向全市推广。
任何单位和个人不得截留、挪用专项资金，不得借机向群众摊派费用。
建立“一户一档”台账，如实记载姓名、住址、联系方式、核查结果等内容，涉及个人隐私的依法保密。
鼓励社会力量以捐赠、志愿服务、技术支持等方式参与，对成绩突出的集体给予表扬。
遇有暴雨、冰雹、寒潮等灾害性天气，值班人员须坚守岗位，每{share}小时报告一次情况，重大事项随时报告。
施工现场设置围挡和警示标志，夜间悬挂红灯，渣土车辆加盖篷布，避免扬尘扰民。
招标文件应当载明技术参数、付款方式与违约责任，评审专家从专家库中随机抽取。
老年人、孕妇、儿童等重点人群实行预约优先，窗口延长服务至{hour}时，节假日不打烊。
验收采取查阅资料、实地测量、走访询问相结合的办法，满意度低于{percent}%的不予通过。
{office}会同{office2}每季度开展联合抽查，抽查比例不少于{share}成，结果向社会公布。
逾期未完成的，由市人民政府办公室发函督促；仍不落实的，约谈其主要负责人。
苗木、种子、化肥等物资实行统一采购，入库前抽样检验，杜绝假冒伪劣产品流入田间地头。
充分利用广播、橱窗、微信群等渠道宣传政策，用通俗语言讲清办理条件、程序和期限。
原有设施尚能使用的，优先维修加固，避免大拆大建；确需新建的，严格履行论证程序。
监测数据自动上传市级平台，保存期限不少于{share}年，严禁篡改、伪造。
""".split()
HEADS = "总体要求 主要任务 资金安排 组织保障 监督检查 宣传引导".split()


def sentence(dice):
    place, place2 = dice.sample(PLACES, 2)
    office, office2 = dice.sample(OFFICES, 2)
    share = dice.randint(2, 7)
    return dice.choice(SENTENCES).format(
        work=dice.choice(WORKS), place=place, place2=place2, office=office, office2=office2, month=dice.randint(1, 12),
        day=dice.randint(2, 28), share=share, rest=10 - share, hour=dice.randint(17, 20), percent=dice.randint(80, 95))


def notice(number):
    dice = random.Random(number)
    place, work = PLACES[number % len(PLACES)], WORKS[number % len(WORKS)]
    lines = [f"{place}市人民政府办公室关于做好{work}工作（第{number}批）的通知", f"{place}政办发〔2026〕{number}号", "",
             "各县、区人民政府，市政府各部门：", f"为做好{work}工作，经市人民政府同意，现就有关事项通知如下。"]
    for at, head in enumerate(dice.sample(HEADS, 4)):
        lines.append("一二三四"[at] + "、" + head)
        for item in "一二":
            lines.append(f"（{item}）{dice.choice(WORKS)}。" + "".join(sentence(dice) for _ in range(dice.randint(4, 5))))
    return "\n".join(lines + ["", f"{place}市人民政府办公室", f"2026年3月{number % 28 + 1}日", ""])


def call(program, data, *arguments):
    done = subprocess.run([program, "--data", data, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{program} {arguments[:3]}: exit {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def fill_desk(program, data, manuscripts):
    call(program, data, "gazette", "--name", "云岭市人民政府公报", "--section", "市政府办公室文件")
    call(program, data, "issue", "new", ISSUE, "--date", "2026-04-15")
    call(program, data, "issue", "add", ISSUE, "--section", "市政府办公室文件", *manuscripts)


def publish(program, desk, data):
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(desk, data)
    os.sync()
    before, begin = os.times(), time.perf_counter()
    call(program, data, "issue", "publish", ISSUE, "--issued-at", "2026-04-15T09:00:00+08:00")
    wall, after = time.perf_counter() - begin, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def stored(data):
    """A digest of each row of the archive, and by table how many: PDFs, XML, texts, digests."""
    file = sqlite3.connect(f"file:{data}/archive.sqlite?mode=ro", uri=True)
    tables = [name for name, sql in file.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
              if not sql.startswith("CREATE VIRTUAL")]
    return {table: sorted(hashlib.sha256(repr(row).encode()).hexdigest() for row in file.execute(f'SELECT * FROM "{table}"'))
            for table in tables}


def compare(one, other):
    """The names of tables that differ between the archives of two data folders."""
    a, b = stored(one), stored(other)
    print(f"{one} and {other}: {len(a)} tables, {sum(map(len, a.values()))} rows, "
          f"different: {[name for name in sorted(a | b) if a.get(name) != b.get(name)] or 'none'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("programs", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--documents", type=int, default=40)
    options = parser.parse_args()
    folder = options.work / "manuscripts"
    folder.mkdir(parents=True, exist_ok=True)
    manuscripts = [folder / f"{i:02}.txt" for i in range(1, options.documents + 1)]
    for number, file in enumerate(manuscripts, 1):
        file.write_text(notice(number), encoding="utf-8")
    desks = [options.work / f"desk{i}" for i in range(len(options.programs))]
    for program, desk in zip(options.programs, desks):
        shutil.rmtree(desk, ignore_errors=True)
        fill_desk(program, desk, manuscripts)
    data = [options.work / f"data{i}" for i in range(len(options.programs))]
    times = [[] for _ in options.programs]
    for _ in range(options.runs):
        for i, program in enumerate(options.programs):
            times[i].append(publish(program, desks[i], data[i]))
    first = statistics.median(wall for wall, _ in times[0])
    for program, taken in zip(options.programs, times):
        wall, work = (statistics.median(column) for column in zip(*taken))
        print(f"{program}: wall {wall:.3f} s (least {min(taken)[0]:.3f}), processor {work:.2f} s, {first / wall:.2f} times as fast")
    for program, place in zip(options.programs, data):
        print(call(program, place, "verify").strip())
    for place in data[:-1]:
        compare(place, data[-1])


if __name__ == "__main__":
    main()
