-- A citizen's change must reach the feed of the unit and an official's the feed of the citizen, which neither may write.
-- This function may, after it has checked that the caller's own scope, the case and the feed belong together. It refuses
-- in the same words whether the case is missing or a stranger's. The head row stays locked until the transaction ends:
-- whoever reads number n can be sure that no smaller number appears later. Note the unit before the citizen, always in
-- this order, or two transactions can wait for each other.
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
CREATE FUNCTION public.note_change(
  p_scope_kind text, p_scope_id uuid, p_tenant uuid, p_citizen uuid, p_kind text, p_case uuid, p_subject uuid
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_my_tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  v_my_citizen uuid := nullif(current_setting('app.citizen', true), '')::uuid;
  v_sequence bigint;
begin
  perform 1 from public.cases c
    where c.id = p_case and c.tenant_id = p_tenant and c.citizen_id = p_citizen
      and ((c.tenant_id = v_my_tenant and c.state <> 'DRAFT') or c.citizen_id = v_my_citizen)
      and ((p_scope_kind = 'unit' and p_scope_id = c.unit_id) or (p_scope_kind = 'citizen' and p_scope_id = c.citizen_id));
  if not found then
    raise exception using errcode = 'insufficient_privilege', message = 'change feed is not yours';
  end if;
  insert into public.change_heads as h (scope_kind, scope_id, tenant_id, last_sequence)
    values (p_scope_kind, p_scope_id, case when p_scope_kind = 'unit' then p_tenant end, 1)
    on conflict (scope_kind, scope_id) do update set last_sequence = h.last_sequence + 1
    returning h.last_sequence into v_sequence;
  insert into public.changes (scope_kind, scope_id, tenant_id, citizen_id, sequence, kind, case_id, subject_id)
    values (
      p_scope_kind, p_scope_id,
      case when p_scope_kind = 'unit' then p_tenant end,
      case when p_scope_kind = 'citizen' then p_citizen end,
      v_sequence, p_kind, p_case, p_subject);
  perform pg_notify('changes', p_scope_kind || ':' || p_scope_id);
  return v_sequence;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.note_change(text, uuid, uuid, uuid, text, uuid, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.note_change(text, uuid, uuid, uuid, text, uuid, uuid) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
