ALTER TABLE "collector_tokens" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Never the hash, and nothing about a token that was said when it was made: neither how long it holds nor whose it is.
GRANT SELECT (id, tenant_id, tail, created_by, created_at, expires_at, revoked_at, used_on, read_from, refused_on)
  ON collector_tokens TO dvd_app;--> statement-breakpoint
GRANT INSERT ON collector_tokens TO dvd_app;--> statement-breakpoint
GRANT UPDATE (revoked_at, used_on, read_from, refused_on) ON collector_tokens TO dvd_app;--> statement-breakpoint
GRANT SELECT ON collector_tokens TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- Whose token this is, before there is a scope. It holds no longer than its maker may read the log themselves, also where a
-- command has forgotten to revoke it with the role.
CREATE FUNCTION public.identity_collector(p_token_hash bytea)
RETURNS TABLE (token_id uuid, tenant_id uuid, is_alive boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select c.id, c.tenant_id,
      c.revoked_at is null and c.expires_at > now()
        and 'auditor' = any(public.identity_roles(c.tenant_id, c.created_by))
    from public.collector_tokens c
    where c.token_hash = p_token_hash;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.identity_collector(bytea) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_collector(bytea) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
