import { describe, expect, it } from "vitest";
import { mostPaths } from "./check-conditions.ts";
import { checkDefinition, type FormFault } from "./check-definition.ts";
import type { Condition, FormDefinition, FormPage, Question } from "./definition.ts";
import { genericForm } from "./generic-form.ts";
import { dogForm, sameText } from "./testing.ts";

const page = (id: string, question: Partial<Question> & { type: Question["type"] }, showIf?: Condition) =>
  ({
    id,
    title: sameText(id),
    questions: [{ id, label: sameText(id), ...question }],
    ...(showIf && { showIf }),
  }) as FormPage;
const name = page("name", { type: "name" });
const formOf = (...pages: FormPage[]): FormDefinition => ({
  id: "f",
  message: { from: "name" },
  pages: [name, ...pages],
});
const when = (question: string, ...isOneOf: string[]): Condition => ({ question, isOneOf });
const evidence = ["ausbildungsnachweis", "proof"];
const options = ["a", "b"].map((id) => ({ id, label: sameText(id) }));

describe("a form before it is published", () => {
  it("is accepted when every page can be reached and every text is there", () => {
    expect(checkDefinition(dogForm, evidence)).toEqual([]);
    expect(checkDefinition(genericForm, [])).toEqual([]);
  });

  it.each<[string, FormDefinition, FormFault]>([
    [
      "a condition on a question that nobody asks",
      formOf(page("p", { type: "email" }, when("nobody", "yes"))),
      { code: "question-unknown", at: "p" },
    ],
    [
      "a condition on a question that comes later",
      formOf(page("p", { type: "email" }, when("q", "yes")), page("q", { type: "yes-no" })),
      { code: "question-later", at: "p" },
    ],
    [
      "a page that depends on its own answer",
      formOf(page("p", { type: "yes-no" }, when("p", "yes"))),
      { code: "question-later", at: "p" },
    ],
    [
      "a condition on an answer that cannot be given",
      formOf(page("q", { type: "yes-no" }), page("p", { type: "email" }, when("q", "maybe"))),
      { code: "answer-impossible", at: "p" },
    ],
    [
      "a condition on words that somebody types",
      formOf(page("q", { type: "short-text" }), page("p", { type: "email" }, when("q", "yes"))),
      { code: "answer-impossible", at: "p" },
    ],
    [
      "a page that needs two answers to one question",
      formOf(
        page("q", { type: "choice", options }),
        page("p", { type: "email" }, { all: [when("q", "a"), when("q", "b")] }),
      ),
      { code: "page-unreachable", at: "p" },
    ],
    [
      "a page behind a page that the same answer hides",
      formOf(
        page("q", { type: "yes-no" }),
        page("r", { type: "yes-no" }, when("q", "yes")),
        page("p", { type: "email" }, { all: [when("q", "no"), when("r", "yes")] }),
      ),
      { code: "page-unreachable", at: "p" },
    ],
    [
      "a condition without an alternative",
      formOf(page("p", { type: "email" }, { any: [] })),
      { code: "page-unreachable", at: "p" },
    ],
    [
      "evidence that is never asked for",
      { ...formOf(page("q", { type: "yes-no" })), evidence: { proof: when("q") } },
      { code: "page-unreachable", at: "proof" },
    ],
    [
      "evidence that the service does not know",
      { ...formOf(page("q", { type: "yes-no" })), evidence: { passport: when("q", "yes") } },
      { code: "evidence-unknown", at: "passport" },
    ],
    ["a question twice", formOf(page("p", { type: "email", id: "name" })), { code: "id-repeated", at: "name" }],
    [
      "an id that is a sentence",
      formOf(page("Ihr Name?", { type: "email", id: "n" })),
      { code: "id-invalid", at: "Ihr Name?" },
    ],
    [
      "a text in one language only",
      formOf(page("p", { type: "email", hint: { de: "Hinweis", en: " ", simple: "Hinweis" } })),
      { code: "text-missing", at: "p" },
    ],
    ["a page without a question", formOf({ ...name, id: "p", questions: [] }), { code: "page-empty", at: "p" }],
    [
      "a choice of one",
      formOf(page("p", { type: "choice", options: options.slice(1) })),
      { code: "nothing-to-choose", at: "p" },
    ],
    [
      "a number between 9 and 3",
      formOf(page("p", { type: "number", min: 9, max: 3 })),
      { code: "limits-crossed", at: "p" },
    ],
    [
      "a sender whose name is not asked on every path",
      { ...dogForm, message: { from: "pruefung" } },
      { code: "sender-unknown", at: "pruefung" },
    ],
    [
      "a message that is a choice",
      { ...dogForm, message: { from: "halter", text: "hilfshund" } },
      { code: "message-unknown", at: "hilfshund" },
    ],
    [
      "more pages than anybody fills in",
      formOf(...Array.from({ length: 40 }, (_, at) => page(`p-${at}`, { type: "email" }))),
      { code: "too-large", at: "f" },
    ],
  ])("is refused for %s", (_, form, fault) => {
    expect(checkDefinition(form, evidence)).toEqual([fault]);
  });

  it("is refused when it has more ways through than can be tried", () => {
    const deciding = Array.from({ length: Math.ceil(Math.log2(mostPaths)) }, (_, at) => `q-${at}`);
    const form = (ids: string[]) =>
      formOf(
        ...ids.map((id) => page(id, { type: "yes-no" })),
        page("p", { type: "email" }, { any: ids.map((id) => when(id, "yes")) }),
      );
    expect(checkDefinition(form(deciding.slice(1)), [])).toEqual([]);
    expect(checkDefinition(form(deciding), [])).toEqual([{ code: "paths-too-many", at: "f" }]);
  });
});
