import { DomainError } from "@dvd/domain/errors";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, pageOf } from "./paging.ts";

const place = { at: new Date("2026-11-21T08:00:00.123Z"), id: "0192f0a1-0000-7000-8000-00000000abcd" };
const encode = (text: string) => Buffer.from(text).toString("base64url");

describe("a cursor", () => {
  it("comes back as the place it was made of", () => {
    expect(decodeCursor(encodeCursor(place))).toEqual(place);
  });

  it("that is nonsense is refused", () => {
    const nonsense = [
      "",
      "nonsense",
      encode(`${place.at.getTime()}`),
      encode(`${place.at.getTime()}.`),
      encode(`${place.at.getTime()}.${place.id}`).slice(0, -4),
      encode(`.${place.id}`),
      encode(`-1.${place.id}`),
      encode(`1e3.${place.id}`),
      encode(`${"9".repeat(14)}.${place.id}`),
      encode(`${place.at.getTime()}.${place.id.toUpperCase()}`),
      encode(`${place.at.getTime()}.${place.id}' or 1=1`),
    ];
    for (const cursor of nonsense)
      expect(() => decodeCursor(cursor), cursor).toThrow(new DomainError("request.invalid"));
  });
});

describe("a page", () => {
  const rows = [1, 2, 3];
  const placeOf = () => place;

  it("names the next one when there is a row more than it shows", () => {
    expect(pageOf(rows, 2, placeOf)).toEqual({ items: [1, 2], nextCursor: encodeCursor(place) });
  });

  it("is the last one when nothing is left", () => {
    expect(pageOf(rows, 3, placeOf)).toEqual({ items: rows, nextCursor: null });
    expect(pageOf([], 3, placeOf)).toEqual({ items: [], nextCursor: null });
  });
});
