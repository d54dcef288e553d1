import { genericForm } from "@dvd/domain/form/generic-form";
import { dogForm } from "@dvd/domain/form/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPortal, type Portal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { nobodysService, placeOf } from "../testing/towns.ts";
import { formDefinition } from "./form.contract.ts";
import { getForm } from "./get-form.ts";
import { publishForm } from "./publish-form.ts";

let portal: Portal;
const { serviceKey } = placeOf.here;
const { evidence: _, ...form } = dogForm;
const publish = (definition: typeof dogForm) =>
  publishForm({ ...portal.deps, db: portal.owner }, serviceKey, definition);

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

describe("the form of a service", () => {
  it("is the one for everything as long as none is published", async () => {
    expect(await getForm(portal.deps, { serviceKey: nobodysService })).toMatchObject({
      version: 0,
      definition: genericForm,
    });
  });

  it("is the newest that was published, and every former one can still be read", async () => {
    expect(await publish(form)).toBe(1);
    expect(await publish({ ...form, id: "hund-neu" })).toBe(2);
    expect(await publish({ ...form, id: "hund-neu" })).toBe(2);
    const newest = await getForm(portal.deps, { serviceKey });
    expect(newest).toMatchObject({ version: 2, definition: { id: "hund-neu" } });
    const former = await getForm(portal.deps, { serviceKey, version: 1 });
    expect(former).toMatchObject({ version: 1, definition: form });
    expect(former.hash).not.toBe(newest.hash);
  });

  it("passes the contract with every kind of question in it", () => {
    expect(formDefinition.parse(dogForm)).toEqual(dogForm);
    expect(formDefinition.safeParse({ ...dogForm, onSubmit: "https://example.org" }).success).toBe(false);
  });

  it("is not published when somebody could get stuck in it", async () => {
    const [first, ...rest] = form.pages.map((page) => ({ ...page, showIf: { question: "nobody", isOneOf: ["yes"] } }));
    expect(first && (await outcome(publish({ ...form, pages: [first, ...rest] })))).toBe("form.invalid");
    expect(await outcome(publish(dogForm))).toBe("form.invalid");
    expect((await getForm(portal.deps, { serviceKey })).version).toBe(2);
  });

  it("is not found for an unknown service or version", async () => {
    expect(await outcome(getForm(portal.deps, { serviceKey: "DEMO9999999999" }))).toBe("service.not-found");
    expect(await outcome(getForm(portal.deps, { serviceKey, version: 99 }))).toBe("form.not-found");
  });
});
