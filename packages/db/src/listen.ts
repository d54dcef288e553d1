import postgres from "postgres";

/**
 * The bell of the live hub: LISTEN on a connection of its own, because a pooled one forgets what it listens to. After a
 * lost connection the driver subscribes again, and `null` says that wake-ups may have been missed meanwhile.
 */
export async function listenToChanges(databaseUrl: string, wake: (feed: string | null) => void) {
  const sql = postgres(databaseUrl, { max: 1, connection: { application_name: "dvd-bus" }, onnotice: () => {} });
  await sql.listen(
    "changes",
    (feed) => wake(feed),
    () => wake(null),
  );
  return () => sql.end({ timeout: 1 });
}
