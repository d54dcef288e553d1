-- Written by `pnpm --filter @dvd/db snapshot` from a migrated database. Not edited by hand.


table account_renewals -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column citizen_id uuid not null
  column kem_public_key bytea not null
  column kem_key_id bytea not null
  column signing_key bytea not null
  column signing_key_id bytea not null
  column former_kem_public_key bytea not null
  column former_kem_key_id bytea not null
  column former_signing_key bytea not null
  column former_signing_key_id bytea not null
  column created_at timestamp(3) with time zone not null default now()
  column objected_at timestamp(3) with time zone
  column objection_payload bytea
  column objection_signature bytea
  constraint account_renewals_citizen_id_citizens_id_fk FOREIGN KEY (citizen_id) REFERENCES citizens(id)
  constraint account_renewals_former_kem_key_id_length CHECK ((octet_length(former_kem_key_id) = 32))
  constraint account_renewals_former_signing_key_id_length CHECK ((octet_length(former_signing_key_id) = 32))
  constraint account_renewals_kem_key_id_length CHECK ((octet_length(kem_key_id) = 32))
  constraint account_renewals_kem_key_id_unique UNIQUE (kem_key_id)
  constraint account_renewals_objection CHECK (((objection_payload IS NULL) OR (objected_at IS NOT NULL)))
  constraint account_renewals_pkey PRIMARY KEY (id)
  constraint account_renewals_signing_key_id_length CHECK ((octet_length(signing_key_id) = 32))
  constraint account_renewals_signing_key_id_unique UNIQUE (signing_key_id)
  index CREATE INDEX account_renewals_citizen ON public.account_renewals USING btree (citizen_id, created_at)
  index CREATE INDEX account_renewals_former_signing_key ON public.account_renewals USING btree (former_signing_key_id)
  index CREATE UNIQUE INDEX account_renewals_kem_key_id_unique ON public.account_renewals USING btree (kem_key_id)
  index CREATE UNIQUE INDEX account_renewals_pkey ON public.account_renewals USING btree (id)
  index CREATE UNIQUE INDEX account_renewals_signing_key_id_unique ON public.account_renewals USING btree (signing_key_id)
  policy account_renewals_add_by_citizen permissive for insert to dvd_app with check ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy account_renewals_change_by_citizen permissive for update to dvd_app using ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)) with check ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy account_renewals_read permissive for select to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN (EXISTS ( SELECT 1
       FROM cases
      WHERE ((cases.citizen_id = account_renewals.citizen_id) AND (cases.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  grant insert to dvd_app
  grant select (citizen_id, former_signing_key, former_signing_key_id, signing_key, signing_key_id) to dvd_worker
  grant select to dvd_app
  grant update (objected_at, objection_payload, objection_signature) to dvd_app

table accounts -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column kind text not null
  column tenant_id uuid
  column citizen_id uuid
  column kem_public_key bytea not null
  column kem_key_id bytea not null
  column signing_key bytea not null
  column signing_key_id bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint accounts_citizen_id_citizens_id_fk FOREIGN KEY (citizen_id) REFERENCES citizens(id)
  constraint accounts_kem_key_id_length CHECK ((octet_length(kem_key_id) = 32))
  constraint accounts_kem_key_id_unique UNIQUE (kem_key_id)
  constraint accounts_one_person CHECK ((((kind = 'citizen'::text) AND (citizen_id = id) AND (tenant_id IS NULL)) OR ((kind = 'official'::text) AND (citizen_id IS NULL) AND (tenant_id IS NOT NULL))))
  constraint accounts_pkey PRIMARY KEY (id)
  constraint accounts_signing_key_id_length CHECK ((octet_length(signing_key_id) = 32))
  constraint accounts_signing_key_id_unique UNIQUE (signing_key_id)
  constraint accounts_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id)
  index CREATE INDEX accounts_citizen ON public.accounts USING btree (citizen_id)
  index CREATE INDEX accounts_tenant ON public.accounts USING btree (tenant_id)
  index CREATE UNIQUE INDEX accounts_kem_key_id_unique ON public.accounts USING btree (kem_key_id)
  index CREATE UNIQUE INDEX accounts_pkey ON public.accounts USING btree (id)
  index CREATE UNIQUE INDEX accounts_signing_key_id_unique ON public.accounts USING btree (signing_key_id)
  policy accounts_add_by_citizen permissive for insert to dvd_app with check (((id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)))
  policy accounts_add_by_official permissive for insert to dvd_app with check (((id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM officials
  WHERE ((officials.id = accounts.id) AND (officials.removed_at IS NULL))))))
  policy accounts_read permissive for select to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) OR ((citizen_id IS NOT NULL) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE ((cases.citizen_id = accounts.citizen_id) AND (cases.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))))))
    ELSE (id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
END)
  policy accounts_renew_by_citizen permissive for update to dvd_app using (((id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))) with check (((id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)))
  grant insert to dvd_app
  grant select (citizen_id, signing_key, signing_key_id, tenant_id) to dvd_worker
  grant select to dvd_app
  grant update (kem_key_id, kem_public_key, signing_key, signing_key_id) to dvd_app

table aside_vaults -- row level security enabled forced owner dvd_owner
  column renewal_id uuid not null
  column account_id uuid not null
  column version integer not null
  column vault bytea not null
  column slots jsonb not null
  constraint aside_vaults_pkey PRIMARY KEY (renewal_id)
  constraint aside_vaults_renewal_id_account_renewals_id_fk FOREIGN KEY (renewal_id) REFERENCES account_renewals(id)
  index CREATE INDEX aside_vaults_account ON public.aside_vaults USING btree (account_id)
  index CREATE UNIQUE INDEX aside_vaults_pkey ON public.aside_vaults USING btree (renewal_id)
  policy aside_vaults_add_own permissive for insert to dvd_app with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy aside_vaults_change_own permissive for update to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)) with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy aside_vaults_identity_delete permissive for delete to dvd_identity using (true)
  policy aside_vaults_identity_select permissive for select to dvd_identity using (true)
  policy aside_vaults_read_own permissive for select to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select (account_id) to dvd_identity
  grant select to dvd_app
  grant update (slots, vault, version) to dvd_app

table audit_chain -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column seq bigint not null
  column record text not null
  column link bytea not null
  column at text not null default ((record)::jsonb ->> 'at'::text)
  column type text not null default ((record)::jsonb ->> 'type'::text)
  column actor_id text default ((record)::jsonb ->> 'actorId'::text)
  column case_id text default ((record)::jsonb ->> 'caseId'::text)
  constraint audit_chain_link_length CHECK ((octet_length(link) = 32))
  constraint audit_chain_seq CHECK ((seq > 0))
  constraint audit_chain_tenant_id_seq_pk PRIMARY KEY (tenant_id, seq)
  index CREATE INDEX audit_chain_actor ON public.audit_chain USING btree (tenant_id, actor_id, seq)
  index CREATE INDEX audit_chain_at ON public.audit_chain USING btree (tenant_id, at)
  index CREATE INDEX audit_chain_type ON public.audit_chain USING btree (tenant_id, type, seq)
  index CREATE UNIQUE INDEX audit_chain_tenant_id_seq_pk ON public.audit_chain USING btree (tenant_id, seq)
  policy audit_chain_kept_by_audit permissive for all to dvd_audit using (true) with check (true)
  policy audit_chain_read_by_tenant permissive for select to dvd_app using ((tenant_id = COALESCE((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid, ( SELECT collector_tokens.tenant_id
   FROM collector_tokens
  WHERE ((collector_tokens.id = (NULLIF(current_setting('app.collector'::text, true), ''::text))::uuid) AND (collector_tokens.revoked_at IS NULL) AND (collector_tokens.expires_at > now()))))))
  policy audit_chain_read_by_worker permissive for select to dvd_worker using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  grant delete to dvd_audit
  grant insert to dvd_audit
  grant select to dvd_app
  grant select to dvd_audit
  grant select to dvd_worker

table audit_checkpoints -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column number integer not null
  column seq bigint not null
  column kind text not null
  column line text not null
  column created_at timestamp(3) with time zone not null default now()
  constraint audit_checkpoints_kind CHECK ((kind = ANY (ARRAY['CHECKPOINT'::text, 'PRUNED'::text])))
  constraint audit_checkpoints_tenant_id_number_pk PRIMARY KEY (tenant_id, number)
  index CREATE INDEX audit_checkpoints_kind_seq ON public.audit_checkpoints USING btree (tenant_id, kind, seq)
  index CREATE UNIQUE INDEX audit_checkpoints_tenant_id_number_pk ON public.audit_checkpoints USING btree (tenant_id, number)
  policy audit_checkpoints_add_by_tenant permissive for insert to dvd_worker with check ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy audit_checkpoints_kept_by_audit permissive for all to dvd_audit using (true) with check (true)
  policy audit_checkpoints_read_by_tenant permissive for select to dvd_app, dvd_worker using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  grant insert to dvd_worker
  grant select to dvd_app
  grant select to dvd_audit
  grant select to dvd_worker

table audit_heads -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column seq bigint not null
  column link bytea not null
  column dropped bigint not null default 0
  column checked_at timestamp(3) with time zone
  column fault text
  column fault_seq bigint
  constraint audit_heads_link_length CHECK ((octet_length(link) = 32))
  constraint audit_heads_pkey PRIMARY KEY (tenant_id)
  index CREATE UNIQUE INDEX audit_heads_pkey ON public.audit_heads USING btree (tenant_id)
  policy audit_heads_change_by_tenant permissive for update to dvd_worker using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)) with check ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy audit_heads_kept_by_audit permissive for all to dvd_audit using (true) with check (true)
  policy audit_heads_read_by_tenant permissive for select to dvd_app, dvd_worker using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  grant insert to dvd_audit
  grant select to dvd_app
  grant select to dvd_audit
  grant select to dvd_worker
  grant update (checked_at, fault, fault_seq) to dvd_worker
  grant update (dropped, link, seq) to dvd_audit

table audit_intake -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid
  column actor_kind text not null
  column actor_id uuid
  column type text not null
  column case_id uuid
  column object_id uuid
  column correlation_id text
  column payload jsonb not null default '{}'::jsonb
  column created_at timestamp(3) with time zone not null default now()
  constraint audit_intake_actor CHECK (((actor_kind = 'system'::text) = (actor_id IS NULL)))
  constraint audit_intake_actor_kind CHECK ((actor_kind = ANY (ARRAY['citizen'::text, 'official'::text, 'system'::text])))
  constraint audit_intake_facts_are_codes CHECK (((jsonb_typeof(payload) = 'object'::text) AND (NOT jsonb_path_exists(payload, '$.*?((@.type() != "number" && @.type() != "boolean") && !((@.type() == "string" && @ like_regex "^[A-Za-z0-9._:/+=-]{1,200}$") && !(@ like_regex "DVD-" flag "i")))'::jsonpath))))
  constraint audit_intake_gap_is_counted CHECK (((type <> 'audit.gap'::text) OR COALESCE(((payload ->> 'dropped'::text) ~ '^[0-9]{1,12}$'::text), false)))
  constraint audit_intake_pkey PRIMARY KEY (id)
  constraint audit_intake_type CHECK ((type ~ '^[a-z]+[.][a-z-]+$'::text))
  index CREATE INDEX audit_intake_chain ON public.audit_intake USING btree (COALESCE(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid), created_at, id)
  index CREATE UNIQUE INDEX audit_intake_pkey ON public.audit_intake USING btree (id)
  policy audit_intake_add_by_citizen permissive for insert to dvd_app with check ((((NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid IS NOT NULL) AND ((tenant_id IS NULL) OR (EXISTS ( SELECT 1
   FROM cases
  WHERE ((cases.id = audit_intake.case_id) AND (cases.tenant_id = audit_intake.tenant_id))))) AND ((actor_kind = 'system'::text) OR ((actor_kind = 'citizen'::text) AND (actor_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)))))
  policy audit_intake_add_by_collector permissive for insert to dvd_app with check (((actor_kind = 'system'::text) AND (tenant_id = ( SELECT collector_tokens.tenant_id
   FROM collector_tokens
  WHERE (collector_tokens.id = (NULLIF(current_setting('app.collector'::text, true), ''::text))::uuid)))))
  policy audit_intake_add_by_tenant permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((actor_kind = 'system'::text) OR ((actor_kind = 'official'::text) AND (actor_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))))
  policy audit_intake_add_by_worker permissive for insert to dvd_worker with check (((actor_kind = 'system'::text) AND ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid IS NOT NULL) AND ((tenant_id IS NULL) OR (EXISTS ( SELECT 1
   FROM cases
  WHERE ((cases.id = audit_intake.case_id) AND (cases.tenant_id = audit_intake.tenant_id)))))))))
  policy audit_intake_identity_insert permissive for insert to dvd_identity with check (true)
  policy audit_intake_kept_by_audit permissive for all to dvd_audit using (true) with check (true)
  grant delete to dvd_audit
  grant insert to dvd_app
  grant insert to dvd_audit
  grant insert to dvd_identity
  grant insert to dvd_worker
  grant select to dvd_audit

