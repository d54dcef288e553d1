GRANT DELETE ON deputyships TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- What was sealed for a deputyship goes with its row. By the clock of the database and in portions, so that it never holds
-- locks for long.
CREATE FUNCTION public.sweep_deputyships() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_rows integer;
begin
  delete from public.deputyships d using (
    select id from public.deputyships
      where ends_on < (now() at time zone 'Europe/Berlin')::date limit 500) ended
    where d.id = ended.id;
  get diagnostics v_rows = row_count;
  return v_rows;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.sweep_deputyships() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.sweep_deputyships() TO dvd_worker;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
