import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The process that listens on a port of this machine, found the way `ss -p` finds it. */
export function processListeningOn(port: number): number {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const listening = "0A";
  const inode = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find((columns) => columns[1]?.endsWith(wanted) && columns[3] === listening)?.[9];
  const pid = readdirSync("/proc").find((entry) => /^\d+$/.test(entry) && holds(entry, `socket:[${inode}]`));
  if (!inode || !pid) throw new Error(`nobody listens on port ${port}`);
  return Number(pid);
}

function holds(pid: string, link: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`) === link;
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

/** Resident memory in MB: now, and the highest since the process started. */
export function memoryOf(pid: number) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

/** What a process has started, and what those have. */
export function startedBy(pid: number): { pid: number; args: string }[] {
  const processes = readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => readProcess(Number(entry)));
  const below = (parent: number): typeof processes =>
    processes.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** Nothing when it has ended meanwhile. */
function readProcess(pid: number) {
  try {
    const parent = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    return [{ pid, parent, args: readFileSync(`/proc/${pid}/cmdline`, "utf8") }];
  } catch {
    return [];
  }
}