table begun_uploads -- row level security enabled forced owner dvd_owner
  column blob_key text not null
  column citizen_id uuid not null
  column bytes bigint not null
  column created_at timestamp(3) with time zone not null default now()
  constraint begun_uploads_bytes CHECK ((bytes >= 0))
  constraint begun_uploads_citizen_id_citizens_id_fk FOREIGN KEY (citizen_id) REFERENCES citizens(id)
  constraint begun_uploads_pkey PRIMARY KEY (blob_key)
  index CREATE INDEX begun_uploads_citizen_created ON public.begun_uploads USING btree (citizen_id, created_at)
  index CREATE INDEX begun_uploads_created ON public.begun_uploads USING btree (created_at)
  index CREATE UNIQUE INDEX begun_uploads_pkey ON public.begun_uploads USING btree (blob_key)
  policy begun_uploads_add_own permissive for insert to dvd_app with check ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy begun_uploads_change_own permissive for update to dvd_app using ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)) with check ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy begun_uploads_identity_delete permissive for delete to dvd_identity using (true)
  policy begun_uploads_identity_select permissive for select to dvd_identity using (true)
  policy begun_uploads_read_own permissive for select to dvd_app using ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select to dvd_app
  grant select to dvd_identity
  grant update (bytes) to dvd_app

table case_events -- row level security enabled forced owner dvd_owner
  column id bigint not null
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column kind text not null
  column actor text not null
  column subject_id uuid
  column created_at timestamp(3) with time zone not null default now()
  column acting_for_id uuid
  constraint case_events_acting_for FOREIGN KEY (tenant_id, acting_for_id) REFERENCES officials(tenant_id, id)
  constraint case_events_actor CHECK ((actor = ANY (ARRAY['citizen'::text, 'official'::text])))
  constraint case_events_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint case_events_kind CHECK ((kind ~ '^[a-z]+[.][a-z-]+$'::text))
  constraint case_events_pkey PRIMARY KEY (id)
  index CREATE INDEX case_events_of_case ON public.case_events USING btree (case_id, id)
  index CREATE UNIQUE INDEX case_events_opened ON public.case_events USING btree (case_id, subject_id) WHERE (kind = 'document.opened'::text)
  index CREATE UNIQUE INDEX case_events_pkey ON public.case_events USING btree (id)
  policy case_events_add permissive for insert to dvd_app with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = case_events.case_id))) AND (actor = 'official'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (actor = 'citizen'::text) AND (acting_for_id IS NULL))
END)
  policy case_events_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = case_events.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  grant insert to dvd_app
  grant select to dvd_app

table case_grants -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column role smallint not null
  column recipient_key_id bytea not null
  column generation integer not null
  column envelope bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint case_grants_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint case_grants_pkey PRIMARY KEY (id)
  constraint case_grants_recipient UNIQUE (case_id, generation, recipient_key_id)
  constraint case_grants_recipient_key_id_length CHECK ((octet_length(recipient_key_id) = 32))
  index CREATE INDEX case_grants_tenant_case ON public.case_grants USING btree (tenant_id, case_id)
  index CREATE UNIQUE INDEX case_grants_pkey ON public.case_grants USING btree (id)
  index CREATE UNIQUE INDEX case_grants_recipient ON public.case_grants USING btree (case_id, generation, recipient_key_id)
  policy case_grants_add permissive for insert to dvd_app with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = case_grants.case_id))) AND (NOT (EXISTS ( SELECT 1
       FROM recusals
      WHERE ((recusals.case_id = case_grants.case_id) AND (recusals.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  policy case_grants_identity_delete permissive for delete to dvd_identity using (true)
  policy case_grants_identity_select permissive for select to dvd_identity using (true)
  policy case_grants_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = case_grants.case_id))) AND (NOT (EXISTS ( SELECT 1
       FROM recusals
      WHERE ((recusals.case_id = case_grants.case_id) AND (recusals.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  policy case_grants_remove_by_tenant permissive for delete to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = case_grants.case_id))) AND (NOT (EXISTS ( SELECT 1
       FROM recusals
      WHERE ((recusals.case_id = case_grants.case_id) AND (recusals.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))))) AND (role = 2))
    ELSE false
END)
  grant delete to dvd_app
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select (citizen_id, role) to dvd_identity
  grant select to dvd_app

table cases -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column unit_id uuid not null
  column citizen_id uuid not null
  column reference text
  column service_key text not null
  column postal_code text not null
  column state text not null
  column version integer not null default 1
  column assigned_official_id uuid
  column scope_id bytea not null
  column key_generation integer not null
  column routing jsonb not null
  column created_at timestamp(3) with time zone not null default now()
  column received_at timestamp(3) with time zone
  column updated_at timestamp(3) with time zone not null
  column due_on date
  column citizen_left_at timestamp(3) with time zone
  constraint cases_assignee FOREIGN KEY (tenant_id, assigned_official_id) REFERENCES officials(tenant_id, id)
  constraint cases_citizen_id_citizens_id_fk FOREIGN KEY (citizen_id) REFERENCES citizens(id)
  constraint cases_due_on CHECK (((state = 'WAITING'::text) = (due_on IS NOT NULL)))
  constraint cases_pkey PRIMARY KEY (id)
  constraint cases_postal_code CHECK ((postal_code ~ '^[0-9]{5}$'::text))
  constraint cases_received CHECK ((((state = 'DRAFT'::text) = (received_at IS NULL)) AND ((state = 'DRAFT'::text) = (reference IS NULL))))
  constraint cases_reference_unique UNIQUE (reference)
  constraint cases_scope UNIQUE (tenant_id, citizen_id, id)
  constraint cases_scope_id_length CHECK ((octet_length(scope_id) = 16))
  constraint cases_scope_id_unique UNIQUE (scope_id)
  constraint cases_service_key_services_key_fk FOREIGN KEY (service_key) REFERENCES services(key)
  constraint cases_state CHECK ((state = ANY (ARRAY['DRAFT'::text, 'RECEIVED'::text, 'ROUTED'::text, 'ASSIGNED'::text, 'IN_PROGRESS'::text, 'WAITING'::text, 'WITHDRAWN'::text])))
  constraint cases_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  index CREATE INDEX cases_inbox ON public.cases USING btree (tenant_id, unit_id, received_at DESC, id DESC)
  index CREATE INDEX cases_of_citizen ON public.cases USING btree (citizen_id, updated_at DESC, id DESC)
  index CREATE UNIQUE INDEX cases_pkey ON public.cases USING btree (id)
  index CREATE UNIQUE INDEX cases_reference_unique ON public.cases USING btree (reference)
  index CREATE UNIQUE INDEX cases_scope ON public.cases USING btree (tenant_id, citizen_id, id)
  index CREATE UNIQUE INDEX cases_scope_id_unique ON public.cases USING btree (scope_id)
  policy cases_add_draft_by_citizen permissive for insert to dvd_app with check (((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (state = 'DRAFT'::text)))
  policy cases_change permissive for update to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (state <> 'DRAFT'::text))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END) with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (state <> 'DRAFT'::text))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  policy cases_identity_select permissive for select to dvd_identity using (true)
  policy cases_identity_update permissive for update to dvd_identity using (true) with check (true)
  policy cases_read permissive for select to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (state <> 'DRAFT'::text))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  policy cases_remove_draft_by_citizen permissive for delete to dvd_app, dvd_worker using (((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (state = 'DRAFT'::text)))
  grant delete to dvd_app
  grant delete to dvd_worker
  grant insert to dvd_app
  grant select (citizen_id, id, state, tenant_id) to dvd_worker
  grant select to dvd_app
  grant select to dvd_identity
  grant update (assigned_official_id, due_on, key_generation, received_at, reference, routing, state, unit_id, updated_at, version) to dvd_app
  grant update (citizen_left_at) to dvd_identity
  grant update (updated_at) to dvd_worker

table change_heads -- row level security enabled forced owner dvd_owner
  column scope_kind text not null
  column scope_id uuid not null
  column tenant_id uuid
  column last_sequence bigint not null
  constraint change_heads_scope_kind CHECK ((scope_kind = ANY (ARRAY['citizen'::text, 'unit'::text])))
  constraint change_heads_scope_kind_scope_id_pk PRIMARY KEY (scope_kind, scope_id)
  index CREATE UNIQUE INDEX change_heads_scope_kind_scope_id_pk ON public.change_heads USING btree (scope_kind, scope_id)
  policy change_heads_identity_delete permissive for delete to dvd_identity using (true)
  policy change_heads_identity_insert permissive for insert to dvd_identity with check (true)
  policy change_heads_identity_select permissive for select to dvd_identity using (true)
  policy change_heads_identity_update permissive for update to dvd_identity using (true) with check (true)
  policy change_heads_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((scope_kind = 'unit'::text) AND (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
    ELSE ((scope_kind = 'citizen'::text) AND (scope_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
END)
  grant delete to dvd_identity
  grant insert to dvd_identity
  grant select to dvd_app
  grant select to dvd_identity
  grant update (last_sequence) to dvd_identity

table changes -- row level security enabled forced owner dvd_owner
  column scope_kind text not null
  column scope_id uuid not null
  column tenant_id uuid
  column citizen_id uuid
  column sequence bigint not null
  column kind text not null
  column case_id uuid not null
  column subject_id uuid
  column created_at timestamp(3) with time zone not null default now()
  constraint changes_kind CHECK ((kind ~ '^[a-z]+[.][a-z-]+$'::text))
  constraint changes_scope_kind CHECK ((scope_kind = ANY (ARRAY['citizen'::text, 'unit'::text])))
  constraint changes_scope_kind_scope_id_sequence_pk PRIMARY KEY (scope_kind, scope_id, sequence)
  index CREATE INDEX changes_tenant ON public.changes USING btree (tenant_id, scope_id, sequence)
  index CREATE UNIQUE INDEX changes_scope_kind_scope_id_sequence_pk ON public.changes USING btree (scope_kind, scope_id, sequence)
  policy changes_identity_delete permissive for delete to dvd_identity using (true)
  policy changes_identity_insert permissive for insert to dvd_identity with check (true)
  policy changes_identity_select permissive for select to dvd_identity using (true)
  policy changes_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((scope_kind = 'unit'::text) AND (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
    ELSE ((scope_kind = 'citizen'::text) AND (scope_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
END)
  grant delete to dvd_identity
  grant insert to dvd_identity
  grant select (scope_id, scope_kind) to dvd_identity
  grant select to dvd_app

table citizens -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column subject_hash bytea
  column created_at timestamp(3) with time zone not null default now()
  column deleted_at timestamp(3) with time zone
  constraint citizens_deleted CHECK (((subject_hash IS NULL) = (deleted_at IS NOT NULL)))
  constraint citizens_pkey PRIMARY KEY (id)
  constraint citizens_subject_hash_length CHECK ((octet_length(subject_hash) = 32))
  constraint citizens_subject_hash_unique UNIQUE (subject_hash)
  index CREATE UNIQUE INDEX citizens_pkey ON public.citizens USING btree (id)
  index CREATE UNIQUE INDEX citizens_subject_hash_unique ON public.citizens USING btree (subject_hash)
  policy citizens_identity_insert permissive for insert to dvd_identity with check (true)
  policy citizens_identity_select permissive for select to dvd_identity using (true)
  policy citizens_identity_update permissive for update to dvd_identity using (true) with check (true)
  policy citizens_read_self permissive for select to dvd_app using ((id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  grant insert to dvd_identity
  grant select (created_at, id) to dvd_app
  grant select to dvd_identity
  grant update (deleted_at, subject_hash) to dvd_identity

table collector_tokens -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column token_hash bytea not null
  column tail text not null
  column created_by uuid not null
  column created_at timestamp(3) with time zone not null default now()
  column expires_at timestamp(3) with time zone not null
  column revoked_at timestamp(3) with time zone
  column used_on date
  column read_from bigint
  column refused_on date
  constraint collector_tokens_created_by FOREIGN KEY (tenant_id, created_by) REFERENCES officials(tenant_id, id)
  constraint collector_tokens_days CHECK (((expires_at > created_at) AND ((expires_at - created_at) <= '365 days'::interval)))
  constraint collector_tokens_pkey PRIMARY KEY (id)
  constraint collector_tokens_tail_form CHECK ((tail ~ '^[0-9a-f]{4}$'::text))
  constraint collector_tokens_token_hash_length CHECK ((octet_length(token_hash) = 32))
  constraint collector_tokens_token_hash_unique UNIQUE (token_hash)
  constraint collector_tokens_used CHECK (((used_on IS NULL) = (read_from IS NULL)))
  index CREATE INDEX collector_tokens_tenant ON public.collector_tokens USING btree (tenant_id, created_at)
  index CREATE UNIQUE INDEX collector_tokens_pkey ON public.collector_tokens USING btree (id)
  index CREATE UNIQUE INDEX collector_tokens_token_hash_unique ON public.collector_tokens USING btree (token_hash)
  policy collector_tokens_add_by_auditor permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'auditor'::text)))) AND (created_by = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))
  policy collector_tokens_change permissive for update to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
       FROM tenant_roles held
      WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'auditor'::text)))) OR (EXISTS ( SELECT 1
       FROM tenant_roles held
      WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
    ELSE (id = (NULLIF(current_setting('app.collector'::text, true), ''::text))::uuid)
END) with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
       FROM tenant_roles held
      WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'auditor'::text)))) OR (EXISTS ( SELECT 1
       FROM tenant_roles held
      WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
    ELSE (id = (NULLIF(current_setting('app.collector'::text, true), ''::text))::uuid)
END)
  policy collector_tokens_identity_select permissive for select to dvd_identity using (true)
  policy collector_tokens_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
       FROM tenant_roles held
      WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'auditor'::text)))) OR (EXISTS ( SELECT 1
       FROM tenant_roles held
      WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
    ELSE (id = (NULLIF(current_setting('app.collector'::text, true), ''::text))::uuid)
END)
  grant insert to dvd_app
  grant select (created_at, created_by, expires_at, id, read_from, refused_on, revoked_at, tail, tenant_id, used_on) to dvd_app
  grant select to dvd_identity
  grant update (read_from, refused_on, revoked_at, used_on) to dvd_app

table copy_requests -- row level security enabled forced owner dvd_owner
  column renewal_id uuid not null
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column state text not null default 'OPEN'::text
  column reason text
  column attestation_payload bytea
  column attestation_signature bytea
  column created_at timestamp(3) with time zone not null default now()
  column decided_at timestamp(3) with time zone
  constraint copy_requests_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint copy_requests_granted CHECK (((state <> 'GRANTED'::text) OR (attestation_payload IS NOT NULL)))
  constraint copy_requests_reason CHECK ((reason = ANY (ARRAY['not-the-person'::text, 'digits-differ'::text, 'nobody-came'::text])))
  constraint copy_requests_refused CHECK (((state = 'REFUSED'::text) = (reason IS NOT NULL)))
  constraint copy_requests_renewal_id_account_renewals_id_fk FOREIGN KEY (renewal_id) REFERENCES account_renewals(id)
  constraint copy_requests_renewal_id_case_id_pk PRIMARY KEY (renewal_id, case_id)
  constraint copy_requests_state CHECK ((state = ANY (ARRAY['OPEN'::text, 'GRANTED'::text, 'REFUSED'::text, 'OBJECTED'::text])))
  index CREATE INDEX copy_requests_case ON public.copy_requests USING btree (case_id, created_at)
  index CREATE INDEX copy_requests_citizen ON public.copy_requests USING btree (citizen_id)
  index CREATE INDEX copy_requests_tenant_case ON public.copy_requests USING btree (tenant_id, case_id)
  index CREATE UNIQUE INDEX copy_requests_renewal_id_case_id_pk ON public.copy_requests USING btree (renewal_id, case_id)
  policy copy_requests_add_by_citizen permissive for insert to dvd_app with check (((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (state = 'OPEN'::text)))
  policy copy_requests_change permissive for update to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = copy_requests.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END) with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = copy_requests.case_id))) AND (state <> 'OBJECTED'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (state = 'OBJECTED'::text))
