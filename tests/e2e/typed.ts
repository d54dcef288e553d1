import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "@playwright/test";

const file = path.resolve(import.meta.dirname, "../../test-results/typed.jsonl");

export const forgetTyped = () => rmSync(file, { force: true });

/** Whatever the people of a story type, and the names of the files that they pick: for the last look at the logs. */
export async function noteTyped(context: BrowserContext) {
  await context.exposeBinding("dvdNoteTyped", (_, text: string) => appendFileSync(file, `${JSON.stringify(text)}\n`));
  await context.addInitScript(() => {
    const note: unknown = Reflect.get(globalThis, "dvdNoteTyped");
    addEventListener(
      "input",
      ({ target }) => {
        if (typeof note !== "function") return;
        if (target instanceof HTMLInputElement && target.files) for (const { name } of target.files) note(name);
        else if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) note(target.value);
      },
      { capture: true },
    );
  });
}

/** Those that are found nowhere by chance: a date or a sum of money may stand in any line. */
export function readTyped(): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const texts = lines.map((line) => String(JSON.parse(line)).trim());
  return [...new Set(texts)].filter((text) => text.length >= 8 && /\p{L}{4}/u.test(text));
}
