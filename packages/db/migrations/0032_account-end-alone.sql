GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- True while the account of this transaction stands, which it then does until the transaction is over. Who holds it alone
-- waits for all others, and they for nobody else: what a citizen changes and the end of their account never mix.
CREATE FUNCTION public.identity_hold_citizen(p_alone boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_citizen uuid := nullif(current_setting('app.citizen', true), '')::uuid;
begin
  if p_alone then
    perform 1 from public.citizens c where c.id = v_citizen and c.deleted_at is null for update;
  else
    perform 1 from public.citizens c where c.id = v_citizen and c.deleted_at is null for key share;
  end if;
  return found;
end;
$$;--> statement-breakpoint
-- A login while the account ends: it waits, and is then somebody new, instead of a session of an account that is gone.
CREATE OR REPLACE FUNCTION public.identity_open_citizen_session(p_subject_hash bytea, p_new_citizen_id uuid, p_session jsonb)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_citizen uuid;
begin
  loop
    insert into public.citizens (id, subject_hash) values (p_new_citizen_id, p_subject_hash)
      on conflict (subject_hash) do nothing;
    select id into v_citizen from public.citizens where subject_hash = p_subject_hash for key share;
    exit when found;
  end loop;
  return case when public.identity_add_session(v_citizen, null, null, p_session) then v_citizen end;
end;
$$;--> statement-breakpoint
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
  -- Role 1 is the citizen: the authority's own grants stay with its cases.
  delete from public.case_grants where citizen_id = v_citizen and role = 1;
  delete from public.documents where citizen_id = v_citizen and sender_kind = 'citizen' and state = 'PENDING';
  delete from public.copy_requests where citizen_id = v_citizen and state = 'OPEN';
  delete from public.changes where scope_kind = 'citizen' and scope_id = v_citizen;
  delete from public.change_heads where scope_kind = 'citizen' and scope_id = v_citizen;
  delete from public.sessions where citizen_id = v_citizen;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.identity_hold_citizen(boolean) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_hold_citizen(boolean) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
