import { describe, expect, it } from "vitest";
import type { ExportData, ExportedCase, ExportedDraft } from "./export-data.ts";
import { type IndexWords, renderIndex } from "./render-index.ts";

const hostile = `<script>alert("1")</script>&'`;
const shown = "&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#38;&#39;";

// Every word of the page is the name of its field; what takes a time returns it.
const words = new Proxy({} as IndexWords, {
  get: (_, name) =>
    ["createdAt", "moment", "day"].includes(String(name)) ? (at: string) => `${String(name)} ${at}` : String(name),
});

const aCase = (change: Partial<ExportedCase> = {}): ExportedCase => ({
  reference: "DVD-26-0000-000",
  caseId: "c",
  service: "Wohngeld",
  authority: "Stadt",
  unit: "Stelle",
  state: "Angekommen",
  receivedAt: "2026-11-21",
  updatedAt: "2026-11-21",
  dueOn: null,
  locked: null,
  history: [],
  messages: [],
  documents: [],
  receipt: null,
  receiptMissing: null,
  ...change,
});
const page = (...cases: ExportedCase[]) => pageOf(cases);
const pageOf = (cases: ExportedCase[], drafts: ExportedDraft[] = []) => {
  const account: ExportData["account"] = { accountId: "a", digits: null, waysBack: [] };
  return renderIndex(
    { format: "direktvermittlung-export", version: 1, createdAt: "2026-11-21", account, cases, drafts },
    words,
  );
};

describe("the page of an archive", () => {
  it("shows what a stranger wrote as text, wherever it comes from", () => {
    const message = { at: "t", sender: "official", isProven: true, from: hostile, text: hostile } as const;
    const request = { items: [{ label: hostile }], dueOn: "2026-12-02" };
    const document = { documentId: "d", sender: "official", storedAt: "t", size: 1, missing: null } as const;
    const html = page(
      aCase({
        service: hostile,
        authority: hostile,
        unit: hostile,
        messages: [{ ...message, request, parts: null }],
        documents: [{ ...document, file: `x/${hostile}.pdf`, name: hostile }],
        history: [{ at: "t", actor: "citizen", kind: "k", words: hostile }],
      }),
    );
    expect(html).not.toContain("<script");
    expect(html.split(shown).length - 1).toBe(8);
  });

  it("shows what was begun and not sent, with its words and the names of its files", () => {
    const draft: ExportedDraft = {
      serviceKey: "k",
      service: hostile,
      form: 1,
      postalCode: hostile,
      changedAt: "c",
      expiresAt: "e",
      isUnconfirmed: true,
      questions: [{ question: hostile, answer: hostile }],
      answers: {},
      files: [{ name: hostile, size: 1 }],
    };
    const html = pageOf([], [draft]);
    expect(html).not.toContain("<script");
    expect(html.split(shown).length - 1).toBe(5);
    for (const word of ["noCases", "draft", "moment c", "moment e", "unconfirmed", "files"])
      expect(html).toContain(word);
    expect(pageOf([], [{ ...draft, isUnconfirmed: false, files: [] }])).not.toMatch(/unconfirmed|files/);
  });

  it("runs no script and loads nothing", () => {
    expect(page()).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it("leads to files whose names have signs with a meaning in addresses", () => {
    const document = { documentId: "d", sender: "citizen", storedAt: "t", size: 1, missing: null } as const;
    const html = page(aCase({ documents: [{ ...document, file: "a b/100% #1?.pdf", name: "n" }] }));
    expect(html).toContain('href="a%20b/100%25%20%231%3F.pdf"');
  });

  it("says what is missing and why, and shows nothing of a message that was not proven", () => {
    const html = page(
      aCase({
        locked: "verschlossen",
        documents: [
          { documentId: "d", sender: "citizen", storedAt: "t", file: null, name: null, size: null, missing: "Siegel" },
        ],
        messages: [
          { at: "t", sender: "official", isProven: false, from: null, text: null, request: null, parts: null },
        ],
        receiptMissing: "Beleg",
      }),
    );
    for (const text of ["verschlossen", "Siegel", "Beleg", "unproven"]) expect(html).toContain(`${text}<`);
  });
});
