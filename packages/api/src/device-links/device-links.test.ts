import { randomUUID } from "node:crypto";
import { answerDeviceLink, beginDeviceLink, openDeviceLink } from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";
import { jobPayloads } from "../adapters/jobs/definitions.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { decodeBase64 } from "../wire.ts";
import { answerLink } from "./answer-link.ts";
import { closeLink } from "./close-link.ts";
import { expireLink } from "./expire-link.ts";
import { getLink } from "./get-link.ts";
import { openLink } from "./open-link.ts";

const portal = await openPortal();
afterAll(() => portal.close());

const vaultKey = new Uint8Array(32).fill(7);
const minutes = 60_000;

async function asked() {
  const { ctx, keys } = await portal.citizen();
  const accountId = ctx.actor.citizenId;
  const linkId = randomUUID();
  const { kem, code, publicKey, proof } = await beginDeviceLink({ accountId, linkId });
  const link = { accountId, linkId, code };
  await openLink(ctx, { linkId, publicKey, proof });
  const answer = await answerDeviceLink(
    link,
    { publicKey, proof },
    { vaultKey, signing: keys.signing, now: ctx.now() },
  );
  return { ctx, link, kem, answer, request: { linkId, publicKey, proof } };
}

const refused = async (call: () => Promise<unknown>) => {
  const before = await portal.imprint();
  const code = await outcome(call());
  expect(await portal.imprint()).toEqual(before);
  return code;
};

describe("a device link", () => {
  it("carries what one device has sealed to the other, and is gone afterwards", async () => {
    const { ctx, link, kem, answer } = await asked();
    expect((await getLink(ctx)).link).toMatchObject({ linkId: link.linkId, answer: null });
    await answerLink(ctx, { linkId: link.linkId, answer });
    const stored = (await getLink(ctx)).link?.answer ?? "";
    expect((await openDeviceLink(link, decodeBase64(stored), kem)).vaultKey).toEqual(vaultKey);
    await closeLink(ctx, { linkId: link.linkId });
    expect(await getLink(ctx)).toEqual({ link: null });
    await closeLink(ctx, { linkId: link.linkId });
  });

  it("is answered once", async () => {
    const { ctx, link, answer } = await asked();
    const both = [1, 2].map(() => outcome(answerLink(ctx, { linkId: link.linkId, answer })));
    expect((await Promise.all(both)).toSorted()).toEqual(["accepted", "device-link.gone"]);
  });

  it("is there for ten minutes and not a moment longer", async () => {
    const { ctx, link, answer } = await asked();
    const expiresAt = new Date((await getLink(ctx)).link?.expiresAt ?? 0).getTime();
    expect(Math.abs(expiresAt - ctx.now().getTime() - 10 * minutes)).toBeLessThan(minutes);
    const at = (time: number) => ({
      ...ctx,
      now: () => new Date(time),
      actor: { ...ctx.actor, authenticatedAt: new Date(time) },
    });
    expect((await getLink(at(expiresAt - 1))).link).not.toBeNull();
    expect((await getLink(at(expiresAt))).link).toBeNull();
    const late = at(expiresAt);
    expect(await refused(() => answerLink(late, { linkId: link.linkId, answer }))).toBe("device-link.gone");
  });

  it("is removed by the worker when its time is over, and only this one", async () => {
    const official = await portal.official(1);
    const accountId = official.ctx.actor.officialId;
    const ofOfficial = randomUUID();
    const { publicKey, proof } = await beginDeviceLink({ accountId, linkId: ofOfficial });
    await openLink(official.ctx, { linkId: ofOfficial, publicKey, proof });
    const [own, other] = [await asked(), await asked()];
    const left = () => portal.sql`select link_id from device_links`.then((rows) => rows.map(({ link_id: id }) => id));
    for (const linkId of [own.link.linkId, ofOfficial]) {
      const [job] = await portal.sql`
        select data from pgboss.job where name = 'expire-device-link' and data->>'linkId' = ${linkId}`;
      expect(await left()).toContain(linkId);
      await expireLink(portal.workerDeps, jobPayloads["expire-device-link"].parse(job?.data));
      expect(await left()).not.toContain(linkId);
    }
    expect(await left()).toContain(other.link.linkId);
  });

  it("is nobody else's: not to be seen, answered or closed", async () => {
    const { ctx, link, answer } = await asked();
    const { ctx: stranger } = await portal.citizen();
    expect(await getLink(stranger)).toEqual({ link: null });
    expect(await refused(() => answerLink(stranger, { linkId: link.linkId, answer }))).toBe("device-link.gone");
    expect(await refused(() => closeLink(stranger, { linkId: link.linkId }))).toBe("accepted");
    expect((await getLink(ctx)).link).not.toBeNull();
  });

  it("takes no answer for another device, for another account, or that is none", async () => {
    const [own, other] = [await asked(), await asked()];
    const { linkId } = own.link;
    const damaged = own.answer.with(121, 0);
    for (const answer of [other.answer, damaged])
      expect(await refused(() => answerLink(own.ctx, { linkId, answer }))).toBe("keys.grant-invalid");
  });

  it("is one at a time: who asks again has given up on the first question", async () => {
    const { ctx, link, request, answer } = await asked();
    const again = { ...request, linkId: randomUUID() };
    await openLink(ctx, again);
    expect((await getLink(ctx)).link?.linkId).toBe(again.linkId);
    expect(await refused(() => answerLink(ctx, { linkId: link.linkId, answer }))).toBe("device-link.gone");
  });

  it("is for accounts that have keys", async () => {
    const { ctx } = await portal.stranger();
    const { publicKey, proof } = await beginDeviceLink({ accountId: ctx.actor.citizenId, linkId: randomUUID() });
    const link = { linkId: randomUUID(), publicKey, proof };
    expect(await refused(() => openLink(ctx, link))).toBe("account.missing");
  });

  it("serves officials as well", async () => {
    const { ctx } = await portal.official(0);
    const { publicKey, proof } = await beginDeviceLink({ accountId: ctx.actor.officialId, linkId: randomUUID() });
    await openLink(ctx, { linkId: randomUUID(), publicKey, proof });
    expect((await getLink(ctx)).link).not.toBeNull();
  });
});
