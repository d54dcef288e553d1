ALTER TABLE "invitations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Never the hash: whoever reads these rows could try codes against it at leisure.
GRANT SELECT (id, tenant_id, unit_id, role, post_sign, created_by, created_at, expires_at, withdrawn_at, redeemed_at)
  ON invitations TO dvd_app;--> statement-breakpoint
GRANT INSERT ON invitations TO dvd_app;--> statement-breakpoint
GRANT UPDATE (withdrawn_at) ON invitations TO dvd_app;--> statement-breakpoint
GRANT SELECT ON invitations TO dvd_identity;--> statement-breakpoint
GRANT UPDATE (redeemed_at, redeemed_by) ON invitations TO dvd_identity;--> statement-breakpoint
GRANT INSERT ON officials, unit_members TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- In the middle of a login: the provider has said who it is, and the person holds a code of that very authority. Null when
-- they are a member now; a code of another authority is as unknown as one that never was. Whoever is known already is let
-- in without it, and the code stays good for somebody else.
CREATE FUNCTION public.identity_redeem_invitation(
  p_subject_hash bytea, p_authority text, p_code_hash bytea, p_new_official uuid
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v public.invitations;
  v_refused text;
begin
  if exists (select 1 from public.officials o where o.subject_hash = p_subject_hash) then
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
REVOKE ALL ON FUNCTION public.identity_redeem_invitation(bytea, text, bytea, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_redeem_invitation(bytea, text, bytea, uuid) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
