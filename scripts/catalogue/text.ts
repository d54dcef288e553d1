import type { BetterDoor, Evidence, LocalText, PreCheckAnswer } from "@dvd/domain/service/service";

/** Short ways to write the catalogue of the demo. */

export const text = (de: string, en: string, simple: string): LocalText => ({ de, en, simple });

type EvidenceDetails = { why?: LocalText; required?: boolean; max?: number };

export const evidence = (id: string, label: LocalText, details: EvidenceDetails = {}): Evidence => ({
  id,
  label,
  why: details.why ?? null,
  required: details.required ?? true,
  max: details.max ?? 1,
});

export const goOn = (id: string, label: LocalText): PreCheckAnswer => ({ id, label, door: null });
export const betterDoor = (id: string, label: LocalText, door: BetterDoor): PreCheckAnswer => ({ id, label, door });

export const yes = text("Ja", "Yes", "Ja");
export const no = text("Nein", "No", "Nein");

export const free = text("Kostenlos", "Free of charge", "Das kostet nichts.");

export const identityCard = evidence(
  "ausweis",
  text("Personalausweis oder Reisepass, Vorder- und Rückseite", "Identity card or passport, both sides", "Ihr Ausweis"),
  {
    why: text(
      "Damit niemand in Ihrem Namen handeln kann.",
      "So that nobody can act in your name.",
      "Das Amt muss wissen: Das sind wirklich Sie.",
    ),
    max: 2,
  },
);

export const sendOnline = text(
  "Sie machen Ihre Angaben und schicken die Unterlagen verschlüsselt ab.",
  "You fill in the form and send your documents, encrypted.",
  "Sie beantworten Fragen. Sie schicken die Papiere.",
);
export const officeChecks = text(
  "Die Stelle prüft alles und fragt hier im Portal nach, wenn etwas fehlt.",
  "The office checks everything and asks you here if something is missing.",
  "Das Amt prüft Ihre Papiere. Fehlt etwas? Dann fragt das Amt Sie hier.",
);
export const decisionArrives = text(
  "Der Bescheid kommt in Ihr Postfach hier im Portal.",
  "The decision arrives in your inbox here.",
  "Das Amt schreibt Ihnen die Antwort. Sie lesen sie hier.",
);
