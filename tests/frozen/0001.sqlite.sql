-- A database of schema version 0001 with invented people, for sqlite. Nobody in it exists.
-- Sealed with the key a-key-of-frozen-databases-only-00, which opens nothing else. Written by scripts/freeze_schema.py: do not edit.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE audit (
	id INTEGER NOT NULL,
	at FLOAT NOT NULL,
	actor VARCHAR(40) NOT NULL,
	action VARCHAR(40) NOT NULL,
	subject VARCHAR(60),
	why VARCHAR(500),
	hash BLOB NOT NULL,
	CONSTRAINT pk_audit PRIMARY KEY (id)
);
CREATE INDEX ix_audit_action ON audit (action, id);
CREATE INDEX ix_audit_actor ON audit (actor, id);
CREATE INDEX ix_audit_at ON audit (at);
CREATE INDEX ix_audit_subject ON audit (subject, id);
CREATE TABLE audit_head (
	id INTEGER NOT NULL,
	last INTEGER NOT NULL,
	hash BLOB NOT NULL,
	CONSTRAINT pk_audit_head PRIMARY KEY (id)
);
CREATE TABLE carrier_mark (
	id INTEGER NOT NULL,
	looked_at FLOAT NOT NULL,
	CONSTRAINT pk_carrier_mark PRIMARY KEY (id)
);
CREATE TABLE conversation (
	id INTEGER NOT NULL,
	phone_index BLOB NOT NULL,
	phone_sealed BLOB,
	created_at FLOAT NOT NULL,
	due_at FLOAT,
	lease_owner VARCHAR(64),
	lease_epoch INTEGER DEFAULT '0' NOT NULL,
	lease_until FLOAT,
	person_sealed BLOB,
	memory_sealed BLOB,
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
	they_wrote_last BOOLEAN DEFAULT 0 NOT NULL,
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
	id INTEGER NOT NULL,
	kind VARCHAR(20) NOT NULL,
	record_id VARCHAR(36) NOT NULL,
	field VARCHAR(24) NOT NULL,
	said TEXT NOT NULL,
	"before" TEXT NOT NULL,
	value TEXT NOT NULL,
	"by" VARCHAR(40) NOT NULL,
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
	id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
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
	"by" VARCHAR(40) NOT NULL,
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
	id INTEGER NOT NULL,
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
CREATE TABLE index_key (
	id INTEGER NOT NULL,
	key_sealed BLOB NOT NULL,
	CONSTRAINT pk_index_key PRIMARY KEY (id)
);
CREATE TABLE key_check (
	id INTEGER NOT NULL,
	word_sealed BLOB NOT NULL,
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
	id INTEGER NOT NULL,
	message_id INTEGER NOT NULL,
	CONSTRAINT pk_redaction_mark PRIMARY KEY (id)
);
CREATE TABLE wish (
	id INTEGER NOT NULL,
	at FLOAT NOT NULL,
	kind VARCHAR(10) NOT NULL,
	phone_index BLOB NOT NULL,
	CONSTRAINT pk_wish PRIMARY KEY (id)
);
CREATE INDEX ix_wish_phone ON wish (phone_index, kind, at);
CREATE TABLE wording_edit (
	id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	name_sealed BLOB NOT NULL,
	languages VARCHAR(40) NOT NULL,
	active BOOLEAN NOT NULL,
	on_call BOOLEAN NOT NULL,
	away BOOLEAN NOT NULL,
	created_at FLOAT NOT NULL,
	last_case_at FLOAT,
	supervisor BOOLEAN DEFAULT 0 NOT NULL,
	topics TEXT DEFAULT '' NOT NULL,
	max_cases INTEGER DEFAULT '1' NOT NULL,
	zone VARCHAR(64),
	back_until FLOAT,
	email_conversation_id INTEGER,
	CONSTRAINT pk_coach PRIMARY KEY (id),
	CONSTRAINT fk_coach_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id),
	CONSTRAINT fk_coach_email_conversation_id FOREIGN KEY(email_conversation_id) REFERENCES conversation (id),
	CONSTRAINT uq_coach_conversation_id UNIQUE (conversation_id)
);
CREATE TABLE conversation_tag (
	conversation_id INTEGER NOT NULL,
	tag_index BLOB NOT NULL,
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
	bytes BLOB NOT NULL,
	CONSTRAINT pk_directory_upload_piece PRIMARY KEY (upload_id, number),
	CONSTRAINT fk_directory_upload_piece_upload_id FOREIGN KEY(upload_id) REFERENCES directory_upload (id) ON DELETE CASCADE
);
CREATE TABLE event (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	conversation_id INTEGER NOT NULL,
	kind VARCHAR(20) NOT NULL,
	name VARCHAR(40),
	payload_sealed BLOB,
	due_at FLOAT NOT NULL,
	created_at FLOAT NOT NULL,
	handled_at FLOAT,
	attempts INTEGER DEFAULT '0' NOT NULL,
	"key" VARCHAR(64),
	CONSTRAINT fk_event_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_event_conversation ON event (conversation_id, id);
CREATE INDEX ix_event_pending ON event (conversation_id, due_at) WHERE handled_at IS NULL;
CREATE UNIQUE INDEX uq_event_key ON event ("key") WHERE "key" IS NOT NULL;
CREATE TABLE journal (
	id INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	event_id INTEGER,
	message_id INTEGER,
	at FLOAT NOT NULL,
	kind VARCHAR(24) NOT NULL,
	detail_sealed BLOB,
	CONSTRAINT pk_journal PRIMARY KEY (id),
	CONSTRAINT fk_journal_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_journal_conversation ON journal (conversation_id, id);
CREATE INDEX ix_journal_danger ON journal (at) WHERE kind IN ('crisis', 'check');
CREATE INDEX ix_journal_followed_up ON journal (at, kind) WHERE kind IN ('survey_asked', 'places_asked', 'places_answered');
CREATE INDEX ix_journal_held_off ON journal (at) WHERE kind IN ('over_limit', 'blocked_text', 'from_abroad');
CREATE INDEX ix_journal_unsure ON journal (id) WHERE kind = 'unsure';
CREATE TABLE message (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	conversation_id INTEGER NOT NULL,
	direction VARCHAR(3) NOT NULL,
	author VARCHAR(12) NOT NULL,
	coach_id INTEGER,
	case_id INTEGER,
	event_id INTEGER,
	sid VARCHAR(64),
	body_sealed BLOB,
	media INTEGER DEFAULT '0' NOT NULL,
	segments INTEGER DEFAULT '1' NOT NULL,
	created_at FLOAT NOT NULL,
	status VARCHAR(10) NOT NULL,
	attempts INTEGER DEFAULT '0' NOT NULL,
	next_try_at FLOAT,
	tried_at FLOAT,
	sent_at FLOAT,
	error_code INTEGER,
	after_stop BOOLEAN DEFAULT 0 NOT NULL,
	alert_case INTEGER,
	CONSTRAINT fk_message_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE,
	CONSTRAINT uq_message_sid UNIQUE (sid)
);
CREATE INDEX ix_message_alert ON message (alert_case, sent_at) WHERE alert_case IS NOT NULL;
CREATE INDEX ix_message_conversation ON message (conversation_id, id);
CREATE INDEX ix_message_created ON message (created_at);
CREATE INDEX ix_message_failed ON message (created_at) WHERE status = 'failed';
CREATE INDEX ix_message_waiting ON message (conversation_id, id) WHERE next_try_at IS NOT NULL;
CREATE TABLE need_asked (
	id INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	tag_index BLOB NOT NULL,
	at FLOAT NOT NULL,
	CONSTRAINT pk_need_asked PRIMARY KEY (id),
	CONSTRAINT fk_need_asked_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_need_asked_at ON need_asked (at, tag_index, conversation_id);
CREATE INDEX ix_need_asked_conversation ON need_asked (conversation_id);
CREATE TABLE text_count (
	slot INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	received INTEGER NOT NULL,
	sent INTEGER NOT NULL,
	CONSTRAINT pk_text_count PRIMARY KEY (slot, conversation_id),
	CONSTRAINT fk_text_count_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);
CREATE INDEX ix_text_count_conversation ON text_count (conversation_id);
CREATE INDEX ix_text_count_figures ON text_count (slot, conversation_id, received, sent);
CREATE TABLE coach_shift (
	id INTEGER NOT NULL,
	coach_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	coach_id INTEGER,
	day VARCHAR(10) NOT NULL,
	starts INTEGER,
	ends INTEGER,
	name VARCHAR(40),
	CONSTRAINT pk_duty_exception PRIMARY KEY (id),
	CONSTRAINT fk_duty_exception_coach_id FOREIGN KEY(coach_id) REFERENCES coach (id) ON DELETE CASCADE
);
CREATE INDEX ix_duty_exception_day ON duty_exception (day);
CREATE TABLE handoff (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	code VARCHAR(8) NOT NULL,
	conversation_id INTEGER NOT NULL,
	state VARCHAR(12) NOT NULL,
	urgency VARCHAR(10) NOT NULL,
	reason VARCHAR(24) NOT NULL,
	holder_id INTEGER,
	on_web BOOLEAN DEFAULT 0 NOT NULL,
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
	offered_to INTEGER,
	waits_since FLOAT,
	reminded BOOLEAN DEFAULT 0 NOT NULL,
	held_back_sealed BLOB,
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
	id INTEGER NOT NULL,
	email_index BLOB NOT NULL,
	email_sealed BLOB NOT NULL,
	role VARCHAR(8) NOT NULL,
	coach_id INTEGER,
	password_hash VARCHAR(200),
	link_hash BLOB,
	link_until FLOAT,
	failures INTEGER DEFAULT '0' NOT NULL,
	locked_until FLOAT,
	created_at FLOAT NOT NULL,
	totp_sealed BLOB,
	totp_step INTEGER,
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
	id INTEGER NOT NULL,
	example_sealed BLOB NOT NULL,
	staff_id INTEGER NOT NULL,
	at FLOAT NOT NULL,
	CONSTRAINT pk_example PRIMARY KEY (id),
	CONSTRAINT fk_example_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE judgement (
	message_id INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	staff_id INTEGER NOT NULL,
	at FLOAT NOT NULL,
	agrees BOOLEAN NOT NULL,
	should_sealed BLOB,
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
	id INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	message_id INTEGER,
	staff_id INTEGER NOT NULL,
	at FLOAT NOT NULL,
	body_sealed BLOB NOT NULL,
	CONSTRAINT pk_remark PRIMARY KEY (id),
	CONSTRAINT fk_remark_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE,
	CONSTRAINT fk_remark_message_id FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE,
	CONSTRAINT fk_remark_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE INDEX ix_remark_conversation ON remark (conversation_id, id);
CREATE INDEX ix_remark_message ON remark (message_id);
CREATE TABLE saved_view (
	id INTEGER NOT NULL,
	staff_id INTEGER NOT NULL,
	view_sealed BLOB NOT NULL,
	CONSTRAINT pk_saved_view PRIMARY KEY (id),
	CONSTRAINT fk_saved_view_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE INDEX ix_saved_view_staff ON saved_view (staff_id);
CREATE TABLE staff_recovery (
	code_hash BLOB NOT NULL,
	staff_id INTEGER NOT NULL,
	CONSTRAINT pk_staff_recovery PRIMARY KEY (code_hash),
	CONSTRAINT fk_staff_recovery_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE TABLE staff_session (
	token_hash BLOB NOT NULL,
	staff_id INTEGER NOT NULL,
	created_at FLOAT NOT NULL,
	seen_at FLOAT NOT NULL,
	strong BOOLEAN DEFAULT 0 NOT NULL,
	browser VARCHAR(40) DEFAULT '' NOT NULL,
	CONSTRAINT pk_staff_session PRIMARY KEY (token_hash),
	CONSTRAINT fk_staff_session_staff_id FOREIGN KEY(staff_id) REFERENCES staff (id) ON DELETE CASCADE
);
CREATE TABLE training (
	id INTEGER NOT NULL,
	staff_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	remark_id INTEGER NOT NULL,
	staff_id INTEGER NOT NULL,
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
INSERT INTO "audit" ("id", "at", "actor", "action", "subject", "why", "hash") VALUES (1, 1800000000.0, 'command line', 'coach added', 'coach:1', NULL, X'c03be2a1633b6276f70b1ea3404a9c4df8d86f8cae45f79594354cad980a1616');
INSERT INTO "audit" ("id", "at", "actor", "action", "subject", "why", "hash") VALUES (2, 1800000000.0, 'command line', 'erase', 'conversation:7', NULL, X'cc61dacd04945df3ab1e0328d60c11124581a4d661bffebd18c99b6a26088aea');
INSERT INTO "audit" ("id", "at", "actor", "action", "subject", "why", "hash") VALUES (3, 1800000000.0, 'command line', 'hold_on', 'conversation:8', '2027-CV-0001', X'643acb0b37204ca9661e6cabd607c9f4525cf27613cf3e96fada05629a4a9146');
INSERT INTO "audit_head" ("id", "last", "hash") VALUES (1, 3, X'643acb0b37204ca9661e6cabd607c9f4525cf27613cf3e96fada05629a4a9146');
INSERT INTO "carrier_mark" ("id", "looked_at") VALUES (1, 1800000000.0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (1, X'a24c20865aa3e26e26ba7adfa4831056', X'4a1d7f51d4775ff617e251cdeb13fa3edcd03fea3c5fc8246830b3be382a60b38f7ec408726be7525e', 1800000000.0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (2, X'94e0616d272ae5003be59e99eff8c783', X'4a1d7f513a5dcaef814902798002eb78904d70cf3c9108c68601159d442180c245bc48a946c1d0ff83', 1799991000.0, NULL, NULL, 0, NULL, X'4a1d7f519c9ebcd985ace6d240fdbe20482a3bef930cc55fc1f2dabb39187d33fc945e4e16c54119e08a7a11530406d10c2d6ca2569f50b4a2b3c080f563fe5c555109dad62f1f055f57b56c8d9b35132d60d4649d93b68553858ceebbbb3e284ae1da3008b60b1641ca9a1412a7051551a097309de9ddc2635ffafedbae25dac303a9436ad92ee5ccc8dc20409002ea1bd9c5e742451440458d9a7ed4029cc9edcda8dc644bfb3b2c92397f7cd38992f33da3956e5e7ff8ab94bc7a90fb33adedb21895421d9d4687eb6bc83f7bd4710fcc225e7a522b9cc1c19210736292fcebbae4d1a8b3854f41c63f9af9c827efc456d5ac3e2f49a9ec930f7fe570508b2dcef06a244a3d070b83af9ec28732df1f66f0a10670df923782523c9c64e0bdcc98321d45d3b8f2efd421a2bfd9deb3f11fb7ee182e9773be05a6cfb85d85dfa570c515a1eda3bdb1429088b0b21b87ca7f305c2241c1a705dc01b1533ef17055162323db1988499672388ccf052a1591646db696b45c2ced0585c7e2108c3fbc9f5d99a62f4790ba83f94929c818550c6f226ecd1eec754cfb26ae2820e3355f27b942c410e63142bae50fe6826736629a356e807d515ae69dc45d2e8cdf789a0096b2fa193391db64faee89d2121e4e142d1cc0f22423dcbcd3e76e922f5408cc2c87255cd469555028469419a95e615a8c889b010e4fa750f1b5d9c642af305b3a155f67c927db0e3581c3c064df58b6b24a47b74263bf073d8cad03c1363f77bea7dd08747da62989f6fc07c1f63ea02220e6cd9680037f4f43896527b3d382f202c9a2df1494f501f6254a26b4898afdf6', NULL, NULL, 1799991000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (3, X'241e8cd3c1d8a28e76e5c1a3c3003419', X'4a1d7f514d71a153fe1b9c8d3bf4b7fc8af57869d1d4dac170c9c214a8f424aa4ca9ec1c5a8b035a82', 1799982000.0, NULL, NULL, 0, NULL, X'4a1d7f51c2e8d7e115e5e9038e1d39c83610eb19aca39cc9e34af9777da788e62b81ae4f7a60ec1e8c14a9ce8f30fc23343ce978070be0292a38f6c0462e0c40a1289338c8d41bf6d0ebdb4c57f096d60afdd491bbffc99b74c683ebfa846cbf5c7762be14a5f9de824b3164f12f5f233b2cab43c217ceceff987e67f028955b075493e02c2907de79b7f9001db8452b5178b1693630b652cea983471496701cb8598765339a2518a396509ca33a9422c11b0246f9a1dab6dcb81f1f1a4d24c87bab22e676bcffc5a5d9cd62bf255d1a03a10eb7f06ff56691499857952bb24a96aff3169fe94ab8c63d72ec43d3b51f907242a6f91bba208e23ade13141edcdfa1947435cbd6031891480f41a8987f075d96020264c6021eca86432497c6b73bef516e0e38a0ce1240de0b4a5beba1a57bfdab8af0a266874bb2d498ba8aa4628d6b0f751af427625776d437ee2eaccb5d78b39e049f201515aa233de6d7254368fbc73ee0134c83655feec2217336e9d570d2764513b1ae0de8e3864d31e399bc5d32759d6193af4ceffd6fdd7eea0e562cf34a40d198dbb3648cced9c0f3910221f59c7cb0c6416525afc51a5ccf8e4709e21a5b4fe44ae0be0ef6410807094212a09b0d162f1b1df895c895185eecb3fae6df4ce9321a9a5d1ced5c7040f380fb9cc034ae2607681b8305a3a26cdfa6c72e44f093c81108b6ef2bac46edee858ef8b56cfe12e432a53935b1596c70e42ac4940e85effab1468d19698540827ff8dfa2a21f51f5ee8fb46975f39953c80d4c699e3748a15d369ebec067ca8a4461ad69d9869fe7a5c8dcb3f8a7021b9a95bf3', NULL, NULL, 1799982180.0, NULL, NULL, NULL, NULL, NULL, 'crisis', NULL, NULL, 1);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (4, X'25884b358a6fee39d382b4a2fcde662c', X'4a1d7f5120dd4affba3abff43327b2924f76ee29c28f141696c0b55c460ede21023f0d3b89fbb6af58', 1799973000.0, NULL, NULL, 0, NULL, X'4a1d7f51322e5fa0b2448560fa99dfaab0e0474bc6312acea9cab300fdbf06ca708ef2c154b4ba393875e5f39300abed505fdf038f7d70c22be3890399a00fc637a7eceee1efbf70f3d56e86775ef43022e3d3aa4a26a8d567cfa66cc42e8835dfe71a11e04df4aa49bccb9175318d5afd21ada01cf8991d8b13d66caab34657cac7e7c51a43d11228efbaf3c30296443001bc460cd7fc6785c8951ce3e1d11fb53fafcd4dc01bba01221e3ef162519aaa79e427c6a64584fc50bdcd830ea0d047d442bc7a638fae7850d355577bba39142328cd1463d192fb9727d5c5e2890869572eedf4473fd5bd26945ac1abec047366401b42a790522db253bf6f5c77545cc63003988fc788145ea280761e4604ee5101ac228cf95af70d1289a31c380e68eff02992cea4eb2f7a3ce58e0ef9a895ccd8bcf9306cfd94bf1b0e2659697a3e7233ecb460f1cfe19e25fb0e63b95004f939fed1c82ae45df7f37d92f06658b0365e1689c758a213b4a4a17a6824bd97046b482e860ce3a35f617a317f47463aefeabb2eb039bd286567e068371fed293350a185ff8e1dfe64cfa9cbdc8902400fde95b8d9f7a369d20e91b2b781e760492f9f7f3861b84f1cc53b87cb034a4c27461dabfd6c11c440237709eb6269f24bea9ae862a651bbdc8774d6d3c9e5816f89a273b42a754ae2d3f56fdf505d42a7cf956ebf39402c9e1057f5c15e9136c5383ad756579fbf913597465c6dca9d937df6a0116bd74902952dfb99d0741f7ee154fc1d205b44f7564196c7eb6825c3c1284e82f92fa91e8346cfc9ffc4d1f5a84fb8a5f8f32a563d055b970b47c49efc99', NULL, NULL, 1799973000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 1);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (5, X'65e6d18d67e9071b729b9dac34e5b359', X'4a1d7f5189b3ae97ea6d75cc65d00e2b3f219a6c2b1016b6948b0d1c37a1fbef5fed7ca82f96eea85c', 1800000000.0, 1800000000.0, NULL, 0, NULL, NULL, NULL, NULL, 1800000000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 1);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (6, X'75a5aa8266034fa3a726d219eca9587a', X'4a1d7f5100941d0a67dae6c180014491608c56b990d10915cfcec0b33c551520aea1787f88108ed91d', 1800000000.0, NULL, NULL, 0, NULL, X'4a1d7f51cbb1bea0cd895c1075b70e86e9acfa64fc3bd725d617cde162e931074ceb9fa57009dcda3dd2d5a67a27e00cb614a92baea36f6f820f3f2de2f7697bfb0bfd92ee1d9f7776f1f84a52759e0231640f46a9d10c82ab4c198c117553368a88345fbf649d0c248398cbea94472dedf4c1d99f456adf13245a23d42d1087dc8c8a0261677d156a94cf48ce8b602ad5a13a693b9597923f999b041d51e7d3cd1c04fb269871601744c576be21064f7bc8792f682044fe8ce5d2ded3dd728619079a8ec06aeea0f07ae05a36f061b8e4a9cb035581976caf7b143bbfeaad113cce47e90819bf85cd4748389f8a672229fa0f22b43cdaf746140f5562f05e31608f455567a2c6c47795ee9227580954532666b7ce2f3a998140ff2dcace37c1564627109ed68d5acb01bbfcebc548d0b3d70517406ffabe41575f8dfd4c1441135d5c217971b28976d71346bd325b9a02fe4ef5d30d38bb98c549d01c22c08adab4b555fcb5221685532a6616199e6c9c61d74c7f77a2305a41758d8308baa1e6916c009c9883d6f2b3000096dac42670e4f9d4d12931ad3322d2a41889e9478bd151d9bc4aa0dac4d55061bd62e0d25564f63cbbea0209599a837c837db3fba2d3a58af279648e7285d5390eda13079b7465eac04e87d239a664d3f0feb441cc3b0a70acb2819e1fae09094e503030897dc0a4babd7cdda0dcb65ad439da022b144c03aca11131a4145818b10c169c2fc0dcc22fab5785959980d16129809b71cef6c6a670bac4640a5fb9c3fbcbc704a56887f6680a9fc46a51c2ef600804e25b9a661dfaea40cc164546cee6a9c6a41fa7b6', NULL, 1800000000.0, NULL, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (7, X'ce3fea72f022d72bb2fbf516feef8c8a', NULL, 1800000000.0, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1800000000.0, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (8, X'c69f5ca44614fa666f1527ae3574da56', X'4a1d7f51b156ca19e54fa777ec725c1369c31a90495ec7e3a1b98518598f3336236e5ccfae21056cae', 1800000000.0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1800000000.0, NULL, 'none', NULL, NULL, 0);
INSERT INTO "directory_edit" ("id", "kind", "record_id", "field", "said", "before", "value", "by", "at", "ended_at", "ended_by") VALUES (1, 'place', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'added', '', '', 'yes', 'staff:1', 1800000000.0, NULL, '');
INSERT INTO "directory_edit" ("id", "kind", "record_id", "field", "said", "before", "value", "by", "at", "ended_at", "ended_by") VALUES (2, 'place', '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'phones', '215-555-0101', '215-555-0101', '215-555-0155', 'staff:1', 1800000000.0, NULL, '');
INSERT INTO "directory_location" ("id", "source", "name", "location_type", "description", "transportation", "latitude", "longitude", "timezone", "position_from", "extra") VALUES ('94ccae3d-67aa-5c14-8611-bf234a7bbdef', 'county', '', 'physical', '', '', 39.9597, -75.2024, 'America/New_York', 'zip', '{}');
INSERT INTO "directory_location" ("id", "source", "name", "location_type", "description", "transportation", "latitude", "longitude", "timezone", "position_from", "extra") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'by hand', '', 'physical', '', '', 39.9597, -75.2024, 'America/New_York', 'zip', '{}');
INSERT INTO "directory_organization" ("id", "source", "name", "alternate_name", "description", "email", "website", "extra") VALUES ('a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'by hand', 'Example Meals', '', '', '', '', '{}');
INSERT INTO "directory_organization" ("id", "source", "name", "alternate_name", "description", "email", "website", "extra") VALUES ('dcabd9cb-7cb0-5760-9640-4551cea7974d', 'county', 'Example Pantry', '', '', '', '', '{}');
INSERT INTO "directory_outcome" ("id", "place_id", "at", "outcome", "said_by") VALUES (1, 'invented', 1800000000.0, 'invented', 'invented');
INSERT INTO "directory_public_address" ("service_id", "marked_at") VALUES ('invented', 1800000000.0);
INSERT INTO "directory_source" ("name", "format", "imported_at", "digest", "turn") VALUES ('county', 'csv', 1800000000.0, '5:6a5b14184a215cb954ad1ad61a969b26214aef59eea1eb1cd98a2b4283991d', 1);
INSERT INTO "directory_standing" ("place_id", "reported", "judged", "reported_on", "judged_on") VALUES ('invented', 'invented', 'invented', '2027-01-15', '2027-01-15');
INSERT INTO "directory_unmet" ("id", "week", "need", "state", "county", "reason") VALUES (1, '2027-01-15', 'invented', 'in', 'invented', 'invented');
INSERT INTO "directory_upload" ("id", "by", "at", "name", "source", "format", "needs", "fellowship", "mapping", "size") VALUES ('invented', 'invented', 1800000000.0, 'invented', 'invented', 'invented', 'invented', 'invented', 'invented', 1);
INSERT INTO "directory_use" ("id", "week", "place_id") VALUES (1, '2027-01-15', 'invented');
INSERT INTO "directory_zip_area" ("zip", "city", "state", "county", "latitude", "longitude", "timezone") VALUES ('19104', 'Philadelphia', 'PA', 'Philadelphia County', 39.9597, -75.2024, 'America/New_York');
INSERT INTO "index_key" ("id", "key_sealed") VALUES (1, X'4a1d7f5151182777620af0fb11d8051709d497f90ece70deeb0e0baad165b92d23c34b8b2e8bf7e849f4f8a1ececad74eaaa375c2f33ba454cc400c90051378b29e81292acd2de918dd9a1d681e4bf83cd19739741dcce07fdfa4464644fa912');
INSERT INTO "key_check" ("id", "word_sealed") VALUES (1, X'4a1d7f5113761619f841ae88838826bacf24276a3f9d6c3722c2f7c61e3b76af69654e79a4d4b0cb');
INSERT INTO "redaction" ("sid", "due_at", "attempts") VALUES ('invented', 1800000000.0, 1);
INSERT INTO "redaction_mark" ("id", "message_id") VALUES (1, 1);
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (1, 1800000000.0, 'opt_out', X'75a5aa8266034fa3a726d219eca9587a');
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (2, 1800000000.0, 'erase', X'ce3fea72f022d72bb2fbf516feef8c8a');
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (3, 1800000000.0, 'hold', X'c69f5ca44614fa666f1527ae3574da56');
INSERT INTO "wording_edit" ("id", "response", "language", "text", "shipped", "state", "written_by", "written_at", "read_by", "read_at", "aside_at") VALUES (1, 'invented', 'in', 'invented', 'invented', 'invented', 'invented', 1800000000.0, 'invented', 1800000000.0, 1800000000.0);
INSERT INTO "coach" ("id", "conversation_id", "name_sealed", "languages", "active", "on_call", "away", "created_at", "last_case_at", "supervisor", "topics", "max_cases", "zone", "back_until", "email_conversation_id") VALUES (1, 1, X'4a1d7f51fdb36ee59b21dffb0d0dc550cc272b7193af5855d5b8993286546b2dd4a5824e', 'en,es', 1, 1, 0, 1800000000.0, NULL, 0, '', 1, NULL, NULL, NULL);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, X'339255268fe41c49b778e07dfea41c7c', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, X'6ad6532b83ae4f874cc77c7df315953e', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, X'859f262474a8a4bfda6a2ae0504a6191', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, X'919ab5ca7e4a7700421c5530529cc2f8', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (2, X'bea2c6fcc3ed323d68cc6510fd0d942a', 1799991000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, X'6ad6532b83ae4f874cc77c7df315953e', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, X'919ab5ca7e4a7700421c5530529cc2f8', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, X'9f15e65840664a6fb3ed9461680544ef', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (3, X'ffdaa4dae11790e59a56447cc40dd75a', 1799982180.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, X'62ac63f75bedfcd31a53f2154cb8161d', 1799973000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, X'6ad6532b83ae4f874cc77c7df315953e', 1799973000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, X'a03e413b0c8b542f67d488ea69c582d2', 1799973000.0);
INSERT INTO "conversation_tag" ("conversation_id", "tag_index", "at") VALUES (4, X'bea2c6fcc3ed323d68cc6510fd0d942a', 1799973000.0);
INSERT INTO "directory_address" ("id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code", "country", "address_type") VALUES ('7fe3f5bd-0c87-5d69-9509-8d5311666ad6', '94ccae3d-67aa-5c14-8611-bf234a7bbdef', '12 Elm St', '', 'Philadelphia', 'PA', '19104', 'US', 'physical');
INSERT INTO "directory_address" ("id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code", "country", "address_type") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', '3 Pine St', '', 'Philadelphia', 'PA', '19104', 'US', 'physical');
INSERT INTO "directory_service" ("id", "source", "organization_id", "name", "name_es", "alternate_name", "description", "url", "email", "status", "needs", "eligibility_description", "minimum_age", "maximum_age", "fees_description", "application_process", "interpretation_services", "alert", "coverage", "coverage_state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "extra") VALUES ('bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'by hand', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'Hot meals', '', '', '', '', '', 'active', 'food', '', NULL, NULL, '', '', '', '', 'local', '', '', 0, 50, '2027-01-15', NULL, NULL, '{}');
INSERT INTO "directory_service" ("id", "source", "organization_id", "name", "name_es", "alternate_name", "description", "url", "email", "status", "needs", "eligibility_description", "minimum_age", "maximum_age", "fees_description", "application_process", "interpretation_services", "alert", "coverage", "coverage_state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "extra") VALUES ('d463f334-1a44-56b5-b3d3-f20596e00436', 'county', 'dcabd9cb-7cb0-5760-9640-4551cea7974d', 'Food pantry', '', '', '', '', '', 'active', 'food', '', NULL, NULL, '', '', '', '', 'local', '', '', 0, 50, '2027-01-02', NULL, NULL, '{}');
INSERT INTO "directory_upload_piece" ("upload_id", "number", "bytes") VALUES ('invented', 1, X'00000000000000000000000000000000');
INSERT INTO "event" ("id", "conversation_id", "kind", "name", "payload_sealed", "due_at", "created_at", "handled_at", "attempts", "key") VALUES (1, 5, 'text', NULL, X'4a1d7f51d796b1eebcc68a21c70e79d0519bab54707d71f2c9b8a3b3d0e1796475c484a3d8cde48191d6a3ff221ad413ab9f6de271', 1800000000.0, 1800000000.0, NULL, 0, NULL);
INSERT INTO "journal" ("id", "conversation_id", "event_id", "message_id", "at", "kind", "detail_sealed") VALUES (1, 3, NULL, NULL, 1799982000.0, 'crisis', X'4a1d7f51dadc03162f1b751ed6eb4f6a0410ced5f0f469b29d7b9dbc6d60a704eb449b47708e0cea4a7df86175d9fb30b789cbb10db2d01c0aaf3d139ffeb31b8c');
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (1, 2, 'in', 'recoveree', NULL, NULL, NULL, NULL, X'4a1d7f513a5a3d4185ea5f67b1503b542597dbbb2817a608ae12817e7e9bf8e138fdf961293039c90cb8a1a060699f282e1f21e1136e17bd7cb7d40e5335fea576cf8325dfd5c06ce6e2', 0, 1, 1799991000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (2, 2, 'out', 'assistant', NULL, NULL, NULL, NULL, X'4a1d7f515cc51963505cdf98f337ac787ef324d6b75dafa33e5167de32fecf48d1691f05f21638e0b74e9fe9f60643b08d069e5d88c33dc4e8ac50f1f6ebab6b13dc15aac5ec71094d2d2764', 0, 1, 1799991060.0, 'delivered', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (3, 3, 'in', 'recoveree', NULL, 1, NULL, NULL, X'4a1d7f5161c86e2fe217d57cc47b7747b4c07034870269d53ba5b851c3ecfdfcbe4631626e427300d17c67f1f1f5d52f8efc4bde6fec40ed23f31e9dac2770c8788a73c0649138', 0, 1, 1799982000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (4, 3, 'out', 'assistant', NULL, 1, NULL, NULL, X'4a1d7f51e843e86cb79576c15c1ffd755b6564046696940f904ca8e4cf4d82459a9f4d557d9e7fba20a837abf5397deb534626eceb1ed8b1550d5f41dd6552c74a0b2ba3f3bfeef6f612925d0de330f242220794e2c84d96138fc7b7b53aac3cea21e2c378', 0, 1, 1799982060.0, 'delivered', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (5, 3, 'out', 'coach', 1, 1, NULL, NULL, X'4a1d7f5126a3fe2af43d0e1dcad752bd0d5bf05abcfe66a557f3aa0f644e9af6e3af18b96205574d00ae0b160911bff078a136d65dcf4cb7bb2a571c51fb7e8b92c0ac008b21cd36550606f6', 0, 1, 1799982120.0, 'delivered', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (6, 3, 'in', 'recoveree', NULL, 1, NULL, NULL, X'4a1d7f5102051869dd12eee288440543887b87f97afbbdcab23f1df33a57718bf00d76d2be081177162b2f64efbffc4c11', 0, 1, 1799982180.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (7, 4, 'in', 'recoveree', NULL, 2, NULL, NULL, X'4a1d7f51caedd133b7c26b1ef07926ee162c878f7faf7734ff4f69cc245f8f9b501e0bb9b5f6febda9225f2e9d5e2ebfc14026cbb6a2989125fcad730ae4b49309a755e2a96407fa0a8a0d', 0, 1, 1799973000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (8, 5, 'in', 'recoveree', NULL, NULL, 1, 'SMfrozen1', X'4a1d7f518c9d1dd01825a85b0112659f31ccb40f1f7ecb2690ec6c4d40dd575dc42263749efec269b1b6a1fd62bb35311c28ee0b35a5b4aeee321d1b5f637c3782c7', 0, 1, 1800000000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (1, 2, X'339255268fe41c49b778e07dfea41c7c', 1799991000.0);
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (2, 2, X'859f262474a8a4bfda6a2ae0504a6191', 1799991000.0);
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (3, 3, X'ffdaa4dae11790e59a56447cc40dd75a', 1799982180.0);
INSERT INTO "need_asked" ("id", "conversation_id", "tag_index", "at") VALUES (4, 4, X'a03e413b0c8b542f67d488ea69c582d2', 1799973000.0);
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (999985, 4, 1, 0);
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (999990, 3, 2, 2);
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (999995, 2, 1, 1);
INSERT INTO "text_count" ("slot", "conversation_id", "received", "sent") VALUES (1000000, 5, 1, 0);
INSERT INTO "coach_shift" ("id", "coach_id", "weekday", "starts", "ends") VALUES (1, 1, 1, 1, 1);
INSERT INTO "directory_attribute" ("id", "service_id", "taxonomy", "code", "name") VALUES ('invented', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'invented', 'invented', 'invented');
INSERT INTO "directory_service_at_location" ("id", "source", "service_id", "location_id", "description", "digest", "retired_on") VALUES ('489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'county', 'd463f334-1a44-56b5-b3d3-f20596e00436', '94ccae3d-67aa-5c14-8611-bf234a7bbdef', '', '67d1575441aacaddbf242029f718fa16c9592eff6148513f78006a920a61c33e', NULL);
INSERT INTO "directory_service_at_location" ("id", "source", "service_id", "location_id", "description", "digest", "retired_on") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'by hand', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', '', 'b056919899c1703e646fb738d9ce88079781916c7f161be259438752b5ee8647', NULL);
INSERT INTO "duty_exception" ("id", "coach_id", "day", "starts", "ends", "name") VALUES (1, 1, 'invented', 1, 1, 'invented');
INSERT INTO "handoff" ("id", "code", "conversation_id", "state", "urgency", "reason", "holder_id", "on_web", "rung", "alerted", "passed", "told", "opened_at", "taken_at", "answered_at", "closed_at", "outcome", "helped", "offered_to", "waits_since", "reminded", "held_back_sealed") VALUES (1, 'D03', 3, 'closed', 'crisis', 'danger', 1, 0, 0, '', '', 0, 1799982000.0, 1799982045.0, 1799982090.0, 1799983500.0, 'talked', 5, NULL, NULL, 0, NULL);
INSERT INTO "handoff" ("id", "code", "conversation_id", "state", "urgency", "reason", "holder_id", "on_web", "rung", "alerted", "passed", "told", "opened_at", "taken_at", "answered_at", "closed_at", "outcome", "helped", "offered_to", "waits_since", "reminded", "held_back_sealed") VALUES (2, 'D04', 4, 'alerting', 'normal', 'asked', NULL, 0, 0, '', '', 0, 1799973000.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "staff" ("id", "email_index", "email_sealed", "role", "coach_id", "password_hash", "link_hash", "link_until", "failures", "locked_until", "created_at", "totp_sealed", "totp_step", "toured_at") VALUES (1, X'7dfc4ca6b48ca3d90f234df1d6dc9b92', X'4a1d7f5171d8e81636c237053106bde96777fb7ac8b7cf542fbaade8ff86aa2d2b291c6071b3107cb51c8764080e3f', 'admin', NULL, NULL, X'cf7c7a8534d68c93a2abc009ac99f00367c0db3a396cb469692e40d396c749a8', 1800259200.0, 0, NULL, 1800000000.0, NULL, NULL, NULL);
INSERT INTO "directory_language" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "code", "name") VALUES ('invented', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', '94ccae3d-67aa-5c14-8611-bf234a7bbdef', '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'invented', 'invented');
INSERT INTO "directory_phone" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "number", "extension", "type", "description", "language", "position") VALUES ('61718aaa-5dea-5c5f-b0a3-f79acd20942f', NULL, NULL, NULL, '489d61ba-7efd-5cb9-b414-1fec5220f4f9', '+12155550101', '', 'voice', '', '', 0);
INSERT INTO "directory_phone" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "number", "extension", "type", "description", "language", "position") VALUES ('fae7b057-3304-52e4-a7d4-e93f82fef700', NULL, NULL, NULL, 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', '+12155550102', '', 'voice', '', '', 1);
INSERT INTO "directory_place" ("id", "service_id", "organization_id", "source", "name", "what", "what_es", "phone", "phone_es", "address", "latitude", "longitude", "timezone", "schedules", "languages", "needs", "coverage", "state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "traits", "minimum_age", "maximum_age") VALUES ('489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'd463f334-1a44-56b5-b3d3-f20596e00436', 'dcabd9cb-7cb0-5760-9640-4551cea7974d', 'county', 'Example Pantry', 'Food pantry', 'Food pantry', '215-555-0155', '215-555-0155', '12 Elm St, Philadelphia', 39.9597, -75.2024, 'America/New_York', '[{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR","opens_at":"09:00","closes_at":"17:00"}]', '', 'food', 'local', '', '', 0, 50, '2027-01-02', NULL, NULL, '', NULL, NULL);
INSERT INTO "directory_place" ("id", "service_id", "organization_id", "source", "name", "what", "what_es", "phone", "phone_es", "address", "latitude", "longitude", "timezone", "schedules", "languages", "needs", "coverage", "state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "traits", "minimum_age", "maximum_age") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'by hand', 'Example Meals', 'Hot meals', 'Hot meals', '215-555-0102', '215-555-0102', '3 Pine St, Philadelphia', 39.9597, -75.2024, 'America/New_York', '[{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR,SA,SU","opens_at":"00:00","closes_at":"24:00"},{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR,SA,SU","opens_at":"00:00","closes_at":"24:00"}]', '', 'food', 'local', '', '', 0, 50, '2027-01-15', NULL, NULL, '', NULL, NULL);
INSERT INTO "directory_schedule" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "description", "dtstart", "valid_from", "valid_to") VALUES ('dbc694e3-2cbc-525e-acc4-276d4bf88975', NULL, NULL, NULL, '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'WEEKLY', 1, 'MO,TU,WE,TH,FR', '', '09:00', '17:00', '', NULL, NULL, NULL);
INSERT INTO "directory_schedule" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "description", "dtstart", "valid_from", "valid_to") VALUES ('e5e8d736-f285-5cc1-bbbb-6a9763a9f314', NULL, NULL, NULL, 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'WEEKLY', 1, 'MO,TU,WE,TH,FR,SA,SU', '', '00:00', '24:00', '', NULL, NULL, NULL);
INSERT INTO "example" ("id", "example_sealed", "staff_id", "at") VALUES (1, X'4a1d7f510ccc8c69d0a8e53a8f51b339e5b2402a88c4d05729b216b4431bb74bea735c08c94156459be31091b8149aa56e', 1, 1800000000.0);
INSERT INTO "judgement" ("message_id", "conversation_id", "staff_id", "at", "agrees", "should_sealed", "urgency", "state") VALUES (1, 1, 1, 1800000000.0, 0, X'4a1d7f5137fa8d56ad9346eef6a6776c04b742d3e5524407635de467c646373bd7f864543b0f2c15624a7d28d62bbd4d34', 1, 'invented');
INSERT INTO "remark" ("id", "conversation_id", "message_id", "staff_id", "at", "body_sealed") VALUES (1, 1, 1, 1, 1800000000.0, X'4a1d7f5136932b8c7aa54a71617beadb1bdc76fac9800befdededd0ece83ef4edd60ce036df9dde28f3172ecdee1cbf9ee');
INSERT INTO "saved_view" ("id", "staff_id", "view_sealed") VALUES (1, 1, X'4a1d7f51e83addb0723bad512bbddc52c1bb0637c06b2d4db4745849ba289cca8c75e2a39a11df9ece9662480797fb5b38');
INSERT INTO "staff_recovery" ("code_hash", "staff_id") VALUES (X'00000000000000000000000000000000', 1);
INSERT INTO "staff_session" ("token_hash", "staff_id", "created_at", "seen_at", "strong", "browser") VALUES (X'00000000000000000000000000000000', 1, 1800000000.0, 1800000000.0, 0, 'invented');
INSERT INTO "training" ("id", "staff_id", "started_at", "ended_at", "outcome", "examples") VALUES (1, 1, 1800000000.0, 1800000000.0, 'invented', 1);
INSERT INTO "directory_place_need" ("need", "place_id", "coverage", "state", "latitude", "longitude") VALUES ('food', '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'local', '', 39.9597, -75.2024);
INSERT INTO "directory_place_need" ("need", "place_id", "coverage", "state", "latitude", "longitude") VALUES ('food', 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'local', '', 39.9597, -75.2024);
INSERT INTO "errand" ("id", "remark_id", "staff_id", "kind", "due_at", "done_at") VALUES (1, 1, 1, 'invented', 1800000000.0, 1800000000.0);
-- guards
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
CREATE TRIGGER audit_head_steps BEFORE UPDATE ON audit_head WHEN NEW.last <> OLD.last + 1
    BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
