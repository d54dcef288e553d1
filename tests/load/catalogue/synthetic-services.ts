import { demoServices } from "@dvd/scripts/catalogue/services";
import { sameText } from "@dvd/domain/service/testing";
import type { Service } from "@dvd/domain/service/service";

const heads = [
  "Bau",
  "Wohn",
  "Gewerbe",
  "Hunde",
  "Fahrzeug",
  "Schul",
  "Kinder",
  "Jugend",
  "Senioren",
  "Umwelt",
  "Wasser",
  "Forst",
  "Jagd",
  "Fischerei",
  "Denkmal",
  "Kultur",
  "Sport",
  "Markt",
  "Tier",
  "Pflanzen",
  "Energie",
  "Abfall",
  "Straßen",
  "Verkehrs",
  "Sozial",
  "Pflege",
  "Gesundheits",
  "Impf",
  "Apotheken",
  "Handwerks",
  "Steuer",
  "Grundstücks",
  "Melde",
  "Pass",
  "Waffen",
  "Spreng",
  "Strahlen",
  "Lebensmittel",
  "Gaststätten",
  "Reise",
];
const tails = [
  "genehmigung",
  "erlaubnis",
  "bescheinigung",
  "anzeige",
  "förderung",
  "beihilfe",
  "zulassung",
  "prüfung",
  "ausweis",
  "karte",
  "gebühr",
  "auskunft",
  "beratung",
  "register",
  "zeugnis",
  "befreiung",
  "untersuchung",
  "vertrag",
  "schein",
  "meldung",
];
const deeds = ["beantragen", "anmelden", "abmelden", "ändern", "verlängern", "anfordern", "melden", "umtauschen"];
const objects = [
  "für Vereine",
  "für Betriebe",
  "für Privatpersonen",
  "für Familien",
  "für Auszubildende",
  "bei Umzug",
  "bei Verlust",
  "nach Ablauf",
  "im Ausland",
  "in Schutzgebieten",
  "für Veranstaltungen",
  "für Neubauten",
  "für Altbauten",
  "ab 18 Jahren",
  "für Landwirte",
  "im Nebenerwerb",
];

const of = (list: readonly string[], index: number) => list[index % list.length] ?? "";

/** As many services as asked for, with words like those of the federal catalogue; the 25 of the demo come first. */
export function syntheticServices(count: number): Service[] {
  return Array.from({ length: count }, (_, index) => {
    const known = demoServices[index];
    if (known) return known;
    const model = demoServices[index % demoServices.length];
    if (!model) throw new Error("the demo has no services");
    const name = `${of(heads, index)}${of(tails, Math.floor(index / heads.length))}`;
    const rest = Math.floor(index / (heads.length * tails.length));
    const title = `${name} ${of(objects, rest)} ${of(deeds, index)}`;
    return {
      ...model,
      key: `DEMO${String(1_000_000 + index).padStart(10, "0")}`,
      slug: `dienst-${index}`,
      title: sameText(title),
      summary: sameText(`${name} Nummer ${index} ${of(objects, rest + 3)}`),
      synonyms: { de: [`${of(heads, index + 7)}${of(tails, index)}`, of(tails, index)], en: [] },
    };
  });
}
