// SPDX-License-Identifier: Apache-2.0
// An office's first day in Chromium, from nothing to an issued edition that readers find, and what is
// refused on the way.
//   node office_day.mjs GONGBAO [PICTURES]      PICTURES: a folder for a picture of every screen
// Exit code 1 when anything did not hold.
import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { House, Somebody, check, finish, launch, oneTimeCode } from "./house.mjs";

const [gongbao, pictures] = process.argv.slice(2);
if (pictures) mkdirSync(pictures, { recursive: true });
const house = new House(gongbao);
const browser = await launch();

const notice = (number, words) => ({
  name: `notice-${number}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(
    `云岭省教育厅关于第${number}类事项的通知\n云教发〔2026〕${number}号\n\n各州、市教育局：\n\n` +
      `${words}\n\n云岭省教育厅\n2026年3月6日\n`,
  ),
});

// axe at three widths, light and dark, and nothing that scrolls sideways.
async function judge(who, name) {
  const seen = who.page.viewportSize();
  for (const [width, height, scheme] of [
    [1366, 768, "light"], [1366, 768, "dark"], [1920, 1080, "light"], [768, 1024, "light"],
    [320, 640, "light"],
  ]) {
    await who.page.setViewportSize({ width, height });
    await who.page.emulateMedia({ colorScheme: scheme });
    if (width !== 1920) {
      const found = await new AxeBuilder({ page: who.page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      check(found.passes.length > 5, `${name} ${width} was analysed`);
      check(found.violations.length === 0, `${name} ${width} ${scheme}: axe`,
        found.violations.map((one) => `${one.id} ${one.nodes[0].target}`).join("; "));
    }
    const wide = await who.page.evaluate(
      () => document.documentElement.scrollWidth > innerWidth + 1);
    check(!wide, `${name} ${width}: nothing scrolls sideways`);
    if (pictures)
      await who.page.screenshot({ path: `${pictures}/${name}-${width}-${scheme}.png`, fullPage: true });
  }
  await who.page.setViewportSize(seen);
  await who.page.emulateMedia({ colorScheme: "light" });
}

try {
  // From nothing: the first administrator, then people.
  const begun = house.run("office", "begin", "--login", "admin", "--name", "管理员");
  check(begun.status === 0, "the office begins", begun.err);
  check(house.run("office", "begin", "--login", "other", "--name", "他人").status !== 0,
    "it begins once");
  const office = await house.serve("office");
  const site = await house.serve("serve");
  const path = begun.out.trim().split("\n").pop().replace(/^.*(\/link\/)/, "$1");

  const admin = await Somebody.at(browser, office, "admin");
  await admin.takeLink(office + path);
  await judge(admin, "sign-in");
  await admin.signIn();
  check(admin.path() === "/people", "an administrator begins with people", admin.path());
  const people = {};
  for (const [login, name, role, department] of [
    ["zhang", "张三", "contact", "省教育厅"], ["wang", "王明", "editor", ""],
    ["li", "李芳", "first_reviewer", ""], ["zhao", "赵强", "second_reviewer", ""],
    ["qian", "钱伟", "final_reviewer", ""], ["sun", "孙丽", "secrecy_reviewer", ""],
    ["zhou", "周静", "proofreader", ""], ["wu", "吴刚", "publisher", ""],
    ["audit", "审计员", "audit_admin", ""], ["double", "双职", "first_reviewer", ""],
  ]) {
    await admin.go("/people");
    await admin.page.fill("#name", name);
    await admin.page.fill("#login", login);
    await admin.page.fill("#department", department);
    await admin.page.check(`input[name=role][value=${role}]`);
    if (login === "double") await admin.page.check("input[name=role][value=second_reviewer]");
    await admin.page.click("form[action='/people'] button[type=submit]");
    if ((await admin.page.locator("#link").count()) === 0)
      await admin.page.click("form[action$='/link'] button");
    const link = await admin.page.inputValue("#link");
    people[login] = await Somebody.at(browser, office, login);
    await people[login].takeLink(link);
    await people[login].signIn();
    check(people[login].path() !== "/sign-in", `${login} is let in`, await people[login].text());
    await people[login].page.goto(link);
    check((await people[login].page.locator("#password").count()) === 0, "a link works once");
  }
  await admin.go("/people");
  await judge(admin, "people");
  const { zhang, wang, li, zhao, qian, sun, zhou, wu, audit, double } = people;

  // A second factor, and a code used twice.
  await wu.go("/account/second-factor");
  await judge(wu, "second-factor");
  const secret = await wu.page.inputValue("input[name=secret]");
  await wu.page.fill("#code", oneTimeCode(secret));
  await wu.page.click("main button[type=submit]");
  const later = await Somebody.at(browser, office, "wu");
  await later.signIn(oneTimeCode(secret));
  check(later.path() === "/sign-in", "a code that was used is refused");
  await later.signIn(oneTimeCode(secret, Date.now(), 1));
  check(later.path() === "/", "the next one lets in", await later.text());

  // The contact hands two texts in.
  await zhang.go("/inbox");
  await zhang.page.setInputFiles("#files", [
    notice(1, "现将有关事项通知如下。本通知自2027年5月1日起施行。"), notice(2, "现将第二类事项通知如下。")]);
  await zhang.page.selectOption("#section", "部门文件");
  await zhang.page.click("#hand-in button[type=submit]");
  await zhang.page.waitForFunction(() => document.querySelectorAll("#items tbody tr").length === 2);
  check((await zhang.page.locator(".uploads a").count()) === 2, "both are told as received");
  await zhang.go("/inbox");
  await judge(zhang, "inbox");
  check((await zhang.go("/people")) === 403, "a contact sees no people");
  check((await zhang.go("/issues")) === 403, "a contact sees no issues");

  // Nothing of a draft is at the public address.
  for (const draft of ["/items/1", "/inbox", "/issues/2026-8", "/issue-pages/2026-8.1.svg",
    "/manuscripts/1.1", "/documents/2026-8-1", "/sign-in"]) {
    const answer = await fetch(site + draft);
    check(answer.status === 404, `the public site knows no ${draft}`, answer.status);
  }

  // Sign-offs by different people, in their order.
  const sign = async (who, item, kind) => {
    await who.go(`/items/${item}`);
    const button = who.page.locator(`form:has(input[name=kind][value=${kind}]) button`);
    if ((await button.count()) === 0) return false;
    await button.click();
    return who.page.url().includes("done=signed");
  };
  check(!(await sign(qian, 1, "final_review")), "nobody signs 终审 before its time");
  await li.go("/");
  await judge(li, "queue");
  await li.go("/items/1");
  await judge(li, "item");
  for (const item of [1, 2]) {
    check(await sign(sun, item, "secrecy"), `secrecy of ${item}`);
    check(await sign(item === 1 ? li : double, item, "first_review"), `first review of ${item}`);
    if (item === 2)
      check(!(await sign(double, item, "second_review")), "the same person gives no second review");
    check(await sign(zhao, item, "second_review"), `second review of ${item}`);
    check(await sign(qian, item, "final_review"), `final review of ${item}`);
  }

  // A change after 终审: nothing stands.
  await zhang.go("/items/2");
  await zhang.page.click("text=重新报送 >> nth=0").catch(() => {});
  await zhang.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await zhang.page.setInputFiles("#file", notice(2, "现将第二类事项更正如下。"));
  await zhang.page.click("form[action$='/correct'] button");
  await wang.go("/issues");
  check((await wang.text()).includes("保密审查"), "after a change sign-offs are missing again");
  for (const [who, kind] of [[sun, "secrecy"], [li, "first_review"], [zhao, "second_review"],
    [qian, "final_review"]])
    check(await sign(who, 2, kind), `${kind} of the new version`);

  // A query stops the issue until it is settled.
  await wang.go("/items/1");
  await wang.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await wang.page.selectOption("#remark-kind", "query");
  await wang.page.fill("#remark-text", "“有关事项”是否另有附件？");
  await wang.page.click("form[action$='/remark'] button");

  // Making up the issue, by keyboard.
  await wang.go("/issues");
  await judge(wang, "issues");
  await wang.page.fill("#number", "8");
  await wang.page.fill("#year", "2026");
  await wang.page.fill("#date", "2026-12-15");
  await wang.page.click("form[action='/issues'] button");
  check(wang.path() === "/issues/2026-8", "the issue is open", wang.page.url());
  for (const item of [1, 2]) {
    await wang.go("/issues/2026-8");
    await wang.page.focus(`form:has(input[name=item][value='${item}']) button`);
    await wang.page.keyboard.press("Enter");
    await wang.page.waitForURL(/done=placed/);
  }
  const order = () => wang.page.locator(".sheet-title a").allInnerTexts();
  const before = await order();
  check(before.length === 2, "both are placed", before.length);
  await wang.page.locator(".sheet-line").last().locator("button[name=to]").first().focus();
  await wang.page.keyboard.press("Enter");
  await wang.page.waitForURL(/moved=/);
  const after = await order();
  check(after[0] === before[1] && after[1] === before[0], "Enter moves a line", after.join());
  const focused = await wang.page.evaluate(() => document.activeElement?.closest("form")?.getAttribute("action"));
  check(focused?.endsWith("/move"), "and it keeps the focus", focused);
  await wang.page.keyboard.press("Alt+ArrowDown");
  await wang.page.waitForURL(/moved=/);
  await wang.page.waitForFunction(
    (title) => document.querySelector(".sheet-title a")?.innerText === title, before[0]);
  const drawn = await wang.page.evaluate(async () => {
    const picture = document.querySelector(".pages img");
    await picture.decode();
    return picture.naturalWidth;
  });
  check(drawn > 100, "pages are drawn", drawn);
  await judge(wang, "issue");

  // Preflight: the open query stops; it is answered and settled.
  await wang.go("/issues/2026-8/checks");
  check((await wang.text()).includes("质疑单"), "preflight names the open query");
  await judge(wang, "checks");
  await wang.go("/issues/2026-8");
  await wang.page.click("form[action$='/lock'] button");
  check(!(await wang.page.url()).includes("done="), "an issue with an open stop is not locked");
  await zhang.go("/items/1");
  await zhang.page.fill("textarea[name=text]", "没有附件。");
  await zhang.page.click("form[action$='/reply'] button");
  await wang.go("/items/1");
  await wang.page.click("form[action$='/settle'] button");

  // Lock, proof, two signatures, and out by typing the number.
  await wang.go("/issues/2026-8");
  await wang.page.click("form[action$='/lock'] button");
  await wang.page.waitForURL(/done=issue_locked/);
  check((await wang.page.locator("form[action$='/move']").count()) === 0, "locked, nothing moves");
  await zhou.go("/issues/2026-8");
  await zhou.page.click("form:has(input[value=read]) button");
  await wu.go("/issues/2026-8");
  await wu.page.click("form:has(input[value=permit]) button");
  await judge(wu, "proof");
  await wu.page.fill("#typed", "2026-9");
  await wu.page.click("form.deliberate button");
  check((await fetch(`${site}/editions/2026-8`)).status === 404, "another number issues nothing");
  await wu.go("/issues/2026-8");
  const digest = (await wu.page.innerText(".digest .mono")).trim();
  await wu.page.fill("#typed", "2026-8");
  await wu.page.click("form.deliberate button");
  await wu.page.waitForURL(/done=issued/);
  await judge(wu, "issued");

  // Readers find it at every door.
  check((await fetch(`${site}/editions/2026-8`)).status === 200, "the edition has its page");
  const pdf = Buffer.from(await (await fetch(`${site}/editions/2026-8.pdf`)).arrayBuffer());
  const { createHash } = await import("node:crypto");
  check(createHash("sha256").update(pdf).digest("hex") === digest, "its file is the signed proof");
  const found = await (await fetch(`${site}/search?q=${encodeURIComponent("云教发〔2026〕1号")}`)).text();
  check(found.includes("/documents/2026-8-1"), "search finds a text by its number");
  const feed = await (await fetch(`${site}/feeds/documents.atom`)).text();
  check(feed.includes("第1类事项") && feed.includes("更正如下") , "the feed has both, as corrected");

  // What others try.
  const forged = await wang.context.request.post(`${office}/issues`, {
    form: { year: "2026", kind: "regular", number: "9", date: "2026-12-30" },
    headers: { origin: office },
  });
  check(forged.status() === 403, "a form without its token is refused", forged.status());
  const foreign = await wang.context.request.post(`${office}/issues`, {
    form: { form_token: "x" }, headers: { origin: "https://evil.example" } });
  check(foreign.status() === 403, "a form of another site is refused", foreign.status());
  await admin.go("/people");
  await admin.page.click("text=李芳");
  await admin.page.click("form[action$='/disable'] button");
  await li.go("/");
  check(li.path() === "/sign-in", "a disabled person's session has ended", li.path());
  for (let i = 0; i < 6; ++i) {
    await li.go("/sign-in");
    await li.page.fill("#login", "zhao");
    await li.page.fill("#password", `wrong ${i} wrong wrong`);
    await li.page.click("main button[type=submit]");
  }
  check(/秒|分/.test(await li.text()), "who guesses waits", await li.text());

  // Every act stands in the audit, refused ones too.
  await audit.go("/audit");
  await judge(audit, "audit");
  const log = await (await audit.context.request.get(`${office}/audit.csv`)).text();
  for (const act of ["sign_in", "signoff", "item.receive", "item.correct", "remark.add", "issue.add",
    "issue.place", "issue.move", "issue.lock", "proof.sign", "issue.begin", "issue.issue"])
    check(log.includes(act), `the audit has ${act}`);
  await wang.go("/reports?year=2026");
  await judge(wang, "reports");
  check((await wang.text()).includes("省教育厅"), "the report names the department");
  const verified = house.run("verify");
  check(verified.status === 0, "desk, audit and archive are whole", verified.out + verified.err);
} catch (error) {
  check(false, "the day goes on", error.stack);
} finally {
  await browser.close();
  house.stop();
  finish();
}
