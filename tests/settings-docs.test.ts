import { readFileSync } from "node:fs";
import path from "node:path";
import { settingNames } from "@dvd/config/settings";
import { describe, expect, it } from "vitest";

const page = readFileSync(path.resolve(import.meta.dirname, "../docs/operations/settings.md"), "utf8");
const documented = new Set(Array.from(page.matchAll(/`(DVD_[A-Z0-9_]+)`/g), ([, name]) => name));

describe("the page of settings", () => {
  it("explains every setting and no other", () => {
    documented.delete("DVD_DATA_DIR");
    expect(documented).toEqual(new Set(settingNames));
  });
});
