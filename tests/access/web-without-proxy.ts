import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freeTestPort } from "@dvd/scripts/embedded/ports";

const root = path.resolve(import.meta.dirname, "../..");
export const builtWeb = path.join(root, "apps/web/.next/standalone/apps/web");

type NextAuthJwt = { encode: (sealing: { token: { sid: string }; secret: string }) => Promise<string> };
// next-auth seals the cookie of a session; taken from where the web has it, so that it is the same one.
const { encode } = createRequire(path.join(root, "apps/web/package.json"))("next-auth/jwt") as NextAuthJwt;

/** The built application in a folder of its own, in which Next finds no `proxy.ts`. */
function copyWithoutProxy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "dvd-without-proxy-"));
  const modules = path.join(builtWeb, "node_modules");
  cpSync(builtWeb, folder, { recursive: true, filter: (file) => file !== modules && !file.endsWith(".map") });
  symlinkSync(modules, path.join(folder, "node_modules"));
  const file = path.join(folder, ".next/server/functions-config-manifest.json");
  // Next's own file; when it looks otherwise, the line below says so.
  const { functions, ...rest } = JSON.parse(readFileSync(file, "utf8")) as { functions: Record<string, unknown> };
  if (!functions["/_middleware"]) throw new Error("the build has no proxy, or keeps it elsewhere");
  delete functions["/_middleware"];
  writeFileSync(file, JSON.stringify({ ...rest, functions }));
  rmSync(path.join(folder, ".next/server/middleware.js"));
  mkdirSync(path.join(folder, "blobs"));
  return folder;
}

/** A web process on this database, and the cookies that it would have given out. */
export async function startWebWithoutProxy(databaseUrl: string) {
  const folder = copyWithoutProxy();
  const port = await freeTestPort(Math.random());
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString("hex");
  const receiptKey = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
  const login = (kind: "CITIZEN" | "OFFICIAL") => ({
    [`DVD_${kind}_ISSUER`]: "https://nobody.test",
    [`DVD_${kind}_CLIENT_ID`]: "portal",
    [`DVD_${kind}_CLIENT_SECRET`]: randomBytes(32).toString("hex"),
  });
  const program = spawn(process.execPath, [path.join(folder, "server.mjs")], {
    env: {
      NODE_ENV: "production",
      DVD_PROFILE: "embedded",
      DVD_PORT: String(port),
      DVD_PUBLIC_URL: url,
      DVD_DATABASE_URL: databaseUrl,
      DVD_BLOB_DIRECTORY: path.join(folder, "blobs"),
      DVD_SESSION_SECRET: secret,
      DVD_PSEUDONYM_KEY: randomBytes(32).toString("hex"),
      DVD_RECEIPT_KEY: receiptKey.export({ type: "pkcs8", format: "pem" }).toString(),
      ...login("CITIZEN"),
      ...login("OFFICIAL"),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(program, "exit");
  await whenReady(program, url);
  return {
    url,
    cookieOf: async (sid: string) => `dvd-session=${await encode({ token: { sid }, secret })}`,
    async stop() {
      program.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function whenReady(program: ChildProcess, url: string) {
  const giveUpAt = performance.now() + 30_000;
  while (
    !(await fetch(`${url}/healthz/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (program.exitCode !== null || performance.now() > giveUpAt) throw new Error("the web did not start");
    await sleep(50);
  }
}
