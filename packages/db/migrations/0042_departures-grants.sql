ALTER TABLE "unit_departures" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON unit_departures TO dvd_app;--> statement-breakpoint
-- The policy asks for an admin of the same authority, and lets nobody take it back.
GRANT UPDATE (removed_at) ON officials TO dvd_app;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- After an official was removed, in the same transaction: their sessions, and what only they could open. Their public keys
-- stay, because colleagues and citizens go on checking what they have signed. Returns how many sessions ended.
CREATE FUNCTION public.identity_forget_official(p_official uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  v_ended integer;
begin
  if not exists (select 1 from public.officials o
      where o.id = p_official and o.tenant_id = v_tenant and o.removed_at is not null) then
    raise exception using errcode = 'insufficient_privilege', message = 'nobody whom this authority has removed';
  end if;
  v_ended := public.identity_end_sessions(
    array(select s.id from public.sessions s
      where s.tenant_id = v_tenant and s.official_id = p_official and s.expires_at > now()),
    'official-removed');
  delete from public.vault_slots where account_id = p_official;
  delete from public.device_links where account_id = p_official;
  delete from public.vaults where account_id = p_official;
  delete from public.idempotency_keys where account_id = p_official;
  return v_ended;
end;
$$;--> statement-breakpoint
-- Whether a login ended because its person was removed. For the page that says why; only who holds the id can ask.
CREATE FUNCTION public.identity_was_removed(p_session_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select exists (
    select 1 from public.sessions s
      join public.officials o on o.tenant_id = s.tenant_id and o.id = s.official_id
      where s.id = p_session_id and o.removed_at is not null);
$$;--> statement-breakpoint
-- Whoever was removed is told so, and not that nobody knows them; the authority finds the attempt in its log.
CREATE OR REPLACE FUNCTION public.identity_open_official_session(p_subject_hash bytea, p_authority text, p_session jsonb)
RETURNS TABLE (outcome text, official_id uuid, tenant_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_official uuid;
  v_tenant uuid;
  v_refused text;
begin
  select o.id, o.tenant_id into v_official, v_tenant
    from public.officials o join public.tenants t on t.id = o.tenant_id
    where o.subject_hash = p_subject_hash and o.removed_at is null and t.slug = p_authority;
  if v_official is null then
    select o.tenant_id into v_tenant
      from public.officials o join public.tenants t on t.id = o.tenant_id
      where o.subject_hash = p_subject_hash and o.removed_at is not null and t.slug = p_authority
      limit 1;
    v_refused := case when v_tenant is null then 'unknown-person' else 'removed-person' end;
    perform public.identity_audit(
      v_tenant, 'system', null, 'session.refused', null, jsonb_build_object('reason', v_refused));
    return query select v_refused, null::uuid, null::uuid;
  elsif public.identity_add_session(null, v_official, v_tenant, p_session) then
    return query select 'opened'::text, v_official, v_tenant;
  else
    return query select 'used-twice'::text, null::uuid, null::uuid;
  end if;
end;
$$;--> statement-breakpoint
-- As before, but whoever was removed is known no more: with a new invitation they are somebody new, under another id.
CREATE OR REPLACE FUNCTION public.identity_redeem_invitation(
  p_subject_hash bytea, p_authority text, p_code_hash bytea, p_new_official uuid
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v public.invitations;
  v_refused text;
begin
  if exists (select 1 from public.officials o where o.subject_hash = p_subject_hash and o.removed_at is null) then
    return null;
  end if;
  -- Held until the end: of two people with one code the second finds it used.
  select i.* into v from public.invitations i join public.tenants t on t.id = i.tenant_id
    where i.code_hash = p_code_hash and t.slug = p_authority
    for update of i;
  v_refused := case
    when v.id is null then 'invitation-unknown'
    when v.redeemed_at is not null then 'invitation-used'
    when v.withdrawn_at is not null then 'invitation-withdrawn'
    when v.expires_at <= now() then 'invitation-expired'
  end;
  if v_refused is not null then
    perform public.identity_audit(
      v.tenant_id, 'system', null, 'session.refused', v.id, jsonb_build_object('reason', v_refused));
    return v_refused;
  end if;
  insert into public.officials (id, tenant_id, subject_hash, post_sign)
    values (p_new_official, v.tenant_id, p_subject_hash, v.post_sign);
  insert into public.unit_members (tenant_id, unit_id, official_id, role)
    values (v.tenant_id, v.unit_id, p_new_official, v.role);
  update public.invitations i set redeemed_at = now(), redeemed_by = p_new_official where i.id = v.id;
  perform public.identity_audit(
    v.tenant_id, 'official', p_new_official, 'invitation.redeemed', v.id,
    jsonb_build_object('unitId', v.unit_id, 'role', v.role));
  return null;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.identity_forget_official(uuid), public.identity_was_removed(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_forget_official(uuid), public.identity_was_removed(uuid) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
