import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleCli } from "../../scripts/bundle-cli.ts";
import { cryptoErrorCodes } from "../errors.ts";
import { makeExampleFiles, type ExampleFiles } from "../testing/example-files.ts";
import { exitCodes, explanations } from "./exit-codes.ts";

const page = readFileSync(new URL("../../../../docs/dvd-crypto.md", import.meta.url), "utf8");
const source = path.resolve(import.meta.dirname, "main.ts");

/** What Node 20.9, the oldest that has to run it, has not got. Newer ones have to do without it here. */
const withoutNewerNode = `data:text/javascript,${encodeURIComponent(
  "delete Array.fromAsync; delete Map.groupBy; delete Object.groupBy; delete Promise.withResolvers; delete Promise.try; " +
    "delete Uint8Array.fromHex; delete Uint8Array.fromBase64; delete Uint8Array.prototype.toHex; delete globalThis.Iterator; " +
    "delete Set.prototype.union; delete Set.prototype.intersection;",
)}`;

let example: ExampleFiles;
let bundles: string;
let bundle: string;
beforeAll(async () => {
  example = await makeExampleFiles();
  bundles = await mkdtemp(path.join(tmpdir(), "dvd-crypto-bundle-"));
  bundle = path.join(bundles, "dvd-crypto.mjs");
  await bundleCli(bundle);
});
afterAll(() => {
  for (const folder of [example.folder, bundles]) rmSync(folder, { recursive: true });
});

async function start(program: readonly string[], args: readonly string[]) {
  const child = spawn(process.execPath, [...program, ...args], { cwd: example.folder });
  let said = "";
  for (const stream of [child.stderr, child.stdout]) stream.setEncoding("utf8");
  const [err, out] = [[], []] as [string[], string[]];
  child.stderr.on("data", (text: string) => err.push(text));
  child.stdout.on("data", (text: string) => out.push(text));
  const [exit, signal] = await once(child, "close");
  said = err.join("") + out.join("");
  return { said, exit: Number(exit), signal };
}

const runBundle = (line: string) =>
  start(["--import", withoutNewerNode, bundle], line.replaceAll("ROOT", example.root).split(" "));

type Example = { line: string; expected: string; exit: number };

const examplesOf = (text: string): Example[] =>
  [...text.matchAll(/```console\n([^`]*)```/g)].flatMap(([, block = ""]) =>
    block
      .split(/^\$ dvd-crypto /m)
      .slice(1)
      .map((one) => {
        const [line = "", ...rest] = one.split("\n");
        const exit = /\[exit (\d+)\]\n/.exec(one)?.[1] ?? "0";
        return { line, expected: rest.join("\n").replace(/\[exit \d+\]\n/, ""), exit: Number(exit) };
      }),
  );

/** `…` stands for the rest of a line, or alone on its line for any lines. */
const patternOf = (expected: string) =>
  new RegExp(
    `^${expected
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/^…\n/gm, "(?:.*\n)*")
      .replaceAll("…", ".+")}$`,
  );

describe("the manual page", () => {
  it("shows what the shipped program really does, on the oldest Node that it promises", async () => {
    const examples = examplesOf(page);
    expect(examples.length).toBe(11);
    for (const { line, expected, exit } of examples) {
      const listed = line.startsWith("verify-receipt") && (await runBundle("inspect letter.pscf --json"));
      if (listed) await example.saveReceipt("receipt.json", JSON.parse(listed.said));
      const answer = await runBundle(line);
      expect(answer.said, line).toMatch(patternOf(expected));
      expect(answer.exit, line).toBe(exit);
    }
    expect(readFileSync(example.file("opened.pdf"))).toEqual(readFileSync(example.file("letter.pdf")));
    expect(readdirSync(example.folder)).not.toContain("other.pdf");
  });

  it("has the exit codes of the program, and the program has one for every code of the format", () => {
    const rows = [...page.matchAll(/^\| (\d+) +\| (\w+) /gm)].map(([, code, name]) => [name, Number(code)]);
    expect(Object.fromEntries(rows)).toEqual(exitCodes);
    expect(Object.keys(explanations).toSorted()).toEqual([...cryptoErrorCodes].toSorted());
  });

  it("names every option that the program knows", () => {
    const known = [
      "inspect",
      "open",
      "seal",
      "verify-receipt",
      "verify-log",
      "keys",
      "authority",
      "senders",
      "arguments",
    ]
      .map((name) => readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8"))
      .flatMap((text) =>
        [...text.matchAll(/^\s+"?([a-z-]+)"?: \{ type: "(?:string|boolean)"/gm)].map(([, name]) => name),
      );
    expect(known.length).toBeGreaterThan(10);
    for (const name of known) expect(page, name).toContain(`--${name}`);
  });
});

describe("the process", () => {
  it("runs from its sources as it runs from the bundle", async () => {
    expect(await start([source], ["help"])).toMatchObject({ exit: 0 });
  });

  it("needs the same memory for a large file as for a small one", async () => {
    const big = 384 * 1024 * 1024;
    writeFileSync(example.file("large.bin"), "");
    truncateSync(example.file("large.bin"), big);
    const report = "process.on('exit', () => process.stderr.write(`${process.resourceUsage().maxRSS}\\n`))";
    const measured = async (line: string) => {
      const { said, exit } = await start(["--import", `data:text/javascript,${report}`, bundle], line.split(" "));
      expect(exit, said).toBe(0);
      return Number(/^\d+$/m.exec(said)?.[0]) / 1024;
    };
    const key = "--case-key case.key --account account.json --recovery-key recovery-key.txt";
    expect(await measured(`seal large.bin --out large.pscf ${key}`)).toBeLessThan(256);
    const own = "--account account.json --recovery-key recovery-key.txt";
    expect(await measured(`open large.pscf --out large.opened ${own}`)).toBeLessThan(256);
    for (const name of ["large.bin", "large.pscf", "large.opened"]) rmSync(example.file(name));
  });

  it("removes the unfinished file when it is told to stop", async () => {
    writeFileSync(example.file("large.bin"), "");
    truncateSync(example.file("large.bin"), 2 ** 30);
    const key = ["--case-key", "case.key", "--signing-key", "clerk.key"];
    const child = spawn(process.execPath, [bundle, "seal", "large.bin", "--out", "never.pscf", ...key], {
      cwd: example.folder,
    });
    const parts = () => readdirSync(example.folder).filter((name) => name.endsWith(".part"));
    await expect.poll(parts, { timeout: 10_000 }).toHaveLength(1);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([143, null]);
    expect([...parts(), ...readdirSync(example.folder).filter((name) => name === "never.pscf")]).toEqual([]);
  });
});
