-- The end of an account. The application itself may remove no vault, no key and no session: a mistake in a command must
-- not cost anybody their keys. This one function may, all at once and only for the citizen of the transaction.
GRANT UPDATE (subject_hash, deleted_at) ON citizens TO dvd_identity;--> statement-breakpoint
GRANT UPDATE (citizen_left_at) ON cases TO dvd_identity;--> statement-breakpoint
GRANT SELECT (account_id), DELETE ON vaults, vault_slots, device_links, aside_vaults TO dvd_identity;--> statement-breakpoint
GRANT SELECT (citizen_id, role), DELETE ON case_grants TO dvd_identity;--> statement-breakpoint
GRANT SELECT (citizen_id, sender_kind, state), DELETE ON documents TO dvd_identity;--> statement-breakpoint
GRANT SELECT (citizen_id, state), DELETE ON copy_requests TO dvd_identity;--> statement-breakpoint
GRANT SELECT (citizen_id), DELETE ON drafts TO dvd_identity;--> statement-breakpoint
GRANT SELECT (scope_kind, scope_id), DELETE ON changes TO dvd_identity;--> statement-breakpoint
GRANT DELETE ON sessions, change_heads TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
CREATE FUNCTION public.identity_forget_citizen() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_citizen uuid := nullif(current_setting('app.citizen', true), '')::uuid;
begin
  update public.citizens set subject_hash = null, deleted_at = now() where id = v_citizen and deleted_at is null;
  if not found then
    raise exception using errcode = 'insufficient_privilege', message = 'no account of yours';
  end if;
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
REVOKE ALL ON FUNCTION public.identity_forget_citizen() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_forget_citizen() TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
