import postgres from "postgres";

/**
 * LISTEN on a connection of its own, because a pooled one forgets what it listens to. After a lost connection the driver
 * subscribes again, and `null` says that wake-ups may have been missed meanwhile.
 */
async function listenTo(channel: string, databaseUrl: string, wake: (payload: string | null) => void) {
  const sql = postgres(databaseUrl, { max: 1, connection: { application_name: "dvd-bus" }, onnotice: () => {} });
  await sql.listen(
    channel,
    (payload) => wake(payload),
    () => wake(null),
  );
  return () => sql.end({ timeout: 1 });
}

/** The bell of the live hub: the name of a feed that has grown. */
export const listenToChanges = (databaseUrl: string, wake: (feed: string | null) => void) =>
  listenTo("changes", databaseUrl, wake);

/** Rings whenever an authority has published rules, whoever wrote them. */
export const listenToRules = (databaseUrl: string, wake: () => void) => listenTo("routing_rules", databaseUrl, wake);
