import { stem } from "./stem.ts";

/**
 * What the long words of German authorities are made of, folded. A fixed list, and not the words of the catalogue:
 * an entry is then split in the same way on every device and on the server, whatever else has been published.
 */
const listed = `
  abfall abmeldung adress akte alter amt anbau anmeldung antrag anwohner arbeit arzt aufenthalt auskunft auslander ausweis
  auto bau befreiung behinderten behinderung behorde beihilfe belastigung beratung bescheid bescheinigung beschwerde
  bestatigung betreuung bewohner brief buro burger chip container dach daten eheschliessung ehe einkommen einsicht
  eltern erlaubnis fahr fahrzeug familien feier fest feuer firma foto frei fuhrerschein garten gast gebuhren geburt
  geld genehmigung gerust geschaft gewerbe grund grundstuck gutschein halt halteverbot haupt haus heirat hilfe hochzeit
  hund impf jugend karte kind kindergarten kita konto kosten kranken kasse kurz land larm last leistung lohn marke melde
  miet mobel musik nachbar nachweis namens neben nummer ordnung ort park parken partner pass person personal pflege plan
  platz polizei post rechnung recht reise renten ruhe schein schild schul schutz sitz sozial staat stadt standes stand
  stelle steuer storung strasse tages tausch termin tier titel trau trauung umbau umtausch umzug unfall unterhalt
  unterlagen urkunde vater verbot verkehr verlangerung verlust vermieter versicherung vertrag vieh vollmacht vorschuss wagen
  waffen wahl wechsel werbung wohn wohngeld wohnort wohnung zeugnis zone zulassung zuschuss zweit
`;

export const wordParts: ReadonlySet<string> = new Set(listed.split(/\s+/).filter((part) => part !== ""));
export const partStems: ReadonlySet<string> = new Set([...wordParts].map(stem));
