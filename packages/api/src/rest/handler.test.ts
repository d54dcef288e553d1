import { kemKeyId, toHex } from "@dvd/crypto";
import { errorTexts } from "@dvd/domain/error-texts/error-texts";
import { afterAll, describe, expect, it } from "vitest";
import { findOfficeOutput } from "../directory/find-office.contract.ts";
import { getKeysOutput } from "../directory/get-keys.contract.ts";
import { listServicesOutput } from "../directory/list-services.contract.ts";
import { openPortal } from "../testing/portal.ts";
import { anId } from "../testing/sealing.ts";
import { nobodysService, placeOf, services } from "../testing/towns.ts";
import { handleRest } from "./handler.ts";
import { openApiDocument } from "./openapi.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const request = portal.requestOf(null);

async function get(path: string, options: RequestInit = {}, ctx = request) {
  const response = await handleRest(new Request(`https://portal.test/api/v1${path}`, options), ctx);
  const body: unknown = await response.json();
  return { status: response.status, type: response.headers.get("content-type"), body };
}

/** The whole answer, because everything in it must be meant to be there. */
const problem = (code: string, status: number) => ({
  status,
  type: "application/problem+json",
  body: {
    type: `/fehler/${code}`,
    title: expect.stringMatching(/^[A-ZÄÖÜ].+[.!]$/),
    status,
    detail: expect.stringMatching(/^[A-ZÄÖÜ].+ .+\.$/),
    code,
    correlationId: request.correlationId,
    at: expect.stringMatching(/^\d{4}-.*Z$/),
  },
});

describe("the REST interface", () => {
  it("lists the services, to nobody in particular", async () => {
    const { status, body } = await get("/services");
    expect(status).toBe(200);
    expect(listServicesOutput.parse(body).services.map(({ key }) => key)).toEqual(services.map(({ key }) => key));
  });

  it("names the office that is responsible, and the rule that says so", async () => {
    const [here] = portal.authorities;
    const { status, body } = await get(`/office?${new URLSearchParams(placeOf.nextDoor).toString()}`);
    expect(status).toBe(200);
    expect(findOfficeOutput.parse(body)).toEqual({
      tenantId: here?.tenantId,
      authority: "Town of Here",
      unitId: here?.units[1]?.id,
      unit: "Back office",
      ruleId: "here-2",
      rulesVersion: 1,
      reason: "test",
      ars: null,
      isClearing: false,
    });
  });

  it("hands out the signed keys of an authority, which verify", async () => {
    const [, there] = portal.authorities;
    if (!there) throw new Error("there is no second authority");
    const { status, body } = await get(`/authorities/${there.tenantId}/keys`);
    expect(status).toBe(200);
    expect(getKeysOutput.parse(body)).toMatchObject({ authority: there.tenantId });
    const directory = await portal.directory(there.tenantId);
    const key = directory.unitKey(there.units[0]?.id ?? "");
    expect(toHex(await kemKeyId(key?.publicKey ?? new Uint8Array()))).toBe(toHex(key?.keyId ?? new Uint8Array()));
  });

  it("describes itself", async () => {
    expect((await get("/openapi.json")).body).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  const refused: [string, string, string, number][] = [
    ["an unknown path", "/nothing", "request.unknown-path", 404],
    ["a procedure that is not public", "/cases.getCase", "request.unknown-path", 404],
    ["a missing field", "/office?serviceKey=TEST0000000001", "request.invalid", 400],
    ["a malformed field", "/office?serviceKey=TEST0000000001&postalCode=1234", "request.invalid", 400],
    [
      "a field given twice",
      "/office?serviceKey=TEST0000000001&postalCode=12345&postalCode=12346",
      "request.invalid",
      400,
    ],
    ["a field that the contract does not have", "/services?isAdmin=true", "request.invalid", 400],
    ["an unknown service", "/office?serviceKey=TEST9999999999&postalCode=12345", "service.not-found", 404],
    ["a service without an office", `/office?serviceKey=${nobodysService}&postalCode=12345`, "routing.no-office", 422],
    ["an unknown authority", `/authorities/${anId()}/keys`, "authority.not-found", 404],
    ["an id that is none", "/authorities/1/keys", "request.invalid", 400],
  ];
  it.each(refused)("answers %s with a problem of RFC 9457 under our code", async (_what, path, code, status) => {
    expect(await get(path)).toEqual(problem(code, status));
  });

  it("speaks English to whoever asks for it, and German otherwise", async () => {
    const texts: unknown[] = [];
    for (const language of ["en-GB,en;q=0.8", "fr"]) {
      const asked = new Request("https://portal.test/api/v1/nothing", { headers: { "accept-language": language } });
      const answer = await handleRest(asked, request);
      texts.push([answer.headers.get("content-language"), await answer.json()]);
    }
    const of = (text: string) => expect.objectContaining({ detail: text, title: `${text.split(".", 1)[0]}.` });
    expect(texts).toEqual([
      ["en", of(errorTexts.en["request.unknown-path"])],
      ["de", of(errorTexts.de["request.unknown-path"])],
    ]);
  });

  it("knows no other method", async () => {
    const body = JSON.stringify({ isAdmin: true });
    const post = await get("/services", { method: "POST", body, headers: { "content-type": "application/json" } });
    expect(post).toEqual(problem("request.unknown-path", 404));
  });

  it("says nothing of what went wrong inside", async () => {
    const secret = "Frau Beispiel, password=hunter2";
    const { db } = request;
    const broken: typeof db = Object.assign(Object.create(db) as typeof db, {
      transaction: () => Promise.reject(new Error(secret)),
    });
    const answer = await get("/services", {}, { ...request, db: broken });
    expect(answer).toEqual(problem("internal", 500));
    expect(portal.logLines.join("")).toContain("request.failed");
    expect(portal.logLines.join("")).not.toContain("hunter2");
  });
});

describe("a procedure's answer", () => {
  it("that is not what its contract says does not leave", async () => {
    const { db } = request;
    const lying: typeof db = Object.assign(Object.create(db) as typeof db, {
      transaction: async () => [{ key: "TEST0000000001", slug: "x", title: "secret", summary: 1, evidence: [] }],
    });
    const answer = await get("/services", {}, { ...request, db: lying });
    expect(answer).toEqual(problem("internal", 500));
  });
});
