import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";

/** What looks at every stop of the other stories: that it sees a fault in each theme, also one that only the dark has. */
const show = (page: Page, style: string, more: string) =>
  page.setContent(`<!doctype html><html lang="de"><head><title>Seite</title>
    <style>:root { color-scheme: light dark; background: light-dark(#fff, #000); color: light-dark(#000, #fff) } ${style}</style>
    </head><body><main><h1>Seite</h1><p>Ein Satz.</p>${more}</main></body></html>`);

const link = '<p>Ein langer Satz mit einem <a href="#mehr">Verweis</a>, der weitergeht.</p>';
const onlyInTheDark = "button { display: none } @media (prefers-color-scheme: dark) { button { display: block } }";

for (const [fault, style, more, finding] of [
  ["letters too faint in the light", "p { color: light-dark(#ccc, #fff) }", "", "light color-contrast"],
  ["letters too faint in the dark", "p { color: light-dark(#000, #333) }", "", "dark color-contrast"],
  [
    "a link nearly like its text in the dark",
    "a { text-decoration: none; color: light-dark(#06f, #ddd) }",
    link,
    "dark link-in-text-block",
  ],
  ["a button without a name", "", "<button></button>", "light button-name"],
  ["one that only the dark shows", onlyInTheDark, "<button></button>", "dark button-name"],
  ["one in a frame", "", '<iframe title="Bild" srcdoc="<button></button>"></iframe>', "light button-name"],
] as const)
  test(`it finds ${fault}`, async ({ page }) => {
    await show(page, style, more);
    await expect(expectAccessible(page)).rejects.toThrow(finding);
  });

test("it finds nothing where there is nothing", async ({ page }) => {
  await show(page, "", '<button>Weiter</button><iframe title="Bild" srcdoc="<p>Ein Bild.</p>"></iframe>');
  await expectAccessible(page);
});
