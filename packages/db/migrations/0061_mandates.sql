CREATE TABLE "deputy_grants" (
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"deputyship_id" uuid NOT NULL,
	"deputy_unit_id" uuid NOT NULL,
	"recipient_key_id" "bytea" NOT NULL,
	"envelope" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deputy_grants_case_id_deputyship_id_pk" PRIMARY KEY("case_id","deputyship_id"),
	CONSTRAINT "deputy_grants_recipient_key_id_length" CHECK (octet_length("deputy_grants"."recipient_key_id") = 32),
	CONSTRAINT "deputy_grants_envelope_length" CHECK (octet_length("deputy_grants"."envelope") = 1921)
);
--> statement-breakpoint
ALTER TABLE "deputy_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"deputyship_id" uuid,
	"payload" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mandates_signature_length" CHECK (octet_length("mandates"."signature") = 96)
);
--> statement-breakpoint
ALTER TABLE "mandates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deputy_grants" ADD CONSTRAINT "deputy_grants_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy_grants" ADD CONSTRAINT "deputy_grants_deputyship" FOREIGN KEY ("deputyship_id") REFERENCES "public"."deputyships"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy_grants" ADD CONSTRAINT "deputy_grants_unit" FOREIGN KEY ("tenant_id","deputy_unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_official" FOREIGN KEY ("tenant_id","official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_deputyship" FOREIGN KEY ("deputyship_id") REFERENCES "public"."deputyships"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deputy_grants_deputyship" ON "deputy_grants" USING btree ("deputyship_id");--> statement-breakpoint
CREATE INDEX "mandates_case" ON "mandates" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "mandates_deputyship" ON "mandates" USING btree ("deputyship_id");--> statement-breakpoint
CREATE POLICY "deputy_grants_read" ON "deputy_grants" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
      select 1 from deputyships d where d.id = deputy_grants.deputyship_id and (d.official_id = nullif(current_setting('app.account', true), '')::uuid
          or d.deputy_id = nullif(current_setting('app.account', true), '')::uuid and (now() at time zone 'Europe/Berlin')::date between d.starts_on and d.ends_on)) and not exists (
          select 1 from recusals r where r.case_id = deputy_grants.case_id and r.official_id = nullif(current_setting('app.account', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "deputy_grants_add_by_assignee" ON "deputy_grants" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
      select 1 from deputyships d where d.id = deputy_grants.deputyship_id and d.official_id = nullif(current_setting('app.account', true), '')::uuid) and exists (
          select 1 from cases where cases.id = deputy_grants.case_id and cases.assigned_official_id = nullif(current_setting('app.account', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "mandates_read" ON "mandates" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "mandates".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "mandates_add_by_oneself" ON "mandates" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "mandates".case_id) and official_id = nullif(current_setting('app.account', true), '')::uuid);