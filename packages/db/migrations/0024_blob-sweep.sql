-- An upload that expired begins anew under another key of the blob store.
GRANT UPDATE (blob_key, created_at) ON documents TO dvd_app;--> statement-breakpoint
-- The worker asks before it removes what lies in the blob store: of these keys, which does a document name, and which
-- open write of it? That is a question across all authorities, so no scope can answer it. Whoever asks must know the keys.
GRANT SELECT (blob_key, blob_upload) ON documents TO dvd_identity;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
CREATE FUNCTION public.blobs_in_use(p_keys text[]) RETURNS TABLE (blob_key text, blob_upload text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  select d.blob_key, d.blob_upload from public.documents d where d.blob_key = any(p_keys);
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.blobs_in_use(text[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.blobs_in_use(text[]) TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
