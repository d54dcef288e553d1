import { existsSync } from "node:fs";
import { join } from "node:path";
import { jobQueues } from "@dvd/api/adapters/jobs/definitions";
import type { LogChoice } from "@dvd/api/founding/found-authority";
import { migrate } from "@dvd/db/migrate";
import { provision } from "@dvd/db/provision";
import { buildApps } from "./build-apps.ts";
import { startChild } from "./child.ts";
import { choosePorts, type PortName, type Ports } from "./choose-ports.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { type DemoPeople, demoPeople } from "./demo-people.ts";
import type { DemoSummary } from "./demo-summary.ts";
import { type IdentityOptions, issuersAt, startIdentity } from "./identity/identity.ts";
import { repositoryRoot } from "./paths.ts";
import { loopback } from "./ports.ts";
import { adminUrlOf, type PostgresOptions, startPostgres } from "./postgres.ts";
import { type EmbeddedSecrets, loadSecrets } from "./secrets.ts";
import { type ServiceName, Services } from "./services.ts";
import {
  childEnvironment,
  clientIds,
  type Facts,
  keyLogOrigin,
  publicHalf,
  webSettings,
  witnessFolder,
  witnessName,
  witnessSettings,
  workerSettings,
} from "./settings.ts";

export type EmbeddedStep =
  | { step: "postgres" | "seed" | "services" | "build" }
  | { step: "port-moved"; name: PortName; from: number; to: number };

export type EmbeddedOptions = {
  dataDir?: string;
  /** Empties the data folder first; only one that carries our marker. */
  reset?: boolean;
  /** Runs the portal from its sources, with reload, instead of the production build. */
  dev?: boolean;
  /** Ports named here are used or refused; the others move on when their default is taken. */
  ports?: Partial<Ports>;
  /** Who lives in the demo, when it is not the usual people. */
  people?: DemoPeople;
  /** False only for tests, see `PostgresOptions`. */
  durable?: boolean;
  /** When the browser reaches the portal under another address, such as that of a proxy. */
  publicUrl?: string;
  log?: (step: EmbeddedStep) => void;
  signal?: AbortSignal;
};

export type EmbeddedProfile = {
  publicUrl: string;
  /** Direct addresses of the processes, for health checks. */
  urls: { web: string; worker: string; citizenIssuer: string; officialIssuer: string };
  dataDir: string;
  logsDir: string;
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  demo: DemoSummary;
  /** Resolves when a part has ended by itself; the others still run then. */
  failed: Promise<{ name: ServiceName; log: string }>;
  restart(name: ServiceName): Promise<void>;
  stop(): Promise<void>;
  /** Ends everything at once. PostgreSQL still shuts down in order. */
  kill(): void;
};

export const defaultDataDir = () => process.env.DVD_DATA_DIR || join(repositoryRoot, ".data/embedded");

