import type { Service } from "@dvd/domain/service/service";
import { plainService, sameText } from "@dvd/domain/service/testing";

/** Two authorities that know nothing of each other, each with two units. */

export const placeOf = {
  here: { serviceKey: "TEST0000000001", postalCode: "12345" },
  /** The other unit of the same authority. */
  nextDoor: { serviceKey: "TEST0000000002", postalCode: "12345" },
  there: { serviceKey: "TEST0000000001", postalCode: "54321" },
};
export const nobodysService = "TEST0000000003";

export const services: Service[] = [placeOf.here.serviceKey, placeOf.nextDoor.serviceKey, nobodysService].map(
  (key, place) => ({
    ...plainService(key, `service-${place}`),
    title: sameText(`Title ${place}`),
  }),
);

const foundingOf = (slug: string, name: string, postalCodes: { from: string; to: string }) => ({
  slug,
  name,
  units: [
    { slug: "front", name: "Front office" },
    { slug: "back", name: "Back office" },
  ],
  rules: [
    { id: `${slug}-1`, unit: "front", services: [placeOf.here.serviceKey], postalCodes: [postalCodes], reason: "test" },
    {
      id: `${slug}-2`,
      unit: "back",
      services: [placeOf.nextDoor.serviceKey],
      postalCodes: [postalCodes],
      reason: "test",
    },
  ],
});

export const foundings = [
  foundingOf("here", "Town of Here", { from: "10000", to: "19999" }),
  foundingOf("there", "Town of There", { from: "50000", to: "59999" }),
];

export const staff = [
  { town: "here", unit: "front", name: "First", subject: "official-0" },
  { town: "here", unit: "front", name: "Colleague", subject: "official-1" },
  { town: "here", unit: "back", name: "Next door", subject: "official-2" },
  { town: "there", unit: "front", name: "Foreigner", subject: "official-3" },
  { town: "there", unit: "back", name: "Foreigner next door", subject: "official-4" },
];
