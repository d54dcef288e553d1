import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { assemblePdf, makePdf, pagesOf } from "./pdf.ts";
import { citizenAtPhone, type Person } from "./people.ts";
import { answerWohngeld, findOffice } from "./sending.ts";

/** What a person meets where documents are asked for. The bytes that travel are in the story of three files. */
test.describe.configure({ mode: "serial" });

let person: Person;
const slot = (page: Page, id: string) => page.locator(`[data-slot="${id}"]`);
const pick = (page: Page, id: string, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  slot(page, id).locator('input[type="file"]').first().setInputFiles(files);
const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: makePdf(name) });

test.afterAll(() => person?.context.close());

test("each document that is asked for has its place", async ({ browser }) => {
  person = await citizenAtPhone(browser, "Jette Ahorn", "/senden/wohngeld");
  const { page } = person;
  await findOffice(page);
  await answerWohngeld(page, { family: "Ahorn", remark: "Bitte prüfen." });
  await expect(page.getByRole("button", { name: "Dateien auswählen Mietvertrag, alle Seiten" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Dateien auswählen Nachweis über Ihr Einkommen" })).toBeVisible();
  await expect(page.getByText("Davon sind noch 5 Gigabyte frei.", { exact: false })).toBeVisible();
  await expectAccessible(page);
});

test("what an office cannot take stays here, with words about what to do", async () => {
  const { page } = person;
  const script = assemblePdf(pagesOf(["x"], { catalogue: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" }));
  await pick(
    page,
    "mietvertrag",
    { name: "vertrag.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ, a program") },
    { name: "formular.pdf", mimeType: "application/pdf", buffer: script },
    { name: "notiz.txt", mimeType: "text/plain", buffer: Buffer.from("Guten Tag") },
  );
  const place = slot(page, "mietvertrag");
  await expect(place.getByText("vertrag.pdf: Das ist ein Programm.")).toBeVisible();
  await expect(place.getByText("formular.pdf: In dieser PDF-Datei steckt ein kleines Programm.")).toBeVisible();
  await expect(place.getByText("notiz.txt: Diese Art von Datei nimmt die Stelle nicht an.")).toBeVisible();
  await expect(slot(page, "mietvertrag").getByRole("listitem")).toHaveCount(0);
  await expectAccessible(page);
});

test("a document lies encrypted on the device", async () => {
  const { page } = person;
  await pick(page, "mietvertrag", pdf("vertrag.pdf"), pdf("anlage.pdf"));
  const list = page.getByRole("list", { name: "Ausgewählt für: Mietvertrag, alle Seiten" });
  await expect(list.getByText("Liegt verschlüsselt auf diesem Gerät bereit.")).toHaveCount(2);
  await expect(slot(page, "mietvertrag").getByText("Das ist ein Programm.")).toHaveCount(0);
  await expectAccessible(page);
  expect(await keptBytes(page)).not.toMatch(/vertrag\.pdf|%PDF|Helvetica/);
});

test("what was removed can be put back, and the focus does not get lost", async () => {
  const { page } = person;
  await page.getByRole("button", { name: "anlage.pdf entfernen", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("anlage.pdf ist entfernt.").first()).toBeVisible();
  const undo = page.getByRole("button", { name: "Rückgängig: anlage.pdf entfernen" });
  await expect(undo).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "anlage.pdf entfernen", exact: true })).toBeVisible();
});

test("photos become one PDF once the person has put them in order", async () => {
  const { page } = person;
  const photo = withPlace(await drawnPhoto(page));
  await pick(
    page,
    "einkommen",
    { name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: photo },
    { name: "IMG_2.jpg", mimeType: "image/jpeg", buffer: photo },
  );
  await expect(page.getByRole("heading", { name: "Seiten aus Ihren Fotos: 2" })).toBeVisible();
  await page.getByRole("button", { name: "Drehen: Seite 1" }).click();
  await page.getByRole("button", { name: "Nach hinten: Seite 1" }).click();
  await expectAccessible(page);

  // With the arrow keys: a quarter off the top, and on the right as far as it goes.
  await page.getByRole("button", { name: "Zuschneiden: Seite 1" }).focus();
  await page.keyboard.press("Enter");
  const top = page.getByRole("slider", { name: "Oben: Seite 1" });
  await top.focus();
  for (let step = 0; step < 25; step += 1) await page.keyboard.press("ArrowRight");
  await expect(top).toHaveAttribute("aria-valuetext", "25 Prozent");
  await page.getByRole("slider", { name: "Rechts: Seite 1" }).focus();
  await page.keyboard.press("End");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Fertig: Seite 1" }).click();
  await expect(page.getByRole("button", { name: "Zuschneiden: Seite 1" })).toBeFocused();
  await expect(page.getByRole("slider")).toHaveCount(0);

  await page.getByRole("button", { name: "Weiter", exact: true }).click();
  await expect(page.getByText("Ihre Fotos sind noch keine PDF-Datei.").first()).toBeVisible();
  const made = await noteMadeFiles(page);
  await page.getByRole("button", { name: "Als PDF hinzufügen" }).click();
  await expect(
    page.getByText("Fotos, aus denen wir den Aufnahmeort entfernt haben: 2.", { exact: false }),
  ).toBeAttached();
  await expect(page.getByRole("button", { name: "Nachweis über Ihr Einkommen.pdf entfernen" })).toBeVisible();
  await expectAccessible(page);
  // The cut one without what was cut off, the turned one lying as it was turned.
  expect((await made()).match(/\/Width \d+ \/Height \d+/g)).toEqual(["/Width 22 /Height 45", "/Width 60 /Height 40"]);
});

test("a photo that is out of focus is doubted, and the person takes it again or leaves it", async () => {
  const { page } = person;
  const names = ["scharf.jpg", "unscharf.jpg", "unscharf-2.jpg"] as const;
  const [sharp, soft] = [await photographedLetter(page, 0), await photographedLetter(page, 9)];
  const photo = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });
  await pick(page, "mietvertrag", photo(names[0], sharp), photo(names[1], soft), photo(names[2], soft));
  const doubt = (number: number) => page.getByText(`Seite ${number} ist vielleicht schwer lesbar. Neu aufnehmen?`);
  await expect(doubt(2).first()).toBeVisible();
  await expect(doubt(3).first()).toBeVisible();
  await expect(doubt(1)).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "So lassen: Seite 2" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "So lassen: Seite 2" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Drehen: Seite 2" })).toBeFocused();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Neu aufnehmen: Seite 3" }).click();
  await (await chooser).setFiles(photo("neu.jpg", sharp));
  await expect(page.getByText("Seite 3 ist durch das neue Foto ersetzt.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Neu aufnehmen: Seite 3" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Seiten aus Ihren Fotos: 3" })).toBeVisible();

  for (let count = 3; count > 0; count -= 1) await page.getByRole("button", { name: "Entfernen: Seite 1" }).click();
  await expect(page.getByRole("heading", { name: /^Seiten aus Ihren Fotos/ })).toHaveCount(0);
});

test("a second tab leaves the documents to the first, and takes them over when it is closed", async () => {
  const { page, context } = person;
  const second = await context.newPage();
  await second.goto("/senden/wohngeld");
  await second.getByRole("button", { name: "Weitermachen: Wohngeld beantragen" }).click();
  await expect(second.getByText("Ihre Unterlagen sind in einem anderen Fenster offen.")).toBeVisible();
  await expect(second.getByRole("button", { name: "vertrag.pdf entfernen" })).toHaveCount(0);
  await expectAccessible(second);
  await page.close();
  await expect(second.getByRole("button", { name: "vertrag.pdf entfernen" })).toBeVisible();
  await expect(second.getByRole("button", { name: "Nachweis über Ihr Einkommen.pdf entfernen" })).toBeVisible();
});

/** Everything that the browser keeps in its private file system for this page, one character for each byte. */
const keptBytes = (page: Page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("uploads");
    let all = "";
    for await (const handle of folder.values())
      if (handle instanceof FileSystemFileHandle)
        all += new TextDecoder("latin1").decode(await (await handle.getFile()).arrayBuffer());
    return all;
  });

