import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { portal } from "./portal.ts";

/** What `npm start` leaves behind for whoever keeps the operational key of this authority. */
function commandOf(authority: string) {
  const commands = readFileSync(path.join(portal().dataDir, "demo/schluesselstelle.txt"), "utf8");
  const [, args = ""] = new RegExp(`key-office -- (.* --authority ${authority} .*)`).exec(commands) ?? [];
  return args.split(" ").map((word) => word.replaceAll("'", ""));
}

/** Beside the story, not in its way: one that stands still meanwhile does not see that the server has closed a connection. */
function run(script: string, args: readonly string[]) {
  const program = path.resolve(import.meta.dirname, "../../scripts", script);
  return new Promise<{ status: number; stdout: string; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args]);
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status: status ?? -1, stdout, output: stdout + stderr }));
  });
}

/** `npm run key-office`, with the digits that it was told. */
export const keyOffice = (authority: string, ...more: string[]) =>
  run("key-office.ts", [...commandOf(authority), ...more]);

/** `npm run publish-rules`: shows the rules, or publishes those of a file. */
export function publishRules(authority: string, file?: string) {
  const words = commandOf(authority);
  const [database = ""] = words.slice(words.indexOf("--database") + 1);
  const rules = file ? ["--rules", file] : [];
  return run("publish-rules.ts", ["--database", database, "--authority", authority, ...rules]);
}
