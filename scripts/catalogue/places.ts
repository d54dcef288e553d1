import type { Place } from "@dvd/domain/routing/place";

/**
 * An invented Land with the number 98, which no Land has, and postal codes that begin with 05, which no place has. Two
 * municipalities share 05143. 05170 belongs to a town whose authority is not connected.
 */
export const ars = {
  musterfurt: "980010000001",
  altprobe: "980020000003",
  beispielau: "980025001001",
  nebenbach: "980025001002",
  obertal: "980025001003",
  fernau: "980025002001",
  anderwo: "980030000001",
} as const;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index).padStart(5, "0"));
const places = (name: string, number: string, codes: readonly string[]): Place[] =>
  codes.map((postalCode) => ({ postalCode, ars: number, name, contact: null }));

export const demoPlaces: Place[] = [
  ...places("Musterfurt", ars.musterfurt, range(5120, 5139)),
  ...places("Altprobe", ars.altprobe, ["05140"]),
  ...places("Beispielau", ars.beispielau, ["05141", "05143"]),
  ...places("Nebenbach", ars.nebenbach, ["05142", "05143"]),
  ...places("Obertal", ars.obertal, range(5144, 5149)),
  ...places("Fernau", ars.fernau, range(5150, 5159)),
  {
    postalCode: "05170",
    ars: ars.anderwo,
    name: "Anderwo",
    contact: { authority: "Stadt Anderwo", address: "Rathausplatz 1, 05170 Anderwo", phone: "030 23125 140" },
  },
];
