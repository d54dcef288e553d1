import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { createSearch } from "../canary/search.ts";
import { makePdf } from "./pdf.ts";
import { citizenAtPhone, type Person } from "./people.ts";
import { portal } from "./portal.ts";
import { attach, expectKept, findOffice, goOn, saveRecoveryKey } from "./sending.ts";

/**
 * A marker is typed into every box of a form that has one of nearly each kind, long enough to be saved as a draft. Then
 * it is looked for everywhere but on the screen.
 */
test.describe.configure({ mode: "serial" });

const marker = `Kanarie-Formular-${Array.from({ length: 10 }, () => "ABCDEFGHKMNPRSTUVWXYZ23456789"[randomInt(29)]).join("")}`;
let citizen: Person;
const addresses: string[] = [];

test.afterAll(() => citizen?.context.close());

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Every box on the page, also those that will not take it: what was typed was typed. */
async function typeEverywhere(page: Page) {
  for (const box of await page
    .locator("main form :is(input:not([type=radio], [type=checkbox], [type=file]), textarea)")
    .all())
    await box.fill(`${marker} 7`);
  for (const choice of await page.locator("main form [type=radio]").all()) await choice.check();
  await expect(page.getByText(/Verschlüsselt gespeichert auf diesem Gerät/)).toBeVisible();
  await expectKept(page);
}

/** Everything that the browser keeps for this origin, as the bytes that it is. */
const keptInBrowser = (page: Page) =>
  page.evaluate(async () => {
    const pieces: string[] = [
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ];
    pieces.push(JSON.stringify(history.state), document.cookie, location.href);
    const bytes = (value: Uint8Array) => Array.from(value, (byte) => String.fromCharCode(byte)).join("");
    const add = (value: unknown): void => {
      if (typeof value === "string") pieces.push(unescape(encodeURIComponent(value)));
      else if (value instanceof ArrayBuffer) pieces.push(bytes(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value))
        pieces.push(bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      else if (typeof value === "object" && value !== null && !(value instanceof CryptoKey))
        Object.values(value).forEach(add);
    };
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        add(await settled(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const entry of folder.values()) {
        pieces.push(entry.name);
        if (entry instanceof FileSystemDirectoryHandle) await walk(entry);
        else if (entry instanceof FileSystemFileHandle) add(await (await entry.getFile()).arrayBuffer());
      }
    };
    await walk(await navigator.storage.getDirectory());
    return pieces.join("\n");
  });

async function sightingsInBrowser(page: Page) {
  const file = test.info().outputPath("browser.bin");
  writeFileSync(file, Buffer.from(await keptInBrowser(page), "latin1"));
  return createSearch([marker]).inFile(file);
}

test("a marker is typed into every field of every page", async ({ browser }) => {
  citizen = await citizenAtPhone(browser, "Wiebke Amsel", "/senden/wohngeld");
  const { page } = citizen;
  page.on("request", (request) => addresses.push(request.url(), JSON.stringify(request.headers())));
  await findOffice(page);

  const mended: (() => Promise<void>)[] = [
    async () => undefined,
    () => page.getByLabel("Postleitzahl").fill("05123"),
    () => page.getByLabel("Wie viele Personen wohnen dort").fill("2"),
    () => page.getByLabel("Zur Miete").check(),
    () => page.getByLabel("Wie hoch ist Ihre Miete").fill("612,50"),
    () => page.getByLabel("Wie hoch ist das Einkommen").fill("1.480"),
    () => page.getByLabel("Arbeit oder Ausbildung").check(),
    () => page.getByLabel("Auf welches Konto").fill("DE89 3704 0044 0532 0130 00"),
    () => page.getByLabel("Unter welcher Nummer").fill(""),
    async () => undefined,
  ];
  for (const mend of mended) {
    await typeEverywhere(page);
    await mend();
    await goOn(page);
  }
  await attach(page, `${marker}.pdf`, makePdf(marker));
  await expect(page.getByText(marker).first()).toBeVisible();
});

test("no control could post what is in it: none has a form and a name, and no form an address", async () => {
  const { page } = citizen;
  for (let step = 0; step < 6; step += 1) {
    const postable = await page.evaluate(() =>
      Array.from(document.querySelectorAll("main :is(input, textarea, select, form)"))
        .filter((element) =>
          element instanceof HTMLFormElement
            ? element.hasAttribute("action")
            : element.hasAttribute("name") && "form" in element && element.form !== null,
        )
        .map((element) => element.outerHTML),
    );
    expect(postable).toEqual([]);
    const shown = await heading(page).innerText();
    await page.goBack();
    await expect(heading(page)).not.toHaveText(shown);
  }
  await page.reload();
});

test("it is nowhere in the browser's storage, history and addresses, while it is a draft", async () => {
  const { page } = citizen;
  expect(addresses.filter((text) => text.includes(marker) || text.includes(encodeURIComponent(marker)))).toEqual([]);
  expect(await sightingsInBrowser(page)).toEqual([]);

  // A search that has never found anything proves nothing.
  await page.evaluate((text) => localStorage.setItem("leak", text), marker);
  expect(await sightingsInBrowser(page)).not.toEqual([]);
  await page.evaluate(async (text) => {
    localStorage.removeItem("leak");
    const folder = await navigator.storage.getDirectory();
    const leak = await (await folder.getFileHandle("leak", { create: true })).createWritable();
    await leak.write(text);
    await leak.close();
  }, marker);
  expect(await sightingsInBrowser(page)).not.toEqual([]);
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry("leak"));
});

test("it is sent, and was never on the wire, in the database, in a blob or in a log", async () => {
  const { page } = citizen;
  await page.goto("/senden/wohngeld");
  await page
    .getByRole("button", { name: "Ohne diese Unterlagen weiter" })
    .or(page.getByRole("button", { name: "Weiter" }))
    .first()
    .waitFor();
  const without = page.getByRole("button", { name: "Ohne diese Unterlagen weiter" });
  for (let shown = await heading(page).innerText(); !shown.endsWith(": Prüfen"); ) {
    await goOn(page);
    await expect(heading(page).filter({ hasNotText: shown }).or(without)).toBeVisible();
    if (await without.isVisible()) await without.click();
    await expect(heading(page)).not.toHaveText(shown);
    shown = await heading(page).innerText();
  }
  await page.getByRole("button", { name: "Weiter: Schlüssel sichern" }).click();
  await saveRecoveryKey(page);
  await page.getByLabel("Ich habe den Schlüssel gespeichert oder ausgedruckt.").check();
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await expect(page.getByRole("heading", { name: /^Abgeschickt am/ })).toBeVisible();

  const { dataDir, adminUrl, trafficFile } = portal();
  const search = createSearch([marker]);
  const sightings = [
    ...(await search.inFile(trafficFile)),
    ...(await search.inDatabase(adminUrl)),
    ...(await search.inFolder(dataDir)),
    ...(await sightingsInBrowser(page)),
  ];
  expect(sightings).toEqual([]);
});
