import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

/** A source file with what it imports at run time, and what it only names in types. */
export type Source = { file: string; text: string; imports: readonly Import[] };
export type Import = { specifier: string; isTypeOnly: boolean };

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^"';]*?)\s*from\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** `import { type A, type B } from` disappears at run time just like `import type`. */
const namesOnlyTypes = (clause: string) => {
  const names = /^\{([\s\S]*)\}$/
    .exec(clause.trim())?.[1]
    ?.split(",")
    .filter((name) => name.trim() !== "");
  return names !== undefined && names.length > 0 && names.every((name) => name.trim().startsWith("type "));
};

export function parseSource(file: string, text: string): Source {
  const imports = Array.from(text.matchAll(statement), ([, typeWord, clause = "", from, bare, dynamic]) => ({
    specifier: from ?? bare ?? dynamic ?? "",
    isTypeOnly: typeWord !== undefined || namesOnlyTypes(clause),
  }));
  return { file, text, imports };
}

/** Every TypeScript file that git knows or would take, without generated ones. */
export function readSources(): Source[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((file) => file !== "" && !file.endsWith(".d.ts") && existsSync(path.join(root, file)))
    .map((file) => parseSource(file, readFileSync(path.join(root, file), "utf8")));
}

/** The file behind an import of ours, or null when it is somebody else's package. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  const [, name = "", rest] = /^@dvd\/([^/]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  if (name === "") return null;
  if (name === "scripts") return `scripts/${rest}.ts`;
  if (name === "web") return `apps/web/src/${rest}.ts`;
  return `packages/${name}/src/${rest ?? "index"}.ts`;
}
