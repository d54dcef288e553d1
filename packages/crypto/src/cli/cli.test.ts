import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flipBit, now } from "../testing/fixtures.ts";
import { makeExampleFiles, type ExampleFiles } from "../testing/example-files.ts";
import { run } from "./run.ts";

let example: ExampleFiles;
beforeAll(async () => {
  example = await makeExampleFiles();
});
afterAll(() => rmSync(example.folder, { recursive: true }));

type Answer = { ok: boolean; exit: number; code?: string; [fact: string]: unknown };

/** Options that begin with "@" are files of the example folder. */
async function call(line: string, at = now): Promise<Answer> {
  const args = line.split(" ").map((word) => (word.startsWith("@") ? example.file(word.slice(1)) : word));
  const { out, exit } = await run([...args, "--json"], at);
  const answer: Answer = JSON.parse(out);
  expect(answer.exit).toBe(exit);
  for (const secret of example.secrets) expect(out).not.toContain(secret);
  return answer;
}

const proof = () => `--statements @statements.json --root ${example.root}`;
const account = "--account @account.json --recovery-key @recovery-key.txt";
let count = 0;
const fresh = () => `out-${(count += 1)}`;

/** A letter of the clerk for the citizen, sealed by the program itself. */
async function sealed(options = `--signing-key @clerk.key --recipient @citizen.pub --case ${example.caseId}`) {
  const name = fresh();
  const answer = await call(`seal @letter.pdf --out @${name} ${options}`);
  expect(answer).toMatchObject({ ok: true, exit: 0 });
  return { name, answer };
}

const hidden = () => readdirSync(example.folder).filter((name) => name.endsWith(".part"));
const letter = () => readFileSync(example.file("letter.pdf"));

