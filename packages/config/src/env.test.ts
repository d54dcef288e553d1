import { describe, expect, it } from "vitest";
import { ConfigError, describeProblems } from "./config-error.ts";
import { type EnvSource, webEnv, witnessEnv, workerEnv } from "./env.ts";
import { sampleSecrets } from "./sample-secrets.ts";
import { type SettingName, settingNames } from "./settings.ts";

const receiptKey = `-----BEGIN PRIVATE KEY-----
MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDDRECEIPTKEYOFATEST
-----END PRIVATE KEY-----`;

const cluster: Record<string, string> = {
  DVD_PROFILE: "cluster",
  DVD_PORT: "3000",
  DVD_PUBLIC_URL: "https://portal.musterfurt.de",
  DVD_SECURITY_CONTACT: "mailto:sicherheit@musterfurt.de",
  DVD_DATABASE_URL: "postgres://dvd_app:kR4uPz0w@db.internal:5432/dvd?sslmode=verify-full",
  DVD_BLOB_DIRECTORY: "/var/lib/dvd/blobs",
  DVD_REDIS_URL: "rediss://portal:Nw3kQz8v@redis.internal:6379",
  DVD_TRUSTED_PROXIES: "1",
  DVD_SESSION_SECRET: "hV0uXh5gQ7tPZ2kWm3n1YcRj8dLs4bTa",
  DVD_PSEUDONYM_KEY: "2fG9xKqLw7RzYb5NtVc3JmPs8HdAe1Uo",
  DVD_RECEIPT_KEY: await newReceiptKey("P-384"),
  DVD_CITIZEN_ISSUER: "https://id.musterfurt.de/buerger",
  DVD_CITIZEN_CLIENT_ID: "portal",
  DVD_CITIZEN_CLIENT_SECRET: "Zt6yXw4Qe8Rm2Kp0Lj9Hg7Fd5Sa3Nb1V",
  DVD_OFFICIAL_ISSUER: "https://id.musterfurt.de/amt",
  DVD_OFFICIAL_CLIENT_ID: "portal",
  DVD_OFFICIAL_CLIENT_SECRET: "q1W2o9I8u7Y6t5R4e3Pz0XcVbNmLkJhG",
};

const keyLog = {
  DVD_KEYLOG_ORIGIN: "log.portal.de/keys",
  DVD_KEYLOG_KEY: await newReceiptKey("P-384"),
  DVD_KEYLOG_WITNESSES: "witness.uni=https://witness.uni.de witness.land=https://land.de/witness",
};

/** The worker logs in as itself. */
const workerDatabase = { DVD_DATABASE_URL: "postgres://dvd_worker:kR4uPz0w@db.internal:5432/dvd?sslmode=verify-full" };

const audit = {
  DVD_AUDIT_DIRECTORY: "/var/lib/dvd/audit",
  DVD_AUDIT_KEY: await newReceiptKey("P-384"),
};

async function newReceiptKey(namedCurve: string): Promise<string> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve }, true, ["sign", "verify"]);
  const der = Buffer.from(await crypto.subtle.exportKey("pkcs8", pair.privateKey)).toString("base64");
  return `-----BEGIN PRIVATE KEY-----\n${der.match(/.{1,64}/g)?.join("\n")}\n-----END PRIVATE KEY-----`;
}

const s3 = {
  DVD_S3_ENDPOINT: "https://s3.musterfurt.de",
  DVD_S3_REGION: "default",
  DVD_S3_BUCKET: "documents",
  DVD_S3_ACCESS_KEY: "portal",
  DVD_S3_SECRET_KEY: "b7Rk2Vd9Xw4Qe8Zt6yLj0Hg3Fs5Ma1NcPu",
};

const noFiles = (path: string): string => {
  throw new Error(`no file ${path}`);
};

