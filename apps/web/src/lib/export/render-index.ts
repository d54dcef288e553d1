import type { ExportData, ExportedCase, ExportedDocument, ExportedDraft, ExportedMessage } from "./export-data.ts";

/** The words of the page around the data, in the reader's language. */
export type IndexWords = {
  language: string;
  title: string;
  createdAt: (iso: string) => string;
  moment: (iso: string) => string;
  day: (iso: string) => string;
  about: string;
  machine: string;
  noCases: string;
  reference: string;
  receivedAt: string;
  state: string;
  until: string;
  messages: string;
  documents: string;
  history: string;
  receipt: string;
  none: string;
  you: string;
  office: string;
  unproven: string;
  asked: string;
  draft: string;
  changedAt: string;
  expiresAt: string;
  postalCode: string;
  unconfirmed: string;
  files: string;
};

/** `index.html`: no script, nothing loaded from elsewhere, readable in thirty years. All text is somebody's and escaped. */
export const renderIndex = (data: ExportData, words: IndexWords) => `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.createdAt(data.createdAt))}</p>
<p>${escaped(words.about)}</p>
<p><a href="daten.json">daten.json</a>: ${escaped(words.machine)}</p>
${data.cases.length === 0 ? `<p>${escaped(words.noCases)}</p>` : data.cases.map((one) => caseSection(one, words)).join("\n")}
${data.drafts.map((one) => draftSection(one, words)).join("\n")}
</main>
</body>
</html>
`;

const caseSection = (one: ExportedCase, words: IndexWords) => `<section>
<h2>${escaped(one.service)}</h2>
<dl>
${fact(words.reference, one.reference)}
${fact(words.office, `${one.unit}, ${one.authority}`)}
${fact(words.receivedAt, words.moment(one.receivedAt))}
${fact(words.state, one.state)}
${one.dueOn ? fact(words.until, words.day(one.dueOn)) : ""}
</dl>
${one.locked ? `<p class="note">${escaped(one.locked)}</p>` : ""}
<h3>${escaped(words.messages)}</h3>
${listOf(
  one.messages.map((message) => messageItem(message, words)),
  words,
)}
<h3>${escaped(words.documents)}</h3>
${listOf(
  one.documents.map((document) => documentItem(document, words)),
  words,
)}
<h3>${escaped(words.receipt)}</h3>
${listOf(receiptItems(one), words)}
<h3>${escaped(words.history)}</h3>
${listOf(
  one.history.map(({ at, words: sentence }) => `${escaped(words.moment(at))}: ${escaped(sentence)}`),
  words,
)}
</section>`;

const draftSection = (one: ExportedDraft, words: IndexWords) => `<section>
<h2>${escaped(one.service)} (${escaped(words.draft)})</h2>
${one.isUnconfirmed ? `<p class="note">${escaped(words.unconfirmed)}</p>` : ""}
<dl>
${fact(words.changedAt, words.moment(one.changedAt))}
${fact(words.expiresAt, words.moment(one.expiresAt))}
${one.postalCode ? fact(words.postalCode, one.postalCode) : ""}
${one.questions.map(({ question, answer }) => fact(question, answer)).join("\n")}
</dl>
${one.files.length > 0 ? `<p>${escaped(words.files)}</p><ul>${one.files.map(({ name }) => `<li>${escaped(name)}</li>`).join("")}</ul>` : ""}
</section>`;

const fact = (term: string, value: string) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`;

const listOf = (items: readonly string[], { none }: IndexWords) =>
  items.length === 0 ? `<p>${escaped(none)}</p>` : `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;

function messageItem({ at, sender, from, text, isProven, request }: ExportedMessage, words: IndexWords) {
  const who = sender === "citizen" ? words.you : (from ?? words.office);
  const head = `<p class="head"><strong>${escaped(who)}</strong>, ${escaped(words.moment(at))}</p>`;
  if (!isProven) return `${head}<p class="note">${escaped(words.unproven)}</p>`;
  const asked = request
    ? `<p>${escaped(words.asked)} ${escaped(words.day(request.dueOn))}</p><ul>${request.items.map(({ label }) => `<li>${escaped(label)}</li>`).join("")}</ul>`
    : "";
  return `${head}${asked}<p class="text">${escaped(text ?? "")}</p>`;
}

const documentItem = ({ file, name, sender, storedAt, missing }: ExportedDocument, words: IndexWords) =>
  `${file ? link(file, name ?? file) : `<span class="note">${escaped(missing ?? "")}</span>`} (${escaped(sender === "citizen" ? words.you : words.office)}, ${escaped(words.moment(storedAt))})`;

const receiptItems = ({ receipt, receiptMissing }: ExportedCase) => [
  ...(receipt ? [link(receipt.pdf, "PDF"), link(receipt.json, "JSON")] : []),
  ...(receiptMissing ? [escaped(receiptMissing)] : []),
];

/** Each step of the path by itself: a name may hold a number sign or a question mark. */
const link = (path: string, text: string) =>
  `<a href="${escaped(path.split("/").map(encodeURIComponent).join("/"))}">${escaped(text)}</a>`;

const escaped = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${String(character.codePointAt(0))};`);

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: #fff; color: #16181d; }
a { color: #1d3fb3; }
@media (prefers-color-scheme: dark) { body { background: #0b0d14; color: #eceef4; } a { color: #a9bcff; } }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
section { border-top: 2px solid; margin-top: 2.5rem; padding-top: .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; white-space: pre-wrap; }
li { margin-bottom: .5rem; } .head { margin: 0; } .text { margin: .25rem 0; white-space: pre-wrap; }
.note { border-left: 4px solid; padding-left: .75rem; }
`;
