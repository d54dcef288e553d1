import { DomainError } from "@dvd/domain/errors";
import { expect, it } from "vitest";
import type { ApiClient } from "../trpc/client.ts";
import { entrustCases } from "./entrust-cases.ts";

it("touches the cases that were shown, and none that the server names meanwhile", async () => {
  const [shown, other] = ["shown", "other"].map((caseId) => ({ caseId, reference: caseId })) as [Case, Case];
  const asked: string[] = [];
  const client = {
    deputies: { listUnentrusted: { query: () => Promise.resolve({ cases: [shown, other], nextCursor: null }) } },
    cases: {
      getCase: {
        query: ({ caseId }: Case) => {
          asked.push(caseId);
          return Promise.reject(new DomainError("case.not-found"));
        },
      },
    },
  } as unknown as ApiClient;
  const ports = { client, savePins: () => Promise.resolve(), isStopped: () => false, onProgress: () => undefined };
  const deputy = { officialId: "o", unitId: "u", kemPublicKey: "" };
  const named = { deputyshipId: "d", startsOn: "2026-11-21", endsOn: "2026-11-22", deputy };
  const { failed } = await entrustCases(ports, named, [shown]);
  expect(asked).toEqual(["shown"]);
  expect([...failed.keys()]).toEqual(["shown"]);
});

type Case = { caseId: string; reference: string };
