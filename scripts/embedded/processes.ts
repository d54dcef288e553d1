import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/**
 * Names one run of a process. A pid alone is not enough: it is given out again, and a zombie still answers
 * `kill(pid, 0)`. Undefined when there is no such living process.
 */
export function processMark(pid: number): string | undefined {
  if (process.platform !== "linux") return isSignalable(pid) ? String(pid) : undefined;
  const stat = readText(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the command in parentheses and may itself contain blanks and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, startTicks] = [fields[0], fields[19]];
  return state === "Z" || state === "X" ? undefined : `${pid}:${startTicks}`;
}

/** Living processes of that name whose working folder is exactly this one. */
export function processesWorkingIn(folder: string, command: string): number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => readText(`/proc/${pid}/comm`)?.trim() === command && workingFolder(pid) === folder);
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone meanwhile, a zombie, or of another user: in no case ours to stop.
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
