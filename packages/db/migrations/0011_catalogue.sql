-- Services that are there already wait with empty texts until the catalogue is published again, at the next start.
ALTER TABLE "services" ADD COLUMN "key_origin" text DEFAULT 'demo' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "for_whom" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "steps" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "cost" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "target_days" integer;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "legal_basis" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "channels" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "synonyms" jsonb DEFAULT '{"de":[],"en":[]}' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "sensitivity" text DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "situations" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "pre_check" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_key_origin" CHECK ("services"."key_origin" in ('leika', 'demo'));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_sensitivity" CHECK ("services"."sensitivity" in ('normal', 'high'));--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "key_origin" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "for_whom" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "steps" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "cost" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "legal_basis" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "channels" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "synonyms" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "sensitivity" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "situations" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "services" ALTER COLUMN "pre_check" DROP DEFAULT;