END)
  policy copy_requests_identity_delete permissive for delete to dvd_identity using (true)
  policy copy_requests_identity_select permissive for select to dvd_identity using (true)
  policy copy_requests_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = copy_requests.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select (citizen_id, state) to dvd_identity
  grant select to dvd_app
  grant update (attestation_payload, attestation_signature, decided_at, reason, state) to dvd_app

table deputy_grants -- row level security enabled forced owner dvd_owner
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column deputyship_id uuid not null
  column deputy_unit_id uuid not null
  column recipient_key_id bytea not null
  column envelope bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint deputy_grants_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint deputy_grants_case_id_deputyship_id_pk PRIMARY KEY (case_id, deputyship_id)
  constraint deputy_grants_deputyship FOREIGN KEY (deputyship_id) REFERENCES deputyships(id) ON DELETE CASCADE
  constraint deputy_grants_envelope_length CHECK ((octet_length(envelope) = 1921))
  constraint deputy_grants_recipient_key_id_length CHECK ((octet_length(recipient_key_id) = 32))
  constraint deputy_grants_unit FOREIGN KEY (tenant_id, deputy_unit_id) REFERENCES units(tenant_id, id)
  index CREATE INDEX deputy_grants_deputyship ON public.deputy_grants USING btree (deputyship_id)
  index CREATE UNIQUE INDEX deputy_grants_case_id_deputyship_id_pk ON public.deputy_grants USING btree (case_id, deputyship_id)
  policy deputy_grants_add_by_assignee permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM deputyships d
  WHERE ((d.id = deputy_grants.deputyship_id) AND (d.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM cases
  WHERE ((cases.id = deputy_grants.case_id) AND (cases.assigned_official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))))))
  policy deputy_grants_read permissive for select to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM deputyships d
  WHERE ((d.id = deputy_grants.deputyship_id) AND ((d.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) OR ((d.deputy_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND ((((now() AT TIME ZONE 'Europe/Berlin'::text))::date >= d.starts_on) AND (((now() AT TIME ZONE 'Europe/Berlin'::text))::date <= d.ends_on))))))) AND (NOT (EXISTS ( SELECT 1
   FROM recusals r
  WHERE ((r.case_id = deputy_grants.case_id) AND (r.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))))))
  grant insert to dvd_app
  grant select to dvd_app

table deputyships -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column official_id uuid not null
  column deputy_id uuid not null
  column starts_on date not null
  column ends_on date not null
  column created_at timestamp(3) with time zone not null default now()
  constraint deputyships_days CHECK ((((ends_on - starts_on) >= 0) AND ((ends_on - starts_on) <= 91)))
  constraint deputyships_deputy FOREIGN KEY (tenant_id, deputy_id) REFERENCES officials(tenant_id, id)
  constraint deputyships_of_another CHECK ((official_id <> deputy_id))
  constraint deputyships_official FOREIGN KEY (tenant_id, official_id) REFERENCES officials(tenant_id, id)
  constraint deputyships_pkey PRIMARY KEY (id)
  index CREATE INDEX deputyships_deputy ON public.deputyships USING btree (tenant_id, deputy_id)
  index CREATE INDEX deputyships_official ON public.deputyships USING btree (tenant_id, official_id)
  index CREATE UNIQUE INDEX deputyships_pkey ON public.deputyships USING btree (id)
  policy deputyships_add_by_oneself permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))
  policy deputyships_identity_delete permissive for delete to dvd_identity using (true)
  policy deputyships_identity_select permissive for select to dvd_identity using (true)
  policy deputyships_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy deputyships_remove_by_oneself_or_admin permissive for delete to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))))))
  grant delete to dvd_app
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select to dvd_app
  grant select to dvd_identity

table device_links -- row level security enabled forced owner dvd_owner
  column account_id uuid not null
  column link_id uuid not null
  column public_key bytea not null
  column proof bytea not null
  column answer bytea
  column expires_at timestamp(3) with time zone not null
  constraint device_links_account_id_vaults_account_id_fk FOREIGN KEY (account_id) REFERENCES vaults(account_id)
  constraint device_links_pkey PRIMARY KEY (account_id)
  index CREATE UNIQUE INDEX device_links_pkey ON public.device_links USING btree (account_id)
  policy device_links_add_own permissive for insert to dvd_app with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy device_links_change_own permissive for update to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)) with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy device_links_identity_delete permissive for delete to dvd_identity using (true)
  policy device_links_identity_select permissive for select to dvd_identity using (true)
  policy device_links_read_own permissive for select to dvd_app, dvd_worker using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy device_links_remove_own permissive for delete to dvd_app, dvd_worker using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  grant delete to dvd_app
  grant delete to dvd_identity
  grant delete to dvd_worker
  grant insert to dvd_app
  grant select (account_id) to dvd_identity
  grant select (account_id, link_id) to dvd_worker
  grant select to dvd_app
  grant update (answer) to dvd_app

table documents -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column sender_kind text not null
  column state text not null
  column header bytea not null
  column floe_header bytea not null
  column seal bytea
  column body_length bigint not null
  column blob_key text not null
  column blob_upload text
  column created_at timestamp(3) with time zone not null default now()
  column stored_at timestamp(3) with time zone
  column verified_at timestamp(3) with time zone
  constraint documents_blob_key_unique UNIQUE (blob_key)
  constraint documents_body_length CHECK ((body_length > 0))
  constraint documents_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint documents_pkey PRIMARY KEY (id)
  constraint documents_scope UNIQUE (tenant_id, citizen_id, sender_kind, id)
  constraint documents_sender_kind CHECK ((sender_kind = ANY (ARRAY['citizen'::text, 'official'::text])))
  constraint documents_state CHECK ((state = ANY (ARRAY['PENDING'::text, 'STORED'::text])))
  constraint documents_stored CHECK ((((state = 'STORED'::text) = (stored_at IS NOT NULL)) AND ((state = 'STORED'::text) = (seal IS NOT NULL))))
  index CREATE INDEX documents_citizen_case ON public.documents USING btree (citizen_id, case_id, created_at)
  index CREATE INDEX documents_tenant_case ON public.documents USING btree (tenant_id, case_id, created_at)
  index CREATE UNIQUE INDEX documents_blob_key_unique ON public.documents USING btree (blob_key)
  index CREATE UNIQUE INDEX documents_pkey ON public.documents USING btree (id)
  index CREATE UNIQUE INDEX documents_scope ON public.documents USING btree (tenant_id, citizen_id, sender_kind, id)
  policy documents_add permissive for insert to dvd_app with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = documents.case_id))) AND (state = 'PENDING'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text) AND (state = 'PENDING'::text))
