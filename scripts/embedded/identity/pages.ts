import { type AssuranceLevel, assuranceLevels } from "@dvd/domain/assurance";
import { type Html, html, trustedHtml } from "./html.ts";
import { texts } from "./texts.ts";

export type RealmKind = "citizen" | "official";
export type Choice = { sub: string; name: string; detail?: string };

export const stylesheetPath = "/stil.css";

export function loginPage(
  kind: RealmKind,
  action: string,
  people: readonly Choice[],
  needed: AssuranceLevel | undefined,
  isIncomplete: boolean,
): string {
  const { login } = texts;
  return page(
    kind,
    login.title,
    html`<p>${login.lead[kind]}</p>
      ${isIncomplete ? html`<p class="alert" role="alert">${login.incomplete}</p>` : ""}
      <form method="post" action="${action}">
        <fieldset>
          <legend>${login.person}</legend>
          ${people.map(({ sub, name, detail }) => radio("person", sub, name, detail, false))}
        </fieldset>
        <fieldset aria-describedby="level-hint">
          <legend>${login.level}</legend>
          <p class="hint" id="level-hint">${needed ? login.levelNeeded(login.levelName[needed]) : login.levelHint}</p>
          ${assuranceLevels.map((level) => {
            const isChosen = level === (needed ?? "substantial");
            return radio("level", level, login.levelName[level], login.levelExample[kind][level], isChosen);
          })}
        </fieldset>
        <p class="buttons">
          <button class="main" name="action" value="login">${login.submit}</button>
          <button name="action" value="cancel" formnovalidate>${login.cancel}</button>
        </p>
      </form>`,
  );
}

/** `form` is the empty form of the library, with its protection against forged requests; our buttons belong to it. */
export function logoutPage(kind: RealmKind, form: string): string {
  const { logout } = texts;
  return page(
    kind,
    logout.title,
    html`<p>${logout.lead}</p>
      ${trustedHtml(form)}
      <p class="buttons">
        <button class="main" form="op.logoutForm" name="logout" value="yes">${logout.yes}</button>
        <button form="op.logoutForm">${logout.no}</button>
      </p>`,
  );
}

export const loggedOutPage = (kind: RealmKind) =>
  page(kind, texts.loggedOut.title, html`<p>${texts.loggedOut.lead}</p>`);

export const expiredPage = (kind: RealmKind) => page(kind, texts.error.title, html`<p>${texts.error.expired}</p>`);

export const errorPage = (kind: RealmKind, code: string) =>
  page(kind, texts.error.title, html`<p>${texts.error.lead}</p><p>${texts.error.code}: <code>${code}</code></p>`);

function radio(name: string, value: string, label: string, detail: string | undefined, isChosen: boolean): Html {
  const checked = isChosen ? html` checked` : "";
  return html`<label class="choice">
    <input type="radio" name="${name}" value="${value}" required${checked}>
    <span>${label}${detail === undefined ? "" : html` <span class="detail">${detail}</span>`}</span>
  </label>`;
}

function page(kind: RealmKind, title: string, content: Html): string {
  const name = texts.realmName[kind];
  return html`<!doctype html>
<html lang="de">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} – ${name}</title>
  <link rel="stylesheet" href="${stylesheetPath}">
</head>
<body>
  <header><p>${texts.notice}</p></header>
  <main>
    <p class="realm">${name}</p>
    <h1>${title}</h1>
    ${content}
  </main>
</body>
</html>
`.text;
}
