import { readdirSync } from "node:fs";
import path from "node:path";
import { type CallerName, callers } from "./callers.ts";
import { readCells } from "./read-cells.ts";

/** The words of the table below. */
export const shown: Readonly<Record<string, string>> = {
  page: "the page",
  door: "the way to the sign-in page",
  closed: "a page that says that it is not theirs",
  home: "the way to their cases or to the inbox",
  log: "the way to `/amt/protokoll`",
  members: "the way to `/amt/verwaltung`",
};

/** Which page is shown to whom. */
const table = readCells(
  `
                                  nobody  owner  stranger  newcomer  assignee  deputy   member   lead     recused  outsider  auditor  admin
/                                 page    page   page      page      page      page     page     page     page     page      page     page
/abgemeldet                       page    home   home      home      home      home     home     home     home     home      home     home
/amt                              door    door   door      door      page      page     page     page     page     page      log      members
/amt/konto                        door    door   door      door      page      page     page     page     page     page      page     page
/amt/protokoll                    door    door   door      door      closed    closed   closed   closed   closed   closed    page     closed
/amt/stelle                       door    door   door      door      page      page     page     page     page     page      page     page
/amt/verwaltung                   door    door   door      door      closed    closed   closed   closed   closed   closed    closed   page
/amt/verwaltung/ausscheiden/[id]  door    door   door      door      members   members  members  members  members  members   members  page
/amt/vorgang/[id]                 door    door   door      door      page      page     page     page     page     page      page     page
/angemeldet                       page    page   page      page      page      page     page     page     page     page      page     page
/anliegen                         page    page   page      page      page      page     page     page     page     page      page     page
/anliegen/[slug]                  page    page   page      page      page      page     page     page     page     page      page     page
/anliegen/[slug]/vorab            page    page   page      page      page      page     page     page     page     page      page     page
/anmelden                         page    page   page      page      page      page     page     page     page     page      page     page
/barrierefreiheit                 page    page   page      page      page      page     page     page     page     page      page     page
/beleg-pruefen                    page    page   page      page      page      page     page     page     page     page      page     page
/datenschutz                      page    page   page      page      page      page     page     page     page     page      page     page
/einladung                        page    page   page      page      page      page     page     page     page     page      page     page
/fehler/[code]                   page    page   page      page      page      page     page     page     page     page      page     page
/hilfe                            page    page   page      page      page      page     page     page     page     page      page     page
/impressum                        page    page   page      page      page      page     page     page     page     page      page     page
/konto                            door    page   page      page      door      door     door     door     door     door      door     door
/konto-geloescht                  page    page   page      page      page      page     page     page     page     page      page     page
/konto/geraet                     door    page   page      page      door      door     door     door     door     door      door     door
/konto/loeschen                   door    page   page      page      door      door     door     door     door     door      door     door
/konto/neuer-schluessel           door    page   page      page      door      door     door     door     door     door      door     door
/schwachstelle-melden             page    page   page      page      page      page     page     page     page     page      page     page
/senden/[slug]                    door    page   page      page      door      door     door     door     door     door      door     door
/sicherheit                       page    page   page      page      page      page     page     page     page     page      page     page
/vorgaenge                        door    page   page      page      door      door     door     door     door     door      door     door
/vorgaenge/[id]                   door    page   page      page      door      door     door     door     door     door      door     door
/was-der-server-sieht             page    page   page      page      page      page     page     page     page     page      page     page
`,
  (word) => {
    if (!Object.hasOwn(shown, word)) throw new Error(`the table of pages has the word ${word}`);
    return word;
  },
);

export const pageNames = [...table.keys()];
export const shownTo = (name: string, caller: CallerName): string => table.get(name)?.[callers[caller].column] ?? "";

/** What a page behind the login delivers: the part for the browser, which asks for everything else. */
const otherParts: Readonly<Record<string, string>> = {
  "/amt/konto": "OfficeAccount",
  "/amt/protokoll": "AuditLog",
  "/amt/verwaltung": "Members",
  "/amt/verwaltung/ausscheiden/[id]": "Leaving",
  "/konto/neuer-schluessel": "NewKeys",
};
export const partOf = (name: string): string | null =>
  shownTo(name, "nobody") === "door" ? (otherParts[name] ?? "KeysGate") : null;

/** Every page that there is, by its place in the folders. */
export function existingPages(): string[] {
  const folder = path.resolve(import.meta.dirname, "../../apps/web/src/app");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${path.dirname(file)}`.replaceAll(/\/\([^/]+\)|\/\.$/g, "") || "/")
    .toSorted();
}
