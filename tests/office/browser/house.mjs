// SPDX-License-Identifier: Apache-2.0
// The program under test, people of an office, and Chromium: what office_day.mjs is told with.
import { spawn, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const problems = [];
let steps = 0;

export function check(holds, what, detail = "") {
  steps += 1;
  if (holds) return;
  problems.push(what);
  console.error(`FAILED: ${what} ${detail}`);
}

export function finish() {
  console.log(problems.length ? `${problems.length} of ${steps} failed` : `${steps} steps held`);
  process.exitCode = problems.length || steps === 0 ? 1 : 0;
}

// RFC 6238, as a telephone computes it.
export function oneTimeCode(secret, now = Date.now(), drift = 0) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  let bits = "";
  for (const letter of secret.replace(/[ =]/g, "")) {
    bits += alphabet.indexOf(letter).toString(2).padStart(5, "0");
  }
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30000) + drift));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1e6).padStart(6, "0");
}

export class House {
  constructor(gongbao) {
    this.gongbao = gongbao;
    this.data = mkdtempSync(join(tmpdir(), "office-"));
    this.running = [];
    writeFileSync(
      join(this.data, "gazette.toml"),
      'name = "云岭省人民政府公报"\nsections = ["省政府令", "省政府文件", "部门文件"]\n',
    );
  }

  run(...args) {
    const done = spawnSync(this.gongbao, ["--data", this.data, ...args], { encoding: "utf8" });
    return { status: done.status, out: done.stdout, err: done.stderr };
  }

  // Starts a server and gives its address, once it says so.
  serve(command) {
    const child = spawn(this.gongbao, ["--data", this.data, command, "--port", "0"]);
    this.running.push(child);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${command} does not start`)), 30000);
      let said = "";
      child.stderr.on("data", (bytes) => process.stderr.write(bytes));
      child.stdout.on("data", (bytes) => {
        said += bytes;
        const address = said.match(/http:\/\/[0-9.]+:\d+/);
        if (!address) return;
        clearTimeout(late);
        resolve(address[0]);
      });
    });
  }

  stop() {
    for (const child of this.running) child.kill();
  }
}

export async function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

// Somebody at a browser of their own. Whatever a page complains of (policy, script) is a problem.
export class Somebody {
  static async at(browser, office, login, options = {}) {
    const one = new Somebody();
    one.office = office;
    one.login = login;
    one.password = `合成口令 of ${login} 2026`;
    one.context = await browser.newContext({
      viewport: { width: 1366, height: 768 }, locale: "zh-CN", ...options });
    one.page = await one.context.newPage();
    one.page.on("pageerror", (error) => check(false, `${login}: script`, error.message));
    one.page.on("console", (line) => {
      const told = line.type() === "error" && !/status of 4\d\d/.test(line.text());
      if (told) check(false, `${login}: console`, line.text());
    });
    return one;
  }

  async go(path) {
    const answer = await this.page.goto(this.office + path);
    return answer.status();
  }

  async takeLink(link) {
    await this.page.goto(link);
    await this.page.fill("#password", this.password);
    await this.page.fill("#again", this.password);
    await this.page.click("main button[type=submit]");
  }

  async signIn(code = "") {
    await this.go("/sign-in");
    await this.page.fill("#login", this.login);
    await this.page.fill("#password", this.password);
    if (code) await this.page.fill("#code", code);
    await this.page.click("main button[type=submit]");
  }

  text() {
    return this.page.innerText("main");
  }

  path() {
    return new URL(this.page.url()).pathname;
  }
}
