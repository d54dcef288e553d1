import { describe, expect, it } from "vitest";
import { askedEvidence, pruneAnswers, reachablePages } from "./pages.ts";
import { dogAnswers, dogForm } from "./testing.ts";

const idsFor = (answers: Record<string, string>) => reachablePages(dogForm, answers).map(({ id }) => id);

describe("the way through a form", () => {
  it("leads past pages that the answers do not ask for", () => {
    expect(idsFor({})).not.toContain("ausbildung");
    expect(idsFor({ hilfshund: "yes" })).toContain("ausbildung");
    expect(idsFor({ hilfshund: "yes", ausbildung: "selbst" })).not.toContain("pruefung");
    expect(idsFor({ hilfshund: "yes", ausbildung: "schule" })).toContain("pruefung");
  });

  it("is not opened by an answer on a path that was left", () => {
    expect(idsFor({ hilfshund: "no", ausbildung: "schule" })).not.toContain("pruefung");
  });

  it("sends nothing of a path that was left, nothing empty and nothing that no question asks for", () => {
    const { ausbildung: _ausbildung, pruefung: _pruefung, ...rest } = dogAnswers;
    expect(pruneAnswers(dogForm, { ...dogAnswers, hilfshund: "no", anmerkung: "  ", other: "x" })).toEqual({
      ...rest,
      hilfshund: "no",
    });
  });

  it("asks for evidence only of those whom it concerns", () => {
    const evidence = [{ id: "impfpass" }, { id: "ausbildungsnachweis" }];
    expect(askedEvidence(dogForm, dogAnswers, evidence)).toEqual(evidence);
    expect(askedEvidence(dogForm, { ...dogAnswers, ausbildung: "selbst" }, evidence)).toEqual([{ id: "impfpass" }]);
  });
});
