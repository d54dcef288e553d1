import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removePostgresHome } from "./embedded/postgres-home.ts";
import { startPostgres } from "./embedded/postgres.ts";
import { freeTestPort } from "./embedded/ports.ts";

/** The database server of a test run: `TEST_DATABASE_URL` if given, else our own binaries in a temporary folder. */
export async function startTestDatabase(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { adminUrl: given, stop: async () => undefined };

  const folder = mkdtempSync(join(tmpdir(), "dvd-test-"));
  // Started by root, the server runs under another account, which must be able to walk in here.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, "postgres");
  const removeAll = () => {
    removePostgresHome(dataDir);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres({
      dataDir,
      port: await freeTestPort(Math.random()),
      durable: false,
      log: join(folder, "postgres.log"),
      superuserPassword: randomBytes(24).toString("base64url"),
    });
    return {
      adminUrl: postgres.adminUrl,
      async stop() {
        await postgres.stop();
        removeAll();
      },
    };
  } catch (error) {
    removeAll();
    throw error;
  }
}
