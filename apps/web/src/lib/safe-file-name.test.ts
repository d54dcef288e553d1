import { describe, expect, it } from "vitest";
import { safeFileName } from "./safe-file-name.ts";

describe("the name under which a stranger's file is saved", () => {
  it("stays as it is when it is harmless", () => {
    expect(safeFileName("Wohngeldbescheid März 2026.pdf", true)).toBe("Wohngeldbescheid März 2026.pdf");
    expect(safeFileName("証明書.PDF", true)).toBe("証明書.pdf");
  });

  it("ends in what the bytes are, whatever it claims", () => {
    expect(safeFileName("rechnung.exe", true)).toBe("rechnung.exe.pdf");
    expect(safeFileName("rechnung.pdf", false)).toBe("rechnung.pdf.bin");
    expect(safeFileName("seite.html", false)).toBe("seite.html.bin");
    expect(safeFileName("daten.bin", false)).toBe("daten.bin");
  });

  it("names no folder", () => {
    for (const name of ["../../etc/a.pdf", String.raw`C:\Windows\a.pdf`, "/a.pdf", "x/..//a.pdf"])
      expect([name, safeFileName(name, true)]).toEqual([name, "a.pdf"]);
  });

  it("hides nothing: no character that turns the direction of writing, controls or cannot be seen", () => {
    expect(safeFileName("rech\u202Efdp.exe", false)).toBe("rechfdp.exe.bin");
    expect(safeFileName("a\u0000\n\u2066b\u200B\u2028\uD800.pdf", true)).toBe("ab.pdf");
    expect(safeFileName('a<b>:"|?*.pdf', true)).toBe("a_b______.pdf");
  });

  it("has a length that every system takes, and is never empty or hidden", () => {
    expect(safeFileName(`${"😀".repeat(200)}.pdf`, true)).toBe(`${"😀".repeat(60)}.pdf`);
    for (const name of ["", "..", ".pdf", " . .pdf", "x/"])
      expect([name, safeFileName(name, true)]).toEqual([name, "dokument.pdf"]);
    expect(safeFileName(".bashrc", false)).toBe("bashrc.bin");
  });
});
