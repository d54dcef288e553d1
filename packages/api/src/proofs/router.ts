import { citizenProcedure, router } from "../trpc.ts";
import { getChallengeInput, getChallengeOutput } from "./challenge.contract.ts";
import { getChallenge } from "./get-challenge.ts";

export const proofsRouter = router({
  getChallenge: citizenProcedure
    .meta({ budget: "challenge" })
    .input(getChallengeInput)
    .output(getChallengeOutput)
    .query(({ ctx, input }) => getChallenge(ctx, input)),
});
