import { caseStates } from "@dvd/domain/case/lifecycle";
import { copyStates } from "@dvd/domain/copies";
import { z } from "zod";

/** A line of a list, for either side. */
export const caseSummary = z.strictObject({
  caseId: z.uuid(),
  reference: z.string(),
  serviceKey: z.string(),
  unitId: z.uuid(),
  unit: z.string(),
  authority: z.string(),
  state: z.enum(caseStates),
  version: z.int(),
  /** `represented`: a colleague, in whose place whoever asks may act at the moment. */
  assignedTo: z.enum(["nobody", "me", "represented", "colleague"]),
  /** The sign of that colleague's post. */
  representing: z.string().nullable(),
  /** What the asking person may do now, by the one table of permissions: buttons show what commands permit. */
  may: z.strictObject({
    claim: z.boolean(),
    write: z.boolean(),
    grantCopy: z.boolean(),
    askCitizen: z.boolean(),
    answer: z.boolean(),
    resume: z.boolean(),
    withdraw: z.boolean(),
    recuse: z.boolean(),
  }),
  /** How many officials do not act in it because of bias. For those who may lift that; 0 for everybody else. */
  recused: z.int(),
  /** Until when the citizen is asked to answer; null unless the case waits for them. */
  dueOn: z.iso.date().nullable(),
  /** The citizen has deleted the account: nobody is there any more who could read an answer. */
  hasCitizenLeft: z.boolean(),
  /** What became of asking for copies under a new account key; null when nobody has asked. */
  copy: z.enum(copyStates).nullable(),
  messages: z.int().describe("Number of the newest message"),
  receivedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
