"use client";

import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { problemOf } from "../../../../../lib/problem.ts";

/** Beside what was pressed: what stands in the way of a change. */
export const ChangeTrouble = ({ error, needsLogin }: { error: Error | null; needsLogin: boolean }) => (
  <>
    {error && <ProblemAlert problem={problemOf(error)} signInAs="official" />}
    {needsLogin && <FreshLoginNotice why="members" />}
  </>
);
