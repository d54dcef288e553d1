CREATE TABLE "case_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "case_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"subject_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_events_actor" CHECK ("case_events"."actor" in ('citizen', 'official')),
	CONSTRAINT "case_events_kind" CHECK (kind ~ '^[a-z]+[.][a-z-]+$')
);
--> statement-breakpoint
ALTER TABLE "case_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "cases_state";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "citizen_left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_events_of_case" ON "case_events" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_events_opened" ON "case_events" USING btree ("case_id","subject_id") WHERE kind = 'document.opened';--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_due_on" CHECK ((state = 'WAITING') = (due_on is not null));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_state" CHECK ("cases"."state" in ('DRAFT', 'RECEIVED', 'ROUTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'WITHDRAWN'));--> statement-breakpoint
CREATE POLICY "case_events_read" ON "case_events" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_events".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "case_events_add" ON "case_events" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_events".case_id) and actor = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and actor = 'citizen' end);