function problemsOf(load: () => unknown): Record<string, string> {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError)
      return Object.fromEntries(error.problems.map(({ name, problem }) => [name, problem]));
    throw error;
  }
  return {};
}

const problemsWith = (changes: Record<string, string | undefined>, readFile = noFiles) =>
  problemsOf(() => webEnv({ ...cluster, ...changes }, readFile));

describe("settings", () => {
  it("come in a shape that reads like the program", () => {
    const env = webEnv(cluster, noFiles);
    expect(env).toMatchObject({
      profile: "cluster",
      host: "127.0.0.1",
      port: 3000,
      logLevel: "info",
      database: { url: cluster.DVD_DATABASE_URL },
      citizenLogin: { issuer: cluster.DVD_CITIZEN_ISSUER },
    });
  });

  it("that are missing are reported together, each by its name", () => {
    const missing = problemsOf(() => webEnv({}, noFiles));
    const optional: SettingName[] = [
      "DVD_HOST",
      "DVD_LOG_LEVEL",
      "DVD_CITIZEN_LEVELS",
      "DVD_OFFICIAL_LEVELS",
      "DVD_REDIS_URL",
      "DVD_SECURITY_CONTACT",
      "DVD_TRUSTED_PROXIES",
      "DVD_WEB_PROCESSES",
    ];
    const ofOthers = ["DVD_WORKER_", "DVD_KEYLOG_", "DVD_AUDIT_", "DVD_WITNESS_", "DVD_S3_"];
    const needed = settingNames.filter(
      (name) => !optional.includes(name) && !ofOthers.some((start) => name.startsWith(start)),
    );
    expect(Object.keys(missing).toSorted()).toEqual(needed.toSorted());
    expect(describeProblems(new ConfigError([{ name: "DVD_PORT", problem: "is missing" }]))).toContain(
      "DVD_PORT  is missing",
    );
  });

  it("count as missing when they are empty", () => {
    expect(problemsWith({ DVD_CITIZEN_CLIENT_ID: "" })).toEqual({ DVD_CITIZEN_CLIENT_ID: "is missing" });
  });

  it("may come from a mounted file, whose line end does not belong to the value", () => {
    const files = (path: string) =>
      path === "/run/secrets/session" ? `${cluster.DVD_SESSION_SECRET}\n` : noFiles(path);
    const source: EnvSource = {
      ...cluster,
      DVD_SESSION_SECRET: undefined,
      DVD_SESSION_SECRET_FILE: "/run/secrets/session",
    };
    expect(webEnv(source, files).sessionSecret).toBe(cluster.DVD_SESSION_SECRET);
  });

  it("are refused when the file and the variable contradict each other, and when the file cannot be read", () => {
    const setBoth = { DVD_SESSION_SECRET_FILE: "/run/secrets/session" };
    expect(problemsWith(setBoth, () => "another-hV0uXh5gQ7tPZ2kWm3n1YcRj8")).toHaveProperty("DVD_SESSION_SECRET");
    expect(problemsWith(setBoth, () => `${cluster.DVD_SESSION_SECRET}`)).toEqual({});
    expect(problemsWith(setBoth)).toHaveProperty("DVD_SESSION_SECRET");
  });

  it("with our prefix and an unknown name are refused, because they are slips of the pen; others are ignored", () => {
    expect(problemsWith({ DVD_PUBLIC_ULR: "https://x.de", HOME: "/root" })).toEqual({
      DVD_PUBLIC_ULR: "is not a setting of this version",
    });
    expect(problemsWith({ DVD_WORKER_PORT: "3002", DVD_RECEIPT_KEY_FILE: "" })).toEqual({});
  });

  it.each([
    ["DVD_PORT", "0"],
    ["DVD_PORT", "65536"],
    ["DVD_PORT", "80 "],
    ["DVD_PROFILE", "Cluster"],
    ["DVD_LOG_LEVEL", "verbose"],
    ["DVD_PUBLIC_URL", "https://portal.musterfurt.de/"],
    ["DVD_PUBLIC_URL", "portal.musterfurt.de"],
    ["DVD_DATABASE_URL", "mysql://db/dvd?sslmode=verify-full"],
    ["DVD_DATABASE_URL", "postgres://db.internal"],
    ["DVD_BLOB_DIRECTORY", "blobs"],
    ["DVD_CITIZEN_ISSUER", "https://id.musterfurt.de/?realm=x"],
    ["DVD_RECEIPT_KEY", receiptKey],
    ["DVD_CITIZEN_LEVELS", "stork3=substantial stork3=high"],
    ["DVD_CITIZEN_LEVELS", "stork4=certain"],
    ["DVD_OFFICIAL_LEVELS", "=high"],
  ])("refuse %s with a malformed value", (name, value) => {
    expect(Object.keys(problemsWith({ [name]: value }))).toEqual([name]);
  });

  it("say what each provider calls the levels of a login, and take our own words when they do not", () => {
    const acr = "http://eidas.europa.eu/LoA/high";
    const env = webEnv({ ...cluster, DVD_CITIZEN_LEVELS: `stork1=low stork3=substantial ${acr}=high` }, noFiles);
    expect([...env.citizenLogin.levels]).toEqual([
      ["stork1", "low"],
      ["stork3", "substantial"],
      [acr, "high"],
    ]);
    expect(env.officialLogin.levels.get("substantial")).toBe("substantial");
  });

  it("refuse a receipt key on another curve", async () => {
    expect(problemsWith({ DVD_RECEIPT_KEY: await newReceiptKey("P-256") })).toHaveProperty("DVD_RECEIPT_KEY");
  });

  it("never repeat a value in what they complain about", () => {
    const planted = "planted-value-4711";
    const everythingWrong = Object.fromEntries(settingNames.map((name) => [name, planted]));
    const error = (() => {
      try {
        return webEnv(everythingWrong, noFiles);
      } catch (thrown) {
        return thrown as ConfigError;
      }
    })() as ConfigError;
    expect(error.problems.length).toBeGreaterThan(8);
    expect(describeProblems(error) + error.message + error.stack).not.toContain(planted);
  });
});

