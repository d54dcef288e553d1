import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"];
const everyRule: RunOptions = { resultTypes: ["violations"], runOnly: { type: "tag", values: tags } };

/** Those about colours. All others read the structure of a page, which is the same in every theme; `shapeOf` holds that. */
const colourRules = axe
  .getRules(["cat.color"])
  .filter((rule) => rule.tags.some((tag) => tags.includes(tag)))
  .map(({ ruleId }) => ruleId);
const rulesOfColour: RunOptions = { resultTypes: ["violations"], runOnly: { type: "rule", values: colourRules } };

/** No finding of axe, in light and in dark. Says which rule and which element, so that nobody has to search. */
export async function expectAccessible(page: Page) {
  await page.evaluate(untilItRests, { quietMs: 150, patienceMs: 1_500 });
  const shapes: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    shapes.push(await page.evaluate(shapeOf));
    const isKnown = shapes.length === 2 && shapes[0] === shapes[1];
    const findings = (await violationsOf(page, isKnown ? rulesOfColour : everyRule)).map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
    expect(findings, page.url()).toEqual([]);
  }
}

async function violationsOf(page: Page, options: RunOptions) {
  // It looks into frames of other origins too, with a page of its own for each look: twice as long.
  if (page.frames().length > 1) return (await new AxeBuilder({ page }).options(options).analyze()).violations;
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (wanted) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, wanted);
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  }, options);
}

/** In the page. What there is, where it stands, and whether it can be seen. */
const shapeOf = () => {
  const places = Array.from(document.querySelectorAll("*"), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { display, visibility, opacity } = getComputedStyle(element);
    return [x, y, width, height, display, visibility, opacity].join();
  });
  return `${document.documentElement.outerHTML}\n${places.join("\n")}`;
};

/** In the page. What moves while it is measured is measured before what has stood behind it a moment ago. */
const untilItRests = ({ quietMs, patienceMs }: { quietMs: number; patienceMs: number }) =>
  new Promise<void>((resolve) => {
    const rests = () => {
      observer.disconnect();
      resolve();
    };
    let quiet = setTimeout(rests, quietMs);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(rests, quietMs);
    });
    observer.observe(document, { subtree: true, childList: true });
    setTimeout(rests, patienceMs);
  });