END)
  policy documents_change permissive for update to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = documents.case_id))))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END) with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = documents.case_id))))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END)
  policy documents_identity_delete permissive for delete to dvd_identity using (true)
  policy documents_identity_select permissive for select to dvd_identity using (true)
  policy documents_read permissive for select to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((state = 'STORED'::text) OR (sender_kind = 'official'::text)) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = documents.case_id))))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND ((state = 'STORED'::text) OR (sender_kind = 'citizen'::text)))
END)
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select (blob_key, blob_upload, citizen_id, sender_kind, state) to dvd_identity
  grant select to dvd_app
  grant select to dvd_worker
  grant update (blob_key, blob_upload, seal, state, stored_at, verified_at) to dvd_app
  grant update (blob_upload, verified_at) to dvd_worker

table drafts -- row level security enabled forced owner dvd_owner
  column citizen_id uuid not null
  column draft_id uuid not null
  column version integer not null
  column sealed bytea not null
  column created_at timestamp(3) with time zone not null default now()
  column updated_at timestamp(3) with time zone not null
  constraint drafts_citizen_id_citizens_id_fk FOREIGN KEY (citizen_id) REFERENCES citizens(id)
  constraint drafts_citizen_id_draft_id_pk PRIMARY KEY (citizen_id, draft_id)
  constraint drafts_version CHECK ((version >= 1))
  index CREATE UNIQUE INDEX drafts_citizen_id_draft_id_pk ON public.drafts USING btree (citizen_id, draft_id)
  policy drafts_add_own permissive for insert to dvd_app with check ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy drafts_change_own permissive for update to dvd_app using ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)) with check ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy drafts_identity_delete permissive for delete to dvd_identity using (true)
  policy drafts_identity_select permissive for select to dvd_identity using (true)
  policy drafts_read_own permissive for select to dvd_app, dvd_worker using ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy drafts_remove_own permissive for delete to dvd_app, dvd_worker using ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  grant delete to dvd_app
  grant delete to dvd_identity
  grant delete to dvd_worker
  grant insert to dvd_app
  grant select (citizen_id) to dvd_identity
  grant select (citizen_id, draft_id, updated_at) to dvd_worker
  grant select to dvd_app
  grant update (sealed, updated_at, version) to dvd_app

table form_definitions -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column service_key text not null
  column version integer not null
  column definition jsonb not null
  column hash bytea not null
  column published_at timestamp(3) with time zone not null
  constraint form_definitions_hash_length CHECK ((octet_length(hash) = 32))
  constraint form_definitions_pkey PRIMARY KEY (id)
  constraint form_definitions_service_key_services_key_fk FOREIGN KEY (service_key) REFERENCES services(key)
  constraint form_definitions_service_version UNIQUE (service_key, version)
  constraint form_definitions_version CHECK ((version >= 1))
  index CREATE UNIQUE INDEX form_definitions_pkey ON public.form_definitions USING btree (id)
  index CREATE UNIQUE INDEX form_definitions_service_version ON public.form_definitions USING btree (service_key, version)
  policy form_definitions_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy form_definitions_read_by_all permissive for select to dvd_app using (true)
  grant select to dvd_app

table idempotency_keys -- row level security enabled forced owner dvd_owner
  column account_id uuid not null
  column key text not null
  column request bytea not null
  column answer jsonb
  column created_at timestamp(3) with time zone not null default now()
  constraint idempotency_keys_account_id_key_pk PRIMARY KEY (account_id, key)
  constraint idempotency_keys_key CHECK ((key ~ '^[A-Za-z0-9_-]{16,64}$'::text))
  constraint idempotency_keys_request_length CHECK ((octet_length(request) = 32))
  index CREATE INDEX idempotency_keys_created ON public.idempotency_keys USING btree (created_at)
  index CREATE UNIQUE INDEX idempotency_keys_account_id_key_pk ON public.idempotency_keys USING btree (account_id, key)
  policy idempotency_keys_add_own permissive for insert to dvd_app with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy idempotency_keys_change_own permissive for update to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)) with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy idempotency_keys_identity_delete permissive for delete to dvd_identity using (true)
  policy idempotency_keys_identity_select permissive for select to dvd_identity using (true)
  policy idempotency_keys_read_own permissive for select to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select to dvd_app
  grant select to dvd_identity
  grant update (answer) to dvd_app

table invitations -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column unit_id uuid not null
  column role text not null
  column post_sign text not null
  column code_hash bytea not null
  column created_by uuid not null
  column created_at timestamp(3) with time zone not null default now()
  column expires_at timestamp(3) with time zone not null
  column withdrawn_at timestamp(3) with time zone
  column redeemed_at timestamp(3) with time zone
  column redeemed_by uuid
  constraint invitations_code_hash_length CHECK ((octet_length(code_hash) = 32))
  constraint invitations_code_hash_unique UNIQUE (code_hash)
  constraint invitations_created_by FOREIGN KEY (tenant_id, created_by) REFERENCES officials(tenant_id, id)
  constraint invitations_one_end CHECK (((redeemed_at IS NULL) OR (withdrawn_at IS NULL)))
  constraint invitations_pkey PRIMARY KEY (id)
  constraint invitations_post_sign_form CHECK ((post_sign ~ '^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß ./-]{0,19}$'::text))
  constraint invitations_redeemed CHECK (((redeemed_at IS NULL) = (redeemed_by IS NULL)))
  constraint invitations_role CHECK ((role = ANY (ARRAY['official'::text, 'lead'::text])))
  constraint invitations_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  index CREATE INDEX invitations_tenant ON public.invitations USING btree (tenant_id, created_at)
  index CREATE UNIQUE INDEX invitations_code_hash_unique ON public.invitations USING btree (code_hash)
  index CREATE UNIQUE INDEX invitations_pkey ON public.invitations USING btree (id)
  policy invitations_add_by_admin permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))) AND (created_by = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))
  policy invitations_identity_select permissive for select to dvd_identity using (true)
  policy invitations_identity_update permissive for update to dvd_identity using (true) with check (true)
  policy invitations_read_by_admin permissive for select to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy invitations_withdraw_by_admin permissive for update to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  grant insert to dvd_app
  grant select (created_at, created_by, expires_at, id, post_sign, redeemed_at, role, tenant_id, unit_id, withdrawn_at) to dvd_app
  grant select to dvd_identity
  grant update (redeemed_at, redeemed_by) to dvd_identity
  grant update (withdrawn_at) to dvd_app

table key_log_checkpoints -- row level security enabled forced owner dvd_owner
  column size integer not null
  column note text not null
  column witnessed_at timestamp(3) with time zone not null
  constraint key_log_checkpoints_pkey PRIMARY KEY (size)
  constraint key_log_checkpoints_size CHECK ((size > 0))
  index CREATE UNIQUE INDEX key_log_checkpoints_pkey ON public.key_log_checkpoints USING btree (size)
  policy key_log_checkpoints_add permissive for insert to dvd_worker with check (true)
  policy key_log_checkpoints_change permissive for update to dvd_worker using (true) with check (true)
  policy key_log_checkpoints_read_by_all permissive for select to dvd_app, dvd_worker using (true)
  grant insert to dvd_worker
  grant select to dvd_app
  grant select to dvd_worker
  grant update (note, witnessed_at) to dvd_worker

table key_log_entries -- row level security enabled forced owner dvd_owner
  column index integer not null
  column statement_id uuid not null
  column leaf_hash bytea not null
  column created_at timestamp(3) with time zone not null default now()
  column entry text not null
  constraint key_log_entries_index CHECK ((index >= 0))
  constraint key_log_entries_leaf_hash_length CHECK ((octet_length(leaf_hash) = 32))
  constraint key_log_entries_leaf_hash_of_entry CHECK ((leaf_hash = sha256(('\x00'::bytea || convert_to(entry, 'UTF8'::name)))))
  constraint key_log_entries_pkey PRIMARY KEY (index)
  constraint key_log_entries_statement_id_statements_id_fk FOREIGN KEY (statement_id) REFERENCES statements(id)
  constraint key_log_entries_statement_unique UNIQUE (statement_id)
  index CREATE UNIQUE INDEX key_log_entries_pkey ON public.key_log_entries USING btree (index)
  index CREATE UNIQUE INDEX key_log_entries_statement_unique ON public.key_log_entries USING btree (statement_id)
  policy key_log_entries_add permissive for insert to dvd_worker with check (true)
  policy key_log_entries_read_by_all permissive for select to dvd_app, dvd_worker using (true)
  grant insert to dvd_worker
  grant select to dvd_app
  grant select to dvd_worker

table mandates -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column official_id uuid not null
  column deputyship_id uuid
  column payload bytea not null
  column signature bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint mandates_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint mandates_deputyship FOREIGN KEY (deputyship_id) REFERENCES deputyships(id) ON DELETE SET NULL
  constraint mandates_official FOREIGN KEY (tenant_id, official_id) REFERENCES officials(tenant_id, id)
  constraint mandates_pkey PRIMARY KEY (id)
  constraint mandates_signature_length CHECK ((octet_length(signature) = 96))
  index CREATE INDEX mandates_case ON public.mandates USING btree (case_id, created_at)
  index CREATE INDEX mandates_deputyship ON public.mandates USING btree (deputyship_id)
  index CREATE UNIQUE INDEX mandates_pkey ON public.mandates USING btree (id)
  policy mandates_add_by_oneself permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM deputyships d
  WHERE ((d.id = mandates.deputyship_id) AND (d.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM cases
  WHERE ((cases.id = mandates.case_id) AND (cases.assigned_official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))))))
  policy mandates_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = mandates.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  grant insert to dvd_app
  grant select to dvd_app

table messages -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column thread_id uuid not null
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column sequence bigint not null
  column sender_kind text not null
  column header bytea not null
  column floe_header bytea not null
  column seal bytea not null
  column body bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint messages_pkey PRIMARY KEY (id)
  constraint messages_sender_kind CHECK ((sender_kind = ANY (ARRAY['citizen'::text, 'official'::text])))
  constraint messages_thread FOREIGN KEY (tenant_id, citizen_id, case_id, thread_id) REFERENCES threads(tenant_id, citizen_id, case_id, id) ON DELETE CASCADE
  constraint messages_thread_sequence UNIQUE (thread_id, sequence)
  index CREATE INDEX messages_tenant_case ON public.messages USING btree (tenant_id, case_id)
  index CREATE UNIQUE INDEX messages_pkey ON public.messages USING btree (id)
  index CREATE UNIQUE INDEX messages_thread_sequence ON public.messages USING btree (thread_id, sequence)
  policy messages_add permissive for insert to dvd_app with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = messages.case_id))) AND (sender_kind = 'official'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END)
  policy messages_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = messages.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  grant insert to dvd_app
  grant select to dvd_app

table officials -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column subject_hash bytea not null
  column created_at timestamp(3) with time zone not null default now()
  column removed_at timestamp(3) with time zone
  column post_sign text not null
  constraint officials_pkey PRIMARY KEY (id)
  constraint officials_post_sign_form CHECK ((post_sign ~ '^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß ./-]{0,19}$'::text))
  constraint officials_subject_hash_length CHECK ((octet_length(subject_hash) = 32))
  constraint officials_tenant_id UNIQUE (tenant_id, id)
  constraint officials_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id)
  index CREATE UNIQUE INDEX officials_pkey ON public.officials USING btree (id)
  index CREATE UNIQUE INDEX officials_post_sign ON public.officials USING btree (tenant_id, post_sign) WHERE (removed_at IS NULL)
  index CREATE UNIQUE INDEX officials_subject_hash ON public.officials USING btree (subject_hash) WHERE (removed_at IS NULL)
  index CREATE UNIQUE INDEX officials_tenant_id ON public.officials USING btree (tenant_id, id)
  policy officials_identity_insert permissive for insert to dvd_identity with check (true)
  policy officials_identity_select permissive for select to dvd_identity using (true)
  policy officials_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy officials_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy officials_remove_by_admin permissive for update to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))) AND (id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (removed_at IS NULL))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))) AND (id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))
  grant insert to dvd_identity
  grant select (created_at, id, post_sign, removed_at, tenant_id) to dvd_app
  grant select to dvd_identity
  grant update (removed_at) to dvd_app