describe("the place of sealed documents", () => {
  const without = { DVD_BLOB_DIRECTORY: undefined };

  it("is a folder, or a bucket of an S3 server, for web and worker alike", () => {
    expect(webEnv(cluster, noFiles).blobs).toEqual({ directory: "/var/lib/dvd/blobs" });
    const bucket = {
      s3: {
        endpoint: s3.DVD_S3_ENDPOINT,
        region: "default",
        bucket: "documents",
        accessKey: "portal",
        secretKey: s3.DVD_S3_SECRET_KEY,
      },
    };
    expect(webEnv({ ...cluster, ...without, ...s3 }, noFiles).blobs).toEqual(bucket);
    const worker = { ...cluster, ...workerDatabase, ...keyLog, ...audit, ...without, ...s3, DVD_WORKER_PORT: "3002" };
    expect(workerEnv(worker, noFiles).blobs).toEqual(bucket);
  });

  it("is refused when there is none", () => {
    expect(problemsWith(without)).toEqual({ DVD_BLOB_DIRECTORY: expect.stringContaining("give one of the two") });
  });

  it("is refused when there are two, also when the second one is not complete", () => {
    expect(Object.keys(problemsWith(s3)).toSorted()).toEqual(Object.keys(s3).toSorted());
    expect(problemsWith({ DVD_S3_BUCKET: "documents" })).toEqual({
      DVD_S3_BUCKET: expect.stringContaining("one place only"),
    });
  });

  it.each([
    ["DVD_S3_ENDPOINT", "https://s3.musterfurt.de/"],
    ["DVD_S3_ENDPOINT", "s3.musterfurt.de"],
    ["DVD_S3_ENDPOINT", "http://s3.musterfurt.de"],
    ["DVD_S3_BUCKET", "Dokumente"],
    ["DVD_S3_BUCKET", "dokumente/portal"],
    ["DVD_S3_SECRET_KEY", "too-short"],
  ])("is refused with %s = %s", (name, value) => {
    expect(Object.keys(problemsWith({ ...without, ...s3, [name]: value }))).toEqual([name]);
  });

  it.each(Object.keys(s3))("is refused without %s", (name) => {
    expect(problemsWith({ ...without, ...s3, [name]: "" })).toEqual({ [name]: "is missing" });
  });
});

