import type { ServerResponse } from "node:http";
import type { Db } from "@dvd/db/client";
import { countAudit } from "@dvd/db/repositories/audit";

/**
 * `/metrics` for Prometheus, on the worker's own port, which nobody outside reaches. The numbers come out of the database,
 * so one worker tells them for every process and none of them starts at zero again. Returns false for any other path.
 */
export async function serveMetrics(path: string, response: ServerResponse, db: Db) {
  if (path !== "/metrics") return false;
  const { written, dropped, waiting, waitingSeconds, unsignedSeconds, faults } = await countAudit(db);
  const text = [
    counter("audit_logs_total", "Records that were made", written + waiting + dropped),
    counter("audit_logs_written_total", "Records that are linked into a chain", written),
    counter("audit_logs_dropped_total", "Records of class O that were lost under load", dropped),
    gauge("audit_waiting", "Records that are not linked yet", waiting),
    gauge("audit_waiting_seconds", "Age of the oldest of them", waitingSeconds),
    gauge("audit_unsigned_seconds", "Age of the oldest record that no checkpoint has seen", unsignedSeconds),
    gauge("audit_broken_chains", "Chains in which something is wrong", faults),
  ].join("");
  response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  response.end(text);
  return true;
}

const metric = (kind: string) => (name: string, help: string, value: number) =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${name} ${value}\n`;
const counter = metric("counter");
const gauge = metric("gauge");
