import type { RoutingRule } from "@dvd/domain/routing/rule";
import { ars } from "./places.ts";

type DemoRule = Omit<RoutingRule, "unitId"> & { unit: string };

const registration = [
  "99115005104000",
  "99115005104001",
  "99115003012000",
  "99008001011001",
  "99085001011001",
  "99008004011002",
];
const question = "DEMO0000000025";
const rights = ["DEMO0000000023", "DEMO0000000024"];
const youth = ["DEMO0000000015", "DEMO0000000016"];
const housingBenefit = "DEMO0000000009";
const residencePermit = "DEMO0000000018";
const drivingLicence = "DEMO0000000019";
const order = [
  "DEMO0000000010",
  "DEMO0000000011",
  "DEMO0000000012",
  "DEMO0000000020",
  "DEMO0000000021",
  "DEMO0000000022",
];

const city = [ars.musterfurt];
const county = ["98002"];
const union = ["980025001"];

/**
 * Left out on purpose: 05140 and 05150 to 05159 have no building authority, and nobody at all decides on disabilities;
 * what is asked there goes to the clearing unit. 05130 belongs to both citizens' offices: the narrower range decides.
 */
export const demoRules: Record<string, DemoRule[]> = {
  musterfurt: [
    {
      id: "mf-buergerbuero-mitte",
      unit: "buergerbuero-mitte",
      services: [...registration, ...rights, question],
      ars: city,
      postalCodes: [{ from: "05120", to: "05130" }],
      reason: "Meldewesen und Anfragen für die südlichen Stadtteile",
    },
    {
      id: "mf-buergerbuero-nord",
      unit: "buergerbuero-nord",
      services: [...registration, ...rights, question],
      ars: city,
      postalCodes: [{ from: "05130", to: "05139" }],
      reason: "Meldewesen und Anfragen für die nördlichen Stadtteile",
    },
    {
      id: "mf-wohngeld",
      unit: "wohngeldstelle",
      services: [housingBenefit],
      ars: city,
      reason: "Wohngeld für das ganze Stadtgebiet",
    },
    {
      id: "mf-standesamt",
      unit: "standesamt",
      services: ["DEMO0000000013", "DEMO0000000014"],
      ars: city,
      reason: "Personenstand für das ganze Stadtgebiet",
    },
    {
      id: "mf-ordnung",
      unit: "ordnungs-und-steueramt",
      services: [...order, drivingLicence],
      ars: city,
      reason: "Steuern, Ordnung und Verkehr für das ganze Stadtgebiet",
    },
    {
      id: "mf-klaerung",
      unit: "buergerbuero-mitte",
      ars: city,
      reason: "Das Bürgerbüro klärt in der Stadt, wer zuständig ist",
    },
  ],
  beispielau: [
    {
      id: "ba-buergerservice",
      unit: "buergerservice",
      services: [...registration, ...order, ...rights, question],
      ars: [ars.beispielau],
      reason: "Die Gemeinde hat einen eigenen Bürgerservice",
    },
  ],
  probental: [
    {
      id: "pt-bauaufsicht",
      unit: "bauaufsicht",
      services: ["99012070006001"],
      ars: union,
      postalCodes: [{ from: "05141", to: "05149" }],
      reason: "Bauaufsicht der Verbandsgemeinde",
    },
  ],
  "landkreis-probental": [
    {
      id: "lk-jugendamt",
      unit: "jugendamt",
      services: youth,
      ars: [...county, ...city],
      reason: "Das Jugendamt des Landkreises ist auch für die Stadt zuständig",
    },
    {
      id: "lk-auslaenderbehoerde",
      unit: "auslaender-und-fuehrerscheinstelle",
      services: [residencePermit],
      ars: [...county, ...city],
      reason: "Die Ausländerbehörde des Landkreises ist auch für die Stadt zuständig",
    },
    {
      id: "lk-fuehrerscheine",
      unit: "auslaender-und-fuehrerscheinstelle",
      services: [drivingLicence],
      ars: county,
      reason: "Führerscheine im Landkreis",
    },
    {
      id: "lk-buergerservice",
      unit: "buergerservice",
      services: [housingBenefit, ...rights, question],
      ars: county,
      reason: "Wohngeld und Anfragen im Landkreis",
    },
    {
      id: "lk-klaerung",
      unit: "buergerservice",
      ars: county,
      reason: "Der Bürgerservice klärt im Landkreis, wer zuständig ist",
    },
  ],
  jobcenter: [
    {
      id: "jc-grundsicherung",
      unit: "leistung",
      services: ["99107108017000"],
      ars: [...city, ...county],
      reason: "Gemeinsames Jobcenter von Stadt und Landkreis",
    },
  ],
};
