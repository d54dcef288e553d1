import { describe, expect, it } from "vitest";
import { activeContentIn } from "./active-content.ts";

describe("active content of a PDF", () => {
  it.each([
    ["script", "<< /S /JavaScript /JS (app.alert(1)) >>"],
    ["script", "<</Names 3 0 R/JavaScript 4 0 R>>"],
    ["script", "<< /S /J#61vaScript >>"],
    ["script", "<</S/JS/X>>"],
    ["script", "<< /S /Launch /F (cmd.exe) >>"],
    ["script", "<< /Subtype /RichMedia >>"],
    ["attachment", "<< /Type /EmbeddedFile /Length 3 >>"],
    ["attachment", "<< /EmbeddedFiles 5 0 R >>"],
    ["connection", "<< /S /SubmitForm /F (https://example.org) >>"],
    ["connection", "<< /OpenAction << /S /URI /URI (https://example.org) >> >>"],
    ["form", "<< /AcroForm << /XFA [(a) 1 0 R] >> >>"],
  ] as const)("is found: %s in %s", (expected, structure) => {
    expect(activeContentIn(structure)).toEqual([expected]);
  });

  it.each([
    ["a page to begin with", "<< /OpenAction [3 0 R /Fit] >>"],
    ["an action that turns to a page", "<< /OpenAction << /S /GoTo /D [3 0 R /Fit] >> >>"],
    ["a link that somebody has to click", "<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>"],
    ["a form to fill in", "<< /AcroForm << /Fields [4 0 R] >> >>"],
    ["a name that only begins like one", "<< /JSON /JavaScripts /Launcher /LaunchPad >>"],
    ["a word in a text", "(JavaScript and Launch are words)"],
  ])("is not found in %s", (_what, structure) => {
    expect(activeContentIn(structure)).toEqual([]);
  });
});
