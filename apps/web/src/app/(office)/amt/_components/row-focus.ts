/** Lines of the list are found by the case they stand for, so that what arrives in between moves nobody's place. */
const linksOf = (rows: HTMLElement | null) => Array.from(rows?.querySelectorAll<HTMLElement>("[data-case] a") ?? []);

const rowOf = (element: Element | null) => element?.closest<HTMLElement>("[data-case]") ?? null;

/** The case of the line that has the focus, be it the link or a button in it. */
export const caseInFocus = (rows: HTMLElement | null) =>
  rows?.contains(document.activeElement) ? rowOf(document.activeElement)?.dataset.case : undefined;

export function moveFocus(rows: HTMLElement | null, by: 1 | -1) {
  const links = linksOf(rows);
  const current = links.findIndex((link) => rowOf(link)?.dataset.case === caseInFocus(rows));
  const wanted = current === -1 ? 0 : current + by;
  links[Math.min(Math.max(wanted, 0), links.length - 1)]?.focus();
}

export const linkOf = (rows: HTMLElement | null, caseId: string) =>
  linksOf(rows).find((link) => rowOf(link)?.dataset.case === caseId);
