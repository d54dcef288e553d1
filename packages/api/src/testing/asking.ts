import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { answerRequest } from "../cases/answer-request.ts";
import { askCitizen } from "../cases/ask-citizen.ts";
import { claimCase } from "../cases/claim-case.ts";
import type { Citizen, Official, Portal } from "./portal.ts";
import { type Letter, sendCase, writeMessage } from "./sealing.ts";

export const inAWeek = daysAfter(germanDay(new Date()), 7);

/** A case that the official has taken, with a request and an answer that are written and not sent. */
export async function claimedCase(portal: Portal, { citizen, official }: { citizen: Citizen; official: Official }) {
  const sent = await sendCase(portal, citizen);
  const { caseId, caseKey } = sent;
  await claimCase(official.ctx, { caseId, version: 3 });
  const asking = await writeMessage(official.keys.signing, caseKey);
  const answering = await writeMessage(citizen.keys.signing, caseKey, sent.first.end);
  return {
    ...sent,
    asking,
    answering,
    ask: ({ message } = asking, dueOn = inAWeek) => askCitizen(official.ctx, { caseId, message, dueOn }),
    answer: ({ message }: Letter = answering) => answerRequest(citizen.ctx, { caseId, message }),
  };
}

/** Until when the citizen is asked to answer. */
export const dueOf = async ({ sql }: Portal, caseId: string) =>
  (await sql<{ due: string | null }[]>`select due_on::text as due from cases where id = ${caseId}`)[0]?.due;