table places -- row level security enabled forced owner dvd_owner
  column postal_code text not null
  column ars text not null
  column name text not null
  column contact jsonb
  constraint places_ars CHECK ((ars ~ '^[0-9]{12}$'::text))
  constraint places_pk PRIMARY KEY (postal_code, ars)
  constraint places_postal_code CHECK ((postal_code ~ '^[0-9]{5}$'::text))
  index CREATE UNIQUE INDEX places_pk ON public.places USING btree (postal_code, ars)
  policy places_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy places_read_by_all permissive for select to dvd_app using (true)
  grant select to dvd_app

table receipts -- row level security enabled forced owner dvd_owner
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column payload bytea not null
  column signature bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint receipts_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint receipts_pkey PRIMARY KEY (case_id)
  index CREATE INDEX receipts_tenant_case ON public.receipts USING btree (tenant_id, case_id)
  index CREATE UNIQUE INDEX receipts_pkey ON public.receipts USING btree (case_id)
  policy receipts_add_by_citizen permissive for insert to dvd_app with check ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid))
  policy receipts_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  grant insert to dvd_app
  grant select to dvd_app

table recusals -- row level security enabled forced owner dvd_owner
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column official_id uuid not null
  column created_at timestamp(3) with time zone not null default now()
  constraint recusals_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint recusals_case_id_official_id_pk PRIMARY KEY (case_id, official_id)
  constraint recusals_official FOREIGN KEY (tenant_id, official_id) REFERENCES officials(tenant_id, id)
  index CREATE INDEX recusals_tenant ON public.recusals USING btree (tenant_id, created_at)
  index CREATE UNIQUE INDEX recusals_case_id_official_id_pk ON public.recusals USING btree (case_id, official_id)
  policy recusals_add_by_oneself permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM cases
  WHERE (cases.id = recusals.case_id))) AND (official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))
  policy recusals_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy recusals_remove_by_lead_or_admin permissive for delete to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))) OR (EXISTS ( SELECT 1
   FROM (unit_members held
     JOIN cases ON (((cases.tenant_id = held.tenant_id) AND (cases.unit_id = held.unit_id))))
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'lead'::text) AND (cases.id = recusals.case_id)))))))
  grant delete to dvd_app
  grant insert to dvd_app
  grant select to dvd_app

table routing_rule_sets -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column version integer not null
  column rules jsonb not null
  column published_at timestamp(3) with time zone not null
  column hash bytea not null
  constraint routing_rule_sets_hash_length CHECK ((octet_length(hash) = 32))
  constraint routing_rule_sets_pkey PRIMARY KEY (id)
  constraint routing_rule_sets_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id)
  constraint routing_rule_sets_tenant_version UNIQUE (tenant_id, version)
  index CREATE UNIQUE INDEX routing_rule_sets_pkey ON public.routing_rule_sets USING btree (id)
  index CREATE UNIQUE INDEX routing_rule_sets_tenant_version ON public.routing_rule_sets USING btree (tenant_id, version)
  policy routing_rule_sets_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy routing_rule_sets_read_by_all permissive for select to dvd_app using (true)
  grant select to dvd_app

table search_words -- row level security enabled forced owner dvd_owner
  column word text not null
  constraint search_words_pkey PRIMARY KEY (word)
  index CREATE UNIQUE INDEX search_words_pkey ON public.search_words USING btree (word)
  policy search_words_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy search_words_read_by_all permissive for select to dvd_app using (true)
  grant select to dvd_app

table services -- row level security enabled forced owner dvd_owner
  column key text not null
  column slug text not null
  column title jsonb not null
  column summary jsonb not null
  column evidence jsonb not null
  column needs_level text not null
  column key_origin text not null
  column for_whom jsonb not null
  column steps jsonb not null
  column cost jsonb not null
  column target_days integer
  column legal_basis text not null
  column channels jsonb not null
  column synonyms jsonb not null
  column sensitivity text not null
  column situations jsonb not null
  column pre_check jsonb not null
  column search tsvector not null
  constraint services_key_origin CHECK ((key_origin = ANY (ARRAY['leika'::text, 'demo'::text])))
  constraint services_needs_level CHECK ((needs_level = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text])))
  constraint services_pkey PRIMARY KEY (key)
  constraint services_sensitivity CHECK ((sensitivity = ANY (ARRAY['normal'::text, 'high'::text])))
  constraint services_slug_unique UNIQUE (slug)
  index CREATE INDEX services_search ON public.services USING gin (search)
  index CREATE UNIQUE INDEX services_pkey ON public.services USING btree (key)
  index CREATE UNIQUE INDEX services_slug_unique ON public.services USING btree (slug)
  policy services_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy services_read_by_all permissive for select to dvd_app using (true)
  grant select to dvd_app

table sessions -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column kind text not null
  column citizen_id uuid
  column official_id uuid
  column tenant_id uuid
  column assurance text not null
  column created_at timestamp(3) with time zone not null default now()
  column last_seen_at timestamp(3) with time zone not null default now()
  column expires_at timestamp(3) with time zone not null
  column revoked_at timestamp(3) with time zone
  column authenticated_at timestamp(3) with time zone not null
  column login_hash bytea not null
  column provider_session_hash bytea
  column browser text not null
  column system text not null
  constraint sessions_assurance CHECK ((assurance = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text])))
  constraint sessions_browser CHECK ((browser = ANY (ARRAY['firefox'::text, 'edge'::text, 'chrome'::text, 'safari'::text, 'other'::text])))
  constraint sessions_citizen_id_citizens_id_fk FOREIGN KEY (citizen_id) REFERENCES citizens(id)
  constraint sessions_login_hash UNIQUE (login_hash)
  constraint sessions_login_hash_length CHECK ((octet_length(login_hash) = 32))
  constraint sessions_official FOREIGN KEY (tenant_id, official_id) REFERENCES officials(tenant_id, id)
  constraint sessions_one_person CHECK ((((kind = 'citizen'::text) AND (citizen_id IS NOT NULL) AND (official_id IS NULL) AND (tenant_id IS NULL)) OR ((kind = 'official'::text) AND (citizen_id IS NULL) AND (official_id IS NOT NULL) AND (tenant_id IS NOT NULL))))
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_provider_session_hash_length CHECK ((octet_length(provider_session_hash) = 32))
  constraint sessions_system CHECK ((system = ANY (ARRAY['android'::text, 'ios'::text, 'windows'::text, 'macos'::text, 'linux'::text, 'other'::text])))
  index CREATE INDEX sessions_citizen ON public.sessions USING btree (citizen_id)
  index CREATE INDEX sessions_provider_session ON public.sessions USING btree (provider_session_hash)
  index CREATE INDEX sessions_tenant_official ON public.sessions USING btree (tenant_id, official_id)
  index CREATE UNIQUE INDEX sessions_login_hash ON public.sessions USING btree (login_hash)
  index CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id)
  policy sessions_identity_delete permissive for delete to dvd_identity using (true)
  policy sessions_identity_insert permissive for insert to dvd_identity with check (true)
  policy sessions_identity_select permissive for select to dvd_identity using (true)
  policy sessions_identity_update permissive for update to dvd_identity using (true) with check (true)
  grant delete to dvd_identity
  grant insert to dvd_identity
  grant select to dvd_identity
  grant update (last_seen_at, revoked_at) to dvd_identity

table spent_challenges -- row level security enabled forced owner dvd_owner
  column challenge bytea not null
  column expires_at timestamp(3) with time zone not null
  constraint spent_challenges_challenge_length CHECK ((octet_length(challenge) = 32))
  constraint spent_challenges_pkey PRIMARY KEY (challenge)
  index CREATE INDEX spent_challenges_expires ON public.spent_challenges USING btree (expires_at)
  index CREATE UNIQUE INDEX spent_challenges_pkey ON public.spent_challenges USING btree (challenge)
  policy spent_challenges_identity_delete permissive for delete to dvd_identity using (true)
  policy spent_challenges_identity_insert permissive for insert to dvd_identity with check (true)
  policy spent_challenges_identity_select permissive for select to dvd_identity using (true)
  grant delete to dvd_identity
  grant insert to dvd_identity
  grant select to dvd_identity

table statements -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column kind text not null
  column unit_id uuid
  column epoch integer
  column sequence integer not null
  column payload bytea not null
  column signature bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint statements_kind CHECK ((kind = ANY (ARRAY['authority'::text, 'unit-key'::text, 'members'::text, 'receipt-key'::text, 'log-policy'::text, 'directory-head'::text])))
  constraint statements_pkey PRIMARY KEY (id)
  constraint statements_sequence UNIQUE NULLS NOT DISTINCT (tenant_id, kind, unit_id, epoch, sequence)
  constraint statements_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id)
  constraint statements_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  index CREATE UNIQUE INDEX statements_pkey ON public.statements USING btree (id)
  index CREATE UNIQUE INDEX statements_sequence ON public.statements USING btree (tenant_id, kind, unit_id, epoch, sequence) NULLS NOT DISTINCT
  policy statements_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy statements_read_by_all permissive for select to dvd_app, dvd_worker using (true)
  grant select to dvd_app
  grant select to dvd_worker

table tenant_roles -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column official_id uuid not null
  column role text not null
  constraint tenant_roles_official FOREIGN KEY (tenant_id, official_id) REFERENCES officials(tenant_id, id)
  constraint tenant_roles_role CHECK ((role = ANY (ARRAY['admin'::text, 'auditor'::text])))
  constraint tenant_roles_tenant_id_official_id_role_pk PRIMARY KEY (tenant_id, official_id, role)
  index CREATE UNIQUE INDEX tenant_roles_tenant_id_official_id_role_pk ON public.tenant_roles USING btree (tenant_id, official_id, role)
  policy tenant_roles_add_by_admin permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy tenant_roles_identity_select permissive for select to dvd_identity using (true)
  policy tenant_roles_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy tenant_roles_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy tenant_roles_remove_by_admin permissive for delete to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  grant delete to dvd_app
  grant insert to dvd_app
  grant select to dvd_app
  grant select to dvd_identity

table tenants -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column slug text not null
  column name text not null
  column created_at timestamp(3) with time zone not null default now()
  constraint tenants_pkey PRIMARY KEY (id)
  constraint tenants_slug_unique UNIQUE (slug)
  index CREATE UNIQUE INDEX tenants_pkey ON public.tenants USING btree (id)
  index CREATE UNIQUE INDEX tenants_slug_unique ON public.tenants USING btree (slug)
  policy tenants_identity_select permissive for select to dvd_identity using (true)
  policy tenants_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy tenants_read_by_all permissive for select to dvd_app, dvd_worker using (true)
  grant select to dvd_app
  grant select to dvd_identity
  grant select to dvd_worker

table threads -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column case_id uuid not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column kind text not null
  column last_sequence bigint not null default 0
  column created_at timestamp(3) with time zone not null default now()
  constraint threads_case FOREIGN KEY (tenant_id, citizen_id, case_id) REFERENCES cases(tenant_id, citizen_id, id) ON DELETE CASCADE
  constraint threads_kind CHECK ((kind = ANY (ARRAY['CHAT'::text, 'CALLBACK'::text, 'APPOINTMENT'::text])))
  constraint threads_pkey PRIMARY KEY (id)
  constraint threads_scope UNIQUE (tenant_id, citizen_id, case_id, id)
  index CREATE INDEX threads_citizen_case ON public.threads USING btree (citizen_id, case_id)
  index CREATE UNIQUE INDEX threads_pkey ON public.threads USING btree (id)
  index CREATE UNIQUE INDEX threads_scope ON public.threads USING btree (tenant_id, citizen_id, case_id, id)
  policy threads_add permissive for insert to dvd_app with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = threads.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  policy threads_change permissive for update to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = threads.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END) with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = threads.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  policy threads_read permissive for select to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
       FROM cases
      WHERE (cases.id = threads.case_id))))
    ELSE (citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid)
END)
  grant insert to dvd_app
  grant select to dvd_app
  grant update (last_sequence) to dvd_app

