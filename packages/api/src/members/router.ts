import { officialProcedure, router } from "../trpc.ts";
import { getOverviewInput, getOverviewOutput } from "./get-overview.contract.ts";
import { getOverview } from "./get-overview.ts";
import { getPersonInput, getPersonOutput } from "./get-person.contract.ts";
import { getPerson } from "./get-person.ts";
import { giveRole } from "./give-role.ts";
import { grantSeedsInput, grantSeedsOutput } from "./grant-seeds.contract.ts";
import { grantSeeds } from "./grant-seeds.ts";
import { listColleaguesInput, listColleaguesOutput } from "./list-colleagues.contract.ts";
import { listColleagues } from "./list-colleagues.ts";
import {
  changeRoleInput,
  memberOutput,
  putMemberInput,
  removeMemberInput,
  removeMemberOutput,
} from "./member.contract.ts";
import { putMember } from "./put-member.ts";
import { removeMember } from "./remove-member.ts";
import { removeOfficialInput, removeOfficialOutput } from "./remove-official.contract.ts";
import { removeOfficial } from "./remove-official.ts";
import { reportSeedInput, reportSeedOutput } from "./report-seed.contract.ts";
import { reportSeed } from "./report-seed.ts";
import { takeRole } from "./take-role.ts";

export const membersRouter = router({
  getOverview: officialProcedure
    .input(getOverviewInput)
    .output(getOverviewOutput)
    .query(({ ctx }) => getOverview(ctx)),

  getPerson: officialProcedure
    .input(getPersonInput)
    .output(getPersonOutput)
    .query(({ ctx, input }) => getPerson(ctx, input)),

  listColleagues: officialProcedure
    .input(listColleaguesInput)
    .output(listColleaguesOutput)
    .query(({ ctx }) => listColleagues(ctx)),

  grantSeeds: officialProcedure
    .input(grantSeedsInput)
    .output(grantSeedsOutput)
    .mutation(({ ctx, input }) => grantSeeds(ctx, input)),

  reportSeed: officialProcedure
    .input(reportSeedInput)
    .output(reportSeedOutput)
    .mutation(({ ctx, input }) => reportSeed(ctx, input)),

  putMember: officialProcedure
    .input(putMemberInput)
    .output(memberOutput)
    .mutation(({ ctx, input }) => putMember(ctx, input)),

  removeMember: officialProcedure
    .input(removeMemberInput)
    .output(removeMemberOutput)
    .mutation(({ ctx, input }) => removeMember(ctx, input)),

  removeOfficial: officialProcedure
    .input(removeOfficialInput)
    .output(removeOfficialOutput)
    .mutation(({ ctx, input }) => removeOfficial(ctx, input)),

  giveRole: officialProcedure
    .input(changeRoleInput)
    .output(memberOutput)
    .mutation(({ ctx, input }) => giveRole(ctx, input)),

  takeRole: officialProcedure
    .input(changeRoleInput)
    .output(memberOutput)
    .mutation(({ ctx, input }) => takeRole(ctx, input)),
});