describe("the worker", () => {
  it("starts without the secrets that only the web process uses", () => {
    const { DVD_BLOB_DIRECTORY } = cluster;
    const own = { DVD_PROFILE: "cluster", DVD_WORKER_PORT: "3002", ...workerDatabase, ...keyLog, ...audit };
    const env = workerEnv({ ...own, DVD_BLOB_DIRECTORY }, noFiles);
    expect(env.port).toBe(3002);
    expect(JSON.stringify(workerEnv({ ...cluster, ...own }, noFiles))).not.toContain(cluster.DVD_SESSION_SECRET);
  });

  it("in a cluster logs in as itself, and not as the one that takes requests", () => {
    const worker = { ...cluster, DVD_WORKER_PORT: "3002", ...keyLog, ...audit };
    const load = () => workerEnv(worker, noFiles);
    expect(problemsOf(load)).toEqual({ DVD_DATABASE_URL: "must log in as dvd_worker" });
    expect(problemsOf(() => workerEnv({ ...worker, ...workerDatabase }, noFiles))).toEqual({});
  });

  it("knows the witnesses of the log by name and address", () => {
    const worker = { ...cluster, ...workerDatabase, DVD_WORKER_PORT: "3002", ...keyLog, ...audit };
    expect(workerEnv(worker, noFiles).keyLog.witnesses).toEqual([
      { name: "witness.uni", value: "https://witness.uni.de" },
      { name: "witness.land", value: "https://land.de/witness" },
    ]);
  });

  it.each([
    "witness.uni",
    "witness.uni=",
    "witness.uni=ftp://uni.de",
    "witness.uni=https://uni.de/",
    "Witness=https://uni.de",
    "a=https://uni.de a=https://land.de",
    "a=http://uni.de",
  ])("refuses witnesses given as %s", (DVD_KEYLOG_WITNESSES) => {
    const worker = { ...cluster, ...workerDatabase, DVD_WORKER_PORT: "3002", ...keyLog, ...audit };
    const load = () => workerEnv({ ...worker, DVD_KEYLOG_WITNESSES }, noFiles);
    expect(Object.keys(problemsOf(load))).toEqual(["DVD_KEYLOG_WITNESSES"]);
  });
});

describe("a witness", () => {
  const own = {
    DVD_PROFILE: "cluster",
    DVD_WITNESS_PORT: "3003",
    DVD_WITNESS_NAME: "witness.uni",
    DVD_WITNESS_KEY: cluster.DVD_RECEIPT_KEY,
    DVD_WITNESS_LOGS: `log.portal.de/keys=${"A".repeat(160)}`,
    DVD_WITNESS_STATE: "/var/lib/witness",
  };

  it("needs nothing of the portal but the public key of its log", () => {
    expect(witnessEnv(own, noFiles)).toMatchObject({
      name: "witness.uni",
      logs: [{ name: "log.portal.de/keys", value: "A".repeat(160) }],
    });
  });

  it("refuses a key that is none", () => {
    const load = () => witnessEnv({ ...own, DVD_WITNESS_LOGS: "log.portal.de/keys=AAAA" }, noFiles);
    expect(Object.keys(problemsOf(load))).toEqual(["DVD_WITNESS_LOGS"]);
  });
});

