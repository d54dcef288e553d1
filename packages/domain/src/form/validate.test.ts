import { describe, expect, it } from "vitest";
import type { FormPage, Question } from "./definition.ts";
import { dogAnswers, dogForm, sameText } from "./testing.ts";
import { faultsOfPage, firstOpenPage } from "./validate.ts";

const today = "2026-11-21";
const asking = (question: Partial<Question> & { type: Question["type"] }) =>
  ({ id: "p", title: sameText("p"), questions: [{ id: "q", label: sameText("q"), ...question }] }) as FormPage;
const codeOf = (question: Parameters<typeof asking>[0], answers: Record<string, string>) =>
  faultsOfPage(asking(question), answers, today)[0]?.code ?? "good";
const options = [{ id: "a", label: sameText("a") }];

describe("an answer", () => {
  it.each<[Parameters<typeof asking>[0], string, string]>([
    [{ type: "short-text" }, "x", ""],
    [{ type: "short-text", maxLength: 3 }, "xxx", "xxxx"],
    [{ type: "long-text" }, "x".repeat(4_000), "x".repeat(4_001)],
    [{ type: "yes-no" }, "no", "maybe"],
    [{ type: "choice", options }, "a", "b"],
    [{ type: "number", min: 1, max: 1_500 }, "1.500", "1501"],
    [{ type: "number", min: 1, max: 9 }, "1", "0"],
    [{ type: "number", min: 1, max: 9 }, "5", "5,5"],
    [{ type: "amount", max: 500 }, "500", "500,01"],
    [{ type: "amount", max: 5_000 }, "1.234,50 €", "1.23,50"],
    [{ type: "amount", max: 5_000 }, "12.50", "12.500,5,"],
    [{ type: "email" }, "grete@example.org", "grete@example"],
    [{ type: "phone" }, "+49 (5123) 45-67", "ruf mich an"],
    [{ type: "iban" }, "de89 3704 0044 0532 0130 00", "de88 3704 0044 0532 0130 00"],
    [{ type: "iban" }, "DE89370400440532013000", "DE8937040044053201300"],
  ])("to %o is good as %o and not as %o", (question, good, bad) => {
    expect(codeOf(question, { q: good })).toBe("good");
    expect(codeOf(question, { q: bad })).not.toBe("good");
  });

  it.each([
    ["29", "2", "2024", "good"],
    ["29", "2", "2026", "no-such-date"],
    ["31", "4", "2026", "no-such-date"],
    ["1", "13", "2026", "no-such-date"],
    ["1", "1", "26", "no-such-date"],
    ["21", "11", "2026", "good"],
    ["22", "11", "2026", "not-past"],
  ])("that is the date %s.%s.%s, of something past, is %s", (day, month, year, code) => {
    expect(codeOf({ type: "date", when: "past" }, { "q.day": day, "q.month": month, "q.year": year })).toBe(code);
  });

  it("is missing when it is only spaces, unless nobody has to answer", () => {
    expect(codeOf({ type: "short-text" }, { q: "  " })).toBe("missing");
    expect(codeOf({ type: "yes-no" }, {})).toBe("choose");
    expect(codeOf({ type: "email", isOptional: true }, { q: "  " })).toBe("good");
    expect(codeOf({ type: "email", isOptional: true }, { q: "nobody" })).toBe("not-an-email");
  });

  it("in several fields is pointed at where it is incomplete", () => {
    const address = { "q.street": "Lindenweg 4", "q.postalCode": "0512", "q.place": "Musterfurt" };
    expect(faultsOfPage(asking({ type: "address" }), address, today)).toMatchObject([
      { field: "q.postalCode", code: "not-a-postal-code" },
    ]);
    expect(faultsOfPage(asking({ type: "name" }), { "q.given": "Grete" }, today)).toMatchObject([
      { field: "q.family", code: "incomplete" },
    ]);
  });
});

describe("a form that is filled in", () => {
  it("is finished when every page that was asked is", () => {
    expect(firstOpenPage(dogForm, dogAnswers, today)).toBeNull();
    expect(firstOpenPage(dogForm, { ...dogAnswers, konto: "DE00" }, today)?.id).toBe("konto");
  });

  it("is open again when a changed answer leads to a page that was not asked before", () => {
    const { ausbildung: _ausbildung, pruefung: _pruefung, ...without } = dogAnswers;
    expect(firstOpenPage(dogForm, { ...without, hilfshund: "no" }, today)).toBeNull();
    expect(firstOpenPage(dogForm, without, today)?.id).toBe("ausbildung");
  });
});
