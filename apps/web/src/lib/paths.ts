import type { Route } from "next";

type Filled =
  | `/anliegen/${string}`
  | `/senden/${string}`
  | `/vorgaenge/${string}`
  | `/amt/vorgang/${string}`
  | `/amt/verwaltung/ausscheiden/${string}`;

/** `Route` knows addresses with a place to fill only while they are literals; the pages behind these exist. */
const filled = (path: Filled) => path as Route;

/**
 * Every address of the application. German, because people read, dictate and type them. No address ever carries a name,
 * a title or a key: it ends up in histories and logs.
 */
export const paths = {
  start: "/",
  services: "/anliegen",
  service: (slug: string): Route => filled(`/anliegen/${encodeURIComponent(slug)}`),
  preCheck: (slug: string): Route => filled(`/anliegen/${encodeURIComponent(slug)}/vorab`),
  send: (slug: string): Route => filled(`/senden/${encodeURIComponent(slug)}`),
  cases: "/vorgaenge",
  case: (id: string): Route => filled(`/vorgaenge/${encodeURIComponent(id)}`),
  account: "/konto",
  releaseDevice: "/konto/geraet",
  deleteAccount: "/konto/loeschen",
  accountDeleted: "/konto-geloescht",
  newKeys: "/konto/neuer-schluessel",
  inbox: "/amt",
  audit: "/amt/protokoll",
  unit: "/amt/stelle",
  members: "/amt/verwaltung",
  leaving: (id: string): Route => filled(`/amt/verwaltung/ausscheiden/${encodeURIComponent(id)}`),
  officeCase: (id: string): Route => filled(`/amt/vorgang/${encodeURIComponent(id)}`),
  officeAccount: "/amt/konto",
  signIn: "/anmelden",
  redeemInvitation: "/einladung",
  signedIn: "/angemeldet",
  signedOut: "/abgemeldet",
  help: "/hilfe",
  checkReceipt: "/beleg-pruefen",
  serverSees: "/was-der-server-sieht",
  security: "/sicherheit",
  reportWeakness: "/schwachstelle-melden",
  accessibility: "/barrierefreiheit",
  reportBarrier: "/barrierefreiheit#barriere-melden",
  privacy: "/datenschutz",
  imprint: "/impressum",
} as const satisfies Record<string, Route | ((part: string) => Route)>;