table unit_back_links -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column unit_id uuid not null
  column from_epoch integer not null
  column epoch integer not null
  column envelope bytea not null
  constraint unit_back_links_backwards CHECK ((epoch < from_epoch))
  constraint unit_back_links_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  constraint unit_back_links_unit_id_from_epoch_epoch_pk PRIMARY KEY (unit_id, from_epoch, epoch)
  index CREATE UNIQUE INDEX unit_back_links_unit_id_from_epoch_epoch_pk ON public.unit_back_links USING btree (unit_id, from_epoch, epoch)
  policy unit_back_links_add_by_tenant permissive for insert to dvd_app with check ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy unit_back_links_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy unit_back_links_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy unit_back_links_remove_by_tenant permissive for delete to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  grant delete to dvd_app
  grant insert to dvd_app
  grant select to dvd_app

table unit_departures -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column unit_id uuid not null
  column official_id uuid not null
  column epoch integer not null
  column left_at timestamp(3) with time zone not null
  constraint unit_departures_official FOREIGN KEY (tenant_id, official_id) REFERENCES officials(tenant_id, id)
  constraint unit_departures_tenant_id_unit_id_official_id_epoch_pk PRIMARY KEY (tenant_id, unit_id, official_id, epoch)
  constraint unit_departures_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  index CREATE UNIQUE INDEX unit_departures_tenant_id_unit_id_official_id_epoch_pk ON public.unit_departures USING btree (tenant_id, unit_id, official_id, epoch)
  policy unit_departures_add_by_admin permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy unit_departures_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  grant insert to dvd_app
  grant select to dvd_app

table unit_key_proposal_grants -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column unit_id uuid not null
  column official_id uuid not null
  column recipient_key_id bytea not null
  column envelope bytea not null
  constraint unit_key_proposal_grants_member FOREIGN KEY (tenant_id, unit_id, official_id) REFERENCES unit_members(tenant_id, unit_id, official_id)
  constraint unit_key_proposal_grants_recipient_key_id_length CHECK ((octet_length(recipient_key_id) = 32))
  constraint unit_key_proposal_grants_unit_id_official_id_pk PRIMARY KEY (unit_id, official_id)
  constraint unit_key_proposal_grants_unit_id_unit_key_proposals_unit_id_fk FOREIGN KEY (unit_id) REFERENCES unit_key_proposals(unit_id) ON DELETE CASCADE
  index CREATE UNIQUE INDEX unit_key_proposal_grants_unit_id_official_id_pk ON public.unit_key_proposal_grants USING btree (unit_id, official_id)
  policy unit_key_proposal_grants_add_by_tenant permissive for insert to dvd_app with check ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy unit_key_proposal_grants_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy unit_key_proposal_grants_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  grant insert to dvd_app
  grant select to dvd_app

table unit_key_proposals -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column unit_id uuid not null
  column epoch integer not null
  column public_key bytea not null
  column proposed_by uuid not null
  column created_at timestamp(3) with time zone not null default now()
  constraint unit_key_proposals_epoch CHECK ((epoch > 0))
  constraint unit_key_proposals_official FOREIGN KEY (tenant_id, proposed_by) REFERENCES officials(tenant_id, id)
  constraint unit_key_proposals_pkey PRIMARY KEY (unit_id)
  constraint unit_key_proposals_public_key_length CHECK ((octet_length(public_key) = 1665))
  constraint unit_key_proposals_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  index CREATE UNIQUE INDEX unit_key_proposals_pkey ON public.unit_key_proposals USING btree (unit_id)
  policy unit_key_proposals_add_by_proposer permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (proposed_by = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)))
  policy unit_key_proposals_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy unit_key_proposals_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy unit_key_proposals_remove_by_tenant permissive for delete to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  grant delete to dvd_app
  grant insert to dvd_app
  grant select to dvd_app

table unit_members -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column unit_id uuid not null
  column official_id uuid not null
  column role text not null
  constraint unit_members_official FOREIGN KEY (tenant_id, official_id) REFERENCES officials(tenant_id, id)
  constraint unit_members_role CHECK ((role = ANY (ARRAY['official'::text, 'lead'::text])))
  constraint unit_members_tenant_id_unit_id_official_id_pk PRIMARY KEY (tenant_id, unit_id, official_id)
  constraint unit_members_unit FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  index CREATE INDEX unit_members_official ON public.unit_members USING btree (tenant_id, official_id)
  index CREATE UNIQUE INDEX unit_members_tenant_id_unit_id_official_id_pk ON public.unit_members USING btree (tenant_id, unit_id, official_id)
  policy unit_members_add_by_admin permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy unit_members_change_by_admin permissive for update to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy unit_members_identity_insert permissive for insert to dvd_identity with check (true)
  policy unit_members_identity_select permissive for select to dvd_identity using (true)
  policy unit_members_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy unit_members_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy unit_members_remove_by_admin permissive for delete to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  grant delete to dvd_app
  grant insert to dvd_app
  grant insert to dvd_identity
  grant select to dvd_app
  grant select to dvd_identity
  grant update (role) to dvd_app

table unit_seed_grants -- row level security enabled forced owner dvd_owner
  column tenant_id uuid not null
  column unit_id uuid not null
  column epoch integer not null
  column official_id uuid not null
  column recipient_key_id bytea not null
  column envelope bytea not null
  column created_at timestamp(3) with time zone not null default now()
  column closed_at timestamp(3) with time zone
  constraint unit_seed_grants_member FOREIGN KEY (tenant_id, unit_id, official_id) REFERENCES unit_members(tenant_id, unit_id, official_id)
  constraint unit_seed_grants_recipient_key_id_length CHECK ((octet_length(recipient_key_id) = 32))
  constraint unit_seed_grants_unit_id_epoch_official_id_pk PRIMARY KEY (unit_id, epoch, official_id)
  index CREATE INDEX unit_seed_grants_official ON public.unit_seed_grants USING btree (tenant_id, official_id)
  index CREATE UNIQUE INDEX unit_seed_grants_unit_id_epoch_official_id_pk ON public.unit_seed_grants USING btree (unit_id, epoch, official_id)
  policy unit_seed_grants_add_by_tenant permissive for insert to dvd_app with check ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy unit_seed_grants_close_by_receiver permissive for update to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (closed_at IS NULL))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (closed_at IS NOT NULL)))
  policy unit_seed_grants_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy unit_seed_grants_read_by_tenant permissive for select to dvd_app using ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid))
  policy unit_seed_grants_remove_by_admin permissive for delete to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy unit_seed_grants_replace_by_colleague permissive for update to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (closed_at IS NOT NULL))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (official_id <> (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (closed_at IS NULL)))
  grant delete to dvd_app
  grant insert to dvd_app
  grant select to dvd_app
  grant update (closed_at, envelope) to dvd_app

table units -- row level security enabled forced owner dvd_owner
  column id uuid not null
  column tenant_id uuid not null
  column name text not null
  column created_at timestamp(3) with time zone not null default now()
  column closed_at timestamp(3) with time zone
  constraint units_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80)))
  constraint units_pkey PRIMARY KEY (id)
  constraint units_tenant_id UNIQUE (tenant_id, id)
  constraint units_tenant_id_tenants_id_fk FOREIGN KEY (tenant_id) REFERENCES tenants(id)
  index CREATE UNIQUE INDEX units_pkey ON public.units USING btree (id)
  index CREATE UNIQUE INDEX units_tenant_id ON public.units USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX units_tenant_name ON public.units USING btree (tenant_id, lower(name))
  policy units_add_by_admin permissive for insert to dvd_app with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy units_change_by_admin permissive for update to dvd_app using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text)))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM tenant_roles held
  WHERE ((held.tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (held.official_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) AND (held.role = 'admin'::text))))))
  policy units_maintained_by_owner permissive for all to dvd_owner using (true) with check (true)
  policy units_read_by_all permissive for select to dvd_app using (true)
  grant insert to dvd_app
  grant select to dvd_app
  grant update (closed_at, name) to dvd_app

table upload_parts -- row level security enabled forced owner dvd_owner
  column document_id uuid not null
  column part integer not null
  column tenant_id uuid not null
  column citizen_id uuid not null
  column sender_kind text not null
  column tag text not null
  column digests bytea not null
  column size integer not null
  constraint upload_parts_document FOREIGN KEY (tenant_id, citizen_id, sender_kind, document_id) REFERENCES documents(tenant_id, citizen_id, sender_kind, id) ON DELETE CASCADE
  constraint upload_parts_document_id_part_pk PRIMARY KEY (document_id, part)
  index CREATE UNIQUE INDEX upload_parts_document_id_part_pk ON public.upload_parts USING btree (document_id, part)
  policy upload_parts_add permissive for insert to dvd_app with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END)
  policy upload_parts_change permissive for update to dvd_app using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END) with check (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END)
  policy upload_parts_read permissive for select to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END)
  policy upload_parts_remove permissive for delete to dvd_app, dvd_worker using (
CASE
    WHEN ((NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid IS NOT NULL) THEN ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (sender_kind = 'official'::text))
    ELSE ((citizen_id = (NULLIF(current_setting('app.citizen'::text, true), ''::text))::uuid) AND (sender_kind = 'citizen'::text))
END)
  grant delete to dvd_app
  grant delete to dvd_worker
  grant insert to dvd_app
  grant select to dvd_app
  grant select to dvd_worker
  grant update (digests, size, tag) to dvd_app

table vault_slots -- row level security enabled forced owner dvd_owner
  column account_id uuid not null
  column slot_id uuid not null
  column kind text not null
  column header bytea not null
  column wrapped bytea not null
  column created_at timestamp(3) with time zone not null default now()
  constraint vault_slots_account_id_slot_id_pk PRIMARY KEY (account_id, slot_id)
  constraint vault_slots_account_id_vaults_account_id_fk FOREIGN KEY (account_id) REFERENCES vaults(account_id)
  constraint vault_slots_kind CHECK ((kind ~ '^[a-z-]{1,20}$'::text))
  index CREATE UNIQUE INDEX vault_slots_account_id_slot_id_pk ON public.vault_slots USING btree (account_id, slot_id)
  policy vault_slots_add_own permissive for insert to dvd_app with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy vault_slots_identity_delete permissive for delete to dvd_identity using (true)
  policy vault_slots_identity_select permissive for select to dvd_identity using (true)
  policy vault_slots_read_own permissive for select to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy vault_slots_remove_own permissive for delete to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  grant delete to dvd_app
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select (account_id) to dvd_identity
  grant select to dvd_app

table vaults -- row level security enabled forced owner dvd_owner
  column account_id uuid not null
  column version integer not null
  column vault bytea not null
  column updated_at timestamp(3) with time zone not null
  constraint vaults_account_id_accounts_id_fk FOREIGN KEY (account_id) REFERENCES accounts(id)
  constraint vaults_pkey PRIMARY KEY (account_id)
  index CREATE UNIQUE INDEX vaults_pkey ON public.vaults USING btree (account_id)
  policy vaults_add_own permissive for insert to dvd_app with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy vaults_change_own permissive for update to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)) with check ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  policy vaults_identity_delete permissive for delete to dvd_identity using (true)
  policy vaults_identity_select permissive for select to dvd_identity using (true)
  policy vaults_read_own permissive for select to dvd_app using ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid))
  grant delete to dvd_identity
  grant insert to dvd_app
  grant select (account_id) to dvd_identity
  grant select to dvd_app
  grant update (updated_at, vault, version) to dvd_app

grant usage on schema public to dvd_app

grant usage on schema public to dvd_audit

grant usage on schema public to dvd_identity

grant usage on schema public to dvd_worker

sequence case_events_id_seq

trigger CREATE TRIGGER audit_chain_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_chain FOR EACH STATEMENT EXECUTE FUNCTION audit_chain_stays()

trigger CREATE TRIGGER routing_rule_sets_bell AFTER INSERT OR DELETE OR UPDATE ON public.routing_rule_sets FOR EACH STATEMENT EXECUTE FUNCTION ring_for_rules()

