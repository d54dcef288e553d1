import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { assemblePdf, makePdf, pagesOf } from "./pdf.ts";
import { citizenAtPhone } from "./people.ts";
import { portal } from "./portal.ts";
import { prepareDocument } from "./sending.ts";

/** A page of the portal embeds the viewer as the documents of a case do. Everything that it said until it was done. */
async function view(page: Page, pdf: Buffer): Promise<unknown[]> {
  await page.goto(`${portal().publicUrl}/hilfe`);
  return page.evaluate(
    (base64) =>
      new Promise<unknown[]>((resolve) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
        const reports: unknown[] = [];
        const frame = document.createElement("iframe");
        frame.sandbox.add("allow-scripts");
        frame.src = "/api/viewer";
        frame.width = "600";
        frame.height = "850";
        addEventListener("message", ({ source, origin, data }) => {
          if (source !== frame.contentWindow) return;
          reports.push({ origin, ...data });
          if (data.kind === "ready") {
            frame.contentWindow?.postMessage({ kind: "open", bytes }, "*", [bytes]);
            frame.contentWindow?.postMessage({ kind: "show", page: 1, width: 600, zoom: 1 }, "*");
          }
          if (data.kind === "text" || data.kind === "failed") resolve(reports);
        });
        document.body.prepend(frame);
      }),
    pdf.toString("base64"),
  );
}

function viewerFrame(page: Page) {
  const frame = page.frames().find((candidate) => candidate.url().endsWith("/api/viewer"));
  if (!frame) throw new Error("the page has no viewer");
  return frame;
}

const darkPixels = (page: Page) =>
  viewerFrame(page).evaluate(() => {
    const canvas = document.querySelector("canvas");
    const { data = [] } = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    return dark;
  });

/** Somewhere else in the world, where nothing may ever arrive. */
async function openElsewhere() {
  const calls: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    calls.push(url);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { calls, url: `http://127.0.0.1:${port}/leak`, close: () => server.close() };
}

const ready = { origin: "null", kind: "ready" };

test("a PDF is drawn as pixels, and its text can be read out", async ({ page }) => {
  expect(await view(page, makePdf("Wohngeld fuer Familie Kranich"))).toEqual([
    ready,
    { origin: "null", kind: "shown", page: 1, zoom: 1, pages: 1, width: 600, height: expect.closeTo(849.08, 1) },
    { origin: "null", kind: "text", page: 1, text: "Wohngeld fuer Familie Kranich" },
  ]);
  expect(await darkPixels(page)).toBeGreaterThan(200);
});

test("a scanned page is drawn, although its format needs a decoder of its own", async ({ page }) => {
  // CCITT group 4: sixteen rows of sixteen black pixels.
  const image = fax();
  const content = "400 0 0 400 100 200 cm /Im Do";
  const reports = await view(
    page,
    assemblePdf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >>",
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      `<< /Type /XObject /Subtype /Image /Width 16 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 /Rows 16 >> /Length ${image.length} >>\nstream\n${image}\nendstream`,
    ]),
  );
  expect(reports.at(-1)).toEqual({ origin: "null", kind: "text", page: 1, text: "" });
  expect(await darkPixels(page)).toBeGreaterThan(100_000);
});

/** The first row changes to black at once and back at its end (horizontal mode); all others are like it (vertical 0). */
function fax() {
  const horizontal = "001001101010000010111";
  const bits = horizontal + "11".repeat(15) + "000000000001000000000001";
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return bytes.map((byte) => String.fromCharCode(Number.parseInt(byte.padEnd(8, "0"), 2))).join("");
}

test("scripts and links in a document do nothing", async ({ page, context }) => {
  const elsewhere = await openElsewhere();
  const action = `<< /S /JavaScript /JS (app.alert\\("x"\\); app.launchURL\\("${elsewhere.url}", true\\); this.submitForm\\("${elsewhere.url}"\\);) >>`;
  const link = `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (${elsewhere.url}) >> >>`;
  const requests: string[] = [];
  let disturbances = 0;
  page.on("dialog", () => (disturbances += 1));
  context.on("page", () => (disturbances += 1));
  page.on("request", (request) => requests.push(request.url()));

  const reports = await view(
    page,
    assemblePdf(
      pagesOf(["harmlos"], {
        catalogue: `/OpenAction ${action} /AA << /WC ${action} >>`,
        page: `/AA << /O ${action} >> /Annots [${link}]`,
      }),
    ),
  );
  expect(reports.at(-1)).toMatchObject({ kind: "text", text: "harmlos" });
  await page.locator("iframe").click({ position: { x: 100, y: 100 } });
  await expect.poll(() => darkPixels(page)).toBeGreaterThan(50);

  expect(disturbances).toBe(0);
  expect(elsewhere.calls).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(portal().publicUrl) && !url.startsWith("blob:"))).toEqual([]);
  expect(page.url()).toBe(`${portal().publicUrl}/hilfe`);
  elsewhere.close();
});

