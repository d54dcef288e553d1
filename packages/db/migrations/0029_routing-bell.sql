-- Web processes keep copies of the rules. Whoever publishes, from whatever program, rings for all of them.
CREATE FUNCTION public.ring_for_rules() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
begin
  perform pg_notify('routing_rules', '');
  return null;
end;
$$;--> statement-breakpoint
CREATE TRIGGER routing_rule_sets_bell AFTER INSERT OR UPDATE OR DELETE ON routing_rule_sets
  FOR EACH STATEMENT EXECUTE FUNCTION public.ring_for_rules();
