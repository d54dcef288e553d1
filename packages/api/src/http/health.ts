import type { ServerResponse } from "node:http";
import { checkHealth, type Probe } from "../health/check-health.ts";
import { sendJson } from "./respond.ts";

/**
 * `/healthz/live`: the process answers. `/healthz/ready`: what is vital works, and we are not on the way out.
 * `/health`: every component with its response time, for people and monitors. Returns false for any other path.
 */
export async function serveHealth(
  path: string,
  response: ServerResponse,
  probes: readonly Probe[],
  isStopping: () => boolean,
) {
  if (path === "/healthz/live") {
    sendJson(response, 200, { status: "healthy" });
    return true;
  }
  if (path === "/healthz/ready") {
    const { status } = await checkHealth(probes.filter(({ vital }) => vital));
    const ready = status === "healthy" && !isStopping();
    sendJson(response, ready ? 200 : 503, { status: ready ? "healthy" : "unhealthy" });
    return true;
  }
  if (path === "/health") {
    const health = await checkHealth(probes);
    sendJson(response, health.status === "unhealthy" ? 503 : 200, health);
    return true;
  }
  return false;
}
