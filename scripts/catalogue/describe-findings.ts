import type { RuleFinding } from "@dvd/domain/routing/examine-rules";
import { demoServices } from "./services.ts";

const titleOf = (key: string) => demoServices.find((service) => service.key === key)?.title.de ?? key;

/** What whoever publishes rules reads about them, one line for each finding. */
export const describeFindings = (findings: readonly RuleFinding[]): string =>
  findings
    .map((finding) => {
      const where = inRanges(finding.places.map(({ postalCode }) => postalCode));
      if (finding.kind === "overlap")
        return `Überschneidung: ${titleOf(finding.serviceKey)} in ${where}, Regeln ${finding.rules.join(" und ")}, entschieden durch ${decidedBy[finding.decidedBy]}`;
      const whoClears = finding.clearedBy ? `geht an die Klärung (${finding.clearedBy})` : "niemand nimmt es an";
      return `Lücke: ${titleOf(finding.serviceKey)} in ${where}, ${whoClears}`;
    })
    .map((line) => `${line}\n`)
    .join("");

const decidedBy = { "narrower-range": "das kleinere Gebiet", order: "die Reihenfolge" };

/** "05140, 05150–05159" */
function inRanges(codes: readonly string[]): string {
  const ranges: { from: string; to: string }[] = [];
  for (const code of [...new Set(codes)].toSorted()) {
    const last = ranges.at(-1);
    if (last && Number(code) === Number(last.to) + 1) last.to = code;
    else ranges.push({ from: code, to: code });
  }
  return ranges.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(", ");
}
