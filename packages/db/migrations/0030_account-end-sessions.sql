GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
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
  delete from public.drafts where citizen_id = v_citizen;
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