/** What the page puts together, as it goes on from there. */
async function noteMadeFiles(page: Page) {
  await page.evaluate(() => {
    const made: BlobPart[] = [];
    Object.assign(globalThis, { made });
    globalThis.File = class extends File {
      constructor(parts: BlobPart[], name: string, options?: FilePropertyBag) {
        super(parts, name, options);
        made.push(...parts);
      }
    };
  });
  return () => page.evaluate(() => new Blob((globalThis as unknown as { made: BlobPart[] }).made).text());
}

async function drawnPhoto(page: Page) {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(60, 40);
    const context = canvas.getContext("2d");
    if (context) context.fillStyle = "#804020";
    context?.fillRect(0, 0, 60, 40);
    const blob = await canvas.convertToBlob({ type: "image/jpeg" });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  });
  return Buffer.from(base64, "base64");
}

/** A letter in ten points on a sheet, with so many dots of blur. */
async function photographedLetter(page: Page, blur: number) {
  const base64 = await page.evaluate(async (dots) => {
    const canvas = new OffscreenCanvas(1_700, 2_400);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser cannot draw");
    context.fillStyle = "#eee";
    context.fillRect(0, 0, 1_700, 2_400);
    context.filter = dots > 0 ? `blur(${dots}px)` : "none";
    context.fillStyle = "#222";
    context.font = "28px sans-serif";
    for (let line = 0; line < 50; line += 1)
      context.fillText(
        `Zeile ${line}: Die Kaltmiete beträgt monatlich 612,50 Euro, zahlbar zum dritten Werktag.`,
        150,
        200 + 40 * line,
      );
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, blur);
  return Buffer.from(base64, "base64");
}

/** As a camera writes it that was held upright: turned by a note, and with the place in another one. */
function withPlace(jpeg: Buffer) {
  const tiff = Buffer.alloc(38);
  tiff.write("MM\0*\0\0\0\b", "latin1");
  tiff.writeUInt16BE(2, 8);
  for (const [index, [tag, type, value]] of [
    [0x0112, 3, 6 << 16],
    [0x8825, 4, 38],
  ].entries() as ArrayIterator<[number, [number, number, number]]>) {
    tiff.writeUInt16BE(tag, 10 + 12 * index);
    tiff.writeUInt16BE(type, 12 + 12 * index);
    tiff.writeUInt32BE(1, 14 + 12 * index);
    tiff.writeUInt32BE(value, 18 + 12 * index);
  }
  const note = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("Musterfurt")]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(note.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, note, jpeg.subarray(2)]);
}