describe("opening", () => {
  it("gives the content to whom it was sealed for, from a sender whom the authority certifies", async () => {
    const { name } = await sealed();
    const out = fresh();
    const answer = await call(`open @${name} --out @${out} ${account} ${proof()}`);
    expect(answer).toMatchObject({ exit: 0, name: "letter.pdf", sender: { isProven: true } });
    expect(readFileSync(example.file(out))).toEqual(letter());
    const digits = await call(
      `open @${name} ${account} --statements @statements.json --root ${example.rootDigits.replaceAll(" ", "")}`,
    );
    expect(digits.exit).toBe(0);
  });

  it("opens with the unit's seed and with the case key what the citizen sent", async () => {
    const { name } = await sealed(`${account} --unit ${example.unitId} ${proof()} --case-key @case.key`);
    const own = await call(`open @${name} ${account}`);
    expect(own).toMatchObject({ exit: 0, sender: { isProven: true } });
    for (const key of ["--seed @unit.seed", "--case-key @case.key"]) {
      const open = `open @${name} ${key} ${proof()} --sender-key @citizen-signing.pub`;
      expect(await call(open)).toMatchObject({ exit: 5, code: "E_SENDER" });
      expect(await call(`${open} --unproven`)).toMatchObject({ ok: true, exit: 5, size: letter().length });
    }
  });

  it("says loudly when nobody has certified the sender, and does so only when asked for in so many words", async () => {
    const { name } = await sealed("--signing-key @stranger.key --case-key @case.key");
    const out = fresh();
    const open = `open @${name} --out @${out} --case-key @case.key ${proof()} --sender-key @stranger.pub`;
    expect(await call(open)).toMatchObject({ ok: false, exit: 5, code: "E_SENDER" });
    expect(readdirSync(example.folder)).not.toContain(out);
    const answer = await call(`${open} --unproven`);
    expect(answer).toMatchObject({ ok: true, exit: 5, sender: { isProven: false } });
    expect(answer["warnings"]).toEqual([expect.stringContaining("ABSENDER NICHT BEWIESEN / SENDER NOT PROVEN")]);
    expect(readFileSync(example.file(out))).toEqual(letter());
  });

  it.each([
    ["another unit's seed or another person's key", "--seed @case.key", 3, "E_CONTEXT"],
    ["another case key", "--case-key @unit.seed", 3, "E_HEADER_TAG"],
    ["a key of another length", "--seed @stranger.pub", 3, "E_KEY"],
    ["something that is no key", "--seed @letter.pdf", 2, "E_ENCODING"],
    ["an account that is none", "--account @statements.json --recovery-key @recovery-key.txt", 3, "E_VAULT"],
    ["a text without a recovery key", "--account @account.json --recovery-key @letter.pdf", 3, "E_RECOVERY_FORMAT"],
    ["a file that is not there", "--seed @nowhere", 7, "file"],
    ["two keys at once", "--seed @unit.seed --case-key @case.key", 1, "usage"],
    ["no key", "", 1, "usage"],
  ])("refuses %s", async (_, key, exit, code) => {
    const { name } = await sealed();
    const out = fresh();
    const line = `open @${name} --out @${out} ${proof()} ${key}`.trim();
    expect(await call(line)).toMatchObject({ ok: false, exit, code });
    expect(readdirSync(example.folder)).not.toContain(out);
  });

  it("refuses another root, statements that are out of date, and statements without a root", async () => {
    const { name } = await sealed();
    const open = `open @${name} ${account} --statements @statements.json`;
    expect(await call(`${open} --root ${"0".repeat(64)}`)).toMatchObject({ exit: 5, code: "E_ROOT_CHANGED" });
    expect(await call(`${open} --root ${"0".repeat(60)}`)).toMatchObject({ exit: 5, code: "E_ROOT_CHANGED" });
    expect(await call(`${open} --root 12345`)).toMatchObject({ exit: 1 });
    expect(await call(open)).toMatchObject({ exit: 1, code: "usage" });
    const later = new Date("2100-01-01T00:00:00.000Z");
    expect(await call(`${open} --root ${example.root}`, later)).toMatchObject({ exit: 6, code: "E_STATEMENT_EXPIRED" });
    expect(await call(`${open} --root ${example.root} --at 2026-12-01T00:00:00.000Z`, later)).toMatchObject({
      exit: 0,
      authority: { checkedAt: "2026-12-01T00:00:00.000Z" },
    });
  });

  it("leaves nothing behind when a byte was changed anywhere, and says where", async () => {
    const { name } = await sealed();
    const bytes = readFileSync(example.file(name));
    const front = 398 + 1921;
    const cases: [number, number, string][] = [
      [4, 2, "E_MAGIC"],
      [12 + 8, 4, "E_SEAL_DIGEST"],
      [214 + 100, 4, "E_SEAL_SIG"],
      [398 + 1900, 4, "E_ENV_GRANT"],
      [front, 4, "E_FRAMING"],
      [front + 100, 4, "E_SEGMENT"],
      [bytes.length - 1, 4, "E_SEGMENT"],
    ];
    for (const [at, exit, code] of cases) {
      writeFileSync(example.file("changed"), flipBit(bytes, at * 8 + 1));
      const answer = await call(`open @changed --out @never ${account} ${proof()}`);
      expect([at, answer.exit, answer.code]).toEqual([at, exit, code]);
    }
    for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)])]) {
      writeFileSync(example.file("changed"), wrong);
      expect(await call(`open @changed --out @never ${account} ${proof()}`)).toMatchObject({
        exit: 2,
        code: "E_LENGTH",
      });
    }
    expect(readdirSync(example.folder)).not.toContain("never");
    expect(hidden()).toEqual([]);
  });

  it("writes over nothing", async () => {
    const { name } = await sealed();
    expect(await call(`open @${name} --out @letter.pdf ${account} ${proof()}`)).toMatchObject({ exit: 7 });
    expect(letter().subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("inspecting", () => {
  it("shows the public part, and checks the signature when it can", async () => {
    const { name, answer } = await sealed();
    const seen = await call(`inspect @${name}`);
    expect(seen).toMatchObject({
      exit: 0,
      signature: "not checked",
      sender: { isProven: false },
      scope: example.caseId,
    });
    expect(seen["messageId"]).toBe(answer["messageId"]);
    expect(seen["grants"]).toMatchObject([{ role: "offline", of: "caseKey" }]);
    expect(await call(`inspect @${name} ${proof()}`)).toMatchObject({ signature: "right", sender: { isProven: true } });
    expect(await call(`inspect @${name} --sender-key @stranger.pub`)).toMatchObject({ exit: 5, code: "E_SENDER" });
  });

  it("finds a body that is not the one that was sealed, without any key", async () => {
    const { name } = await sealed();
    const bytes = readFileSync(example.file(name));
    writeFileSync(example.file("changed"), flipBit(bytes, (bytes.length - 1) * 8));
    expect(await call("inspect @changed")).toMatchObject({ exit: 4, code: "E_SEAL_DIGEST" });
  });
});

describe("sealing", () => {
  it.each([
    ["nobody who could open it", "--signing-key @clerk.key"],
    ["no sender", "--recipient @citizen.pub"],
    ["two senders", `--signing-key @clerk.key ${account}`],
    ["an impossible generation", "--signing-key @clerk.key --recipient @citizen.pub --generation 0"],
    ["a unit that nobody certifies", "--signing-key @clerk.key --unit 0189bbbb-0000-7000-8000-000000000001"],
    ["an unknown option", "--signing-key @clerk.key --recipient @citizen.pub --force"],
  ])("is refused with %s", async (_, options) => {
    expect(await call(`seal @letter.pdf --out @never ${options}`)).toMatchObject({ ok: false, exit: 1, code: "usage" });
    expect(readdirSync(example.folder)).not.toContain("never");
  });
});

describe("a receipt", () => {
  it("is proven by its own statements under the root from paper, with the container that it names", async () => {
    const { name, answer } = await sealed();
    const { messageId } = answer;
    const listed = await call(`inspect @${name}`);
    const { ciphertextDigest, bodyLength } = listed;
    await example.saveReceipt("receipt.json", {
      messageId: String(messageId),
      ciphertextDigest: String(ciphertextDigest),
      bodyLength: Number(bodyLength),
    });
    const verify = `verify-receipt @receipt.json --root ${example.root}`;
    expect(await call(`${verify} --container @${name}`)).toMatchObject({
      exit: 0,
      count: 1,
      reference: "DVD-26-AAAA-BBB",
    });
    const years = new Date("2150-01-01T00:00:00.000Z");
    expect(await call(verify, years)).toMatchObject({ exit: 0 });
    expect(await call("verify-receipt @receipt.json --unproven")).toMatchObject({ ok: true, exit: 5 });
    expect(await call("verify-receipt @receipt.json")).toMatchObject({ exit: 1 });

    const { name: other } = await sealed();
    expect(await call(`${verify} --container @${other}`)).toMatchObject({ exit: 5, code: "E_RECEIPT_CONTEXT" });
    expect(await call(`verify-receipt @receipt.json --root ${"a".repeat(64)}`)).toMatchObject({
      code: "E_ROOT_CHANGED",
    });
    expect(await call(`verify-receipt @statements.json --root ${example.root}`)).toMatchObject({
      exit: 2,
      code: "E_RECEIPT",
    });
  });
});

describe("the program", () => {
  it("shows a file name that plays with the terminal instead of obeying it", async () => {
    const name = fresh();
    const seal = [
      "seal",
      example.file("letter.pdf"),
      "--out",
      example.file(name),
      "--name",
      "a\u001b[2Jb\u202efdp.exe",
    ];
    await run([...seal, "--signing-key", example.file("clerk.key"), "--case-key", example.file("case.key")], now);
    const key = ["--case-key", example.file("case.key"), "--statements", example.file("statements.json")];
    const { out } = await run(["open", example.file(name), ...key, "--root", example.root], now);
    expect(out).toContain("name: a\\u{1b}[2Jb\\u{202e}fdp.exe\n");
  });

  it("refuses an unknown command and tells of the known ones", async () => {
    expect(await call("decrypt @letter.pdf")).toMatchObject({ ok: false, exit: 1 });
    expect((await run(["help"], now)).out).toContain("inspect | open | seal | verify-receipt");
  });
});
