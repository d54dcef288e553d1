import type { RoutingRule } from "@dvd/domain/routing/route";

type DemoRule = Omit<RoutingRule, "unitId"> & { unit: string };

const town = [{ from: "05120", to: "05139" }];
const county = [{ from: "05140", to: "05159" }];

/** 05140 has no building authority, and 05150 to 05159 neither: the gap is on purpose. */
export const demoRules: Record<string, DemoRule[]> = {
  musterfurt: [
    {
      id: "mf-wohngeld",
      unit: "wohngeldstelle",
      services: ["DEMO0000000009"],
      postalCodes: town,
      reason: "Wohngeld im Stadtgebiet",
    },
    {
      id: "mf-buergerbuero",
      unit: "buergerbuero-mitte",
      services: ["99115005104000", "DEMO0000000010"],
      postalCodes: town,
      reason: "Meldewesen und Hundesteuer im Stadtgebiet",
    },
    {
      id: "mf-frage",
      unit: "buergerbuero-mitte",
      services: ["DEMO0000000025"],
      postalCodes: town,
      reason: "Freie Anfragen nimmt das Bürgerbüro an",
    },
  ],
  probental: [
    {
      id: "pt-bauaufsicht",
      unit: "bauaufsicht",
      services: ["99012070006001"],
      postalCodes: [{ from: "05141", to: "05149" }],
      reason: "Bauaufsicht der Verbandsgemeinde",
    },
    {
      id: "pt-jugendamt",
      unit: "jugendamt",
      services: ["DEMO0000000015"],
      postalCodes: [...county, ...town],
      reason: "Das Jugendamt ist auch für die Stadt zuständig",
    },
    {
      id: "pt-frage",
      unit: "jugendamt",
      services: ["DEMO0000000025"],
      postalCodes: county,
      reason: "Freie Anfragen außerhalb der Stadt",
    },
  ],
};
