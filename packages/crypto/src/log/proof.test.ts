import { expect, describe, it } from "vitest";
import { toBase64, utf8 } from "../bytes.ts";
import { flipBit, now, outcome } from "../testing/fixtures.ts";
import { cosigned, hour, knownAs, makeLog, namedSigner, origin, payload } from "../testing/log.ts";
import { noteKeyId, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { clockToleranceMs, cosign, verifyCheckpoint, type LogPolicy } from "./cosignature.ts";
import { entryBytes, entryOf, parseEntry } from "./entry.ts";
import { verifyGrowth, verifyLogged, type LogPin, type LogProof } from "./proof.ts";

const payloads = [1, 2, 3, 4, 5, 6, 7].map(payload);
const { log, witnesses, tree, policy, checkpoint, pinAt, proofOf } = await makeLog(payloads);
const [w1, w2, w3] = witnesses as [typeof log, typeof log, typeof log];
const before = (ms: number) => new Date(now.getTime() - ms);
const note = await checkpoint();
/** The log's own signature line, signed a second time. */
const again = (await checkpoint()).slice(note.indexOf("\u2014"));
const good = await cosigned(note, [w1, w2], before(hour));

const checked = (text: string, change: Partial<LogPolicy> = {}, at = now) =>
  outcome(() => verifyCheckpoint(text, { ...policy, ...change }, at));

describe("a checkpoint", () => {
  it("says how large the log is, and for what time its witnesses stand", async () => {
    const { size, root, witnessedAt } = await verifyCheckpoint(good, policy, now);
    expect([size, toBase64(root), witnessedAt]).toEqual([7, toBase64(await tree.root()), before(hour)]);
  });

  it("can be empty, with the one root that nothing has", async () => {
    const empty = await makeLog([]);
    expect(await outcome(async () => parseCheckpoint(await empty.checkpoint()))).toBe("accepted");
    const signed = () => signCheckpoint({ size: 0, root: new Uint8Array(32) }, log);
    expect(await outcome(signed)).toBe("E_LOG_FORMAT");
  });

  it("is read past signatures of strangers, of whatever kind", async () => {
    const stranger = `\u2014 stranger.example ${toBase64(new Uint8Array(2500))}\n`;
    const sameName = await cosigned(note, [{ ...(await namedSigner("x")), name: w3.name }], now);
    expect(await checked(good + stranger)).toBe("accepted");
    expect(await checked(good + sameName.slice(note.length))).toBe("accepted");
    expect(await checked(note + stranger + good.slice(note.length))).toBe("accepted");
  });

  const [, size = "", root = "", , line = ""] = note.split("\n");
  it.each([
    ["nothing", ""],
    ["no signature", note.split("\n").slice(0, 4).join("\n") + "\n"],
    ["no blank line", note.replace("\n\n", "\n")],
    ["two blank lines", note.replace("\n\n", "\n\n\n")],
    ["an extension line", note.replace("\n\n", "\nextension\n\n")],
    ["no line end", note.slice(0, -1)],
    ["something behind it", `${note}\n`],
    ["a carriage return", note.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${note}`],
    ["a size with a zero before it", note.replace(`\n${size}\n`, `\n0${size}\n`)],
    ["a signed size", note.replace(`\n${size}\n`, `\n+${size}\n`)],
    ["a size in hex", note.replace(`\n${size}\n`, `\n0x${size}\n`)],
    ["a size beyond exact numbers", note.replace(`\n${size}\n`, `\n${2 ** 53}\n`)],
    ["a root of 31 bytes", note.replace(root, toBase64(new Uint8Array(31)))],
    ["a root of 33 bytes", note.replace(root, toBase64(new Uint8Array(33)))],
    ["a root in base64url", note.replace(root, "_".repeat(42) + "8=")],
    ["a root with stray bits", note.replace(root, `${"A".repeat(42)}B=`)],
    ["a root without padding", note.replace(root, root.slice(0, -1))],
    ["an origin in capitals", note.replace(origin, origin.toUpperCase())],
    ["an empty origin", note.replace(origin, "")],
    ["a hyphen for the dash", note.replace("\u2014", "-")],
    ["two spaces in a signature line", note.replace("\u2014 ", "\u2014  ")],
    ["a signature line without a value", note.replace(line, `\u2014 ${origin}`)],
    ["a signature of no bytes", note.replace(line, `\u2014 ${origin} AAAAAA==`)],
    ["a signature twice", note + `${line}\n`],
    ["two signatures by one key", note + again],
    ["a signer with a plus in the name", `${note}\u2014 a+b AAAAAAAA\n`],
    ["more than 17 signatures", note + Array.from({ length: 17 }, (_, i) => `\u2014 w${i} AAAAAAAA\n`).join("")],
  ])("is refused with %s", async (_, text) => {
    expect(await outcome(() => parseCheckpoint(text))).toBe("E_LOG_FORMAT");
    expect(await checked(text)).toBe("E_LOG_FORMAT");
  });

  it("may have 17 signatures", async () => {
    const strangers = Array.from({ length: 14 }, (_, i) => `\u2014 s${i} AAAAAAAA\n`).join("");
    expect(await checked(good + strangers)).toBe("accepted");
  });

  it("is refused when it is of another log, or not signed by it", async () => {
    const impostor = await namedSigner(origin);
    const head = { size: 7, root: await tree.root() };
    const sign = async (signer: typeof log) => cosigned(await signCheckpoint(head, signer), [w1, w2], now);
    expect(await checked(await sign({ ...log, name: "other.example" }))).toBe("E_LOG_ORIGIN");
    expect(await checked(await sign(impostor))).toBe("E_LOG_SIG");
    expect(await checked(good.replace("\n7\n", "\n8\n"))).toBe("E_LOG_SIG");
    expect(await checked(good.replace(origin, "log.example/kezs"), { origin: "log.example/kezs" })).toBe("E_LOG_SIG");
  });

  it("is refused when any bit of the log's signature was changed", async () => {
    const { signatures, body } = await parseCheckpoint(note);
    const keyId = await noteKeyId("checkpoint", origin, log.key.spki);
    const value = signatures[0]?.value ?? new Uint8Array();
    for (let bit = 0; bit < value.length * 8; bit += 7) {
      const changed = toBase64(Uint8Array.from([...keyId, ...flipBit(value, bit)]));
      const text = `${body}\n\u2014 ${origin} ${changed}\n${good.slice(note.length)}`;
      expect(await checked(text)).toBe("E_LOG_SIG");
    }
  });

  it("is not signed by a cosignature of the log's key, nor cosigned by its signature", async () => {
    const own = await cosign(await parseCheckpoint(note), log, now);
    const { body } = await parseCheckpoint(note);
    expect(await checked(`${body}\n${own}${good.slice(note.length)}`)).toBe("E_LOG_SIG");
    const asCheckpoint = await signCheckpoint({ size: 7, root: await tree.root() }, { ...w3, name: origin });
    const line3 = asCheckpoint.slice(body.length + 1).replace(origin, w3.name);
    expect(await checked((await cosigned(note, [w1], now)) + line3)).toBe("E_LOG_WITNESS");
  });
});

describe("a quorum", () => {
  it("needs as many witnesses as the policy says", async () => {
    const seenBy = async (...by: (typeof log)[]) => cosigned(note, by, now);
    expect(await checked(note)).toBe("E_LOG_WITNESS");
    expect(await checked(await seenBy(w1))).toBe("E_LOG_WITNESS");
    expect(await checked(await seenBy(w1), { threshold: 1 })).toBe("accepted");
    expect(await checked(await seenBy(w3, w1))).toBe("accepted");
    expect(await checked(await seenBy(w1, w2), { threshold: 3 })).toBe("E_LOG_WITNESS");
    expect(await checked(await seenBy(w1, w2, w3), { threshold: 3 })).toBe("accepted");
    expect(await checked(await seenBy(w1, await namedSigner("w2.example")))).toBe("E_LOG_WITNESS");
  });

  it("stands for the time of the oldest cosignature that it needs", async () => {
    const first = await cosigned(note, [w1], before(5 * hour));
    const all = await cosigned(await cosigned(first, [w2], before(2 * hour)), [w3], before(hour));
    const at = async (threshold: number) => (await verifyCheckpoint(all, { ...policy, threshold }, now)).witnessedAt;
    expect([await at(1), await at(2), await at(3)]).toEqual([before(hour), before(2 * hour), before(5 * hour)]);
  });

  it("is stale a millisecond after the allowed age", async () => {
    const { maxAgeMs } = policy;
    const text = await cosigned(await cosigned(note, [w1], before(maxAgeMs)), [w2], now);
    expect(await checked(text)).toBe("accepted");
    expect(await checked(text, {}, new Date(now.getTime() + 1))).toBe("E_LOG_OLD");
    expect(await checked(text, { maxAgeMs: maxAgeMs + 1 }, new Date(now.getTime() + 1))).toBe("accepted");
    const renewed = await cosigned(text, [w3], now);
    expect(await checked(renewed, {}, new Date(now.getTime() + 1))).toBe("accepted");
  });

  it("does not count a time beyond the tolerance for clocks", async () => {
    const ahead = await cosigned(await cosigned(note, [w1], before(-clockToleranceMs)), [w2], now);
    const tooFar = await cosigned(await cosigned(note, [w1], before(-clockToleranceMs - 1000)), [w2], now);
    expect([await checked(ahead), await checked(tooFar)]).toEqual(["accepted", "E_LOG_WITNESS"]);
    expect(await checked(await cosigned(tooFar, [w3], now))).toBe("accepted");
  });

  it("is broken by a forged cosignature of a known witness, even when others suffice", async () => {
    const three = await cosigned(good, [w3], now);
    const { signatures } = await parseCheckpoint(three);
    const last = signatures.at(-1);
    if (last === undefined) throw new Error("no cosignature");
    const replaced = (value: Uint8Array) =>
      `${good}\u2014 ${last.name} ${toBase64(Uint8Array.from([...last.keyId, ...value]))}\n`;
    expect(await checked(replaced(last.value))).toBe("accepted");
    for (let bit = 0; bit < last.value.length * 8; bit += 11)
      expect(await checked(replaced(flipBit(last.value, bit)))).toBe("E_LOG_WITNESS");
    expect(await checked(replaced(last.value.slice(1)))).toBe("E_LOG_WITNESS");
    const ofOther = await cosigned(await checkpoint(6), [w3], now);
    expect(await checked(good + ofOther.slice(ofOther.indexOf(`\u2014 ${w3.name}`)))).toBe("E_LOG_WITNESS");
  });

  it.each<[string, Partial<LogPolicy>]>([
    ["asks for no witness", { threshold: 0 }],
    ["asks for more witnesses than it names", { threshold: 4 }],
    ["asks for half a witness", { threshold: 1.5 }],
    ["names no witness", { witnesses: [] }],
    ["names one key twice", { witnesses: [knownAs(w1), { ...knownAs(w1), name: "other.example" }] }],
    ["lets the log be its own witness", { witnesses: [knownAs(w1), knownAs(log)] }],
    ["names a witness with a space", { witnesses: [knownAs(w1), { ...knownAs(w2), name: "w 2" }] }],
    ["names no age", { maxAgeMs: Number.NaN }],
  ])("is no quorum when the policy %s", async (_, change) => {
    expect(await checked(good, change)).toBe("E_LOG_POLICY");
  });
});

describe("statements", () => {
  const places = [0, 1, 2, 3, 4, 5, 6];
  const logged = async (change: { proof?: Partial<LogProof>; pin?: LogPin; payloads?: Uint8Array[] } = {}) => {
    const proof = { ...(await proofOf(good, places)), ...change.proof };
    const pin = change.pin;
    return verifyLogged({ payloads: change.payloads ?? payloads, proof, policy, pin, now });
  };
  const refusal = (change: Parameters<typeof logged>[0]) => outcome(() => logged(change));
  const since = async (size: number) => ({
    pin: await pinAt(size),
    proof: { consistency: await tree.consistency(size) },
  });

  it("are in the log, all under one checkpoint, and the log is remembered", async () => {
    expect(await logged()).toEqual({ pin: await pinAt(7), witnessedAt: before(hour) });
    for (const size of [0, 1, 2, 3, 4, 5, 6, 7]) expect(await refusal(await since(size))).toBe("accepted");
    expect(await refusal({ payloads: [], proof: { places: [] } })).toBe("accepted");
  });

  it("are refused when one of them is not in the log, or stands elsewhere", async () => {
    const { places: all } = await proofOf(good, places);
    expect(await refusal({ payloads: payloads.with(3, payload(99)) })).toBe("E_LOG_INCLUSION");
    expect(await refusal({ payloads: payloads.with(3, utf8("{}")) })).toBe("E_STATEMENT");
    expect(await refusal({ proof: { places: all.toReversed() } })).toBe("E_LOG_INCLUSION");
    expect(await refusal({ proof: { places: all.slice(1) } })).toBe("E_LOG_INCLUSION");
    expect(await refusal({ payloads: payloads.slice(1) })).toBe("E_LOG_INCLUSION");
  });

  it("are refused from a log that is not the remembered one any more", async () => {
    const fork = await makeLog([payload(1), payload(2), payload(99), payload(4)]);
    const larger = await makeLog([...payloads, payload(8)]);
    expect(await refusal({ pin: await larger.pinAt(8) })).toBe("E_LOG_FORK");
    expect(await refusal({ pin: { ...(await pinAt(7)), root: "00".repeat(32) } })).toBe("E_LOG_FORK");
    expect(await refusal({ ...(await since(4)), pin: await fork.pinAt(4) })).toBe("E_LOG_CONSISTENCY");
    expect(await refusal({ pin: await pinAt(4) })).toBe("E_LOG_CONSISTENCY");
    expect(await refusal({ ...(await since(4)), pin: await pinAt(5) })).toBe("E_LOG_CONSISTENCY");
    expect(await refusal({ proof: { consistency: await tree.consistency(4) } })).toBe("E_LOG_CONSISTENCY");
    expect(await refusal({ ...(await since(4)), pin: await pinAt(7) })).toBe("E_LOG_CONSISTENCY");
  });

  it("show a split view when the two sides compare what they have seen", async () => {
    const fork = await makeLog([...payloads.slice(0, 5), payload(66), payload(77)]);
    const compare = (older: LogPin, newer: LogPin, proof: readonly Uint8Array[]) =>
      outcome(() => verifyGrowth(older, newer, proof));
    expect(await compare(await pinAt(5), await pinAt(7), await tree.consistency(5))).toBe("accepted");
    expect(await compare(await pinAt(7), await fork.pinAt(7), [])).toBe("E_LOG_FORK");
    expect(await compare(await pinAt(6), await fork.pinAt(7), await fork.tree.consistency(6))).toBe(
      "E_LOG_CONSISTENCY",
    );
  });
});

describe("an entry", () => {
  it("names the statement by its hash, and nobody in it", async () => {
    const entry = await entryOf(payload(3));
    expect(Object.keys(entry)).toEqual(["version", "authority", "type", "unit_id", "seq", "statement"]);
    expect(parseEntry(entryBytes(entry))).toEqual(entry);
  });

  it("has one spelling", async () => {
    const json = new TextDecoder().decode(entryBytes(await entryOf(payload(3))));
    const { version, ...others } = JSON.parse(json) as Record<string, unknown>;
    const spellings = [
      JSON.stringify({ ...others, version }),
      `${json}\n`,
      json.replace('"seq":3', '"seq":0'),
      json.replace('"version":1', '"version":2'),
      json.replace('"members"', '"member"'),
      json.replace("{", '{"note":1,'),
      json.replace(/"unit_id":"[^"]*",/, ""),
    ];
    for (const spelling of spellings) {
      expect(spelling).not.toBe(json);
      expect(await outcome(() => parseEntry(utf8(spelling)))).toBe("E_LOG_FORMAT");
    }
  });
});
