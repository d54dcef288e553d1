import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { ensureBrowser } from "./browser.ts";
import { gatewayObstacle } from "./ceph/gateway.ts";

/**
 * `npm test`: everything that must hold, one step after the other, because two cores carry one heavy tool at a time.
 * A step without a report of its own counts as one check. Ends with one line: `N passed, N failed`.
 */
const root = path.resolve(import.meta.dirname, "..");
const results = path.join(root, "test-results");

type Outcome = { passed: number; failed: number; skipped: number };
type Step = {
  name: string;
  command: readonly string[];
  /** Reads the runner's own report; without one the exit code is the only witness. */
  report?: { file: string; read: (json: unknown) => Outcome };
  before?: () => Promise<unknown>;
  /** Why this machine cannot run the step, null when it can. It is then said aloud and counted as skipped. */
  obstacle?: () => string | null;
};

const vitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() })
  .transform((report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  }));

const playwrightReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }) })
  .transform(({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

const vitest = (file: string) => [
  "vitest",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${file}`,
];
const vitestFile = path.join(results, "vitest.json");
const s3File = path.join(results, "s3.json");
const steps: Step[] = [
  { name: "types", command: ["turbo", "run", "check-types", "--ui=stream", "--output-logs=errors-only"] },
  { name: "lint", command: ["oxlint", "--deny-warnings"] },
  { name: "format", command: ["biome", "format", "."] },
  // Before the tests, because they look at what is delivered, and the stories drive it.
  { name: "build", command: ["turbo", "run", "build", "--ui=stream", "--output-logs=errors-only"] },
  {
    name: "unit",
    command: vitest(vitestFile),
    report: { file: vitestFile, read: (json) => vitestReport.parse(json) },
  },
  {
    name: "s3",
    command: [...vitest(s3File), "--config", "tests/s3/vitest.config.ts"],
    obstacle: gatewayObstacle,
    report: { file: s3File, read: (json) => vitestReport.parse(json) },
  },
  {
    name: "e2e",
    command: ["playwright", "test", "--config", "tests/e2e/playwright.config.ts"],
    before: () => ensureBrowser(),
    report: { file: path.join(results, "e2e.json"), read: (json) => playwrightReport.parse(json) },
  },
];

const { values } = parseArgs({ options: { only: { type: "string" } } });
if (values.only && !steps.some(({ name }) => name === values.only))
  throw new Error(`--only takes one of: ${steps.map(({ name }) => name).join(", ")}`);

const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
mkdirSync(results, { recursive: true });
for (const step of steps) {
  if (values.only && step.name !== values.only) continue;
  const obstacle = step.obstacle?.();
  if (obstacle) {
    console.log(`SKIPPED  ${step.name}  ${obstacle}; docs/operations/storage.md says how to get it\n`);
    total.skipped += 1;
    continue;
  }
  const start = performance.now();
  const outcome = await run(step);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${outcome.failed > 0 ? "FAILED" : "ok"}  ${step.name}  ${outcome.passed} passed  ${seconds} s\n`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed > 0 ? 1 : 0);

async function run({ name, command, report, before }: Step): Promise<Outcome> {
  console.log(`--- ${name}: ${command.join(" ")}`);
  if (report) rmSync(report.file, { force: true });
  const ready = await (before?.() ?? Promise.resolve()).then(
    () => true,
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    },
  );
  const exitCode = ready ? await execute(command) : 1;
  const counted = report && existsSync(report.file) ? report.read(JSON.parse(readFileSync(report.file, "utf8"))) : null;
  // A runner that ended badly without a failing test of its own has still failed, and one that ran nothing too.
  if (counted && counted.passed + counted.failed > 0 && (exitCode === 0 || counted.failed > 0)) return counted;
  const hasPassed = exitCode === 0 && !report;
  return { passed: (counted?.passed ?? 0) + (hasPassed ? 1 : 0), failed: hasPassed ? 0 : 1, skipped: 0 };
}

function execute([program = "", ...args]: readonly string[]): Promise<number> {
  const bin = [path.join(root, "node_modules/.bin"), path.join(root, "tests/node_modules/.bin")];
  const child = spawn(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: [...bin, process.env.PATH].join(path.delimiter), TURBO_TELEMETRY_DISABLED: "1" },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