CREATE OR REPLACE FUNCTION public.audit_chain_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if tg_op <> 'DELETE' or current_user <> 'dvd_audit' then
    raise exception using errcode = 'insufficient_privilege', message = 'the audit chain is append-only';
  end if;
  return null;
end;
$function$
-- owner dvd_owner, execute granted to nobody

CREATE OR REPLACE FUNCTION public.audit_counts()
 RETURNS TABLE(written bigint, dropped bigint, waiting bigint, waiting_seconds double precision, unsigned_seconds double precision, faults bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select
    (select coalesce(sum(h.seq), 0)::bigint from public.audit_heads h),
    (select coalesce(sum(h.dropped), 0)::bigint from public.audit_heads h),
    (select count(*) from public.audit_intake),
    (select coalesce(extract(epoch from now() - min(i.created_at)), 0)::float8 from public.audit_intake i),
    -- Since when the oldest record without a signature stands there.
    (select coalesce(max(extract(epoch from now() - (n.at)::timestamptz)), 0)::float8
      from public.audit_heads h
      cross join lateral (
        select c.at from public.audit_chain c
          where c.tenant_id = h.tenant_id
            and c.seq > coalesce((select max(p.seq) from public.audit_checkpoints p where p.tenant_id = h.tenant_id), 0)
          order by c.seq limit 1) n),
    (select count(*) from public.audit_heads h where h.fault is not null);
$function$
-- owner dvd_audit, execute granted to dvd_worker

CREATE OR REPLACE FUNCTION public.audit_link(p_limit integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_tenant uuid;
  v_first bigint;
  v_seq bigint;
  v_link bytea;
  v_row public.audit_intake;
  v_record text;
  v_ids uuid[];
  v_records text[];
  v_links bytea[];
  v_dropped bigint;
  v_total bigint := 0;
begin
  for v_tenant in
    select distinct coalesce(i.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) from public.audit_intake i order by 1
  loop
    continue when not pg_try_advisory_xact_lock(hashtextextended('dvd-audit ' || v_tenant, 0));
    select h.seq, h.link into v_seq, v_link from public.audit_heads h where h.tenant_id = v_tenant;
    v_seq := coalesce(v_seq, 0);
    v_link := coalesce(v_link, decode(repeat('00', 32), 'hex'));
    v_first := v_seq + 1;
    v_ids := '{}';
    v_records := '{}';
    v_links := '{}';
    v_dropped := 0;
    for v_row in
      select i.* from public.audit_intake i
        where coalesce(i.tenant_id, '00000000-0000-0000-0000-000000000000'::uuid) = v_tenant
        order by i.created_at, i.id limit p_limit
    loop
      v_seq := v_seq + 1;
      v_record := json_build_object(
        'chain', v_tenant,
        'seq', v_seq,
        'id', v_row.id,
        'at', to_char(v_row.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'type', v_row.type,
        'actor', v_row.actor_kind,
        'actorId', v_row.actor_id,
        'caseId', v_row.case_id,
        'objectId', v_row.object_id,
        'correlationId', v_row.correlation_id,
        'facts', v_row.payload)::text;
      v_link := sha256(convert_to(E'dvd-audit-v1\n' || encode(v_link, 'hex') || E'\n' || v_record, 'UTF8'));
      v_ids := v_ids || v_row.id;
      v_records := v_records || v_record;
      v_links := v_links || v_link;
      if v_row.type = 'audit.gap' then
        v_dropped := v_dropped + (v_row.payload ->> 'dropped')::bigint;
      end if;
    end loop;
    insert into public.audit_chain (tenant_id, seq, record, link)
      select v_tenant, v_first + linked.place - 1, linked.record, linked.link
        from unnest(v_records, v_links) with ordinality as linked (record, link, place);
    delete from public.audit_intake i where i.id = any(v_ids);
    insert into public.audit_heads as h (tenant_id, seq, link, dropped) values (v_tenant, v_seq, v_link, v_dropped)
      on conflict (tenant_id) do update
        set seq = excluded.seq, link = excluded.link, dropped = h.dropped + excluded.dropped;
    v_total := v_total + cardinality(v_ids);
  end loop;
  return v_total;
end;
$function$
-- owner dvd_audit, execute granted to dvd_worker

CREATE OR REPLACE FUNCTION public.audit_note(p_rows jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (
    select 1 from jsonb_array_elements(p_rows) r
      where r ->> 'type' not in ('access.refused', 'job.failed', 'service.started', 'service.stopped', 'audit.gap')
  ) then
    raise exception using errcode = 'insufficient_privilege', message = 'this record belongs to a transaction';
  end if;
  if not pg_has_role(session_user, 'dvd_app', 'usage') and exists (
    select 1 from jsonb_array_elements(p_rows) r
      where r ->> 'actorKind' is distinct from 'system' or r ->> 'tenantId' is not null or r ->> 'type' = 'access.refused'
  ) then
    raise exception using errcode = 'insufficient_privilege', message = 'this record belongs to who takes requests';
  end if;
  insert into public.audit_intake (id, tenant_id, actor_kind, actor_id, type, correlation_id, payload)
    select (r ->> 'id')::uuid, (r ->> 'tenantId')::uuid, r ->> 'actorKind', (r ->> 'actorId')::uuid, r ->> 'type',
      r ->> 'correlationId', r -> 'facts'
    from jsonb_array_elements(p_rows) r
    on conflict (id) do nothing;
end;
$function$
-- owner dvd_audit, execute granted to dvd_app, dvd_worker

CREATE OR REPLACE FUNCTION public.audit_prune(p_tenant uuid, p_seq bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_removed bigint;
begin
  perform 1 from public.audit_checkpoints c where c.tenant_id = p_tenant and c.seq = p_seq and c.kind = 'PRUNED';
  if not found or p_seq >= (select h.seq from public.audit_heads h where h.tenant_id = p_tenant) or exists (
    select 1 from public.audit_chain c where c.tenant_id = p_tenant and c.seq <= p_seq
      and c.at > to_char(now() at time zone 'UTC' - interval '90 days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  ) then
    raise exception using errcode = 'insufficient_privilege', message = 'these records stay';
  end if;
  delete from public.audit_chain c where c.tenant_id = p_tenant and c.seq <= p_seq;
  get diagnostics v_removed = row_count;
  return v_removed;
end;
$function$
-- owner dvd_audit, execute granted to dvd_worker

CREATE OR REPLACE FUNCTION public.blobs_in_use(p_keys text[])
 RETURNS TABLE(blob_key text, blob_upload text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.blob_key, d.blob_upload from public.documents d where d.blob_key = any(p_keys);
$function$
-- owner dvd_identity, execute granted to dvd_worker

CREATE OR REPLACE FUNCTION public.identity_add_session(p_citizen uuid, p_official uuid, p_tenant uuid, p_session jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_kind text := case when p_citizen is null then 'official' else 'citizen' end;
  v_account uuid := coalesce(p_citizen, p_official);
  v_id uuid := (p_session ->> 'id')::uuid;
begin
  insert into public.sessions (
    id, kind, citizen_id, official_id, tenant_id, assurance, authenticated_at, login_hash, provider_session_hash,
    browser, system, expires_at)
  values (
    v_id, v_kind, p_citizen, p_official, p_tenant, p_session ->> 'assurance',
    -- A provider whose clock runs ahead must not make a login stay fresh for longer.
    least((p_session ->> 'authenticatedAt')::timestamptz, now()),
    decode(p_session ->> 'loginHash', 'hex'), decode(p_session ->> 'providerSessionHash', 'hex'),
    p_session ->> 'browser', p_session ->> 'system',
    now() + make_interval(mins => (p_session ->> 'minutes')::int))
  on conflict (login_hash) do nothing;
  if not found then
    perform public.identity_audit(p_tenant, v_kind, v_account, 'session.refused', null, '{"reason": "used-twice"}');
    return false;
  end if;
  perform public.identity_audit(
    p_tenant, v_kind, v_account, 'session.opened', v_id, jsonb_build_object('assurance', p_session ->> 'assurance'));
  perform public.identity_end_sessions(array[(p_session ->> 'former')::uuid], 'new-login');
  return true;
end;
$function$
-- owner dvd_identity, execute granted to nobody

CREATE OR REPLACE FUNCTION public.identity_audit(p_tenant uuid, p_kind text, p_actor uuid, p_type text, p_session uuid, p_payload jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into public.audit_intake (id, tenant_id, actor_kind, actor_id, type, object_id, payload)
  values (gen_random_uuid(), p_tenant, p_kind, p_actor, p_type, p_session, p_payload);
$function$
-- owner dvd_identity, execute granted to nobody

CREATE OR REPLACE FUNCTION public.identity_collector(p_token_hash bytea)
 RETURNS TABLE(token_id uuid, tenant_id uuid, is_alive boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id, c.tenant_id,
      c.revoked_at is null and c.expires_at > now()
        and 'auditor' = any(public.identity_roles(c.tenant_id, c.created_by))
    from public.collector_tokens c
    where c.token_hash = p_token_hash;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_end_other_sessions(p_session_id uuid, p_idle_minutes jsonb, p_handle text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select public.identity_end_sessions(
    array(select s.id from public.identity_own_sessions(p_session_id, p_idle_minutes) s
      where not s.is_current and (p_handle is null or s.handle = p_handle)),
    'elsewhere');
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_end_provider_sessions(p_subject_hash bytea, p_provider_session_hash bytea, p_issued_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_end_sessions(p_ids uuid[], p_reason text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v public.sessions;
  v_ended integer := 0;
begin
  for v in
    update public.sessions s set revoked_at = now()
      where s.id = any(p_ids) and s.revoked_at is null
      returning s.*
  loop
    perform public.identity_audit(
      v.tenant_id, v.kind, coalesce(v.citizen_id, v.official_id), 'session.revoked', v.id,
      jsonb_build_object('reason', p_reason));
    perform pg_notify('changes', 'account:' || coalesce(v.citizen_id, v.official_id));
    v_ended := v_ended + 1;
  end loop;
  return v_ended;
end;
$function$
-- owner dvd_identity, execute granted to nobody

CREATE OR REPLACE FUNCTION public.identity_forget_citizen()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_citizen uuid := nullif(current_setting('app.citizen', true), '')::uuid;
begin
  update public.citizens set subject_hash = null, deleted_at = now() where id = v_citizen and deleted_at is null;
  if not found then
    raise exception using errcode = 'insufficient_privilege', message = 'no account of yours';
  end if;
  -- Ended before they go: each end is recorded, and streams that are open hear the bell when this commits.
  perform public.identity_end_sessions(
    array(select s.id from public.sessions s where s.citizen_id = v_citizen), 'account-deleted');
  update public.cases set citizen_left_at = now() where citizen_id = v_citizen and state <> 'DRAFT';
  delete from public.vault_slots where account_id = v_citizen;
  delete from public.device_links where account_id = v_citizen;
  delete from public.vaults where account_id = v_citizen;
  delete from public.aside_vaults where account_id = v_citizen;
  -- Whole answers of what the person did in the last days.
  delete from public.idempotency_keys where account_id = v_citizen;
  delete from public.drafts where citizen_id = v_citizen;
  delete from public.begun_uploads where citizen_id = v_citizen;
  -- Role 1 is the citizen: the authority's own grants stay with its cases.
  delete from public.case_grants where citizen_id = v_citizen and role = 1;
  delete from public.documents where citizen_id = v_citizen and sender_kind = 'citizen' and state = 'PENDING';
  delete from public.copy_requests where citizen_id = v_citizen and state = 'OPEN';
  delete from public.changes where scope_kind = 'citizen' and scope_id = v_citizen;
  delete from public.change_heads where scope_kind = 'citizen' and scope_id = v_citizen;
  delete from public.sessions where citizen_id = v_citizen;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_forget_official(p_official uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  v_ended integer;
begin
  if not exists (select 1 from public.officials o
      where o.id = p_official and o.tenant_id = v_tenant and o.removed_at is not null) then
    raise exception using errcode = 'insufficient_privilege', message = 'nobody whom this authority has removed';
  end if;
  v_ended := public.identity_end_sessions(
    array(select s.id from public.sessions s
      where s.tenant_id = v_tenant and s.official_id = p_official and s.expires_at > now()),
    'official-removed');
  delete from public.vault_slots where account_id = p_official;
  delete from public.device_links where account_id = p_official;
  delete from public.vaults where account_id = p_official;
  delete from public.idempotency_keys where account_id = p_official;
  return v_ended;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_hold_citizen(p_alone boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_citizen uuid := nullif(current_setting('app.citizen', true), '')::uuid;
begin
  if p_alone then
    perform 1 from public.citizens c where c.id = v_citizen and c.deleted_at is null for update;
  else
    perform 1 from public.citizens c where c.id = v_citizen and c.deleted_at is null for key share;
  end if;
  return found;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_is_alive(s sessions, p_idle_minutes jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(
    s.revoked_at is null
      and s.expires_at > now()
      and s.last_seen_at + make_interval(mins => (p_idle_minutes ->> s.assurance)::int) > now()
      and (s.kind = 'citizen' or exists (
        select 1 from public.officials o where o.id = s.official_id and o.removed_at is null)),
    false);
$function$
-- owner dvd_identity, execute granted to nobody

CREATE OR REPLACE FUNCTION public.identity_led_units(p_tenant uuid, p_official uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(m.unit_id order by m.unit_id), '{}') from public.unit_members m
    where m.tenant_id = p_tenant and m.official_id = p_official and m.role = 'lead';
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_list_sessions(p_session_id uuid, p_idle_minutes jsonb)
 RETURNS TABLE(handle text, is_current boolean, assurance text, browser text, system text, created_at timestamp with time zone, last_seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.handle, s.is_current, s.assurance, s.browser, s.system, s.created_at, s.last_seen_at
    from public.identity_own_sessions(p_session_id, p_idle_minutes) s
    order by s.is_current desc, s.last_seen_at desc, s.handle;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_open_citizen_session(p_subject_hash bytea, p_new_citizen_id uuid, p_session jsonb)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_citizen uuid;
begin
  loop
    insert into public.citizens (id, subject_hash) values (p_new_citizen_id, p_subject_hash)
      on conflict (subject_hash) do nothing;
    select id into v_citizen from public.citizens where subject_hash = p_subject_hash for key share;
    exit when found;
  end loop;
  return case when public.identity_add_session(v_citizen, null, null, p_session) then v_citizen end;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_open_official_session(p_subject_hash bytea, p_authority text, p_session jsonb)
 RETURNS TABLE(outcome text, official_id uuid, tenant_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_official uuid;
  v_tenant uuid;
  v_refused text;
begin
  select o.id, o.tenant_id into v_official, v_tenant
    from public.officials o join public.tenants t on t.id = o.tenant_id
    where o.subject_hash = p_subject_hash and o.removed_at is null and t.slug = p_authority;
  if v_official is null then
    select o.tenant_id into v_tenant
      from public.officials o join public.tenants t on t.id = o.tenant_id
      where o.subject_hash = p_subject_hash and o.removed_at is not null and t.slug = p_authority
      limit 1;
    v_refused := case when v_tenant is null then 'unknown-person' else 'removed-person' end;
    perform public.identity_audit(
      v_tenant, 'system', null, 'session.refused', null, jsonb_build_object('reason', v_refused));
    return query select v_refused, null::uuid, null::uuid;
  elsif public.identity_add_session(null, v_official, v_tenant, p_session) then
    return query select 'opened'::text, v_official, v_tenant;
  else
    return query select 'used-twice'::text, null::uuid, null::uuid;
  end if;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_own_sessions(p_session_id uuid, p_idle_minutes jsonb)
 RETURNS TABLE(id uuid, handle text, is_current boolean, assurance text, browser text, system text, created_at timestamp with time zone, last_seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.id, encode(sha256(convert_to(s.id::text, 'UTF8')), 'hex'), s.id = me.id, s.assurance, s.browser, s.system,
      s.created_at, s.last_seen_at
    from public.sessions me
      join public.sessions s
        on s.citizen_id = me.citizen_id or (s.tenant_id = me.tenant_id and s.official_id = me.official_id)
    where me.id = p_session_id
      and public.identity_is_alive(me, p_idle_minutes) and public.identity_is_alive(s, p_idle_minutes);
$function$
-- owner dvd_identity, execute granted to nobody

CREATE OR REPLACE FUNCTION public.identity_redeem_invitation(p_subject_hash bytea, p_authority text, p_code_hash bytea, p_new_official uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v public.invitations;
  v_refused text;
begin
  if exists (select 1 from public.officials o where o.subject_hash = p_subject_hash and o.removed_at is null) then
    return null;
  end if;
  -- Held until the end: of two people with one code the second finds it used.
  select i.* into v from public.invitations i join public.tenants t on t.id = i.tenant_id
    where i.code_hash = p_code_hash and t.slug = p_authority
    for update of i;
  v_refused := case
    when v.id is null then 'invitation-unknown'
    when v.redeemed_at is not null then 'invitation-used'
    when v.withdrawn_at is not null then 'invitation-withdrawn'
    when v.expires_at <= now() then 'invitation-expired'
  end;
  if v_refused is not null then
    perform public.identity_audit(
      v.tenant_id, 'system', null, 'session.refused', v.id, jsonb_build_object('reason', v_refused));
    return v_refused;
  end if;
  insert into public.officials (id, tenant_id, subject_hash, post_sign)
    values (p_new_official, v.tenant_id, p_subject_hash, v.post_sign);
  insert into public.unit_members (tenant_id, unit_id, official_id, role)
    values (v.tenant_id, v.unit_id, p_new_official, v.role);
  update public.invitations i set redeemed_at = now(), redeemed_by = p_new_official where i.id = v.id;
  perform public.identity_audit(
    v.tenant_id, 'official', p_new_official, 'invitation.redeemed', v.id,
    jsonb_build_object('unitId', v.unit_id, 'role', v.role));
  return null;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_refuse_login(p_reason text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select public.identity_audit(null, 'system', null, 'session.refused', null, jsonb_build_object('reason', p_reason));
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_revoke_session(p_session_id uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select public.identity_end_sessions(array[p_session_id], 'logout') > 0;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_roles(p_tenant uuid, p_official uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(r.role order by r.role), '{}') from public.tenant_roles r
    where r.tenant_id = p_tenant and r.official_id = p_official;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_session(p_session_id uuid, p_idle_minutes jsonb, p_touch boolean)
 RETURNS TABLE(kind text, citizen_id uuid, official_id uuid, tenant_id uuid, unit_ids uuid[], assurance text, authenticated_ms double precision, idle_seconds double precision, total_seconds double precision)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v public.sessions;
begin
  select s.* into v from public.sessions s
    where s.id = p_session_id and public.identity_is_alive(s, p_idle_minutes);
  if not found then
    return;
  end if;
  -- Once in half a minute is enough to know who is idle; a write on every request is not.
  if p_touch and v.last_seen_at < now() - interval '30 seconds' then
    update public.sessions s set last_seen_at = now() where s.id = v.id returning s.last_seen_at into v.last_seen_at;
  end if;
  return query select
    v.kind, v.citizen_id, v.official_id, v.tenant_id,
    coalesce(
      (select array_agg(m.unit_id order by m.unit_id) from public.unit_members m
        where m.tenant_id = v.tenant_id and m.official_id = v.official_id),
      '{}'::uuid[]),
    v.assurance,
    extract(epoch from v.authenticated_at)::float8 * 1000,
    extract(epoch from v.last_seen_at + make_interval(mins => (p_idle_minutes ->> v.assurance)::int) - now())::float8,
    extract(epoch from v.expires_at - now())::float8;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_stands_in_for(p_tenant uuid, p_official uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(array_agg(distinct d.official_id), '{}') from public.deputyships d
    join public.officials o on o.tenant_id = d.tenant_id and o.id = d.official_id and o.removed_at is null
    where d.tenant_id = p_tenant and d.deputy_id = p_official
      and (now() at time zone 'Europe/Berlin')::date between d.starts_on and d.ends_on;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.identity_was_removed(p_session_id uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select 1 from public.sessions s
      join public.officials o on o.tenant_id = s.tenant_id and o.id = s.official_id
      where s.id = p_session_id and o.removed_at is not null);
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.note_change(p_scope_kind text, p_scope_id uuid, p_tenant uuid, p_citizen uuid, p_kind text, p_case uuid, p_subject uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_my_tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  v_my_citizen uuid := nullif(current_setting('app.citizen', true), '')::uuid;
  v_sequence bigint;
begin
  perform 1 from public.cases c
    where c.id = p_case and c.tenant_id = p_tenant and c.citizen_id = p_citizen
      and ((c.tenant_id = v_my_tenant and c.state <> 'DRAFT') or c.citizen_id = v_my_citizen)
      and ((p_scope_kind = 'unit' and p_scope_id = c.unit_id) or (p_scope_kind = 'citizen' and p_scope_id = c.citizen_id));
  if not found then
    raise exception using errcode = 'insufficient_privilege', message = 'change feed is not yours';
  end if;
  insert into public.change_heads as h (scope_kind, scope_id, tenant_id, last_sequence)
    values (p_scope_kind, p_scope_id, case when p_scope_kind = 'unit' then p_tenant end, 1)
    on conflict (scope_kind, scope_id) do update set last_sequence = h.last_sequence + 1
    returning h.last_sequence into v_sequence;
  insert into public.changes (scope_kind, scope_id, tenant_id, citizen_id, sequence, kind, case_id, subject_id)
    values (
      p_scope_kind, p_scope_id,
      case when p_scope_kind = 'unit' then p_tenant end,
      case when p_scope_kind = 'citizen' then p_citizen end,
      v_sequence, p_kind, p_case, p_subject);
  perform pg_notify('changes', p_scope_kind || ':' || p_scope_id);
  return v_sequence;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.ring_for_rules()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform pg_notify('routing_rules', '');
  return null;
end;
$function$
-- owner dvd_owner, execute granted to public

CREATE OR REPLACE FUNCTION public.spend_challenge(p_challenge bytea, p_expires_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into public.spent_challenges (challenge, expires_at) values (p_challenge, p_expires_at)
    on conflict (challenge) do nothing;
  return found;
end;
$function$
-- owner dvd_identity, execute granted to dvd_app

CREATE OR REPLACE FUNCTION public.sweep_begun_uploads()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_rows integer;
begin
  delete from public.begun_uploads b using (
    select blob_key from public.begun_uploads
      where created_at < now() - interval '2 days' limit 5000) old
    where b.blob_key = old.blob_key;
  get diagnostics v_rows = row_count;
  return v_rows;
end;
$function$
-- owner dvd_identity, execute granted to dvd_worker

CREATE OR REPLACE FUNCTION public.sweep_deputyships()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
-- owner dvd_identity, execute granted to dvd_worker

CREATE OR REPLACE FUNCTION public.sweep_once()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_keys integer;
  v_challenges integer;
begin
  delete from public.idempotency_keys k using (
    select account_id, key from public.idempotency_keys
      where created_at < now() - interval '7 days' limit 5000) old
    where k.account_id = old.account_id and k.key = old.key;
  get diagnostics v_keys = row_count;
  delete from public.spent_challenges s using (
    select challenge from public.spent_challenges
      where expires_at < now() - interval '1 hour' limit 5000) old
    where s.challenge = old.challenge;
  get diagnostics v_challenges = row_count;
  return v_keys + v_challenges;
end;
$function$
-- owner dvd_identity, execute granted to dvd_worker

CREATE OR REPLACE FUNCTION public.sweep_sessions()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v_swept integer;
begin
  delete from public.sessions s using (
    select id from public.sessions
      where least(revoked_at, expires_at) < now() - interval '1 day' limit 5000) ended
    where s.id = ended.id;
  get diagnostics v_swept = row_count;
  return v_swept;
end;
$function$
-- owner dvd_identity, execute granted to dvd_worker
