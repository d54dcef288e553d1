import { evidenceIdPattern, keyPatterns, type LocalText, type Service } from "./service.ts";

/** Sentences for whoever publishes a catalogue; empty when everything in it holds together. */
export function checkCatalogue(services: readonly Service[]): string[] {
  const slugs = new Set(services.map(({ slug }) => slug));
  return [
    ...repeated(services.map(({ slug }) => slug)).map((slug) => `${slug}: two services have this address`),
    ...repeated(services.map(({ key }) => key)).map((key) => `${key}: two services have this key`),
    ...services.flatMap((service) => checkService(service, slugs).map((problem) => `${service.slug}: ${problem}`)),
  ];
}

function checkService(service: Service, slugs: ReadonlySet<string>): string[] {
  const { key, keyOrigin, slug, evidence, preCheck } = service;
  const problems = textsOf(service).flatMap(({ de, en, simple }) =>
    [de, en, simple].every((text) => text.trim() !== "") ? [] : [`a text is missing near “${de || en || simple}”`],
  );
  if (!keyPatterns[keyOrigin].test(key)) problems.push(`the key ${key} is none of the kind “${keyOrigin}”`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) problems.push("an address is made of a–z, 0–9 and single hyphens");
  for (const { id } of evidence.filter(({ id }) => !evidenceIdPattern.test(id)))
    problems.push(`the document “${id}” needs a short id of a–z, 0–9 and hyphens`);
  if (evidence.some(({ max }) => max < 1)) problems.push("a place for documents has room for at least one");
  for (const id of repeated(evidence.map((item) => item.id))) problems.push(`two documents are called ${id}`);
  for (const { id, answers } of preCheck) {
    if (!answers.some(({ door }) => door === null)) problems.push(`no answer to “${id}” lets anybody go on`);
    for (const { door } of answers)
      if (door?.slug && (!slugs.has(door.slug) || door.slug === slug))
        problems.push(`an answer to “${id}” leads to ${door.slug}, which is no other service`);
  }
  return problems;
}

const textsOf = ({ title, summary, forWhom, cost, steps, evidence, preCheck }: Service): LocalText[] => [
  title,
  summary,
  forWhom,
  cost,
  ...steps,
  ...evidence.flatMap(({ label, why }) => (why ? [label, why] : [label])),
  ...preCheck.flatMap(({ question, answers }) => [
    question,
    ...answers.flatMap(({ label, door }) => (door ? [label, door.text] : [label])),
  ]),
];

const repeated = (values: readonly string[]) => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];
