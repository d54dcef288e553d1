import { readFileSync } from "node:fs";
import path from "node:path";
import { budgetNames, budgets } from "@dvd/domain/limits/budgets";
import { describe, expect, it } from "vitest";

const page = readFileSync(path.resolve(import.meta.dirname, "../docs/operations/limits.md"), "utf8");
const rows = Array.from(page.matchAll(/^\| `(\w+)` +\|(.+)\|$/gm), ([, name, cells = ""]) => ({
  name,
  // The first cell says in words what is counted.
  cells: cells
    .split("|")
    .slice(1)
    .map((cell) => cell.trim()),
}));

describe("the page of limits", () => {
  it("has the numbers of the table, all of them and no others", () => {
    const shown = (value: number | undefined) => value?.toLocaleString("en") ?? "–";
    const expected = budgetNames.map((name) => {
      const budget: { citizen?: number; official?: number; tenant?: number; address?: number } = budgets[name];
      const { citizen, official, tenant, address } = budget;
      return { name, cells: [...[citizen, official, tenant, address].map(shown), budgets[name].alone] };
    });
    expect(rows).toEqual(expected);
  });
});
