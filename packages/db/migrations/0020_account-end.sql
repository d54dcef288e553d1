ALTER TABLE "citizens" ALTER COLUMN "subject_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "citizens" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "citizens" ADD CONSTRAINT "citizens_deleted" CHECK ((subject_hash is null) = (deleted_at is not null));--> statement-breakpoint
CREATE POLICY "device_links_identity_select" ON "device_links" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "device_links_identity_delete" ON "device_links" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "vault_slots_identity_select" ON "vault_slots" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "vault_slots_identity_delete" ON "vault_slots" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "vaults_identity_select" ON "vaults" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "vaults_identity_delete" ON "vaults" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "case_grants_identity_select" ON "case_grants" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "case_grants_identity_delete" ON "case_grants" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "cases_identity_update" ON "cases" AS PERMISSIVE FOR UPDATE TO "dvd_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "change_heads_identity_delete" ON "change_heads" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "changes_identity_select" ON "changes" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "changes_identity_delete" ON "changes" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "documents_identity_select" ON "documents" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "documents_identity_delete" ON "documents" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "drafts_identity_select" ON "drafts" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "drafts_identity_delete" ON "drafts" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "citizens_identity_update" ON "citizens" AS PERMISSIVE FOR UPDATE TO "dvd_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "aside_vaults_identity_select" ON "aside_vaults" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "aside_vaults_identity_delete" ON "aside_vaults" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "copy_requests_identity_select" ON "copy_requests" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "copy_requests_identity_delete" ON "copy_requests" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "sessions_identity_delete" ON "sessions" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);