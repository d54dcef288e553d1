ALTER TABLE "units" DROP CONSTRAINT "units_tenant_slug";--> statement-breakpoint
ALTER TABLE "unit_key_proposals" DROP CONSTRAINT "unit_key_proposals_epoch";--> statement-breakpoint
CREATE UNIQUE INDEX "units_tenant_name" ON "units" USING btree ("tenant_id",lower(name));--> statement-breakpoint
ALTER TABLE "units" DROP COLUMN "slug";--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_name_length" CHECK (char_length(name) between 1 and 80);--> statement-breakpoint
ALTER TABLE "unit_key_proposals" ADD CONSTRAINT "unit_key_proposals_epoch" CHECK (epoch > 0);