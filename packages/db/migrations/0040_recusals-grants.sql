ALTER TABLE "recusals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Said by oneself and lifted by somebody else; the policies tell who. Nobody changes what was said.
GRANT SELECT, INSERT, DELETE ON recusals TO dvd_app;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
CREATE FUNCTION public.identity_led_units(p_tenant uuid, p_official uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select coalesce(array_agg(m.unit_id order by m.unit_id), '{}') from public.unit_members m
    where m.tenant_id = p_tenant and m.official_id = p_official and m.role = 'lead';
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.identity_led_units(uuid, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_led_units(uuid, uuid) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
