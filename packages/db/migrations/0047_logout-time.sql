-- A logout token that is played back must not end what began after it. Half a minute for clocks that differ.
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
DROP FUNCTION public.identity_end_provider_sessions(bytea, bytea);--> statement-breakpoint
CREATE FUNCTION public.identity_end_provider_sessions(
  p_subject_hash bytea, p_provider_session_hash bytea, p_issued_at timestamptz
) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  select public.identity_end_sessions(
    array(
      select s.id from public.sessions s
        left join public.citizens c on c.id = s.citizen_id
        left join public.officials o on o.id = s.official_id
      where s.revoked_at is null
        and s.created_at <= p_issued_at + interval '30 seconds'
        and (p_subject_hash is not null or p_provider_session_hash is not null)
        and (p_provider_session_hash is null or s.provider_session_hash = p_provider_session_hash)
        and (p_subject_hash is null or p_subject_hash in (c.subject_hash, o.subject_hash))),
    'provider');
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.identity_end_provider_sessions(bytea, bytea, timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.identity_end_provider_sessions(bytea, bytea, timestamptz) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