describe("a cluster", () => {
  it("names whom to tell of a weakness, in one line that can be written to or opened", () => {
    expect(problemsWith({ DVD_SECURITY_CONTACT: undefined })).toEqual({
      DVD_SECURITY_CONTACT: expect.stringContaining("is missing"),
    });
    expect(problemsWith({ DVD_SECURITY_CONTACT: undefined, DVD_PROFILE: "embedded" })).toEqual({});
    expect(problemsWith({ DVD_SECURITY_CONTACT: "https://portal.musterfurt.de/melden" })).toEqual({});
    for (const wrong of ["sicherheit@musterfurt.de", "http://a.de", "javascript:x", "mailto:a@b.de\nPolicy: x"])
      expect(problemsWith({ DVD_SECURITY_CONTACT: wrong })).toEqual({
        DVD_SECURITY_CONTACT: expect.stringContaining("must be an address"),
      });
  });

  it("is told how many proxies stand in front of it, also when there is none", () => {
    for (const unsaid of [undefined, ""])
      expect(problemsWith({ DVD_TRUSTED_PROXIES: unsaid })).toEqual({
        DVD_TRUSTED_PROXIES: expect.stringContaining("0 when none does"),
      });
    expect(problemsWith({ DVD_TRUSTED_PROXIES: "0" })).toEqual({});
    expect(problemsWith({ DVD_TRUSTED_PROXIES: undefined, DVD_PROFILE: "embedded" })).toEqual({});
  });

  it.each(Object.entries(sampleSecrets))("refuses the sample value of %s from our documentation", (name, sample) => {
    expect(problemsWith({ [name]: sample })).toEqual({ [name]: "is a sample value" });
    expect(problemsWith({ [name]: sample, DVD_PROFILE: "embedded" })).toEqual({});
  });

  it.each([
    ["one byte too short", "hV0uXh5gQ7tPZ2kWm3n1YcRj8dLs4bT"],
    ["a word that gives it away", "hV0uXh5gQ7tPZ2kWm3n1Yc-Change-Me"],
    ["one character over and over", "a".repeat(64)],
    ["one block over and over", "0123456789abcdef".repeat(4)],
    ["too few kinds of characters", "abacabadabacabaeabacabadabacabafab"],
    ["the value of another secret", cluster.DVD_CITIZEN_CLIENT_SECRET ?? ""],
  ])("refuses a session secret that is %s", (_, secret) => {
    const problems = problemsWith({ DVD_SESSION_SECRET: secret });
    expect(Object.keys(problems)).toHaveLength(1);
    expect(problemsWith({ DVD_SESSION_SECRET: secret, DVD_PROFILE: "embedded" })).toEqual({});
  });

  it.each([
    ["DVD_PUBLIC_URL", "http://portal.musterfurt.de"],
    ["DVD_CITIZEN_ISSUER", "http://id.musterfurt.de/buerger"],
    ["DVD_OFFICIAL_ISSUER", "http://id.musterfurt.de/amt"],
    ["DVD_DATABASE_URL", "postgres://dvd_app:kR4uPz0w@127.0.0.1:5432/dvd"],
    ["DVD_DATABASE_URL", "postgres://dvd_app:kR4uPz0w@db.internal:5432/dvd?sslmode=disable"],
    ["DVD_DATABASE_URL", "postgres://dvd_app:kR4uPz0w@db.internal:5432/dvd?sslmode=prefer"],
    ["DVD_DATABASE_URL", "postgres://dvd_worker:kR4uPz0w@db.internal:5432/dvd?sslmode=verify-full"],
    ["DVD_DATABASE_URL", "postgres://dvd_app:changeme@db.internal:5432/dvd?sslmode=verify-full"],
  ])("refuses %s = %s, which one machine may use", (name, value) => {
    expect(Object.keys(problemsWith({ [name]: value }))).toEqual([name]);
    expect(problemsWith({ [name]: value, DVD_PROFILE: "embedded" })).toEqual({});
  });
});
