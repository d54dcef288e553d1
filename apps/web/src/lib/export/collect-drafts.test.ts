import type { FormDefinition } from "@dvd/domain/form/definition";
import { writeDraft } from "@dvd/domain/form/draft-content";
import type { DomainErrorCode } from "@dvd/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { collectDrafts } from "./collect-drafts.ts";

const label = (text: string) => ({ de: text, en: `${text} (en)`, simple: text });
const definition: FormDefinition = {
  id: "hund",
  pages: [
    {
      id: "wer",
      title: label("Wer"),
      questions: [{ id: "halter", type: "name", label: label("Wem gehört der Hund?") }],
    },
  ],
  message: { from: "halter" },
};
const refusal = (code: DomainErrorCode) =>
  TRPCClientError.from({ error: { code: -32_000, message: code, data: { code, correlationId: "0123456789" } } });

const content = (given: string) =>
  writeDraft({
    serviceKey: "DEMO0000000010",
    slug: "hund-anmelden",
    form: 3,
    postalCode: "05123",
    ars: null,
    answers: { "halter.given": given, "halter.family": "Falke" },
    isWithoutDocuments: false,
    documents: [{ slot: "impfpass", name: "elsewhere.pdf", size: 3 }],
    step: "form:wer",
  });
const changedAt = "2026-11-21T20:00:00.000Z";

type World = { server?: Error | { draftId: string; version: number; changedAt: string }[]; form?: Error };

/** A device with one draft and its files, and a server as far as collecting asks it. */
function collect({ server = [], form }: World = {}) {
  const asked: object[] = [];
  const keys = {
    listDeviceDrafts: async () => [{ draftId: "d", version: 2, keptVersion: 1, changedAt, content: content("Thies") }],
    openServerDrafts: async (stored: object[]) => stored.map(() => content("Mila")),
    handedOver: async () => null,
    listFiles: async (...of: string[]) => [
      { name: of.join(" "), size: 7, slot: "impfpass" },
      { name: "angaben.json", size: 1, slot: "" },
    ],
  };
  const client = {
    drafts: {
      listDrafts: { query: async () => (server instanceof Error ? Promise.reject(server) : { drafts: server }) },
    },
    forms: {
      getForm: {
        query: async (input: object) => {
          asked.push(input);
          if (form) throw form;
          return { definition, version: 3, hash: "0" };
        },
      },
    },
  };
  const words = { formLanguage: "en" as const, serviceTitle: (key: string) => `title of ${key}` };
  // As much of both as collecting touches.
  return { asked, drafts: collectDrafts({ client, keys, accountId: "a", words } as never) };
}

describe("what somebody has begun", () => {
  it("is taken along as it was asked and typed, with the names of what lies ready for it", async () => {
    const { asked, drafts } = collect();
    expect(await drafts).toMatchObject([
      {
        service: "title of DEMO0000000010",
        postalCode: "05123",
        changedAt,
        isUnconfirmed: false,
        questions: [{ question: "Wem gehört der Hund? (en)", answer: "Thies Falke" }],
        answers: { "halter.given": "Thies", "halter.family": "Falke" },
        files: [
          { name: "a send/d", size: 7 },
          { name: "elsewhere.pdf", size: 3 },
        ],
      },
    ]);
    expect(asked).toEqual([{ serviceKey: "DEMO0000000010", version: 3 }]);
  });

  it("is taken along in both versions where somebody wrote on elsewhere", async () => {
    const { drafts } = collect({ server: [{ draftId: "d", version: 2, changedAt }] });
    expect((await drafts).map(({ answers }) => answers["halter.given"])).toEqual(["Thies", "Mila"]);
  });

  it("keeps its answers when the portal has no such form any more", async () => {
    const { drafts } = collect({ form: refusal("form.not-found") });
    expect((await drafts)[0]?.questions).toEqual([
      { question: "halter.family", answer: "Falke" },
      { question: "halter.given", answer: "Thies" },
    ]);
  });

  it("ends the whole when the server cannot be asked: an archive with holes would look complete", async () => {
    const lost = TRPCClientError.from(new TypeError("fetch failed"));
    await expect(collect({ server: lost }).drafts).rejects.toBe(lost);
    await expect(collect({ form: lost }).drafts).rejects.toBe(lost);
  });
});
