import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"];

/** No finding of axe, in light and in dark. Says which rule and which element, so that nobody has to search. */
export async function expectAccessible(page: Page) {
  await page.evaluate(untilItRests, { quietMs: 150, patienceMs: 1_500 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const findings = violations.map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
    expect(findings, page.url()).toEqual([]);
  }
}

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
