import { CliError } from "./exit-codes.ts";

export const jsonOption = { json: { type: "boolean" } } as const;

export function onlyFile(positionals: readonly string[]): string {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new CliError("usage", "name exactly one file");
  return file;
}
