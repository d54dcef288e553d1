-- Login happens before there is a scope, so it cannot go through the policies of an authority or a citizen. These
-- functions are the only door: they run as dvd_identity, an account nobody can log in with, see only the tables granted
-- to it, resolve names with an empty search_path, and write their audit row themselves.
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
CREATE FUNCTION public.identity_audit(p_tenant uuid, p_kind text, p_actor uuid, p_type text, p_session uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  insert into public.audit_intake (id, tenant_id, actor_kind, actor_id, type, object_id)
  values (gen_random_uuid(), p_tenant, p_kind, p_actor, p_type, p_session);
$$;--> statement-breakpoint
CREATE FUNCTION public.identity_open_citizen_session(
  p_subject_hash bytea, p_new_citizen_id uuid, p_session_id uuid, p_assurance text, p_expires_at timestamptz
) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_citizen uuid;
begin
  insert into public.citizens (id, subject_hash) values (p_new_citizen_id, p_subject_hash)
    on conflict (subject_hash) do nothing;
  select id into strict v_citizen from public.citizens where subject_hash = p_subject_hash;
  insert into public.sessions (id, kind, citizen_id, assurance, expires_at)
    values (p_session_id, 'citizen', v_citizen, p_assurance, p_expires_at);
  perform public.identity_audit(null, 'citizen', v_citizen, 'session.opened', p_session_id);
  return v_citizen;
end;
$$;--> statement-breakpoint
-- No row when the person is unknown or was removed: officials are invited by their authority, never made by a login.
CREATE FUNCTION public.identity_open_official_session(
  p_subject_hash bytea, p_session_id uuid, p_assurance text, p_expires_at timestamptz
) RETURNS TABLE (official_id uuid, tenant_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_official uuid;
  v_tenant uuid;
begin
  select o.id, o.tenant_id into v_official, v_tenant
    from public.officials o where o.subject_hash = p_subject_hash and o.removed_at is null;
  if v_official is null then
    perform public.identity_audit(null, 'system', null, 'session.refused', p_session_id);
    return;
  end if;
  insert into public.sessions (id, kind, official_id, tenant_id, assurance, expires_at)
    values (p_session_id, 'official', v_official, v_tenant, p_assurance, p_expires_at);
  perform public.identity_audit(v_tenant, 'official', v_official, 'session.opened', p_session_id);
  return query select v_official, v_tenant;
end;
$$;--> statement-breakpoint
-- One row while the session lives, none otherwise. The idle limit depends on the level of the login, which only this
-- row knows, so the caller hands over the whole table: {"low": 60, "substantial": 30, "high": 5}, in minutes. A level
-- that is missing there ends the session. Polling and streams are no activity and call with p_touch = false.
CREATE FUNCTION public.identity_session(p_session_id uuid, p_idle_minutes jsonb, p_touch boolean)
RETURNS TABLE (
  kind text, citizen_id uuid, official_id uuid, tenant_id uuid, unit_ids uuid[], assurance text,
  created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v public.sessions;
begin
  select s.* into v
    from public.sessions s left join public.officials o on o.id = s.official_id
    where s.id = p_session_id
      and s.revoked_at is null
      and s.expires_at > now()
      and s.last_seen_at + make_interval(mins => (p_idle_minutes ->> s.assurance)::int) > now()
      and (s.kind = 'citizen' or o.removed_at is null);
  if not found then
    return;
  end if;
  -- Once a minute is enough to know who is idle; a write on every request is not.
  if p_touch and v.last_seen_at < now() - interval '1 minute' then
    update public.sessions s set last_seen_at = now() where s.id = v.id returning s.last_seen_at into v.last_seen_at;
  end if;
  return query select
    v.kind, v.citizen_id, v.official_id, v.tenant_id,
    coalesce(
      (select array_agg(m.unit_id order by m.unit_id) from public.unit_members m
        where m.tenant_id = v.tenant_id and m.official_id = v.official_id),
      '{}'::uuid[]),
    v.assurance, v.created_at, v.last_seen_at, v.expires_at;
end;
$$;--> statement-breakpoint
-- True when a living session ended by this call; false when there was none.
CREATE FUNCTION public.identity_revoke_session(p_session_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v public.sessions;
begin
  update public.sessions s set revoked_at = now()
    where s.id = p_session_id and s.revoked_at is null
    returning s.* into v;
  if not found then
    return false;
  end if;
  perform public.identity_audit(v.tenant_id, v.kind, coalesce(v.citizen_id, v.official_id), 'session.revoked', v.id);
  return true;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION
  public.identity_audit(uuid, text, uuid, text, uuid),
  public.identity_open_citizen_session(bytea, uuid, uuid, text, timestamptz),
  public.identity_open_official_session(bytea, uuid, text, timestamptz),
  public.identity_session(uuid, jsonb, boolean),
  public.identity_revoke_session(uuid)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  public.identity_open_citizen_session(bytea, uuid, uuid, text, timestamptz),
  public.identity_open_official_session(bytea, uuid, text, timestamptz),
  public.identity_session(uuid, jsonb, boolean),
  public.identity_revoke_session(uuid)
TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
