import { asAdmin } from "../canary/rows.ts";
import { portal } from "./portal.ts";

/** The server's clock is not ours to move: what happened is moved into the past instead. The latest login is meant. */
export const ageLatestLogin = (column: "last_seen_at" | "authenticated_at", seconds: number) =>
  asAdmin(portal().adminUrl, (sql) =>
    sql.unsafe(
      `update sessions set ${column} = ${column} - make_interval(secs => $1)
        where id = (select id from sessions where revoked_at is null order by created_at desc limit 1)`,
      [seconds],
    ),
  );
