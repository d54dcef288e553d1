import { describe, expect, it } from "vitest";
import * as rules from "./architecture/rules.ts";
import { parseSource, readSources } from "./architecture/sources.ts";

const sources = readSources();

/** One line of source that breaks the rule: a check that has never failed is not a check. */
const breaches: Record<keyof typeof rules, { file: string; text: string }[]> = {
  importsPointDown: [
    { file: "packages/db/src/x.ts", text: 'import { x } from "@dvd/api/context";' },
    { file: "packages/domain/src/x.ts", text: 'import type { Bytes } from "@dvd/crypto";' },
    { file: "packages/api/src/x.ts", text: 'export { x } from "@dvd/scripts/browser";' },
  ],
  packagesHaveDoors: [{ file: "apps/worker/src/x.ts", text: 'import { x } from "../../web/src/lib/paths.ts";' }],
  cryptoHasOneDoor: [{ file: "packages/api/src/x.ts", text: 'import { sha256 } from "@dvd/crypto/primitives";' }],
  theFormatKnowsNoNode: [
    { file: "packages/crypto/src/container/x.ts", text: 'import { createHash } from "node:crypto";' },
    { file: "packages/crypto/src/index.ts", text: 'export { run } from "./cli/run.ts";' },
  ],
  appsReachTheDatabaseThroughTheApi: [
    { file: "apps/web/src/x.ts", text: 'import { createDb } from "@dvd/db/client";' },
  ],
  productionKnowsNoDevelopmentTools: [
    { file: "apps/web/src/x.ts", text: 'import Provider from "oidc-provider";' },
    { file: "packages/api/src/x.ts", text: 'const { x } = await import("@dvd/scripts/browser");' },
  ],
  contractsAreSafeInTheBrowser: [
    { file: "packages/api/src/cases/x.contract.ts", text: 'import { getCase } from "@dvd/db/repositories/cases";' },
  ],
  commandsKnowNoTransport: [
    { file: "packages/api/src/cases/close-case.ts", text: 'import { router } from "../trpc.ts";' },
  ],
  theBrowserLoadsNoServerCode: [
    { file: "apps/web/src/x.tsx", text: '"use client";\nimport { statusOf } from "@dvd/api/errors";' },
    { file: "apps/web/src/x.tsx", text: '"use client";\nimport { readFile } from "node:fs";' },
  ],
  onlyConfigReadsTheEnvironment: [{ file: "packages/api/src/x.ts", text: "const url = process.env.DATABASE_URL;" }],
  theDomainIsPure: [{ file: "packages/domain/src/x.ts", text: "export const today = new Date();" }],
  nothingIsLoggedPastTheCatalogue: [{ file: "apps/worker/src/x.ts", text: "console.log(citizen.name);" }],
  routersOnlyWire: [{ file: "packages/api/src/x/router.ts", text: "if (ctx.actor) return listCases(ctx);" }],
  noBarrels: [{ file: "packages/api/src/cases/index.ts", text: 'export * from "./close-case.ts";' }],
};

describe("architecture", () => {
  it("finds the sources of every floor", () => {
    for (const place of ["packages/crypto/", "packages/db/", "packages/api/", "apps/web/", "apps/worker/", "scripts/"])
      expect(
        sources.some(({ file }) => file.startsWith(place)),
        place,
      ).toBe(true);
  });

  for (const [name, rule] of Object.entries(rules)) {
    const sentence = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

    it(`keeps to it:${sentence}`, () => {
      expect(rule(sources)).toEqual([]);
    });

    it(`finds a breach of it:${sentence}`, () => {
      for (const { file, text } of breaches[name as keyof typeof rules])
        expect(rule([...sources, parseSource(file, text)]), text).not.toEqual([]);
    });
  }
});
