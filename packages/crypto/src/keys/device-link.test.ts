import { beforeAll, describe, expect, it } from "vitest";
import { concat, type Bytes } from "../bytes.ts";
import { sealGrant } from "../envelope/grant.ts";
import { vaultKeyObject } from "../envelope/objects.ts";
import { hkdf384, hmac384 } from "../primitives.ts";
import { accountId, flipBit, now, numbered, otherAccountId, outcome } from "../testing/fixtures.ts";
import { utf8, uuidBytes } from "../bytes.ts";
import {
  answerDeviceLink,
  beginDeviceLink,
  checkDeviceLink,
  inspectLinkAnswer,
  openDeviceLink,
} from "./device-link.ts";
import { generateSigningKey, type SigningKey } from "./signing.ts";
import { generateWords } from "./words.ts";

const vaultKey = numbered(32);
const linkId = "0189cccc-0000-7000-8000-000000000001";
let signing: SigningKey;
let begun: Awaited<ReturnType<typeof beginDeviceLink>>;
let answer: Bytes;
const link = () => ({ accountId, linkId, code: begun.code });

beforeAll(async () => {
  ({ key: signing } = await generateSigningKey());
  begun = await beginDeviceLink({ accountId, linkId });
  answer = await answerDeviceLink(link(), begun, { vaultKey, signing, now });
});

/** An answer as somebody with the code would write it, past our own writer. */
async function answered(grant: Bytes) {
  const info = concat(utf8("PSV1 device link\0"), uuidBytes(accountId));
  const key = await hkdf384(utf8(begun.code.replaceAll(" ", "")), uuidBytes(linkId), info, 48);
  const body = concat(signing.spki, grant);
  return concat(body, await hmac384(key, concat(utf8("PSV1 link answer\0"), body)));
}

describe("a device link", () => {
  it("carries the vault key to the device whose code was carried to the other one", async () => {
    const typed = begun.code.toUpperCase().replaceAll(" ", "-");
    await checkDeviceLink({ ...link(), code: typed }, begun);
    expect(await openDeviceLink(link(), answer, begun.kem)).toEqual({ vaultKey, grantorSpki: signing.spki });
    expect(inspectLinkAnswer(answer)).toMatchObject({ role: "device", objectType: "vaultKey" });
  });

  it("is refused for another key than the code's, also before anything is sealed for it", async () => {
    const servers = await beginDeviceLink({ accountId, linkId });
    const swapped = { publicKey: servers.publicKey, proof: begun.proof };
    for (const request of [swapped, servers]) {
      expect(await outcome(() => checkDeviceLink(link(), request))).toBe("E_LINK");
      expect(await outcome(() => answerDeviceLink(link(), request, { vaultKey, signing, now }))).toBe("E_LINK");
    }
  });

  it("is refused when somebody without the code has answered", async () => {
    const servers = { accountId, linkId, code: generateWords() };
    const { proof } = await beginDeviceLink({ accountId, linkId });
    expect(await outcome(() => checkDeviceLink(servers, { publicKey: begun.publicKey, proof }))).toBe("E_LINK");
    const forged = concat(answer.slice(0, 2041), numbered(48));
    expect(await outcome(() => openDeviceLink(link(), forged, begun.kem))).toBe("E_LINK");
  });

  it("is refused for every changed byte of the answer, and in every other length", async () => {
    for (let at = 0; at < answer.length; at += 7)
      expect(await outcome(() => openDeviceLink(link(), flipBit(answer, 8 * at + (at % 8)), begun.kem))).toBe("E_LINK");
    for (const length of [0, 1921, answer.length - 1]) {
      expect(await outcome(() => openDeviceLink(link(), answer.slice(0, length), begun.kem))).toBe("E_LINK");
      expect(await outcome(() => inspectLinkAnswer(answer.slice(0, length)))).toBe("E_LINK");
    }
  });

  it("is refused for another account and another link", async () => {
    for (const other of [
      { ...link(), accountId: otherAccountId },
      { ...link(), linkId: "0189cccc-0000-7000-8000-000000000002" },
    ]) {
      expect(await outcome(() => checkDeviceLink(other, begun))).toBe("E_LINK");
      expect(await outcome(() => openDeviceLink(other, answer, begun.kem))).toBe("E_LINK");
    }
  });

  it("opens nothing but a vault key of this account, granted to a device", async () => {
    const common = { secret: vaultKey, recipientKey: begun.publicKey, grantor: signing, now };
    const own = await vaultKeyObject(accountId);
    const foreign = await vaultKeyObject(otherAccountId);
    const opening = async (grant: Bytes) => {
      const sealed = await answered(grant);
      return outcome(() => openDeviceLink(link(), sealed, begun.kem));
    };
    expect(await opening(await sealGrant({ ...common, ...own, role: "device" }))).toBe("accepted");
    expect(await opening(await sealGrant({ ...common, ...own, role: "citizen" }))).toBe("E_CONTEXT");
    expect(await opening(await sealGrant({ ...common, ...foreign, role: "device" }))).toBe("E_CONTEXT");
    const { key: stranger } = await generateSigningKey();
    expect(await opening(await sealGrant({ ...common, ...own, role: "device", grantor: stranger }))).toBe("E_SENDER");
  });
});