/** Everything the product needs, on this machine: what `npm start` shows and what the end-to-end tests drive. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedProfile> {
  const folder = await openDataFolder(options.dataDir ?? defaultDataDir(), options.reset ?? false);
  const services = new Services();
  const aborted = new AbortController();
  const signal = AbortSignal.any([aborted.signal, ...(options.signal ? [options.signal] : [])]);
  const env = childEnvironment(process.env);
  // The build takes longest and needs nothing of the rest. Its failure is noticed where its result is needed.
  const build = options.dev ? Promise.resolve() : buildApps(join(folder.logs, "build.log"), env, signal);
  build.catch(() => undefined);
  try {
    return await startServices({ options, folder, services, signal, env, build });
  } catch (error) {
    aborted.abort();
    await Promise.allSettled([build, services.stop()]);
    folder.release();
    throw error;
  }
}

type Start = {
  options: EmbeddedOptions;
  folder: DataFolder;
  services: Services;
  signal: AbortSignal;
  env: Record<string, string | undefined>;
  build: Promise<void>;
};

async function startServices(start: Start): Promise<EmbeddedProfile> {
  const { options, folder, services, signal } = start;
  const report = options.log ?? (() => undefined);
  const secrets = await loadSecrets(folder.path);
  const ports = await choosePorts(folder.path, options.ports ?? {}, (name, from, to) =>
    report({ step: "port-moved", name, from, to }),
  );
  const people = options.people ?? demoPeople;
  const publicUrl = options.publicUrl ?? `http://localhost:${ports.web}`;
  const issuers = issuersAt(loopback, ports.identity);
  folder.announce(publicUrl);

  report({ step: "postgres" });
  const { adminUrl, ownerUrl, appUrl, workerUrl } = await startDatabase(start, ports, secrets);
  signal.throwIfAborted();

  report({ step: "seed" });
  // Only here: whoever wants the database alone does not need the demo's cryptography.
  const { seedDemo, signHeads } = await import("../demo-data.ts");
  const { pseudonymKey, receiptKey } = secrets;
  const log = logChoiceOf(secrets);
  const toSeed = { ownerUrl, dataDir: folder.path, publicUrl, people, issuers, pseudonymKey, receiptKey, log };
  const demo: DemoSummary = await seedDemo(toSeed);
  await signHeads(toSeed);
  const dailyHeads = setInterval(() => void signHeads(toSeed).catch(() => undefined), halfADay);
  signal.throwIfAborted();

  report({ step: "services" });
  await services.start("identity", () =>
    startIdentity(identityOptions({ dataDir: folder.path, publicUrl, ports, secrets, people })),
  );
  const facts: Facts = {
    dataDir: folder.path,
    publicUrl,
    ports,
    appUrl,
    workerUrl,
    blobs: folder.blobs,
    issuers,
    secrets,
  };
  report({ step: "build" });
  await start.build;
  const worker = options.dev ? developmentWorker : builtWorker;
  const web = options.dev ? developmentWeb : builtWeb;
  const witness = () => witnessProgram(folder.path, options.dev ?? false);
  await startProcess(start, "witness", ports.witness, witness, witnessSettings(facts));
  await startProcess(start, "worker", ports.worker, () => worker, workerSettings(facts));
  await startProcess(start, "web", ports.web, () => web, webSettings(facts));

  return {
    publicUrl,
    urls: {
      web: addressOf(ports.web),
      worker: addressOf(ports.worker),
      citizenIssuer: issuers.citizen,
      officialIssuer: issuers.official,
    },
    dataDir: folder.path,
    logsDir: folder.logs,
    adminUrl,
    ownerUrl,
    appUrl,
    demo,
    failed: services.failed.then((name) => ({ name, log: logOf(folder, name) })),
    restart: (name) => services.restart(name),
    async stop() {
      clearInterval(dailyHeads);
      await services.stop();
      folder.release();
    },
    kill() {
      clearInterval(dailyHeads);
      services.kill();
      folder.release();
    },
  };
}

async function startDatabase({ options, folder, services }: Start, ports: Ports, secrets: EmbeddedSecrets) {
  const { superuserPassword, ownerPassword, appPassword, workerPassword } = secrets;
  const server: PostgresOptions = {
    dataDir: folder.postgres,
    port: ports.postgres,
    durable: options.durable ?? true,
    log: logOf(folder, "postgres"),
    superuserPassword,
  };
  await services.start("postgres", () => startPostgres(server));
  const adminUrl = adminUrlOf(server);
  const urls = await provision(adminUrl, { database: "dvd", ownerPassword, appPassword, workerPassword });
  await migrate(urls.ownerUrl, { queues: jobQueues });
  return { adminUrl, ...urls };
}

async function startProcess(
  { options, folder, services, signal, env }: Start,
  name: "web" | "worker" | "witness",
  port: number,
  program: () => Program,
  settings: Record<string, string | undefined>,
): Promise<void> {
  const mode = { NODE_ENV: options.dev ? "development" : "production" };
  const child = { name, signal, log: logOf(folder, name), readyUrl: `${addressOf(port)}/healthz/ready` };
  await services.start(name, () => startChild({ ...child, ...program(), env: { ...env, ...mode, ...settings } }));
}

/** Readers write under heads that are younger than three days. */
const halfADay = 12 * 3_600_000;

function logChoiceOf({ keyLogKey, witnessKey }: EmbeddedSecrets): LogChoice {
  const spkiOf = (pem: string) => publicHalf(pem).toString("base64url");
  const witnesses = [{ name: witnessName, key: spkiOf(witnessKey) }];
  return { origin: keyLogOrigin, log_key: spkiOf(keyLogKey), witnesses, threshold: 1 };
}

const logOf = (folder: DataFolder, name: ServiceName) => join(folder.logs, `${name}.log`);
const addressOf = (port: number) => `http://${loopback}:${port}`;
type Program = { cwd: string; args: readonly string[] };

const programIn = (folder: string, ...args: string[]): Program => ({ cwd: join(repositoryRoot, folder), args });
/** As in the images: a way to change what every object is, which nothing of ours needs. */
const hardened = "--disable-proto=delete";
const builtWorker = programIn("apps/worker", hardened, "dist/main.mjs");
const developmentWorker = programIn("apps/worker", "--watch", "src/main.ts");
/** Never with `--watch`, which would repeat the first start with every change. */
function witnessProgram(dataDir: string, isDev: boolean): Program {
  const isFirstStart = !existsSync(join(witnessFolder(dataDir), "witnessed.json"));
  const program = isDev ? "src/main.ts" : "dist/main.mjs";
  return programIn("apps/witness", program, ...(isFirstStart ? ["--first-start"] : []));
}
const builtWeb = programIn("apps/web/.next/standalone/apps/web", hardened, "server.mjs");
const developmentWeb = programIn("apps/web", "--watch", "server.ts", "--dev");

type IdentityFacts = { dataDir: string; publicUrl: string; ports: Ports; secrets: EmbeddedSecrets; people: DemoPeople };

function identityOptions({ dataDir, publicUrl, ports, secrets, people }: IdentityFacts): IdentityOptions {
  const client = (kind: "citizen" | "official", secret: string) => ({
    id: clientIds[kind],
    secret,
    redirectUris: [`${publicUrl}/api/auth/callback/${kind}`],
    postLogoutRedirectUris: [`${publicUrl}/abgemeldet`],
    backchannelLogoutUri: `${publicUrl}/api/auth/backchannel/${kind}`,
  });
  return {
    host: loopback,
    port: ports.identity,
    dataDir,
    people,
    clients: {
      citizen: client("citizen", secrets.citizenClientSecret),
      official: client("official", secrets.officialClientSecret),
    },
  };
}
