import { describe, expect, it } from "vitest";
import { answersLimits, makeAnswers, readAnswers, writeAnswers } from "./answers-document.ts";
import { dogAnswers, dogForm } from "./testing.ts";

const published = { version: 3, hash: "ab".repeat(32) };
const made = makeAnswers(dogForm, published, dogAnswers, "en");
const written = writeAnswers(made);

describe("the answers as a document", () => {
  it("say what was asked in the words of the person, and the same in German", () => {
    expect(made.questions.find(({ id }) => id === "hilfshund")).toEqual({
      id: "hilfshund",
      type: "yes-no",
      question: "Ist es ein Hilfshund? (en)",
      answer: "Yes",
      german: { question: "Ist es ein Hilfshund?", answer: "Ja" },
    });
    const german = makeAnswers(dogForm, published, dogAnswers, "de").questions;
    expect(german.map(({ question, answer }) => `${question} ${answer}`)).toEqual([
      "Halter Grete Sommer",
      "Anschrift Lindenweg 4\n05123 Musterfurt",
      "Seit wann? 03.09.2026",
      "Ist es ein Hilfshund? Ja",
      "Wo ausgebildet? Schule",
      "Welche Prüfung? Begleithund",
      "Weitere Tiere Katze",
      "Konto DE89 3704 0044 0532 0130 00",
      "Bisherige Steuer 234,50 €",
      "Schulterhöhe 48",
    ]);
  });

  it("are read back as they were written, and have one spelling", () => {
    expect(readAnswers(written)).toEqual(made);
    expect(writeAnswers({ ...made, answers: Object.fromEntries(Object.entries(made.answers).toReversed()) })).toBe(
      written,
    );
  });

  it.each([
    ["not JSON", `${written}}`],
    ["spelled otherwise", ` ${written}`],
    ["another version", written.replace('"version":1', '"version":2')],
    ["a field too many", written.replace('"language"', '"extra":1,"language"')],
    ["another language", written.replace('"language":"en"', '"language":"fr"')],
    ["a hash cut short", written.replace("abab", "ab")],
    ["a kind of question that does not exist", written.replace('"yes-no"', '"maybe"')],
    ["an answer that is a number", written.replace('"hoehe":"48"', '"hoehe":48')],
    ["too long an answer", written.replace('"hoehe":"48"', `"hoehe":"${"4".repeat(answersLimits.text + 1)}"`)],
  ])("are refused when they are %s", (_, json) => {
    expect(json).not.toBe(written);
    expect(readAnswers(json)).toBeNull();
  });
});
