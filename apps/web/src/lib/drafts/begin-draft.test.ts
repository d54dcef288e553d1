import type { FormDefinition } from "@dvd/domain/form/definition";
import { describe, expect, it } from "vitest";
import type { Office } from "../sending/draft.ts";
import { goOnWith } from "./begin-draft.ts";

const label = (text: string) => ({ de: text, en: text, simple: text });
const definition: FormDefinition = {
  id: "hund",
  pages: [
    { id: "wer", title: label("Wer"), questions: [{ id: "wer", type: "short-text", label: label("Wer sind Sie?") }] },
  ],
  message: { from: "wer" },
};
const evidence = [{ id: "foto", label: "Foto", why: null, required: false, max: 3 }];
const photo = { slot: "foto", name: "hund.pdf", size: 9 };
const office = {} as Office;

function goOn({ documents = [photo], here = [] as (typeof photo)[], isWithoutDocuments = false, step = "check" } = {}) {
  const content = {
    serviceKey: "DEMO0000000010",
    slug: "hund-anmelden",
    form: 1,
    postalCode: "05123",
    ars: null,
    answers: { wer: "Thies" },
    isWithoutDocuments,
    documents,
    step,
  };
  const form = { definition, version: 1, hash: "0" };
  const draft = { draftId: "d", version: 1, keptVersion: 1, changedAt: "2026-11-21T20:00:00.000Z", content };
  return goOnWith(draft, {
    form,
    evidence,
    office,
    here,
    unconfirmed: null,
    now: new Date("2026-11-22T20:00:00.000Z"),
  });
}

describe("a draft that is gone on with", () => {
  it("leads to the documents when some of them lie on another device, also voluntary ones", () => {
    expect(goOn()).toMatchObject({ step: "documents", draft: { elsewhere: [photo] } });
    expect(goOn({ isWithoutDocuments: true })).toMatchObject({ step: "documents" });
  });

  it("asks for nothing that lies here", () => {
    expect(goOn({ here: [photo] })).toMatchObject({ step: "check", draft: { elsewhere: [] } });
    expect(goOn({ here: [{ ...photo, size: 8 }] })).toMatchObject({ step: "documents" });
  });

  it("leads to the question at which somebody stopped, whatever lies elsewhere", () => {
    expect(goOn({ step: "form:wer" })).toMatchObject({ step: "form:wer", draft: { elsewhere: [photo] } });
  });
});
