-- A database of schema version 0001 with invented people, for postgresql. Nobody in it exists.
-- Sealed with the key a-key-of-frozen-databases-only-00, which opens nothing else. Written by scripts/freeze_schema.py: do not edit.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE audit (
	id BIGINT NOT NULL,
	at FLOAT NOT NULL,
	actor VARCHAR(40) NOT NULL,
	action VARCHAR(40) NOT NULL,
	subject VARCHAR(60),
	why VARCHAR(500),
	hash BYTEA NOT NULL,
	CONSTRAINT pk_audit PRIMARY KEY (id)
);
CREATE INDEX ix_audit_action ON audit (action, id);
CREATE INDEX ix_audit_actor ON audit (actor, id);
CREATE INDEX ix_audit_at ON audit (at);
CREATE INDEX ix_audit_subject ON audit (subject, id);
CREATE TABLE audit_head (
	id BIGSERIAL NOT NULL,
	last BIGINT NOT NULL,
	hash BYTEA NOT NULL,
	CONSTRAINT pk_audit_head PRIMARY KEY (id)
);
CREATE TABLE carrier_mark (
	id BIGSERIAL NOT NULL,
	looked_at FLOAT NOT NULL,
	CONSTRAINT pk_carrier_mark PRIMARY KEY (id)
);
CREATE TABLE conversation (
	id BIGSERIAL NOT NULL,
	phone_index BYTEA NOT NULL,
	phone_sealed BYTEA,
	created_at FLOAT NOT NULL,
	due_at FLOAT,
	lease_owner VARCHAR(64),
	lease_epoch INTEGER DEFAULT '0' NOT NULL,
	lease_until FLOAT,
	person_sealed BYTEA,
	memory_sealed BYTEA,
	opted_out_at FLOAT,
	last_text_at FLOAT,
	blocked_at FLOAT,
	blocked_why VARCHAR(16),
	blocked_by VARCHAR(40),
	held_at FLOAT,
	erased_at FLOAT,
	risk VARCHAR(10) DEFAULT 'none' NOT NULL,
	read_at FLOAT,
	reviewed_at FLOAT,
	they_wrote_last BOOLEAN DEFAULT false NOT NULL,
	CONSTRAINT pk_conversation PRIMARY KEY (id),
	CONSTRAINT uq_conversation_phone_index UNIQUE (phone_index)
);
CREATE INDEX ix_conversation_blocked ON conversation (blocked_at) WHERE blocked_at IS NOT NULL;
CREATE INDEX ix_conversation_due ON conversation (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX ix_conversation_held ON conversation (held_at) WHERE held_at IS NOT NULL;
CREATE INDEX ix_conversation_last_text ON conversation (last_text_at);
CREATE INDEX ix_conversation_opted_out ON conversation (opted_out_at) WHERE opted_out_at IS NOT NULL;
CREATE INDEX ix_conversation_unanswered ON conversation (last_text_at, id) WHERE they_wrote_last;
CREATE TABLE directory_edit (
	id BIGSERIAL NOT NULL,
	kind VARCHAR(20) NOT NULL,
	record_id VARCHAR(36) NOT NULL,
	field VARCHAR(24) NOT NULL,
	said TEXT NOT NULL,
	before TEXT NOT NULL,
	value TEXT NOT NULL,
	by VARCHAR(40) NOT NULL,
	at FLOAT NOT NULL,
	ended_at FLOAT,
	ended_by VARCHAR(40) NOT NULL,
	CONSTRAINT pk_directory_edit PRIMARY KEY (id)
);
CREATE INDEX ix_directory_edit_counts ON directory_edit (id) WHERE ended_at IS NULL;
CREATE INDEX ix_directory_edit_record ON directory_edit (record_id);
CREATE TABLE directory_location (
	id VARCHAR(36) NOT NULL,
	source VARCHAR(80) NOT NULL,
	name TEXT NOT NULL,
	location_type TEXT NOT NULL,
	description TEXT NOT NULL,
	transportation TEXT NOT NULL,
	latitude FLOAT,
	longitude FLOAT,
	timezone TEXT NOT NULL,
	position_from TEXT NOT NULL,
	extra JSON NOT NULL,
	CONSTRAINT pk_directory_location PRIMARY KEY (id)
);
CREATE INDEX ix_directory_location_source ON directory_location (source);
CREATE TABLE directory_organization (
	id VARCHAR(36) NOT NULL,
	source VARCHAR(80) NOT NULL,
	name TEXT NOT NULL,
	alternate_name TEXT NOT NULL,
	description TEXT NOT NULL,
	email TEXT NOT NULL,
	website TEXT NOT NULL,
	extra JSON NOT NULL,
	CONSTRAINT pk_directory_organization PRIMARY KEY (id)
);
CREATE INDEX ix_directory_organization_source ON directory_organization (source);
CREATE TABLE directory_outcome (
	id BIGSERIAL NOT NULL,
	place_id VARCHAR(36) NOT NULL,
	at FLOAT NOT NULL,
	outcome VARCHAR(8) NOT NULL,
	said_by VARCHAR(40) NOT NULL,
	CONSTRAINT pk_directory_outcome PRIMARY KEY (id)
);
CREATE INDEX ix_directory_outcome_at ON directory_outcome (at);
CREATE INDEX ix_directory_outcome_place ON directory_outcome (place_id);
CREATE TABLE directory_public_address (
	service_id VARCHAR(36) NOT NULL,
	marked_at FLOAT NOT NULL,
	CONSTRAINT pk_directory_public_address PRIMARY KEY (service_id)
);
CREATE TABLE directory_source (
	name VARCHAR(80) NOT NULL,
	format VARCHAR(20) NOT NULL,
	imported_at FLOAT NOT NULL,
	digest VARCHAR(64) NOT NULL,
	turn INTEGER NOT NULL,
	CONSTRAINT pk_directory_source PRIMARY KEY (name)
);
CREATE TABLE directory_standing (
	place_id VARCHAR(36) NOT NULL,
	reported VARCHAR(8) NOT NULL,
	judged VARCHAR(8) NOT NULL,
	reported_on DATE,
	judged_on DATE,
	CONSTRAINT pk_directory_standing PRIMARY KEY (place_id)
);
CREATE TABLE directory_unmet (
	id BIGSERIAL NOT NULL,
	week DATE NOT NULL,
	need VARCHAR(20) NOT NULL,
	state VARCHAR(2) NOT NULL,
	county TEXT NOT NULL,
	reason VARCHAR(8) NOT NULL,
	CONSTRAINT pk_directory_unmet PRIMARY KEY (id)
);
CREATE INDEX ix_directory_unmet_week ON directory_unmet (week);
CREATE TABLE directory_upload (
	id VARCHAR(40) NOT NULL,
	by VARCHAR(40) NOT NULL,
	at FLOAT NOT NULL,
	name TEXT NOT NULL,
	source TEXT NOT NULL,
	format TEXT NOT NULL,
	needs TEXT NOT NULL,
	fellowship TEXT NOT NULL,
	mapping TEXT NOT NULL,
	size INTEGER NOT NULL,
	CONSTRAINT pk_directory_upload PRIMARY KEY (id)
);
CREATE TABLE directory_use (
	id BIGSERIAL NOT NULL,
	week DATE NOT NULL,
	place_id VARCHAR(36) NOT NULL,
	CONSTRAINT pk_directory_use PRIMARY KEY (id)
);
CREATE INDEX ix_directory_use_week ON directory_use (week, place_id);
CREATE TABLE directory_zip_area (
	zip VARCHAR(5) NOT NULL,
	city TEXT NOT NULL,
	state TEXT NOT NULL,
	county TEXT NOT NULL,
	latitude FLOAT NOT NULL,
	longitude FLOAT NOT NULL,
	timezone TEXT NOT NULL,
	CONSTRAINT pk_directory_zip_area PRIMARY KEY (zip)
);
CREATE INDEX ix_directory_zip_area_city ON directory_zip_area (state, city);
CREATE INDEX ix_directory_zip_area_county ON directory_zip_area (state, county);
CREATE INDEX ix_directory_zip_area_position ON directory_zip_area (latitude, longitude);
CREATE TABLE forgotten_text (
	sid_hash BYTEA NOT NULL,
	at FLOAT NOT NULL,
	CONSTRAINT pk_forgotten_text PRIMARY KEY (sid_hash)
);
CREATE INDEX ix_forgotten_text_at ON forgotten_text (at);
CREATE TABLE index_key (
	id BIGSERIAL NOT NULL,
	key_sealed BYTEA NOT NULL,
	CONSTRAINT pk_index_key PRIMARY KEY (id)
);
CREATE TABLE key_check (
	id BIGSERIAL NOT NULL,
	word_sealed BYTEA NOT NULL,
	CONSTRAINT pk_key_check PRIMARY KEY (id)
);
CREATE TABLE redaction (
	sid VARCHAR(64) NOT NULL,
	due_at FLOAT NOT NULL,
	attempts INTEGER DEFAULT '0' NOT NULL,
	CONSTRAINT pk_redaction PRIMARY KEY (sid)
);
CREATE INDEX ix_redaction_due ON redaction (due_at);
CREATE TABLE redaction_mark (
	id BIGSERIAL NOT NULL,
	message_id BIGINT NOT NULL,
	CONSTRAINT pk_redaction_mark PRIMARY KEY (id)
);
CREATE TABLE wish (
	id BIGSERIAL NOT NULL,
	at FLOAT NOT NULL,
	kind VARCHAR(10) NOT NULL,
	phone_index BYTEA NOT NULL,
	CONSTRAINT pk_wish PRIMARY KEY (id)
);
CREATE INDEX ix_wish_phone ON wish (phone_index, kind, at);
CREATE TABLE wording_edit (
	id BIGSERIAL NOT NULL,
	response VARCHAR(80) NOT NULL,
	language VARCHAR(2) NOT NULL,
	text TEXT,
	shipped TEXT NOT NULL,
	state VARCHAR(8) NOT NULL,
	written_by VARCHAR(40) NOT NULL,
	written_at FLOAT NOT NULL,
	read_by VARCHAR(40),
	read_at FLOAT,
	aside_at FLOAT,
	CONSTRAINT pk_wording_edit PRIMARY KEY (id)
);
CREATE INDEX ix_wording_edit_text ON wording_edit (response, language, id);
CREATE TABLE coach (
	id BIGSERIAL NOT NULL,
	conversation_id BIGINT NOT NULL,
	name_sealed BYTEA NOT NULL,
	languages VARCHAR(40) NOT NULL,
	active BOOLEAN NOT NULL,
	on_call BOOLEAN NOT NULL,
	away BOOLEAN NOT NULL,
	created_at FLOAT NOT NULL,
	last_case_at FLOAT,
	supervisor BOOLEAN DEFAULT false NOT NULL,
	topics TEXT DEFAULT '' NOT NULL,
	max_cases INTEGER DEFAULT '1' NOT NULL,
	zone VARCHAR(64),
	back_until FLOAT,
	email_conversation_id BIGINT,
	CONSTRAINT pk_coach PRIMARY KEY (id),
	CONSTRAINT fk_coach_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id),
	CONSTRAINT fk_coach_email_conversation_id FOREIGN KEY(email_conversation_id) REFERENCES conversation (id),
	CONSTRAINT uq_coach_conversation_id UNIQUE (conversation_id)
);
CREATE TABLE conversation_tag (
	conversation_id BIGINT NOT NULL,
	tag_index BYTEA NOT NULL,
	at FLOAT NOT NULL,
	CONSTRAINT pk_conversation_tag PRIMARY KEY (conversation_id, tag_index),
	CONSTRAINT fk_conversation_tag_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_conversation_tag_at ON conversation_tag (at, tag_index);
CREATE INDEX ix_conversation_tag_tag ON conversation_tag (tag_index, conversation_id);
CREATE TABLE directory_address (
	id VARCHAR(36) NOT NULL,
	location_id VARCHAR(36) NOT NULL,
	address_1 TEXT NOT NULL,
	address_2 TEXT NOT NULL,
	city TEXT NOT NULL,
	state_province TEXT NOT NULL,
	postal_code TEXT NOT NULL,
	country TEXT NOT NULL,
	address_type TEXT NOT NULL,
	CONSTRAINT pk_directory_address PRIMARY KEY (id),
	CONSTRAINT fk_directory_address_location_id FOREIGN KEY(location_id) REFERENCES directory_location (id)
);
CREATE INDEX ix_directory_address_location ON directory_address (location_id);
CREATE TABLE directory_service (
	id VARCHAR(36) NOT NULL,
	source VARCHAR(80) NOT NULL,
	organization_id VARCHAR(36) NOT NULL,
	name TEXT NOT NULL,
	name_es TEXT NOT NULL,
	alternate_name TEXT NOT NULL,
	description TEXT NOT NULL,
	url TEXT NOT NULL,
	email TEXT NOT NULL,
	status TEXT NOT NULL,
	needs TEXT NOT NULL,
	eligibility_description TEXT NOT NULL,
	minimum_age INTEGER,
	maximum_age INTEGER,
	fees_description TEXT NOT NULL,
	application_process TEXT NOT NULL,
	interpretation_services TEXT NOT NULL,
	alert TEXT NOT NULL,
	coverage TEXT NOT NULL,
	coverage_state TEXT NOT NULL,
	audience TEXT NOT NULL,
	confidential BOOLEAN NOT NULL,
	priority INTEGER NOT NULL,
	verified_on DATE,
	valid_from DATE,
	valid_to DATE,
	extra JSON NOT NULL,
	CONSTRAINT pk_directory_service PRIMARY KEY (id),
	CONSTRAINT fk_directory_service_organization_id FOREIGN KEY(organization_id) REFERENCES directory_organization (id)
);
CREATE INDEX ix_directory_service_organization ON directory_service (organization_id);
CREATE INDEX ix_directory_service_source ON directory_service (source);
CREATE TABLE directory_upload_piece (
	upload_id VARCHAR(40) NOT NULL,
	number INTEGER NOT NULL,
	bytes BYTEA NOT NULL,
	CONSTRAINT pk_directory_upload_piece PRIMARY KEY (upload_id, number),
	CONSTRAINT fk_directory_upload_piece_upload_id FOREIGN KEY(upload_id) REFERENCES directory_upload (id) ON DELETE CASCADE
);
CREATE TABLE event (
	id BIGSERIAL NOT NULL,
	conversation_id BIGINT NOT NULL,
	kind VARCHAR(20) NOT NULL,
	name VARCHAR(40),
	payload_sealed BYTEA,
	due_at FLOAT NOT NULL,
	created_at FLOAT NOT NULL,
	handled_at FLOAT,
	attempts INTEGER DEFAULT '0' NOT NULL,
	key VARCHAR(64),
	CONSTRAINT pk_event PRIMARY KEY (id),
	CONSTRAINT fk_event_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_event_conversation ON event (conversation_id, handled_at, id, due_at);
CREATE INDEX ix_event_created ON event (created_at);
CREATE INDEX ix_event_pending ON event (due_at) WHERE handled_at IS NULL;
CREATE UNIQUE INDEX uq_event_key ON event (key) WHERE "key" IS NOT NULL;
CREATE TABLE journal (
	id BIGSERIAL NOT NULL,
	conversation_id BIGINT NOT NULL,
	event_id BIGINT,
	message_id BIGINT,
	at FLOAT NOT NULL,
	kind VARCHAR(24) NOT NULL,
	detail_sealed BYTEA,
	CONSTRAINT pk_journal PRIMARY KEY (id),
	CONSTRAINT fk_journal_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_journal_at ON journal (at);
CREATE INDEX ix_journal_conversation ON journal (conversation_id, id);
CREATE INDEX ix_journal_danger ON journal (at) WHERE kind IN ('crisis', 'check');
CREATE INDEX ix_journal_event ON journal (event_id);
CREATE INDEX ix_journal_followed_up ON journal (at, kind) WHERE kind IN ('survey_asked', 'places_asked', 'places_answered');
CREATE INDEX ix_journal_held_off ON journal (at) WHERE kind IN ('over_limit', 'blocked_text', 'from_abroad');
CREATE INDEX ix_journal_moment ON journal (conversation_id, at);
CREATE INDEX ix_journal_unsure ON journal (id) WHERE kind = 'unsure';
CREATE TABLE message (
	id BIGSERIAL NOT NULL,
	conversation_id BIGINT NOT NULL,
	direction VARCHAR(3) NOT NULL,
	author VARCHAR(12) NOT NULL,
	coach_id BIGINT,
	case_id BIGINT,
	about_id BIGINT,
	event_id BIGINT,
	sid VARCHAR(64),
	body_sealed BYTEA,
	media INTEGER DEFAULT '0' NOT NULL,
	segments INTEGER DEFAULT '1' NOT NULL,
	created_at FLOAT NOT NULL,
	status VARCHAR(10) NOT NULL,
	attempts INTEGER DEFAULT '0' NOT NULL,
	next_try_at FLOAT,
	tried_at FLOAT,
	sent_at FLOAT,
	error_code INTEGER,
	after_stop BOOLEAN DEFAULT false NOT NULL,
	alert_case BIGINT,
	CONSTRAINT pk_message PRIMARY KEY (id),
	CONSTRAINT fk_message_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE,
	CONSTRAINT uq_message_sid UNIQUE (sid)
);
CREATE INDEX ix_message_about ON message (about_id) WHERE about_id IS NOT NULL;
CREATE INDEX ix_message_alert ON message (alert_case, sent_at) WHERE alert_case IS NOT NULL;
CREATE INDEX ix_message_conversation ON message (conversation_id, id);
CREATE INDEX ix_message_created ON message (created_at);
CREATE INDEX ix_message_event ON message (event_id);
CREATE INDEX ix_message_failed ON message (created_at) WHERE status = 'failed';
CREATE INDEX ix_message_waiting ON message (conversation_id, id) WHERE next_try_at IS NOT NULL;
CREATE TABLE need_asked (
	id BIGSERIAL NOT NULL,
	conversation_id BIGINT NOT NULL,
	tag_index BYTEA NOT NULL,
	at FLOAT NOT NULL,
	CONSTRAINT pk_need_asked PRIMARY KEY (id),
	CONSTRAINT fk_need_asked_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_need_asked_at ON need_asked (at, tag_index, conversation_id);
CREATE INDEX ix_need_asked_conversation ON need_asked (conversation_id);
CREATE TABLE text_count (
	slot INTEGER NOT NULL,
	conversation_id BIGINT NOT NULL,
	received INTEGER NOT NULL,
	sent INTEGER NOT NULL,
	CONSTRAINT pk_text_count PRIMARY KEY (slot, conversation_id),
	CONSTRAINT fk_text_count_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_text_count_conversation ON text_count (conversation_id);
CREATE INDEX ix_text_count_figures ON text_count (slot, conversation_id, received, sent);
CREATE TABLE coach_shift (
	id BIGSERIAL NOT NULL,
	coach_id BIGINT NOT NULL,
	weekday INTEGER NOT NULL,
	starts INTEGER NOT NULL,
	ends INTEGER NOT NULL,
	CONSTRAINT pk_coach_shift PRIMARY KEY (id),
	CONSTRAINT fk_coach_shift_coach_id FOREIGN KEY(coach_id) REFERENCES coach (id) ON DELETE CASCADE
);
CREATE INDEX ix_coach_shift_coach ON coach_shift (coach_id);
CREATE TABLE directory_attribute (
	id VARCHAR(36) NOT NULL,
	service_id VARCHAR(36) NOT NULL,
	taxonomy TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_directory_attribute PRIMARY KEY (id),
	CONSTRAINT fk_directory_attribute_service_id FOREIGN KEY(service_id) REFERENCES directory_service (id)
);
CREATE INDEX ix_directory_attribute_service ON directory_attribute (service_id);
CREATE TABLE directory_service_at_location (
	id VARCHAR(36) NOT NULL,
	source VARCHAR(80) NOT NULL,
	service_id VARCHAR(36) NOT NULL,
	location_id VARCHAR(36),
	description TEXT NOT NULL,
	digest VARCHAR(64) NOT NULL,
	retired_on DATE,
	CONSTRAINT pk_directory_service_at_location PRIMARY KEY (id),
	CONSTRAINT fk_directory_service_at_location_location_id FOREIGN KEY(location_id) REFERENCES directory_location (id),
	CONSTRAINT fk_directory_service_at_location_service_id FOREIGN KEY(service_id) REFERENCES directory_service (id)
);
CREATE INDEX ix_directory_service_at_location_location ON directory_service_at_location (location_id);
CREATE INDEX ix_directory_service_at_location_service ON directory_service_at_location (service_id);
CREATE INDEX ix_directory_service_at_location_source ON directory_service_at_location (source);
CREATE TABLE duty_exception (
	id BIGSERIAL NOT NULL,
	coach_id BIGINT,
	day VARCHAR(10) NOT NULL,
	starts INTEGER,
	ends INTEGER,
	name VARCHAR(40),
	CONSTRAINT pk_duty_exception PRIMARY KEY (id),
	CONSTRAINT fk_duty_exception_coach_id FOREIGN KEY(coach_id) REFERENCES coach (id) ON DELETE CASCADE
);
CREATE INDEX ix_duty_exception_day ON duty_exception (day);
CREATE TABLE handoff (
	id BIGSERIAL NOT NULL,
	code VARCHAR(8) NOT NULL,
	conversation_id BIGINT NOT NULL,
	state VARCHAR(12) NOT NULL,
	urgency VARCHAR(10) NOT NULL,
	reason VARCHAR(24) NOT NULL,
	holder_id BIGINT,
	on_web BOOLEAN DEFAULT false NOT NULL,
	rung INTEGER NOT NULL,
	alerted TEXT DEFAULT '' NOT NULL,
	passed TEXT DEFAULT '' NOT NULL,
	told INTEGER DEFAULT '0' NOT NULL,
	opened_at FLOAT NOT NULL,
	taken_at FLOAT,
	answered_at FLOAT,
	closed_at FLOAT,
	outcome VARCHAR(24),
	helped INTEGER,
	offered_to BIGINT,
	waits_since FLOAT,
	reminded BOOLEAN DEFAULT false NOT NULL,
	held_back_sealed BYTEA,
	CONSTRAINT pk_handoff PRIMARY KEY (id),
	CONSTRAINT fk_handoff_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE,
	CONSTRAINT fk_handoff_holder_id FOREIGN KEY(holder_id) REFERENCES coach (id),
	CONSTRAINT fk_handoff_offered_to FOREIGN KEY(offered_to) REFERENCES coach (id)
);
CREATE INDEX ix_handoff_closed ON handoff (closed_at);
CREATE INDEX ix_handoff_code ON handoff (code);
CREATE INDEX ix_handoff_conversation ON handoff (conversation_id, id);
CREATE INDEX ix_handoff_crisis ON handoff (opened_at, id) WHERE urgency = 'crisis';
CREATE INDEX ix_handoff_figures ON handoff (opened_at, urgency, answered_at, closed_at, outcome, helped);
CREATE INDEX ix_handoff_holder ON handoff (holder_id) WHERE closed_at IS NULL;
CREATE INDEX ix_handoff_open ON handoff (opened_at) WHERE closed_at IS NULL;
CREATE INDEX ix_handoff_taken ON handoff (taken_at, holder_id, urgency, closed_at);
CREATE UNIQUE INDEX uq_handoff_open ON handoff (conversation_id) WHERE closed_at IS NULL;
CREATE TABLE staff (
	id BIGSERIAL NOT NULL,
	email_index BYTEA NOT NULL,
	email_sealed BYTEA NOT NULL,
	role VARCHAR(8) NOT NULL,
	coach_id BIGINT,
	password_hash VARCHAR(200),
	link_hash BYTEA,
	link_until FLOAT,
	failures INTEGER DEFAULT '0' NOT NULL,
	locked_until FLOAT,
	created_at FLOAT NOT NULL,
	totp_sealed BYTEA,
	totp_step BIGINT,
	toured_at FLOAT,
	CONSTRAINT pk_staff PRIMARY KEY (id),
	CONSTRAINT fk_staff_coach_id FOREIGN KEY(coach_id) REFERENCES coach (id),
	CONSTRAINT uq_staff_email_index UNIQUE (email_index)
);
CREATE TABLE directory_language (
	id VARCHAR(36) NOT NULL,
	organization_id VARCHAR(36),
	service_id VARCHAR(36),
	location_id VARCHAR(36),
	service_at_location_id VARCHAR(36),
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_directory_language PRIMARY KEY (id),
	CONSTRAINT fk_directory_language_location_id FOREIGN KEY(location_id) REFERENCES directory_location (id),
	CONSTRAINT fk_directory_language_organization_id FOREIGN KEY(organization_id) REFERENCES directory_organization (id),
	CONSTRAINT fk_directory_language_service_at_location_id FOREIGN KEY(service_at_location_id) REFERENCES directory_service_at_location (id),
	CONSTRAINT fk_directory_language_service_id FOREIGN KEY(service_id) REFERENCES directory_service (id)
);
CREATE INDEX ix_directory_language_location ON directory_language (location_id) WHERE location_id IS NOT NULL;
CREATE INDEX ix_directory_language_organization ON directory_language (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX ix_directory_language_service ON directory_language (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX ix_directory_language_service_at_location ON directory_language (service_at_location_id) WHERE service_at_location_id IS NOT NULL;
CREATE TABLE directory_phone (
	id VARCHAR(36) NOT NULL,
	organization_id VARCHAR(36),
	service_id VARCHAR(36),
	location_id VARCHAR(36),
	service_at_location_id VARCHAR(36),
	number TEXT NOT NULL,
	extension TEXT NOT NULL,
	type TEXT NOT NULL,
	description TEXT NOT NULL,
	language TEXT NOT NULL,
	position INTEGER NOT NULL,
	CONSTRAINT pk_directory_phone PRIMARY KEY (id),
	CONSTRAINT fk_directory_phone_location_id FOREIGN KEY(location_id) REFERENCES directory_location (id),
	CONSTRAINT fk_directory_phone_organization_id FOREIGN KEY(organization_id) REFERENCES directory_organization (id),
	CONSTRAINT fk_directory_phone_service_at_location_id FOREIGN KEY(service_at_location_id) REFERENCES directory_service_at_location (id),
	CONSTRAINT fk_directory_phone_service_id FOREIGN KEY(service_id) REFERENCES directory_service (id)
);
CREATE INDEX ix_directory_phone_location ON directory_phone (location_id) WHERE location_id IS NOT NULL;
CREATE INDEX ix_directory_phone_organization ON directory_phone (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX ix_directory_phone_service ON directory_phone (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX ix_directory_phone_service_at_location ON directory_phone (service_at_location_id) WHERE service_at_location_id IS NOT NULL;
CREATE TABLE directory_place (
	id VARCHAR(36) NOT NULL,
	service_id VARCHAR(36) NOT NULL,
	organization_id VARCHAR(36) NOT NULL,
	source VARCHAR(80) NOT NULL,
	name TEXT NOT NULL,
	what TEXT NOT NULL,
	what_es TEXT NOT NULL,
	phone TEXT NOT NULL,
	phone_es TEXT NOT NULL,
	address TEXT NOT NULL,
	latitude FLOAT,
	longitude FLOAT,
	timezone TEXT NOT NULL,
	schedules TEXT NOT NULL,
	languages TEXT NOT NULL,
	needs TEXT NOT NULL,
	coverage TEXT NOT NULL,
	state TEXT NOT NULL,
	audience TEXT NOT NULL,
	confidential BOOLEAN NOT NULL,
	priority INTEGER NOT NULL,
	verified_on DATE,
	valid_from DATE,
	valid_to DATE,
	traits TEXT NOT NULL,
	minimum_age INTEGER,
	maximum_age INTEGER,
	CONSTRAINT pk_directory_place PRIMARY KEY (id),
	CONSTRAINT fk_directory_place_id FOREIGN KEY(id) REFERENCES directory_service_at_location (id)
);
CREATE INDEX ix_directory_place_source ON directory_place (source);
CREATE TABLE directory_schedule (
	id VARCHAR(36) NOT NULL,
	organization_id VARCHAR(36),
	service_id VARCHAR(36),
	location_id VARCHAR(36),
	service_at_location_id VARCHAR(36),
	freq TEXT NOT NULL,
	interval INTEGER NOT NULL,
	byday TEXT NOT NULL,
	bymonthday TEXT NOT NULL,
	opens_at TEXT NOT NULL,
	closes_at TEXT NOT NULL,
	description TEXT NOT NULL,
	dtstart DATE,
	valid_from DATE,
	valid_to DATE,
	CONSTRAINT pk_directory_schedule PRIMARY KEY (id),
	CONSTRAINT fk_directory_schedule_location_id FOREIGN KEY(location_id) REFERENCES directory_location (id),
	CONSTRAINT fk_directory_schedule_organization_id FOREIGN KEY(organization_id) REFERENCES directory_organization (id),
	CONSTRAINT fk_directory_schedule_service_at_location_id FOREIGN KEY(service_at_location_id) REFERENCES directory_service_at_location (id),
	CONSTRAINT fk_directory_schedule_service_id FOREIGN KEY(service_id) REFERENCES directory_service (id)
);
CREATE INDEX ix_directory_schedule_location ON directory_schedule (location_id) WHERE location_id IS NOT NULL;
CREATE INDEX ix_directory_schedule_organization ON directory_schedule (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX ix_directory_schedule_service ON directory_schedule (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX ix_directory_schedule_service_at_location ON directory_schedule (service_at_location_id) WHERE service_at_location_id IS NOT NULL;
CREATE TABLE example (
	id BIGSERIAL NOT NULL,
	example_sealed BYTEA NOT NULL,
	staff_id BIGINT NOT NULL,
	at FLOAT NOT NULL,
	CONSTRAINT pk_example PRIMARY KEY (id),
	CONSTRAINT fk_example_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE judgement (
	message_id BIGINT NOT NULL,
	conversation_id BIGINT NOT NULL,
	staff_id BIGINT NOT NULL,
	at FLOAT NOT NULL,
	agrees BOOLEAN NOT NULL,
	should_sealed BYTEA,
	urgency INTEGER NOT NULL,
	state VARCHAR(10) NOT NULL,
	CONSTRAINT pk_judgement PRIMARY KEY (message_id),
	CONSTRAINT fk_judgement_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE,
	CONSTRAINT fk_judgement_message_id FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE,
	CONSTRAINT fk_judgement_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE INDEX ix_judgement_conversation ON judgement (conversation_id);
CREATE INDEX ix_judgement_waits ON judgement (urgency, at) WHERE state = 'waits';
CREATE TABLE remark (
	id BIGSERIAL NOT NULL,
	conversation_id BIGINT NOT NULL,
	message_id BIGINT,
	staff_id BIGINT NOT NULL,
	at FLOAT NOT NULL,
	body_sealed BYTEA NOT NULL,
	CONSTRAINT pk_remark PRIMARY KEY (id),
	CONSTRAINT fk_remark_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE,
	CONSTRAINT fk_remark_message_id FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE,
	CONSTRAINT fk_remark_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE INDEX ix_remark_conversation ON remark (conversation_id, id);
CREATE INDEX ix_remark_message ON remark (message_id);
CREATE TABLE saved_view (
	id BIGSERIAL NOT NULL,
	staff_id BIGINT NOT NULL,
	view_sealed BYTEA NOT NULL,
	CONSTRAINT pk_saved_view PRIMARY KEY (id),
	CONSTRAINT fk_saved_view_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE INDEX ix_saved_view_staff ON saved_view (staff_id);
CREATE TABLE staff_recovery (
	code_hash BYTEA NOT NULL,
	staff_id BIGINT NOT NULL,
	CONSTRAINT pk_staff_recovery PRIMARY KEY (code_hash),
	CONSTRAINT fk_staff_recovery_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE TABLE staff_session (
	token_hash BYTEA NOT NULL,
	staff_id BIGINT NOT NULL,
	created_at FLOAT NOT NULL,
	seen_at FLOAT NOT NULL,
	strong BOOLEAN DEFAULT false NOT NULL,
	browser VARCHAR(40) DEFAULT '' NOT NULL,
	CONSTRAINT pk_staff_session PRIMARY KEY (token_hash),
	CONSTRAINT fk_staff_session_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE TABLE training (
	id BIGSERIAL NOT NULL,
	staff_id BIGINT NOT NULL,
	started_at FLOAT NOT NULL,
	ended_at FLOAT,
	outcome VARCHAR(12),
	examples INTEGER NOT NULL,
	CONSTRAINT pk_training PRIMARY KEY (id),
	CONSTRAINT fk_training_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE directory_place_need (
	need VARCHAR(20) NOT NULL,
	place_id VARCHAR(36) NOT NULL,
	coverage VARCHAR(8) NOT NULL,
	state VARCHAR(2) NOT NULL,
	latitude FLOAT,
	longitude FLOAT,
	CONSTRAINT pk_directory_place_need PRIMARY KEY (need, place_id),
	CONSTRAINT fk_directory_place_need_place_id FOREIGN KEY(place_id) REFERENCES directory_place (id) ON DELETE CASCADE
);
CREATE INDEX ix_directory_place_need_coverage ON directory_place_need (need, coverage, state);
CREATE INDEX ix_directory_place_need_place ON directory_place_need (place_id);
CREATE INDEX ix_directory_place_need_position ON directory_place_need (need, latitude, longitude, place_id);
CREATE TABLE errand (
	id BIGSERIAL NOT NULL,
	remark_id BIGINT NOT NULL,
	staff_id BIGINT NOT NULL,
	kind VARCHAR(10) NOT NULL,
	due_at FLOAT NOT NULL,
	done_at FLOAT,
	CONSTRAINT pk_errand PRIMARY KEY (id),
	CONSTRAINT fk_errand_remark_id FOREIGN KEY(remark_id) REFERENCES remark (id) ON DELETE CASCADE,
	CONSTRAINT fk_errand_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE INDEX ix_errand_open ON errand (staff_id, due_at) WHERE done_at IS NULL;
CREATE INDEX ix_errand_remark ON errand (remark_id);
-- rows
INSERT INTO alembic_version (version_num) VALUES ('0001');
INSERT INTO "audit" ("id", "at", "actor", "action", "subject", "why", "hash") VALUES (1, 1800000000.0, 'command line', 'coach added', 'coach:1', NULL, '\xc03be2a1633b6276f70b1ea3404a9c4df8d86f8cae45f79594354cad980a1616');
INSERT INTO "audit" ("id", "at", "actor", "action", "subject", "why", "hash") VALUES (2, 1800000000.0, 'command line', 'erase', 'conversation:7', NULL, '\xcc61dacd04945df3ab1e0328d60c11124581a4d661bffebd18c99b6a26088aea');
INSERT INTO "audit" ("id", "at", "actor", "action", "subject", "why", "hash") VALUES (3, 1800000000.0, 'command line', 'hold_on', 'conversation:8', '2027-CV-0001', '\x643acb0b37204ca9661e6cabd607c9f4525cf27613cf3e96fada05629a4a9146');
INSERT INTO "audit_head" ("id", "last", "hash") VALUES (1, 3, '\x643acb0b37204ca9661e6cabd607c9f4525cf27613cf3e96fada05629a4a9146');
SELECT setval(pg_get_serial_sequence('audit_head', 'id'), max("id")) FROM "audit_head";
INSERT INTO "carrier_mark" ("id", "looked_at") VALUES (1, 1800000000.0);
SELECT setval(pg_get_serial_sequence('carrier_mark', 'id'), max("id")) FROM "carrier_mark";
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (1, '\xa24c20865aa3e26e26ba7adfa4831056', '\x4a1d7f516c318e71f0f240d4b909baf66f4896c217b8467329ad906ab73c5e7f446573f3c74aa969da', 1800000000.0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, false);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (2, '\x94e0616d272ae5003be59e99eff8c783', '\x4a1d7f51213de94cc14707aab0ec2e6d0f180f4257a196597ad4070f2f4159eeb712d97067dfe82278', 1799991000.0, NULL, NULL, 0, NULL, '\x4a1d7f5118288408712c8b3e3ebc468abb69d504b54c75157a595caf9ca43729ee7e7922a59c6fc5293cd49f9a8b1cd2fddc31dd608d573cb8af4303f08654b6aaa04b474a1db80a52477e423bdafca65474c82f860a8de2a4ef771fba2622c111f3158bcf52d37f7abc719bc40331a903179d7276f3a22efc2190bfa7fc7f8be53a5c00ca50ab046f98db915244c5d39cbc0ec0173e751f6a4eca36bfc4baba4d71f4759a6ba509ed07f0c4d3907c3e57ac8f69155aec13482610ac3954f8eadf6f769e1fc85bf78f646adcc3e7efe3dc2a900d3cc07912cbceccd2dd5291211b070c3468f54a7eca3c7dd955defe84f078b719a2850aea963a32d9fddd45f37aefe8bb7863f2bfb71136518c2c9385d9c012b73a2f3b3cd773fdceefb8c5bac73e31d411c66f44137663ea4b4d09433097355a7a2430a9595e392e4bc7359fd9cc373f3b80ce21a0767bfeac0af1b286f03d70e45faf3354e79769127901837cf3334471d7b0763101351f66566a64432ac88c1850b70eb3f08bd5bd9f92b354e9ec485ccde94c370470ab5eefd8712a57817f1dff844291832222beccdb3c61b1cd2728ebe19072176c8f2c472d164afb44498a92df6308fbd6bdc172fef1a4af815467b6b5eabfc8114542d52c529639eb376b6c0a0888545ad4369a35755c3c0f8bfc4ce3d7ba9154c5311dcd46f3f48ecae9450df5c92e48c13b28f62b3c243805608b93dccb74c6397a45a925a68264e3289e16f520dac7427af9761396f9f9055cc5688339f159f6d1b42b5862267960d391184823228768969af190a754045441bf04429744b9e82343877d24cb8b30', NULL, NULL, 1799991000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, false);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (3, '\x241e8cd3c1d8a28e76e5c1a3c3003419', '\x4a1d7f51b868f17fb7f837dbeb9b6e98fc536bde10c14f53ece533eccb65e4b3f445557227c3b083c6', 1799982000.0, NULL, NULL, 0, NULL, '\x4a1d7f5141c0e8cf92274987bdc27f1a58a5ca727c40046356460c5785341b766de5fdf05f2c84c1c7e9d49ed2e3778f8cca3aae3eacd3b12329058af97498650d569bffc83f069bee1d4d23129d5c7f77b78bd37e7a0906be0e0457ee9f3d01f1a24d1f5cc01c8034dcb210d95dc6a523bf132a2e760d9fa210da6c557136162c9c80110f7419415ceeb0aad5645efb8092cbb555a50a47faec1666e3169d607594873e6ee1d40ad2110b5b8f65ce8b6b2376780ba612c48821159598d8649c3edbd4f8d89a63d29f6af72499033acd6d4addbf30487e2c3d617046da375f653188fa3f8f5c7659afd40b7e3bc094eb1abfd742d7f56d0eae56d362bb062a92146403b6f6bb3c86c0dc7b4aa16ec2b00abb9d4c655492fdddf74c19d1a70bdcddf310dce2e0f3972efdccd290ce16e4a6889c0e01a99cf468130ee231cc78faf72b73ca646dd5615394268e100d1c5d5ca97effb081e35bea3591150d48d0144c781c691ac922e1944e706b6b6371fc567c196ec4e286c7359b9a5001729877f8db0e28182f9cd0667fdb33e71360e4af5ae475a4fe2cb1f28d822cfed5af951fd15f63e3d0c847386b03e9bf42a0cf12793579551f416066b3e79fc8dcb06f70f0ae06d3b5d6b17383f443cf76240b1e756919bb9260d345427410c9bac7d842e1636bae690f35eb9895df9c541b64b44ae99b37a10ed040f31b881a1f52d55b8d777a33b827a2fc228764fd172bc2516317db944b31a9a31cafd1f6f2e1cb70df3985f815b8335cf0d6eb69820de533061feb7fdf7c6ba7b1ba172618eb2aea7674f46456b98548d4329f621bb97751b8b21b', NULL, NULL, 1799982180.0, NULL, NULL, NULL, NULL, NULL, 'crisis', NULL, NULL, true);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (4, '\x25884b358a6fee39d382b4a2fcde662c', '\x4a1d7f51a941c72ed09e7f225b28ba996f27d2c24217b1a34323e0d748b973202a1eee56ec71ec27fd', 1799973000.0, NULL, NULL, 0, NULL, '\x4a1d7f51cb3d15511357cd11c74f2fb805b15c8ac07cafe86b973e33e032b309f5d057e04c1f8c6df5b234420170c1437119e73b6ca7e1a60873b71109455a3b7717c953af6ecafd22dfb5c0902d59d44288aeb1e7475c4062a913a516baaf721b6083c2dfa4bd9ddfb2316bd03c534839d89d999cf95da6bf8f16865a1a381c23c89e8bbd5ee1285e21b587c0aa309cfde068e838a00f8bdec75d2e0cc3efaca96a33deb5617f8d2bcbd438108c0391087ca342fed6f668882943d14733d3262123a47980d4b6693be4d833240aa4bdf5e47fcf95ebac360bd85859970014cd1a886adb908cef82c141f56236df5353091ad50303a22caf9ba5c0bbaf05b5020db64a44e2abe67ed3b4454e94b7964850ead80d7bc3bf13b87725b5b87804a6cc6d4c883f5fb66453e7f680ad907e8cbd22b98e4244be37b78cf532488ca340cb1a5ca272011324677b190776d8b49ebae8801d4a5533fe75ff1a8e46150fe8e6bd9c65d54b8bc7e1b783ab09a36f3bc3b83adbb7579fe3a5839155ef70437bcd2a7053987f8f4a0ffa09aeabce8b430d6efa565d184df3306858d78f3f9bd77cf215f2cc724ea75c0a072c4ff8ec9128a8356e75b2d40d382d7e2a909f15ff28f089ab2facb29b3a9d206887cb03bbbf3ad52f65ff5e9a1b5289db662013c80c42f7bdb08f06c80c5b7d5e8c4af9d561d6ba5589486afac4c4f2c7f229b35b5d14f259dc56598feb4ed6177ea86d638e7d19ab80a13e41b9bf25d7ca3eb3b6b4d4e9910ac919ae454129c2e536a6f6a3e5a3cb1bb941f9b0472cd55cb7b61343260ee49aded9c5cda65cb4e8a4c92c95dfabe6', NULL, NULL, 1799973000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, true);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (5, '\x65e6d18d67e9071b729b9dac34e5b359', '\x4a1d7f5179fedf4168866f5b8b955efefd0cad025447494f283d3972f86ca24ed354784536f779616f', 1800000000.0, 1800000000.0, NULL, 0, NULL, NULL, NULL, NULL, 1800000000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, true);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (6, '\x75a5aa8266034fa3a726d219eca9587a', '\x4a1d7f51f8dc7f1d92c78ed214eb137b313978f6247adc3d076adef5db532d98be4cc910368c1660e5', 1800000000.0, NULL, NULL, 0, NULL, '\x4a1d7f5109c5677149f09bdc3681e701f853975f08cc022efe386568768ad0585c685774b00ef419b0584e0703c6b0988f8da666bd5a8a4f38fdcc0cfcd92951597cb3cdce45e3d6a2ec164619ba68a82af6f1b7535ac32a2884c69f4675db161fe6286ab6f6822c853e49935f9fc4b532f0d1d11a59d058e6dee27427a68fe6a44858a493829d8e09246a82a5b68ba736912c36ca240046227afe6503dcf0b57a1abebd8db08ad190bd48ecf2d448b6520432a7afbad212da1d2a5983f8754ca5eb57b57a8d0092f52a43cdac90804cdbf5be2f1887a146736ece79053394ee84bb7b502bbbb633260d3d14f233e2070b594cc1a65f7629ab83aaeb8e272409050e81bffcdf3e6c3f14446ddd53a823e331329509bddf087a41bef30eb86f2bb600dfcf62133a97451d4d7e60a6767fd722b9b7d011b4e24a1d93bb61a3fafbe7b5a6e3c3031119bf5a90da477f58d11fb35e3e673d3dd8cb67f183a63046e797c622d18ddf934224a1ab018eec863a1f7eb0ca4eddc5e9bc4aa5bd7ce7e6a8f0f616100a103db775c70c978d0d7b59b96a9882369f29ca2648fc4c6cb6c64d3fbded0d4fce83e645a3ee4dab3b9c3ae691929c25f3a004de23f47881dfb1c7b1078e11a0fbf5b29dd21a2d64c648cfefaf54528c8760dc80b0f6a94221f31152ee0119ea387df50f615544637a0710364c035f285b21d567341049ca7c06a31b86e849592eb9f638f194d611494dcceaffcbc7b78aba698bfd73094c04c5d82a23643bbc98b8a16e1408ab21d0385d8eda37a9ebefbb2d6194dd3427d577727160f6593726e19809adbddc695bd41710624f68', NULL, 1800000000.0, NULL, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, false);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (7, '\xce3fea72f022d72bb2fbf516feef8c8a', NULL, 1800000000.0, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1800000000.0, 'none', NULL, NULL, false);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (8, '\xc69f5ca44614fa666f1527ae3574da56', '\x4a1d7f5175ba69942c864740bf58999e0c9913c5e4cf118739d33925e45536510b880307d3f30bde9b', 1800000000.0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1800000000.0, NULL, 'none', NULL, NULL, false);
SELECT setval(pg_get_serial_sequence('conversation', 'id'), max("id")) FROM "conversation";
INSERT INTO "directory_edit" ("id", "kind", "record_id", "field", "said", "before", "value", "by", "at", "ended_at", "ended_by") VALUES (1, 'place', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'added', '', '', 'yes', 'staff:1', 1800000000.0, NULL, '');
INSERT INTO "directory_edit" ("id", "kind", "record_id", "field", "said", "before", "value", "by", "at", "ended_at", "ended_by") VALUES (2, 'place', '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'phones', '215-555-0101', '215-555-0101', '215-555-0155', 'staff:1', 1800000000.0, NULL, '');
SELECT setval(pg_get_serial_sequence('directory_edit', 'id'), max("id")) FROM "directory_edit";
INSERT INTO "directory_location" ("id", "source", "name", "location_type", "description", "transportation", "latitude", "longitude", "timezone", "position_from", "extra") VALUES ('94ccae3d-67aa-5c14-8611-bf234a7bbdef', 'county', '', 'physical', '', '', 39.9597, -75.2024, 'America/New_York', 'zip', '{}');
INSERT INTO "directory_location" ("id", "source", "name", "location_type", "description", "transportation", "latitude", "longitude", "timezone", "position_from", "extra") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'by hand', '', 'physical', '', '', 39.9597, -75.2024, 'America/New_York', 'zip', '{}');
INSERT INTO "directory_organization" ("id", "source", "name", "alternate_name", "description", "email", "website", "extra") VALUES ('a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'by hand', 'Example Meals', '', '', '', '', '{}');
INSERT INTO "directory_organization" ("id", "source", "name", "alternate_name", "description", "email", "website", "extra") VALUES ('dcabd9cb-7cb0-5760-9640-4551cea7974d', 'county', 'Example Pantry', '', '', '', '', '{}');
INSERT INTO "directory_outcome" ("id", "place_id", "at", "outcome", "said_by") VALUES (1, 'invented', 1800000000.0, 'invented', 'invented');
SELECT setval(pg_get_serial_sequence('directory_outcome', 'id'), max("id")) FROM "directory_outcome";
INSERT INTO "directory_public_address" ("service_id", "marked_at") VALUES ('invented', 1800000000.0);
INSERT INTO "directory_source" ("name", "format", "imported_at", "digest", "turn") VALUES ('county', 'csv', 1800000000.0, '5:6a5b14184a215cb954ad1ad61a969b26214aef59eea1eb1cd98a2b4283991d', 1);
INSERT INTO "directory_standing" ("place_id", "reported", "judged", "reported_on", "judged_on") VALUES ('invented', 'invented', 'invented', '2027-01-15', '2027-01-15');
INSERT INTO "directory_unmet" ("id", "week", "need", "state", "county", "reason") VALUES (1, '2027-01-15', 'invented', 'in', 'invented', 'invented');
SELECT setval(pg_get_serial_sequence('directory_unmet', 'id'), max("id")) FROM "directory_unmet";
INSERT INTO "directory_upload" ("id", "by", "at", "name", "source", "format", "needs", "fellowship", "mapping", "size") VALUES ('invented', 'invented', 1800000000.0, 'invented', 'invented', 'invented', 'invented', 'invented', 'invented', 1);
INSERT INTO "directory_use" ("id", "week", "place_id") VALUES (1, '2027-01-15', 'invented');
SELECT setval(pg_get_serial_sequence('directory_use', 'id'), max("id")) FROM "directory_use";
INSERT INTO "directory_zip_area" ("zip", "city", "state", "county", "latitude", "longitude", "timezone") VALUES ('19104', 'Philadelphia', 'PA', 'Philadelphia County', 39.9597, -75.2024, 'America/New_York');
INSERT INTO "forgotten_text" ("sid_hash", "at") VALUES ('\x00000000000000000000000000000000', 1800000000.0);
INSERT INTO "index_key" ("id", "key_sealed") VALUES (1, '\x4a1d7f51f53d0a3022ceb9676013ee397b6e6d37917d563819ccd6f582151e27c49adaa8ccc8da61f54f3121030fd59a820a94f95c8b49562ddc6968f941de84c0fc94e03d33ee37946bc9fb4814843552871129b5355eb32d473bf8b14ca790');
SELECT setval(pg_get_serial_sequence('index_key', 'id'), max("id")) FROM "index_key";
INSERT INTO "key_check" ("id", "word_sealed") VALUES (1, '\x4a1d7f51ac35c50aa486c795de2edbd90f3af88120f1d4fcb35afee341457c15005cfb3572908203');
SELECT setval(pg_get_serial_sequence('key_check', 'id'), max("id")) FROM "key_check";
INSERT INTO "redaction" ("sid", "due_at", "attempts") VALUES ('invented', 1800000000.0, 1);
INSERT INTO "redaction_mark" ("id", "message_id") VALUES (1, 1);
SELECT setval(pg_get_serial_sequence('redaction_mark', 'id'), max("id")) FROM "redaction_mark";
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (1, 1800000000.0, 'opt_out', '\x75a5aa8266034fa3a726d219eca9587a');
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (2, 1800000000.0, 'erase', '\xce3fea72f022d72bb2fbf516feef8c8a');
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (3, 1800000000.0, 'hold', '\xc69f5ca44614fa666f1527ae3574da56');
SELECT setval(pg_get_serial_sequence('wish', 'id'), max("id")) FROM "wish";
INSERT INTO "wording_edit" ("id", "response", "language", "text", "shipped", "state", "written_by", "written_at", "read_by", "read_at", "aside_at") VALUES (1, 'invented', 'in', 'invented', 'invented', 'invented', 'invented', 1800000000.0, 'invented', 1800000000.0, 1800000000.0);
SELECT setval(pg_get_serial_sequence('wording_edit', 'id'), max("id")) FROM "wording_edit";
INSERT INTO "coach" ("id", "conversation_id", "name_sealed", "languages", "active", "on_call", "away", "created_at", "last_case_at", "supervisor", "topics", "max_cases", "zone", "back_until", "email_conversation_id") VALUES (1, 1, '\x4a1d7f51de2555cf18be827e76abd122019a5b672f9b9a7400d156b9086c29d2830eb8fa', 'en,es', true, true, false, 1800000000.0, NULL, false, '', 1, NULL, NULL, NULL);
SELECT setval(pg_get_serial_sequence('coach', 'id'), max("id")) FROM "coach";
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, '\x339255268fe41c49b778e07dfea41c7c', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, '\x6ad6532b83ae4f874cc77c7df315953e', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, '\x859f262474a8a4bfda6a2ae0504a6191', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, '\x919ab5ca7e4a7700421c5530529cc2f8', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, '\xbea2c6fcc3ed323d68cc6510fd0d942a', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, '\x6ad6532b83ae4f874cc77c7df315953e', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, '\x919ab5ca7e4a7700421c5530529cc2f8', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, '\x9f15e65840664a6fb3ed9461680544ef', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, '\xffdaa4dae11790e59a56447cc40dd75a', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, '\x62ac63f75bedfcd31a53f2154cb8161d', 1799973000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, '\x6ad6532b83ae4f874cc77c7df315953e', 1799973000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, '\xa03e413b0c8b542f67d488ea69c582d2', 1799973000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, '\xbea2c6fcc3ed323d68cc6510fd0d942a', 1799973000.0);
INSERT INTO "directory_address" ("id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code", "country", "address_type") VALUES ('7fe3f5bd-0c87-5d69-9509-8d5311666ad6', '94ccae3d-67aa-5c14-8611-bf234a7bbdef', '12 Elm St', '', 'Philadelphia', 'PA', '19104', 'US', 'physical');
INSERT INTO "directory_address" ("id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code", "country", "address_type") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', '3 Pine St', '', 'Philadelphia', 'PA', '19104', 'US', 'physical');
INSERT INTO "directory_service" ("id", "source", "organization_id", "name", "name_es", "alternate_name", "description", "url", "email", "status", "needs", "eligibility_description", "minimum_age", "maximum_age", "fees_description", "application_process", "interpretation_services", "alert", "coverage", "coverage_state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "extra") VALUES ('bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'by hand', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'Hot meals', '', '', '', '', '', 'active', 'food', '', NULL, NULL, '', '', '', '', 'local', '', '', false, 50, '2027-01-15', NULL, NULL, '{}');
INSERT INTO "directory_service" ("id", "source", "organization_id", "name", "name_es", "alternate_name", "description", "url", "email", "status", "needs", "eligibility_description", "minimum_age", "maximum_age", "fees_description", "application_process", "interpretation_services", "alert", "coverage", "coverage_state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "extra") VALUES ('d463f334-1a44-56b5-b3d3-f20596e00436', 'county', 'dcabd9cb-7cb0-5760-9640-4551cea7974d', 'Food pantry', '', '', '', '', '', 'active', 'food', '', NULL, NULL, '', '', '', '', 'local', '', '', false, 50, '2027-01-02', NULL, NULL, '{}');
INSERT INTO "directory_upload_piece" ("upload_id", "number", "bytes") VALUES ('invented', 1, '\x00000000000000000000000000000000');
INSERT INTO "event" ("id", "conversation_id", "kind", "name", "payload_sealed", "due_at", "created_at", "handled_at", "attempts", "key") VALUES (1, 5, 'text', NULL, '\x4a1d7f51f48d60895ad358d288318db0ba0dfc3fbbd2760838e9e5414ded9fb602cf8a963efacb998108836464e5df6e3b0002bab0', 1800000000.0, 1800000000.0, NULL, 0, NULL);
SELECT setval(pg_get_serial_sequence('event', 'id'), max("id")) FROM "event";
INSERT INTO "journal" ("id", "conversation_id", "event_id", "message_id", "at", "kind", "detail_sealed") VALUES (1, 3, NULL, NULL, 1799982000.0, 'crisis', '\x4a1d7f517805e68274d7d47d175e373a16966b8c1147b3d1749242b9f9654aee3f5c595dfe3e9d4c5be67765af036587c99f5ebdcdb355565e2f964db6ae3db9a3');
SELECT setval(pg_get_serial_sequence('journal', 'id'), max("id")) FROM "journal";
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (1, 2, 'in', 'recoveree', NULL, NULL, NULL, NULL, NULL, '\x4a1d7f5183aae8c1967c828180b867d0ebd9bb195a8c828d78cd06d7a1922b09242130554b0dacf10cc1dbc760ba2b9bb9a19622cb9f8a777e3f2057a4e0e20852ede9e674d7d0c25b49', 0, 1, 1799991000.0, 'received', 0, NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (2, 2, 'out', 'assistant', NULL, NULL, NULL, NULL, NULL, '\x4a1d7f51d9dd03779237d93e6427b0040a765226368735c6294ca2696e4a6d0c3cb8cd0825f7681149e38e540489d6236e0d8a25a60019d262b74261e01c2e488e675245ec6ad5716945a48d', 0, 1, 1799991060.0, 'delivered', 0, NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (3, 3, 'in', 'recoveree', NULL, 1, NULL, NULL, NULL, '\x4a1d7f51cbf422d1bde36a8df739ef0a03c50db20f13845e60a07eac0556db77da5639990b3bccc93b0b7ada0290d22d1832e6d25b18efa0f9c91abef0e99f879c8bc70752131e', 0, 1, 1799982000.0, 'received', 0, NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (4, 3, 'out', 'assistant', NULL, 1, NULL, NULL, NULL, '\x4a1d7f51f98429500bcd8b3809f5754e98876a83af20a005bcad6683511e0b775e70194b0f7bd46fc118ff48a15e46098b8a72a8138b5a091f86c0c485c39878d048da22e2cabfc966d166334b55146a85cb9b81b3f82a14ba9d0e1be974717cd3ce13ec75', 0, 1, 1799982060.0, 'delivered', 0, NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (5, 3, 'out', 'coach', 1, 1, NULL, NULL, NULL, '\x4a1d7f5155944063f0823fe0baa8fa21cd82c505b95e100fde25939c5b46eb9b3dd367e270b5cc04d9277dca8324e9122bfa19da21702033c826e2baf9418573e4c1d519f9e2f4ec052a091c', 0, 1, 1799982120.0, 'delivered', 0, NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (6, 3, 'in', 'recoveree', NULL, 1, NULL, NULL, NULL, '\x4a1d7f51a702a4ee27ed6be4470273dc7cc811bf730e89b3ea264bc02523996d43f6ff8a4740ac6e7aeea1a2fa3a6287ac', 0, 1, 1799982180.0, 'received', 0, NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (7, 4, 'in', 'recoveree', NULL, 2, NULL, NULL, NULL, '\x4a1d7f513ba8d8634e73c2e8f46e0b55092ab38b2937b361a591c8ab5e63386e805c3b0d4f778230eedb64a2f4da62d508835e6fd619fb838201c703d678e223f842ebf1b77eb47144fe8e', 0, 1, 1799973000.0, 'received', 0, NULL, NULL, NULL, NULL, false, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "about_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (8, 5, 'in', 'recoveree', NULL, NULL, NULL, 1, 'SMfrozen1', '\x4a1d7f51dad7ab7699f0b2bf0b01aae60b089c75f3e2ee1756fc8f683f896ecc14888768629023eaa69e98b4b24d4db3399775f5db517a9a925cf5b170dd2e3241a5', 0, 1, 1800000000.0, 'received', 0, NULL, NULL, NULL, NULL, false, NULL);
SELECT setval(pg_get_serial_sequence('message', 'id'), max("id")) FROM "message";
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (1, 2, '\x339255268fe41c49b778e07dfea41c7c', 1799991000.0);
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (2, 2, '\x859f262474a8a4bfda6a2ae0504a6191', 1799991000.0);
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (3, 3, '\xffdaa4dae11790e59a56447cc40dd75a', 1799982180.0);
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (4, 4, '\xa03e413b0c8b542f67d488ea69c582d2', 1799973000.0);
SELECT setval(pg_get_serial_sequence('need_asked', 'id'), max("id")) FROM "need_asked";
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (999985, 4, 1, 0);
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (999990, 3, 2, 2);
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (999995, 2, 1, 1);
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (1000000, 5, 1, 0);
INSERT INTO "coach_shift" ("id", "coach_id", "weekday", "starts", "ends") VALUES (1, 1, 1, 1, 1);
SELECT setval(pg_get_serial_sequence('coach_shift', 'id'), max("id")) FROM "coach_shift";
INSERT INTO "directory_attribute" ("id", "service_id", "taxonomy", "code", "name") VALUES ('invented', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'invented', 'invented', 'invented');
INSERT INTO "directory_service_at_location" ("id", "source", "service_id", "location_id", "description", "digest", "retired_on") VALUES ('489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'county', 'd463f334-1a44-56b5-b3d3-f20596e00436', '94ccae3d-67aa-5c14-8611-bf234a7bbdef', '', '67d1575441aacaddbf242029f718fa16c9592eff6148513f78006a920a61c33e', NULL);
INSERT INTO "directory_service_at_location" ("id", "source", "service_id", "location_id", "description", "digest", "retired_on") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'by hand', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', '', 'b056919899c1703e646fb738d9ce88079781916c7f161be259438752b5ee8647', NULL);
INSERT INTO "duty_exception" ("id", "coach_id", "day", "starts", "ends", "name") VALUES (1, 1, 'invented', 1, 1, 'invented');
SELECT setval(pg_get_serial_sequence('duty_exception', 'id'), max("id")) FROM "duty_exception";
INSERT INTO "handoff" ("id", "code", "conversation_id", "state", "urgency", "reason", "holder_id", "on_web", "rung", "alerted", "passed", "told", "opened_at", "taken_at", "answered_at", "closed_at", "outcome", "helped", "offered_to", "waits_since", "reminded", "held_back_sealed") VALUES (1, 'D03', 3, 'closed', 'crisis', 'danger', 1, false, 0, '', '', 0, 1799982000.0, 1799982045.0, 1799982090.0, 1799983500.0, 'talked', 5, NULL, NULL, false, NULL);
INSERT INTO "handoff" ("id", "code", "conversation_id", "state", "urgency", "reason", "holder_id", "on_web", "rung", "alerted", "passed", "told", "opened_at", "taken_at", "answered_at", "closed_at", "outcome", "helped", "offered_to", "waits_since", "reminded", "held_back_sealed") VALUES (2, 'D04', 4, 'alerting', 'normal', 'asked', NULL, false, 0, '', '', 0, 1799973000.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL);
SELECT setval(pg_get_serial_sequence('handoff', 'id'), max("id")) FROM "handoff";
INSERT INTO "staff" ("id", "email_index", "email_sealed", "role", "coach_id", "password_hash", "link_hash", "link_until", "failures", "locked_until", "created_at", "totp_sealed", "totp_step", "toured_at") VALUES (1, '\x7dfc4ca6b48ca3d90f234df1d6dc9b92', '\x4a1d7f51b3d17bb8df102d55e70f43a0d414491bb4d009e54a5d2dc501d405c90b6e3c6698aaf329af4dd1a804c8de', 'admin', NULL, NULL, '\x1991da7922fccc104ec68cb0ae71942728970be64628acb9120e8ff632d311e2', 1800259200.0, 0, NULL, 1800000000.0, NULL, NULL, NULL);
SELECT setval(pg_get_serial_sequence('staff', 'id'), max("id")) FROM "staff";
INSERT INTO "directory_language" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "code", "name") VALUES ('invented', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', '94ccae3d-67aa-5c14-8611-bf234a7bbdef', '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'invented', 'invented');
INSERT INTO "directory_phone" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "number", "extension", "type", "description", "language", "position") VALUES ('61718aaa-5dea-5c5f-b0a3-f79acd20942f', NULL, NULL, NULL, '489d61ba-7efd-5cb9-b414-1fec5220f4f9', '+12155550101', '', 'voice', '', '', 0);
INSERT INTO "directory_phone" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "number", "extension", "type", "description", "language", "position") VALUES ('fae7b057-3304-52e4-a7d4-e93f82fef700', NULL, NULL, NULL, 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', '+12155550102', '', 'voice', '', '', 1);
INSERT INTO "directory_place" ("id", "service_id", "organization_id", "source", "name", "what", "what_es", "phone", "phone_es", "address", "latitude", "longitude", "timezone", "schedules", "languages", "needs", "coverage", "state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "traits", "minimum_age", "maximum_age") VALUES ('489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'd463f334-1a44-56b5-b3d3-f20596e00436', 'dcabd9cb-7cb0-5760-9640-4551cea7974d', 'county', 'Example Pantry', 'Food pantry', 'Food pantry', '215-555-0155', '215-555-0155', '12 Elm St, Philadelphia', 39.9597, -75.2024, 'America/New_York', '[{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR","opens_at":"09:00","closes_at":"17:00"}]', '', 'food', 'local', '', '', false, 50, '2027-01-02', NULL, NULL, '', NULL, NULL);
INSERT INTO "directory_place" ("id", "service_id", "organization_id", "source", "name", "what", "what_es", "phone", "phone_es", "address", "latitude", "longitude", "timezone", "schedules", "languages", "needs", "coverage", "state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "traits", "minimum_age", "maximum_age") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'by hand', 'Example Meals', 'Hot meals', 'Hot meals', '215-555-0102', '215-555-0102', '3 Pine St, Philadelphia', 39.9597, -75.2024, 'America/New_York', '[{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR,SA,SU","opens_at":"00:00","closes_at":"24:00"},{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR,SA,SU","opens_at":"00:00","closes_at":"24:00"}]', '', 'food', 'local', '', '', false, 50, '2027-01-15', NULL, NULL, '', NULL, NULL);
INSERT INTO "directory_schedule" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "description", "dtstart", "valid_from", "valid_to") VALUES ('dbc694e3-2cbc-525e-acc4-276d4bf88975', NULL, NULL, NULL, '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'WEEKLY', 1, 'MO,TU,WE,TH,FR', '', '09:00', '17:00', '', NULL, NULL, NULL);
INSERT INTO "directory_schedule" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "description", "dtstart", "valid_from", "valid_to") VALUES ('e5e8d736-f285-5cc1-bbbb-6a9763a9f314', NULL, NULL, NULL, 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'WEEKLY', 1, 'MO,TU,WE,TH,FR,SA,SU', '', '00:00', '24:00', '', NULL, NULL, NULL);
INSERT INTO "example" ("id", "example_sealed", "staff_id", "at") VALUES (1, '\x4a1d7f5158f50c631cb30681132d89464bd8b7974064f98608205be9851c39cde73c75ad3eea6e3d5b413e1c6f4edbfe14', 1, 1800000000.0);
SELECT setval(pg_get_serial_sequence('example', 'id'), max("id")) FROM "example";
INSERT INTO "judgement" ("message_id", "conversation_id", "staff_id", "at", "agrees", "should_sealed", "urgency", "state") VALUES (1, 1, 1, 1800000000.0, false, '\x4a1d7f513120314bbe9b1fc22923b8bca56fae6336235d1b477719898b43ace6cc9400bbbb937674ffdbb63d92821d0cb2', 1, 'invented');
INSERT INTO "remark" ("id", "conversation_id", "message_id", "staff_id", "at", "body_sealed") VALUES (1, 1, 1, 1, 1800000000.0, '\x4a1d7f516873a473bc9d790fa43cc406e8ca51fd53a39662a1ec54e8813bf681279d601215d84d5679c094263ba390bee7');
SELECT setval(pg_get_serial_sequence('remark', 'id'), max("id")) FROM "remark";
INSERT INTO "saved_view" ("id", "staff_id", "view_sealed") VALUES (1, 1, '\x4a1d7f5172cea843fc639255b442a3c08e5ea15960c49e36f27ae8a1e8acfddca0e70767357c8fcded8a14a442c9d84ec3');
SELECT setval(pg_get_serial_sequence('saved_view', 'id'), max("id")) FROM "saved_view";
INSERT INTO "staff_recovery" ("code_hash", "staff_id") VALUES ('\x00000000000000000000000000000000', 1);
INSERT INTO "staff_session" ("token_hash", "staff_id", "created_at", "seen_at", "strong", "browser") VALUES ('\x00000000000000000000000000000000', 1, 1800000000.0, 1800000000.0, false, 'invented');
INSERT INTO "training" ("id", "staff_id", "started_at", "ended_at", "outcome", "examples") VALUES (1, 1, 1800000000.0, 1800000000.0, 'invented', 1);
SELECT setval(pg_get_serial_sequence('training', 'id'), max("id")) FROM "training";
INSERT INTO "directory_place_need" ("need", "place_id", "coverage", "state", "latitude", "longitude") VALUES ('food', '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'local', '', 39.9597, -75.2024);
INSERT INTO "directory_place_need" ("need", "place_id", "coverage", "state", "latitude", "longitude") VALUES ('food', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'local', '', 39.9597, -75.2024);
INSERT INTO "errand" ("id", "remark_id", "staff_id", "kind", "due_at", "done_at") VALUES (1, 1, 1, 'invented', 1800000000.0, 1800000000.0);
SELECT setval(pg_get_serial_sequence('errand', 'id'), max("id")) FROM "errand";
-- guards
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit only grows'; END $$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_steps BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.last <> OLD.last + 1) EXECUTE FUNCTION audit_refuse();
