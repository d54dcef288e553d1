-- Who asked is known to the process that takes requests. Everybody else notes what became of themselves, in the chain of the
-- portal: the worker could have put a refusal of any person into the chain of any authority.
GRANT CREATE ON SCHEMA public TO dvd_audit;--> statement-breakpoint
SET LOCAL ROLE dvd_audit;--> statement-breakpoint
CREATE OR REPLACE FUNCTION public.audit_note(p_rows jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
begin
  if exists (
    select 1 from jsonb_array_elements(p_rows) r
      where r ->> 'type' not in ('access.refused', 'job.failed', 'service.started', 'service.stopped', 'audit.gap')
  ) then
    raise exception using errcode = 'insufficient_privilege', message = 'this record belongs to a transaction';
  end if;
  if not pg_has_role(session_user, 'dvd_app', 'usage') and exists (
    select 1 from jsonb_array_elements(p_rows) r
      where r ->> 'actorKind' is distinct from 'system' or r ->> 'tenantId' is not null or r ->> 'type' = 'access.refused'
  ) then
    raise exception using errcode = 'insufficient_privilege', message = 'this record belongs to who takes requests';
  end if;
  insert into public.audit_intake (id, tenant_id, actor_kind, actor_id, type, correlation_id, payload)
    select (r ->> 'id')::uuid, (r ->> 'tenantId')::uuid, r ->> 'actorKind', (r ->> 'actorId')::uuid, r ->> 'type',
      r ->> 'correlationId', r -> 'facts'
    from jsonb_array_elements(p_rows) r
    on conflict (id) do nothing;
end;
$$;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_audit;
