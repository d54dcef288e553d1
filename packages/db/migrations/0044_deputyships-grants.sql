ALTER TABLE "deputyships" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Named by oneself, ended by oneself or an admin; the policies tell who. Nobody makes one longer than it was said to be.
GRANT SELECT, INSERT, DELETE ON deputyships TO dvd_app;--> statement-breakpoint
GRANT SELECT ON deputyships TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- Whose deputy somebody is now: on the days that were said, in Germany, by the clock of the database. Who was removed is
-- represented by nobody.
CREATE FUNCTION public.identity_stands_in_for(p_tenant uuid, p_official uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select coalesce(array_agg(distinct d.official_id), '{}') from public.deputyships d
    join public.officials o on o.tenant_id = d.tenant_id and o.id = d.official_id and o.removed_at is null
    where d.tenant_id = p_tenant and d.deputy_id = p_official
      and (now() at time zone 'Europe/Berlin')::date between d.starts_on and d.ends_on;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.identity_stands_in_for(uuid, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_stands_in_for(uuid, uuid) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
