ALTER TABLE "audit_chain" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_heads" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_checkpoints" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tenant_roles" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO dvd_audit;--> statement-breakpoint
-- The application reads the chain of its scope, says what came of checking it, and keeps copies of signed checkpoints. It
-- can neither add to the chain nor change or remove anything of it.
GRANT SELECT ON audit_chain, audit_heads, tenant_roles TO dvd_app;--> statement-breakpoint
GRANT UPDATE (checked_at, fault, fault_seq) ON audit_heads TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON audit_checkpoints TO dvd_app;--> statement-breakpoint
GRANT SELECT ON tenant_roles TO dvd_identity;--> statement-breakpoint
-- What the functions below need, and nothing more: nobody has UPDATE on the chain.
GRANT SELECT, INSERT, DELETE ON audit_intake, audit_chain TO dvd_audit;--> statement-breakpoint
GRANT SELECT, INSERT ON audit_heads TO dvd_audit;--> statement-breakpoint
GRANT UPDATE (seq, link, dropped) ON audit_heads TO dvd_audit;--> statement-breakpoint
GRANT SELECT ON audit_checkpoints TO dvd_audit;--> statement-breakpoint
-- For the owner of the table as well, whom no grant binds: a record is removed by audit_prune or by nobody.
CREATE FUNCTION public.audit_chain_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
begin
  if tg_op <> 'DELETE' or current_user <> 'dvd_audit' then
    raise exception using errcode = 'insufficient_privilege', message = 'the audit chain is append-only';
  end if;
  return null;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.audit_chain_stays() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER audit_chain_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
