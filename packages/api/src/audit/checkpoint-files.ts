import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";

export type CheckpointFiles = ReturnType<typeof checkpointFiles>;

/**
 * Outside of the database, where whoever owns the database cannot reach: one file for each chain, one line for each
 * checkpoint. Only ever appended to, so the folder may lie on a medium that takes nothing back.
 */
export function checkpointFiles(folder: string) {
  const fileOf = (chain: string) => path.join(folder, `${chain}.jsonl`);

  return {
    async lines(chain: string): Promise<string[]> {
      const text = await readFile(fileOf(chain), "utf8").catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
        throw error;
      });
      return text.split("\n").filter((line) => line !== "");
    },

    /** On the disk when it resolves. A line that a crash has torn is ended first, and stays behind as unreadable. */
    async append(chain: string, line: string): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(fileOf(chain), "a+", 0o600);
      try {
        const { size } = await file.stat();
        const last = Buffer.alloc(1);
        if (size > 0) await file.read(last, 0, 1, size - 1);
        await file.writeFile(`${size > 0 && last.toString() !== "\n" ? "\n" : ""}${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
