ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "spent_challenges" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON idempotency_keys TO dvd_app;--> statement-breakpoint
-- The answer comes at the end of the transaction that made the row; whose key it is and for what never changes.
GRANT UPDATE (answer) ON idempotency_keys TO dvd_app;--> statement-breakpoint
GRANT SELECT, DELETE ON idempotency_keys TO dvd_identity;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON spent_challenges TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- True for the first, in whatever scope; a second one at the same moment waits for the first one's end.
CREATE FUNCTION public.spend_challenge(p_challenge bytea, p_expires_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
begin
  insert into public.spent_challenges (challenge, expires_at) values (p_challenge, p_expires_at)
    on conflict (challenge) do nothing;
  return found;
end;
$$;--> statement-breakpoint
-- What nobody can ask for any more, by the clock of the database and in portions, so that it never holds locks for long.
CREATE FUNCTION public.sweep_once() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_keys integer;
  v_challenges integer;
begin
  delete from public.idempotency_keys k using (
    select account_id, key from public.idempotency_keys
      where created_at < now() - interval '7 days' limit 5000) old
    where k.account_id = old.account_id and k.key = old.key;
  get diagnostics v_keys = row_count;
  delete from public.spent_challenges s using (
    select challenge from public.spent_challenges
      where expires_at < now() - interval '1 hour' limit 5000) old
    where s.challenge = old.challenge;
  get diagnostics v_challenges = row_count;
  return v_keys + v_challenges;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.spend_challenge(bytea, timestamptz), public.sweep_once() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.spend_challenge(bytea, timestamptz), public.sweep_once() TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