FOR EACH STATEMENT EXECUTE FUNCTION public.audit_chain_stays();--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_audit, dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_audit;--> statement-breakpoint
-- Moves what waits into the chains, up to p_limit records of each, and says how many they were. A chain has one writer at
-- a time: whoever finds it taken leaves it to the other. If a lock ever failed, the primary key would refuse the fork.
-- The text that is hashed names its chain and its number, so no record can stand anywhere else. docs/audit.md.
CREATE FUNCTION public.audit_link(p_limit integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_tenant uuid;
  v_first bigint;
  v_seq bigint;
  v_link bytea;
  v_row public.audit_intake;
  v_record text;
  v_ids uuid[];
  v_records text[];
  v_links bytea[];
  v_dropped bigint;
  v_total bigint := 0;
begin
  for v_tenant in
    select distinct coalesce(i.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) from public.audit_intake i order by 1
  loop
    continue when not pg_try_advisory_xact_lock(hashtextextended('dvd-audit ' || v_tenant, 0));
    select h.seq, h.link into v_seq, v_link from public.audit_heads h where h.tenant_id = v_tenant;
    v_seq := coalesce(v_seq, 0);
    v_link := coalesce(v_link, decode(repeat('00', 32), 'hex'));
    v_first := v_seq + 1;
    v_ids := '{}';
    v_records := '{}';
    v_links := '{}';
    v_dropped := 0;
    for v_row in
      select i.* from public.audit_intake i
        where coalesce(i.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) = v_tenant
        order by i.created_at, i.id limit p_limit
    loop
      v_seq := v_seq + 1;
      v_record := json_build_object(
        'chain', v_tenant,
        'seq', v_seq,
        'id', v_row.id,
        'at', to_char(v_row.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'type', v_row.type,
        'actor', v_row.actor_kind,
        'actorId', v_row.actor_id,
        'caseId', v_row.case_id,
        'objectId', v_row.object_id,
        'correlationId', v_row.correlation_id,
        'facts', v_row.payload)::text;
      v_link := sha256(convert_to(E'dvd-audit-v1\n' || encode(v_link, 'hex') || E'\n' || v_record, 'UTF8'));
      v_ids := v_ids || v_row.id;
      v_records := v_records || v_record;
      v_links := v_links || v_link;
      if v_row.type = 'audit.gap' then
        v_dropped := v_dropped + (v_row.payload ->> 'dropped')::bigint;
      end if;
    end loop;
    insert into public.audit_chain (tenant_id, seq, record, link)
      select v_tenant, v_first + linked.place - 1, linked.record, linked.link
        from unnest(v_records, v_links) with ordinality as linked (record, link, place);
    delete from public.audit_intake i where i.id = any(v_ids);
    insert into public.audit_heads as h (tenant_id, seq, link, dropped) values (v_tenant, v_seq, v_link, v_dropped)
      on conflict (tenant_id) do update
        set seq = excluded.seq, link = excluded.link, dropped = h.dropped + excluded.dropped;
    v_total := v_total + cardinality(v_ids);
  end loop;
  return v_total;
end;
$$;--> statement-breakpoint
-- Records that come with no transaction of their own, many at a time. Only kinds that claim no act of a person: whoever
-- takes over a process cannot write in somebody's name that they opened a case.
CREATE FUNCTION public.audit_note(p_rows jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
begin
  if exists (
    select 1 from jsonb_array_elements(p_rows) r
      where r ->> 'type' not in ('access.refused', 'job.failed', 'service.started', 'service.stopped', 'audit.gap')
  ) then
    raise exception using errcode = 'insufficient_privilege', message = 'this record belongs to a transaction';
  end if;
  insert into public.audit_intake (id, tenant_id, actor_kind, actor_id, type, correlation_id, payload)
    select (r ->> 'id')::uuid, (r ->> 'tenantId')::uuid, r ->> 'actorKind', (r ->> 'actorId')::uuid, r ->> 'type',
      r ->> 'correlationId', r -> 'facts'
    from jsonb_array_elements(p_rows) r
    on conflict (id) do nothing;
end;
$$;--> statement-breakpoint
-- Removes the beginning of a chain, up to and with p_seq. What goes must have been announced by a signed record that is kept
-- elsewhere, must be older than 90 days, and may not be everything.
CREATE FUNCTION public.audit_prune(p_tenant uuid, p_seq bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_removed bigint;
begin
  perform 1 from public.audit_checkpoints c where c.tenant_id = p_tenant and c.seq = p_seq and c.kind = 'PRUNED';
  if not found or p_seq >= (select h.seq from public.audit_heads h where h.tenant_id = p_tenant) or exists (
    select 1 from public.audit_chain c where c.tenant_id = p_tenant and c.seq <= p_seq
      and c.at > to_char(now() at time zone 'UTC' - interval '90 days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  ) then
    raise exception using errcode = 'insufficient_privilege', message = 'these records stay';
  end if;
  delete from public.audit_chain c where c.tenant_id = p_tenant and c.seq <= p_seq;
  get diagnostics v_removed = row_count;
  return v_removed;
end;
$$;--> statement-breakpoint
-- Numbers for the alarm, over all chains at once, and nothing of what they are about.
CREATE FUNCTION public.audit_counts()
RETURNS TABLE (written bigint, dropped bigint, waiting bigint, waiting_seconds float8, unsigned_seconds float8, faults bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select
    (select coalesce(sum(h.seq), 0)::bigint from public.audit_heads h),
    (select coalesce(sum(h.dropped), 0)::bigint from public.audit_heads h),
    (select count(*) from public.audit_intake),
    (select coalesce(extract(epoch from now() - min(i.created_at)), 0)::float8 from public.audit_intake i),
    -- Since when the oldest record without a signature stands there.
    (select coalesce(max(extract(epoch from now() - (n.at)::timestamptz)), 0)::float8
      from public.audit_heads h
      cross join lateral (
        select c.at from public.audit_chain c
          where c.tenant_id = h.tenant_id
            and c.seq > coalesce((select max(p.seq) from public.audit_checkpoints p where p.tenant_id = h.tenant_id), 0)
          order by c.seq limit 1) n),
    (select count(*) from public.audit_heads h where h.fault is not null);
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.audit_link(integer), public.audit_note(jsonb), public.audit_prune(uuid, bigint), public.audit_counts() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.audit_link(integer), public.audit_note(jsonb), public.audit_prune(uuid, bigint), public.audit_counts() TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
CREATE FUNCTION public.identity_roles(p_tenant uuid, p_official uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select coalesce(array_agg(r.role order by r.role), '{}') from public.tenant_roles r
    where r.tenant_id = p_tenant and r.official_id = p_official;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.identity_roles(uuid, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_roles(uuid, uuid) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_audit, dvd_identity;