test("even a program that has taken the viewer over reaches neither the portal nor anybody else", async ({ page }) => {
  const elsewhere = await openElsewhere();
  await view(page, makePdf("harmlos"));
  const attempts = await viewerFrame(page).evaluate(async (url) => {
    const attempt = async (what: () => unknown) => {
      try {
        await what();
        return "worked";
      } catch {
        return "refused";
      }
    };
    return {
      parent: await attempt(() => parent.document.title),
      storage: await attempt(() => localStorage.length),
      database: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const opening = indexedDB.open("dvd");
            opening.onsuccess = resolve;
            opening.onerror = reject;
          }),
      ),
      cookies: await attempt(() => document.cookie),
      portal: await attempt(() => fetch("/api/v1/services")),
      elsewhere: await attempt(() => fetch(url, { mode: "no-cors" })),
      picture: await attempt(() => {
        const image = new Image();
        image.src = url;
        return image.decode();
      }),
      code: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const channel = new MessageChannel();
            // In a task of its own: what the debugger that runs this test calls directly may compile strings.
            channel.port1.onmessage = () => {
              try {
                // oxlint-disable-next-line typescript/no-implied-eval
                resolve(new Function("return 1")());
              } catch (error) {
                reject(error instanceof Error ? error : new Error("refused"));
              }
            };
            channel.port2.postMessage(null);
          }),
      ),
      window: window.open(url) === null ? "refused" : "worked",
      top: await attempt(() => {
        if (top) top.location.href = url;
      }),
    };
  }, elsewhere.url);
  expect(Object.entries(attempts).filter(([, result]) => result === "worked")).toEqual([]);

  await viewerFrame(page).evaluate((url) => location.assign(url), elsewhere.url);
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith("/api/viewer"))).toBe(false);
  expect(elsewhere.calls).toEqual([]);
  elsewhere.close();
});

test("a broken file and one with a password fail with their reason", async ({ page }) => {
  const broken = { origin: "null", kind: "failed", reason: "broken" };
  expect(await view(page, Buffer.from("%PDF-1.7\nnothing of what this promises"))).toEqual([ready, broken]);
  expect(await view(page, Buffer.alloc(0))).toEqual([ready, broken]);

  const lock = `<${"ab".repeat(32)}>`;
  const locked = assemblePdf(
    [...pagesOf(["geheim"]), `<< /Filter /Standard /V 1 /R 2 /O ${lock} /U ${lock} /P -4 >>`],
    "/Encrypt 6 0 R /ID [<01> <01>]",
  );
  expect(await view(page, locked)).toEqual([ready, { origin: "null", kind: "failed", reason: "password" }]);
});

test("the viewer's answer allows its own program and nothing else", async () => {
  const { publicUrl } = portal();
  const response = await fetch(`${publicUrl}/api/viewer`);
  const html = await response.text();
  const hashOf = (element: string) => {
    const [, content = ""] = new RegExp(`<${element}>(.*?)</${element}>`, "s").exec(html) ?? [];
    return createHash("sha256").update(content).digest("base64");
  };
  expect(response.headers.get("content-security-policy")).toBe(
    `default-src 'none'; script-src 'sha256-${hashOf("script")}'; style-src 'sha256-${hashOf("style")}'; worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-scripts`,
  );
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-cache");

  const etag = response.headers.get("etag") ?? "";
  expect((await fetch(`${publicUrl}/api/viewer`, { headers: { "if-none-match": etag } })).status).toBe(304);
  expect((await fetch(`${publicUrl}/api/viewer`, { method: "POST", headers: { origin: publicUrl } })).status).toBe(404);
});

test("a citizen leafs through a document of their case, without a mouse and without losing the focus", async ({
  browser,
}) => {
  const { page, context } = await citizenAtPhone(browser, "Grete Sommer", "/senden/wohngeld");
  await sendDocument(page, makePdf("Erste Seite", "Zweite Seite", "Dritte Seite"));
  expect(page.frames()).toHaveLength(1);
  await page.getByRole("button", { name: "Öffnen: Unterlage 1" }).click();

  const viewer = page.getByRole("region", { name: "Ansicht von nachweis.pdf" });
  await expect(viewer.getByText("Seite 1 von 3")).toBeVisible();
  await expect(viewer.getByText("Sichere Ansicht: Skripte und Links im Dokument sind abgeschaltet.")).toBeVisible();
  await expect.poll(() => darkPixels(page)).toBeGreaterThan(50);
  await expectAccessible(page);

  const picture = viewer.getByRole("region", { name: "Seite als Bild" });
  await picture.focus();
  await page.keyboard.press("PageDown");
  await expect(viewer.getByText("Seite 2 von 3")).toBeVisible();
  await viewer.getByRole("button", { name: "Nächste Seite" }).click();
  await expect(viewer.getByText("Seite 3 von 3")).toBeVisible();
  // The page says its number when it is drawn, later than the controls do; earlier it would talk over the next sentence.
  const spoken = page.locator("[aria-live=polite]");
  await expect(spoken).toHaveText("Seite 3 von 3");
  await page.keyboard.press("PageDown");
  await expect(spoken).toHaveText("Das ist die letzte Seite.");

  await viewer.getByRole("button", { name: "Als Text anzeigen" }).click();
  await expect(viewer.getByText("Dritte Seite")).toBeVisible();
  await page.keyboard.press("PageUp");
  await expect(viewer.getByRole("region", { name: "Seite als Text" })).toHaveText("Zweite Seite");
  await expectAccessible(page);
  await viewer.getByRole("button", { name: "Als Bild anzeigen" }).click();

  const widthBefore = await viewer.locator("iframe").evaluate((frame) => frame.clientWidth);
  await viewer.getByRole("button", { name: "Vergrößern" }).click();
  await expect.poll(() => viewer.locator("iframe").evaluate((frame) => frame.clientWidth)).toBeGreaterThan(widthBefore);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  // A click on the page goes to the region around it; Tab leads on from there and never into the frame.
  await picture.click();
  await expect(picture).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("IFRAME");
  await context.close();
});

async function sendDocument(page: Page, pdf: Buffer) {
  await prepareDocument(page, pdf);
  await page.getByRole("button", { name: "Jetzt verschlüsselt abschicken" }).click();
  await page.getByRole("link", { name: "Zum Vorgang" }).click();
}
