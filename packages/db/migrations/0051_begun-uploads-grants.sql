ALTER TABLE "begun_uploads" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON begun_uploads TO dvd_app;--> statement-breakpoint
-- Only how much: whose it is and when it began never changes, and nobody who takes requests removes a row.
GRANT UPDATE (bytes) ON begun_uploads TO dvd_app;--> statement-breakpoint
GRANT SELECT, DELETE ON begun_uploads TO dvd_identity;--> statement-breakpoint
-- An upload that begins anew has a row of its own there, and keeps the time of its document.
REVOKE UPDATE (created_at) ON documents FROM dvd_app;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- The limit looks back one day. By the clock of the database and in portions, so that it never holds locks for long.
CREATE FUNCTION public.sweep_begun_uploads() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_rows integer;
begin
  delete from public.begun_uploads b using (
    select blob_key from public.begun_uploads
      where created_at < now() - interval '2 days' limit 5000) old
    where b.blob_key = old.blob_key;
  get diagnostics v_rows = row_count;
  return v_rows;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.sweep_begun_uploads() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.sweep_begun_uploads() TO dvd_worker;--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.identity_forget_citizen() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_citizen uuid := nullif(current_setting('app.citizen', true), '')::uuid;
begin
  update public.citizens set subject_hash = null, deleted_at = now() where id = v_citizen and deleted_at is null;
  if not found then
    raise exception using errcode = 'insufficient_privilege', message = 'no account of yours';
  end if;
  -- Ended before they go: each end is recorded, and streams that are open hear the bell when this commits.
  perform public.identity_end_sessions(
    array(select s.id from public.sessions s where s.citizen_id = v_citizen), 'account-deleted');
  update public.cases set citizen_left_at = now() where citizen_id = v_citizen and state <> 'DRAFT';
  delete from public.vault_slots where account_id = v_citizen;
  delete from public.device_links where account_id = v_citizen;
  delete from public.vaults where account_id = v_citizen;
  delete from public.aside_vaults where account_id = v_citizen;
  -- Whole answers of what the person did in the last days.
  delete from public.idempotency_keys where account_id = v_citizen;
  delete from public.drafts where citizen_id = v_citizen;
  delete from public.begun_uploads where citizen_id = v_citizen;
  -- Role 1 is the citizen: the authority's own grants stay with its cases.
  delete from public.case_grants where citizen_id = v_citizen and role = 1;
  delete from public.documents where citizen_id = v_citizen and sender_kind = 'citizen' and state = 'PENDING';
  delete from public.copy_requests where citizen_id = v_citizen and state = 'OPEN';
  delete from public.changes where scope_kind = 'citizen' and scope_id = v_citizen;
  delete from public.change_heads where scope_kind = 'citizen' and scope_id = v_citizen;
  delete from public.sessions where citizen_id = v_citizen;
end;
$$;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
