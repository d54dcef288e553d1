import { limits } from "@dvd/domain/document/limits";
import { afterAll, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { holdStore } from "../testing/held-store.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { anId, finish, openCase, sealFile, sendCase, sendPart, start, upload } from "../testing/sealing.ts";
import { abandonUpload } from "./abandon-upload.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const { ctx, keys } = citizen;

describe("an upload that its sender has given up", () => {
  it("goes at once with what has arrived of it, and may begin anew", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const files = await portal.blobFiles();
    const file = await sealFile(keys.signing, caseKey);
    await start(ctx, caseId, file);
    await sendPart(ctx, file, 0);
    expect(await abandonUpload(ctx, file)).toEqual({ wasOpen: true });
    expect(await portal.blobFiles()).toEqual(files);
    expect(await outcome(finish(ctx, file))).toBe("upload.incomplete");
    expect(await abandonUpload(ctx, file)).toEqual({ wasOpen: false });

    await upload(ctx, caseId, file);
    expect(await abandonUpload(ctx, file)).toEqual({ wasOpen: false });
    expect(await outcome(finish(ctx, file))).toBe("accepted");
  });

  it("takes no place from another: whoever scans everything once more still sends twenty", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const begin = async () => {
      const file = await sealFile(keys.signing, caseKey);
      await start(ctx, caseId, file);
      return file;
    };
    const all = () => Array.from({ length: limits.documentsPerSubmission });
    const first = [];
    for (const _ of all()) first.push(await begin());
    expect(await outcome(begin())).toBe("upload.too-many");
    for (const file of first) await abandonUpload(ctx, file);
    for (const _ of all()) await begin();
    expect(await outcome(begin())).toBe("upload.too-many");
    for (const file of first) expect(await outcome(start(ctx, caseId, file))).toBe("upload.too-many");
  });

  it("is stored when its finish came a moment before", async () => {
    const { caseId, caseKey } = await openCase(portal, citizen);
    const file = await sealFile(keys.signing, caseKey);
    await start(ctx, caseId, file);
    await sendPart(ctx, file, 0);
    const { blobs, reached, goOn } = holdStore(portal.deps.blobs, "complete");
    const finishing = finish({ ...ctx, blobs }, file);
    await reached;
    const abandoning = abandonUpload(ctx, file);
    await untilOverOrWaiting(portal, abandoning);
    goOn();
    expect(await outcome(finishing)).toBe("accepted");
    expect(await abandoning).toEqual({ wasOpen: false });
  });

  it("is nobody else's to give up: a stranger's is not there, and the other side's goes on", async () => {
    const [official, stranger] = [await portal.official(0), (await portal.citizen()).ctx];
    const { caseId, caseKey } = await sendCase(portal, citizen);
    await claimCase(official.ctx, { caseId, version: 3 });
    const file = await sealFile(keys.signing, caseKey);
    await start(ctx, caseId, file);
    await sendPart(ctx, file, 0);
    const before = await portal.imprint();
    expect(await outcome(abandonUpload(stranger, file))).toBe("document.not-found");
    expect(await outcome(abandonUpload(ctx, { documentId: anId() }))).toBe("document.not-found");
    expect(await outcome(abandonUpload(official.ctx, file))).toBe("document.not-found");
    expect(await portal.imprint()).toEqual(before);
    expect(await outcome(finish(ctx, file))).toBe("accepted");
  });
});
