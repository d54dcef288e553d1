GRANT SELECT ON tenants TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
DROP FUNCTION public.identity_open_citizen_session(bytea, uuid, uuid, text, timestamptz);--> statement-breakpoint
DROP FUNCTION public.identity_open_official_session(bytea, uuid, text, timestamptz);--> statement-breakpoint
DROP FUNCTION public.identity_session(uuid, jsonb, boolean);--> statement-breakpoint
DROP FUNCTION public.identity_revoke_session(uuid);--> statement-breakpoint
DROP FUNCTION public.identity_audit(uuid, text, uuid, text, uuid);--> statement-breakpoint
CREATE FUNCTION public.identity_audit(
  p_tenant uuid, p_kind text, p_actor uuid, p_type text, p_session uuid, p_payload jsonb
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  insert into public.audit_intake (id, tenant_id, actor_kind, actor_id, type, object_id, payload)
  values (gen_random_uuid(), p_tenant, p_kind, p_actor, p_type, p_session, p_payload);
$$;--> statement-breakpoint
-- Ends those of the sessions that still live, tells the audit why, and rings the bell: whoever holds a stream for one of
-- these people looks again at once. The bell names the person and not the session, because everybody hears it.
CREATE FUNCTION public.identity_end_sessions(p_ids uuid[], p_reason text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v public.sessions;
  v_ended integer := 0;
begin
  for v in
    update public.sessions s set revoked_at = now()
      where s.id = any(p_ids) and s.revoked_at is null
      returning s.*
  loop
    perform public.identity_audit(
      v.tenant_id, v.kind, coalesce(v.citizen_id, v.official_id), 'session.revoked', v.id,
      jsonb_build_object('reason', p_reason));
    perform pg_notify('changes', 'account:' || coalesce(v.citizen_id, v.official_id));
    v_ended := v_ended + 1;
  end loop;
  return v_ended;
end;
$$;--> statement-breakpoint
-- False when this answer of the provider has opened a session before. The session that this browser had until now ends
-- with it: nobody goes on under an id that was there before the login.
CREATE FUNCTION public.identity_add_session(p_citizen uuid, p_official uuid, p_tenant uuid, p_session jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_kind text := case when p_citizen is null then 'official' else 'citizen' end;
  v_account uuid := coalesce(p_citizen, p_official);
  v_id uuid := (p_session ->> 'id')::uuid;
begin
  insert into public.sessions (
    id, kind, citizen_id, official_id, tenant_id, assurance, authenticated_at, login_hash, provider_session_hash,
    browser, system, expires_at)
  values (
    v_id, v_kind, p_citizen, p_official, p_tenant, p_session ->> 'assurance',
    -- A provider whose clock runs ahead must not make a login stay fresh for longer.
    least((p_session ->> 'authenticatedAt')::timestamptz, now()),
    decode(p_session ->> 'loginHash', 'hex'), decode(p_session ->> 'providerSessionHash', 'hex'),
    p_session ->> 'browser', p_session ->> 'system',
    now() + make_interval(mins => (p_session ->> 'minutes')::int))
  on conflict (login_hash) do nothing;
  if not found then
    perform public.identity_audit(p_tenant, v_kind, v_account, 'session.refused', null, '{"reason": "used-twice"}');
    return false;
  end if;
  perform public.identity_audit(
    p_tenant, v_kind, v_account, 'session.opened', v_id, jsonb_build_object('assurance', p_session ->> 'assurance'));
  perform public.identity_end_sessions(array[(p_session ->> 'former')::uuid], 'new-login');
  return true;
end;
$$;--> statement-breakpoint
-- No row when this answer has opened a session before.
CREATE FUNCTION public.identity_open_citizen_session(p_subject_hash bytea, p_new_citizen_id uuid, p_session jsonb)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_citizen uuid;
begin
  insert into public.citizens (id, subject_hash) values (p_new_citizen_id, p_subject_hash)
    on conflict (subject_hash) do nothing;
  select id into strict v_citizen from public.citizens where subject_hash = p_subject_hash;
  return case when public.identity_add_session(v_citizen, null, null, p_session) then v_citizen end;
end;
$$;--> statement-breakpoint
-- Officials are invited by their authority, never made by a login. The authority in the token must be the one that
-- invited them: a provider that serves several may mix up its own, and must not be able to mix up ours.
CREATE FUNCTION public.identity_open_official_session(p_subject_hash bytea, p_authority text, p_session jsonb)
RETURNS TABLE (outcome text, official_id uuid, tenant_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_official uuid;
  v_tenant uuid;
begin
  select o.id, o.tenant_id into v_official, v_tenant
    from public.officials o join public.tenants t on t.id = o.tenant_id
    where o.subject_hash = p_subject_hash and o.removed_at is null and t.slug = p_authority;
  if v_official is null then
    perform public.identity_audit(null, 'system', null, 'session.refused', null, '{"reason": "unknown-person"}');
    return query select 'unknown-person'::text, null::uuid, null::uuid;
  elsif public.identity_add_session(null, v_official, v_tenant, p_session) then
    return query select 'opened'::text, v_official, v_tenant;
  else
    return query select 'used-twice'::text, null::uuid, null::uuid;
  end if;
end;
$$;--> statement-breakpoint
-- A login that was refused before anybody knew whose it was.
CREATE FUNCTION public.identity_refuse_login(p_reason text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  select public.identity_audit(null, 'system', null, 'session.refused', null, jsonb_build_object('reason', p_reason));
$$;--> statement-breakpoint
-- Alive means: not revoked, not over, not idle for too long, and its official still a member. The idle limit depends on
-- the level of the login, which only the row knows, so callers hand over the whole table: {"low": 60, "substantial": 30,
-- "high": 5}, in minutes. A level that is missing there ends the session.
CREATE FUNCTION public.identity_is_alive(s public.sessions, p_idle_minutes jsonb) RETURNS boolean
LANGUAGE sql STABLE SET search_path = '' AS $$
  select coalesce(
    s.revoked_at is null
      and s.expires_at > now()
      and s.last_seen_at + make_interval(mins => (p_idle_minutes ->> s.assurance)::int) > now()
      and (s.kind = 'citizen' or exists (
        select 1 from public.officials o where o.id = s.official_id and o.removed_at is null)),
    false);
$$;--> statement-breakpoint
-- One row while the session lives, none otherwise. Polling and streams are no activity and call with p_touch = false.
CREATE FUNCTION public.identity_session(p_session_id uuid, p_idle_minutes jsonb, p_touch boolean)
RETURNS TABLE (
  kind text, citizen_id uuid, official_id uuid, tenant_id uuid, unit_ids uuid[], assurance text,
  authenticated_ms float8, idle_seconds float8, total_seconds float8
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v public.sessions;
begin
  select s.* into v from public.sessions s
    where s.id = p_session_id and public.identity_is_alive(s, p_idle_minutes);
  if not found then
    return;
  end if;
  -- Once in half a minute is enough to know who is idle; a write on every request is not.
  if p_touch and v.last_seen_at < now() - interval '30 seconds' then
    update public.sessions s set last_seen_at = now() where s.id = v.id returning s.last_seen_at into v.last_seen_at;
  end if;
  return query select
    v.kind, v.citizen_id, v.official_id, v.tenant_id,
    coalesce(
      (select array_agg(m.unit_id order by m.unit_id) from public.unit_members m
        where m.tenant_id = v.tenant_id and m.official_id = v.official_id),
      '{}'::uuid[]),
    v.assurance,
    extract(epoch from v.authenticated_at)::float8 * 1000,
    extract(epoch from v.last_seen_at + make_interval(mins => (p_idle_minutes ->> v.assurance)::int) - now())::float8,
    extract(epoch from v.expires_at - now())::float8;
end;
$$;--> statement-breakpoint
-- The other places where the person of this session is logged in. An id is as good as a login and stays here; a handle
-- names a session and opens nothing.
CREATE FUNCTION public.identity_own_sessions(p_session_id uuid, p_idle_minutes jsonb)
RETURNS TABLE (
  id uuid, handle text, is_current boolean, assurance text, browser text, system text,
  created_at timestamptz, last_seen_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select s.id, encode(sha256(convert_to(s.id::text, 'UTF8')), 'hex'), s.id = me.id, s.assurance, s.browser, s.system,
      s.created_at, s.last_seen_at
    from public.sessions me
      join public.sessions s
        on s.citizen_id = me.citizen_id or (s.tenant_id = me.tenant_id and s.official_id = me.official_id)
    where me.id = p_session_id
      and public.identity_is_alive(me, p_idle_minutes) and public.identity_is_alive(s, p_idle_minutes);
$$;--> statement-breakpoint
CREATE FUNCTION public.identity_list_sessions(p_session_id uuid, p_idle_minutes jsonb)
RETURNS TABLE (
  handle text, is_current boolean, assurance text, browser text, system text,
  created_at timestamptz, last_seen_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select s.handle, s.is_current, s.assurance, s.browser, s.system, s.created_at, s.last_seen_at
    from public.identity_own_sessions(p_session_id, p_idle_minutes) s
    order by s.is_current desc, s.last_seen_at desc, s.handle;
$$;--> statement-breakpoint
-- The one with this handle, or all others when there is none. Only of the same person, never the session that asks.
CREATE FUNCTION public.identity_end_other_sessions(p_session_id uuid, p_idle_minutes jsonb, p_handle text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  select public.identity_end_sessions(
    array(select s.id from public.identity_own_sessions(p_session_id, p_idle_minutes) s
      where not s.is_current and (p_handle is null or s.handle = p_handle)),
    'elsewhere');
$$;--> statement-breakpoint
-- True when a living session ended by this call; false when there was none.
CREATE FUNCTION public.identity_revoke_session(p_session_id uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  select public.identity_end_sessions(array[p_session_id], 'logout') > 0;
$$;--> statement-breakpoint
-- What the provider ended: one session of its own, or all of a person when it names none.
CREATE FUNCTION public.identity_end_provider_sessions(p_subject_hash bytea, p_provider_session_hash bytea) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  select public.identity_end_sessions(
    array(
      select s.id from public.sessions s
        left join public.citizens c on c.id = s.citizen_id
        left join public.officials o on o.id = s.official_id
      where s.revoked_at is null
        and (p_subject_hash is not null or p_provider_session_hash is not null)
        and (p_provider_session_hash is null or s.provider_session_hash = p_provider_session_hash)
        and (p_subject_hash is null or p_subject_hash in (c.subject_hash, o.subject_hash))),
    'provider');
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION
  public.identity_audit(uuid, text, uuid, text, uuid, jsonb),
  public.identity_end_sessions(uuid[], text),
  public.identity_add_session(uuid, uuid, uuid, jsonb),
  public.identity_open_citizen_session(bytea, uuid, jsonb),
  public.identity_open_official_session(bytea, text, jsonb),
  public.identity_refuse_login(text),
  public.identity_is_alive(public.sessions, jsonb),
  public.identity_session(uuid, jsonb, boolean),
  public.identity_own_sessions(uuid, jsonb),
  public.identity_list_sessions(uuid, jsonb),
  public.identity_end_other_sessions(uuid, jsonb, text),
  public.identity_revoke_session(uuid),
  public.identity_end_provider_sessions(bytea, bytea)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  public.identity_open_citizen_session(bytea, uuid, jsonb),
  public.identity_open_official_session(bytea, text, jsonb),
  public.identity_refuse_login(text),
  public.identity_session(uuid, jsonb, boolean),
  public.identity_list_sessions(uuid, jsonb),
  public.identity_end_other_sessions(uuid, jsonb, text),
  public.identity_revoke_session(uuid),
  public.identity_end_provider_sessions(bytea, bytea)
TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
