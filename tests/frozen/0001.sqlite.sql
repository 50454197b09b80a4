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
CREATE INDEX ix_event_conversation ON event (conversation_id, handled_at, id, due_at);
CREATE INDEX ix_event_created ON event (created_at);
CREATE INDEX ix_event_pending ON event (due_at) WHERE handled_at IS NULL;
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
CREATE INDEX ix_journal_at ON journal (at);
CREATE INDEX ix_journal_conversation ON journal (conversation_id, id);
CREATE INDEX ix_journal_danger ON journal (at) WHERE kind IN ('crisis', 'check');
CREATE INDEX ix_journal_event ON journal (event_id);
CREATE INDEX ix_journal_followed_up ON journal (at, kind) WHERE kind IN ('survey_asked', 'places_asked', 'places_answered');
CREATE INDEX ix_journal_held_off ON journal (at) WHERE kind IN ('over_limit', 'blocked_text', 'from_abroad');
CREATE INDEX ix_journal_moment ON journal (conversation_id, at);
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
CREATE INDEX ix_message_event ON message (event_id);
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
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (1, X'a24c20865aa3e26e26ba7adfa4831056', X'4a1d7f51a2ca5b0f6388fdb8cd1c2ddc7ab89a240bccefb96d5a1075e8a3f3823537afc542db4cf814', 1800000000.0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (2, X'94e0616d272ae5003be59e99eff8c783', X'4a1d7f51a42e9262fd561f460d6c5c9428fabb16ce411d09a36338fb2f1e5cd14aca73cf68a49e85c8', 1799991000.0, NULL, NULL, 0, NULL, X'4a1d7f51fb0eed1716c9960460bce0e1ca43cc49791821e48119f4482b92fdfc63c449e7ed118f15b49cb2fded8647632be8002a1a8a9e91fa647f53fec937f9aec533f697971e4275c38d8d0e291f1d4aa14c97478bf880e11a67b3d181facf85d3fbdd1de306e54421f682e46850e4e50ad80727bf1b5ea13e7393ceebf13ecfc9020685cda11f6976fc5356e72eceaa21fb3c907aac3d7fc997ac018ba6c666605c6294ccc2d31510cf88a5c93c134e84e0c15a792390d8c3467d0a45d245d10b088ee201d9ab9dd854c4a6f804c8ea89560ddbe10d21bf1da8a39fcf9a970579b26e2c21c3113f0545660d4c95b3dc4ea087dd4d78b4b6b8f9bf7426f841a58f0225bc6f3a3ba8896eb77c7d551858f4e127b1d42c7eb948168f766db4d60b1acd5e92f55248a3bfdee74fdbc81341ae63c41386cc031d2b7f0eeba807993af67913d9cf2a1fffb99d2e618531c688aaa6b15ec6734309ad186996c23e020c1758a4d8c1cd5b40ad5297fedd2eaa6cec58dd0e111a74a0de40ada0b5da6d821df167be57b5e0ac58d0d668641b6ebf032a06c02ead1052003825d428601178ea842ea5134e86f5f9583b8a8e866a6f0bd046a608d7b48e804473771a44fb887aa05da42320bc009779e30aacfb2b026874f459136d880ea199e9503c3aa61846ada60cf676d6de250e0589b2274c98b81335be1b7e5d448b7572506a37947e9aef0c2292ac0c75212c19ad1feba672980b64b4e030c54c70ea1f7bade99425490326e49e979a331202dd20c45b29c89b8ae0f0d48414e44f921cf38c5dfd423199bff6611ba60ec4cb0539903003a2339ad3', NULL, NULL, 1799991000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (3, X'241e8cd3c1d8a28e76e5c1a3c3003419', X'4a1d7f516a4164a1bcb9d296108eefca88314fbfd0dc4b9b98798dfb766cd87e4dad438d400ad3c4e1', 1799982000.0, NULL, NULL, 0, NULL, X'4a1d7f51367121b80bab68f744d907abd5153a2598a617bce805f715206d2f912853fef52a21f27a3789716c9f4c550d759d9e45eb0aa7ae46e1364fcd7cc8d82bf59156eced64cc2dba8b4779fb4b4aeab654d479a6ad0c21a800d4efa6dac6e76ac5691f3bbe06529ac209f201c9a25e77687c154f0dd1c63620e544d69e0b343dfa08703b30e8b589ecde3cc2d2491a96e4f31078d4d786f22736569423c244b23bb31792a8bcc1f13b1afaa908c504d0ab35f7f0ea263448779c0d547d1a49b107f3a1e8860927b6c12f290d456ac56b87d085c7b534d2c782458d5a52eb65ede33983e0ebb7d2ed7f8717ed76930b9ab809bd9a6812e60172304a70b0589c919c217a45cd38a60dd29c61131ee97b8906e1bae02aeb66b7294ba357f0815addc693d89722b9015f93883f5688d903f50c9c8c46b795def26c387af09ad791e1316a31afb818c91624972e53bb02f5838caf682d455ff2b2396fd0225b90ab5b2e216d6275295dd50c89a5851c7cb97068e2f751ce185e3fd9d40eb700958a65b40c0df9c956699c8d891cb10225c93dfc1970605d06d6004cf199472d1d09516997ee5b5c5cbc4d816da66acc6d9639cce8f137fed1c91785c870aea0173c903512ecbf87590b46e0bccf88db76f1145266129eaf5e5dfa148a0d28622c131927e24c21c0f95b2d5b716d008fcbdbb6a90a8a37fb8add1c611d5f9e993203575155c5dad89bbbc3d7b4a6965a146e38360eb3abbc361585dbe8e07a77cb85764b741176034126edf5624cae2634c312879aadabb77abc5d5ec0e08f0708f9d358c08c85a9c91e5966d6b555809b5542d35d', NULL, NULL, 1799982180.0, NULL, NULL, NULL, NULL, NULL, 'crisis', NULL, NULL, 1);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (4, X'25884b358a6fee39d382b4a2fcde662c', X'4a1d7f51538e27c9084a5acd924635dc3ec9dba7ce3f723b24d05168739ccc1728b8952adcc975b014', 1799973000.0, NULL, NULL, 0, NULL, X'4a1d7f5190247df15eb491d4f09808cbc935a848ac4073471e72f53a2cb062a1c1b6eb2f41d8cd76f71488df6630b664a0018ff8f664395ff08211ed02a25fb3f6df50af9056d1afc41d0e6ec3d6a670340a283cfbbbaa71b27a25404f4eadb593c0fbd285a57f0fe53dbf0f4475b46a02d71f5f2872bf5d2a6438d0ac75f6ea0a5f6d9e2a78aae2e61e57bfd63430978b08b682788def0ac3ca7becdc05561eccc2d6f4173b418318949538baf49830e5d2e06b41de89a7a84799322846a00d92c6bbda2cb3972e75c7b04889094e3000c91e807f6a4e4087fc734d625bee196278e6c8bed903f9486f291bb4c1cb344c02d80eb44e120007261ac424160ac0fad9aa1c8c929b2944f818b6f192ac92a295f3852b98347e57fb895af1d779ff76a188288cac0f78b02141673adb310a4fff37dbe06e7c76c7b8239bb1801c912ad04b980d8e534928e885caadd4db3da32e0a57c864099ef935f68768815ac35bc78b64f8479831307d9071bda2c6daa947fdc09e829b077c7baf6ead967d8de8baa5c642c19e8da984982fbf4e142d1793264d555273bec05e4f1eb8c138c23828a0ff4130120688757d723fd18ec04e303a949861f303aac2f699eca08a7e2a8848d9194f288a87f30459fc2effe726b9d026f655a8a0aaf651da2398efdd77ad59f3949d93c383c437be9138448c60e2a8b2973aab8729fd644a8df6ae32329983ecd1c8e01b03e0f74f41fc1293fc1e5915ac5f66243d799cf07afdb41fab0e44bf9a2b548b961203d1bd9b88b6f2f8810208d25ca66b7205464e9c8bd981b516b7e401430d5d27a6999998b5aeae50a22a', NULL, NULL, 1799973000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 1);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (5, X'65e6d18d67e9071b729b9dac34e5b359', X'4a1d7f51845a0b7599a4462a27fe60f4e8ea54468537f22dda251cc0880d111784ef3f109bd1648487', 1800000000.0, 1800000000.0, NULL, 0, NULL, NULL, NULL, NULL, 1800000000.0, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 1);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (6, X'75a5aa8266034fa3a726d219eca9587a', X'4a1d7f51e0e9ad63bf0e93d71ee83db6c9b65c65b5b9b4b860be267089ffec14f55a209863b6c5784e', 1800000000.0, NULL, NULL, 0, NULL, X'4a1d7f51987febbd8c50e7ccdc7b2e09e96158b7e757d12ec4066117d0f178679834a2fda48f967f46943812219a0a23054308a4e49cc070805d8437f081991604a1f2c94c275604b7f578630c20b39cbc69d2088dfa60ff64c9aa3424cceb6ec11a083b3daa72bd878350a7a881074f7d21dbdc0e8702b9e37d7064488575ed184dd839d669eed3757a865052afa8169802761e36ad6829a2919674a8f8f36f2f63529cb37de9b841a081c4f01110f945dc8e4a6b9945ada14a1b4aa6f191cfb02a50a35b8e18deb5d76f342ee9dc2275a4fae92bf7f814ea53c739d39a571bce3f5dfab074b62a441ec49b2e911aff3837ca76381a3019f27ff291a1ad07e53fc62e438342b7caf5e8aea5614d5bb2ddb4777f8ac67ef8397a16776b0367f76206951cb2718b97cc4c765ca2916a8d0e44371ab5664d8ef0088858b8dbb0c6b52b9979f72154479233f2fc33fc64cd7539d9ab18c9f72c33de5688d76e007c8bd98ede888d8880cc7e417c6f8c44c0c0ff612ad71069f6c26c609f436d6ffffe7bb1e2c0689ff338744e7c6f0872064b632787753300ef92da69413a512f6cfa5c17da0d209f72b60bf44b887c22eb56a66892dd5af3fc978e669f0a334a7fe9df8a546a8d033f03f8c4225528c368fc817c79c5af820920a8a69d37a483ac33d6b0053af6e7854ae39dca2644ad25b18420c8f5e4576e8ea910832e9fe39e45e2dd0b044a84969ed53878f8c3f648e5530309e31df9db17825307e6bf21c35a5fe3c9a9ac65f46323d777c74ba68350cec005581395608b9a467a4ad4b19786d440a4d63b53649d0283c32ae684f2eca45503', NULL, 1800000000.0, NULL, NULL, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (7, X'ce3fea72f022d72bb2fbf516feef8c8a', NULL, 1800000000.0, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1800000000.0, 'none', NULL, NULL, 0);
INSERT INTO "conversation" ("id", "phone_index", "phone_sealed", "created_at", "due_at", "lease_owner", "lease_epoch", "lease_until", "person_sealed", "memory_sealed", "opted_out_at", "last_text_at", "blocked_at", "blocked_why", "blocked_by", "held_at", "erased_at", "risk", "read_at", "reviewed_at", "they_wrote_last") VALUES (8, X'c69f5ca44614fa666f1527ae3574da56', X'4a1d7f518aeb0ee2c6fb89a238499b2d5777070ad83053000db2e4d1d2b15c8beaa0c01e8024257e90', 1800000000.0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1800000000.0, NULL, 'none', NULL, NULL, 0);
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
INSERT INTO "index_key" ("id", "key_sealed") VALUES (1, X'4a1d7f51bc363eaa328caa5a884977bc3d5e95e7359d2d8396a30424e576a0f391ca8d85855a98cb2936697e0e9f725c729292c4d4431483fdbcca2dc238c0c334357a961274d4c2227b8542c85e54dc2a86a01607779e403c72264ab936aadb');
INSERT INTO "key_check" ("id", "word_sealed") VALUES (1, X'4a1d7f51c867d7c5ecac7c02fb86097d0db012b09501f57d830d3f27d6d0c3782b06b58d8b9effc3');
INSERT INTO "redaction" ("sid", "due_at", "attempts") VALUES ('invented', 1800000000.0, 1);
INSERT INTO "redaction_mark" ("id", "message_id") VALUES (1, 1);
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (1, 1800000000.0, 'opt_out', X'75a5aa8266034fa3a726d219eca9587a');
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (2, 1800000000.0, 'erase', X'ce3fea72f022d72bb2fbf516feef8c8a');
INSERT INTO "wish" ("id", "at", "kind", "phone_index") VALUES (3, 1800000000.0, 'hold', X'c69f5ca44614fa666f1527ae3574da56');
INSERT INTO "wording_edit" ("id", "response", "language", "text", "shipped", "state", "written_by", "written_at", "read_by", "read_at", "aside_at") VALUES (1, 'invented', 'in', 'invented', 'invented', 'invented', 'invented', 1800000000.0, 'invented', 1800000000.0, 1800000000.0);
INSERT INTO "coach" ("id", "conversation_id", "name_sealed", "languages", "active", "on_call", "away", "created_at", "last_case_at", "supervisor", "topics", "max_cases", "zone", "back_until", "email_conversation_id") VALUES (1, 1, X'4a1d7f51cc2b7272b85729af9b61c1b9474653ee451e7e8c466c44263e08d1e4c01d4cc1', 'en,es', 1, 1, 0, 1800000000.0, NULL, 0, '', 1, NULL, NULL, NULL);
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
INSERT INTO "event" ("id", "conversation_id", "kind", "name", "payload_sealed", "due_at", "created_at", "handled_at", "attempts", "key") VALUES (1, 5, 'text', NULL, X'4a1d7f51a36e6c6b11a0a33348e876cc0145d9a29221db1eb2627c32216a968e162fd94d2579b7fedd65e8f5eb9aab9d98a04838e7', 1800000000.0, 1800000000.0, NULL, 0, NULL);
INSERT INTO "journal" ("id", "conversation_id", "event_id", "message_id", "at", "kind", "detail_sealed") VALUES (1, 3, NULL, NULL, 1799982000.0, 'crisis', X'4a1d7f516d882a13a6469c705a2a18611f06e0763cf182f5f893435af8e40081cee6863fdb0d69cab3cd00ee893ffd3edada724667e983b9391e6a7c49c42b8691');
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (1, 2, 'in', 'recoveree', NULL, NULL, NULL, NULL, X'4a1d7f511d717b7835cbb72944fc96e47395ab646747fcfdabeaf18dcaf6882906ad9b6ccf7d3e874f13a95428e1c7a40d422750365331fa12875c311d61e4491f425c9214ba14f3415f', 0, 1, 1799991000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (2, 2, 'out', 'assistant', NULL, NULL, NULL, NULL, X'4a1d7f51ad03279ab660a869862b45ff4dbad2f42606be27605939dfce65141da5104997947867fbece9792a66c94e991c2c5b068e094f8c2a2931165bf54811035f024909e8bcf8f9613536', 0, 1, 1799991060.0, 'delivered', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (3, 3, 'in', 'recoveree', NULL, 1, NULL, NULL, X'4a1d7f515a143512a774d6f290d9af00beee99ab8c76e89c5587a09b4476322d0cc433fc4b1db523059ea21e4fe92062137c280cb1cce38369f2bb5997a0d0f91e408c450398f0', 0, 1, 1799982000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (4, 3, 'out', 'assistant', NULL, 1, NULL, NULL, X'4a1d7f5124c630274303097beb8a03368b4fab867bba56d9ef88fafb9bbc1b36740acc9d42d49c5840564f70ab30cff7312db004d75ac6cc366e421a3d9447ac8b3dc104ff3f06871ad60d9c2aa698dd75a067f8a7f695766ac12ea17db3ae597a4b7da7f5', 0, 1, 1799982060.0, 'delivered', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (5, 3, 'out', 'coach', 1, 1, NULL, NULL, X'4a1d7f51b7337fefe24be2bcbd3f454aebe371754b10fdc26ee16ce56f67ba43d2b7c5d92ea5309510be2de9ed51d6e199f3c2e6ddd7ea81ceb5cae0bbeaa28d06cfefdc37004de8031a5ed6', 0, 1, 1799982120.0, 'delivered', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (6, 3, 'in', 'recoveree', NULL, 1, NULL, NULL, X'4a1d7f5112d4080f49b3ba8c5f210becd63d0132714456e0fd5acc9a2a54683e2e5f611a03969983c1189c23aaf95b33b4', 0, 1, 1799982180.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (7, 4, 'in', 'recoveree', NULL, 2, NULL, NULL, X'4a1d7f513b10e91ab3540a1ea1b2e0501eec5e2d148899e37debff9dee655744dc92b857c8774efc4c83888c3c25a1d396c708d4c79bad24cc374ed307185aeb7e696ec1ba745ee4abcfa0', 0, 1, 1799973000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO "message" ("id", "conversation_id", "direction", "author", "coach_id", "case_id", "event_id", "sid", "body_sealed", "media", "segments", "created_at", "status", "attempts", "next_try_at", "tried_at", "sent_at", "error_code", "after_stop", "alert_case") VALUES (8, 5, 'in', 'recoveree', NULL, NULL, 1, 'SMfrozen1', X'4a1d7f51284079e9b6c72e18b49f291553df9aed9c403b9cf4cb16c22e142755471473759f38b16ad20960a170b7a37fbadb723f4febd5dcc04472406a8b780b3626', 0, 1, 1800000000.0, 'received', 0, NULL, NULL, NULL, NULL, 0, NULL);
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
INSERT INTO "staff" ("id", "email_index", "email_sealed", "role", "coach_id", "password_hash", "link_hash", "link_until", "failures", "locked_until", "created_at", "totp_sealed", "totp_step", "toured_at") VALUES (1, X'7dfc4ca6b48ca3d90f234df1d6dc9b92', X'4a1d7f5177ac9ba984a5df971230fa5be40af5c4574a7ed28ef4c8fac7dd6af0d7462c4c660d13a9538d509643924e', 'admin', NULL, NULL, X'e5be4390932a208e7b1eba548dd8a5628cccfc9ee825c41e4dd1f5acdf87b949', 1800259200.0, 0, NULL, 1800000000.0, NULL, NULL, NULL);
INSERT INTO "directory_language" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "code", "name") VALUES ('invented', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', '94ccae3d-67aa-5c14-8611-bf234a7bbdef', '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'invented', 'invented');
INSERT INTO "directory_phone" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "number", "extension", "type", "description", "language", "position") VALUES ('61718aaa-5dea-5c5f-b0a3-f79acd20942f', NULL, NULL, NULL, '489d61ba-7efd-5cb9-b414-1fec5220f4f9', '+12155550101', '', 'voice', '', '', 0);
INSERT INTO "directory_phone" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "number", "extension", "type", "description", "language", "position") VALUES ('fae7b057-3304-52e4-a7d4-e93f82fef700', NULL, NULL, NULL, 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', '+12155550102', '', 'voice', '', '', 1);
INSERT INTO "directory_place" ("id", "service_id", "organization_id", "source", "name", "what", "what_es", "phone", "phone_es", "address", "latitude", "longitude", "timezone", "schedules", "languages", "needs", "coverage", "state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "traits", "minimum_age", "maximum_age") VALUES ('489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'd463f334-1a44-56b5-b3d3-f20596e00436', 'dcabd9cb-7cb0-5760-9640-4551cea7974d', 'county', 'Example Pantry', 'Food pantry', 'Food pantry', '215-555-0155', '215-555-0155', '12 Elm St, Philadelphia', 39.9597, -75.2024, 'America/New_York', '[{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR","opens_at":"09:00","closes_at":"17:00"}]', '', 'food', 'local', '', '', 0, 50, '2027-01-02', NULL, NULL, '', NULL, NULL);
INSERT INTO "directory_place" ("id", "service_id", "organization_id", "source", "name", "what", "what_es", "phone", "phone_es", "address", "latitude", "longitude", "timezone", "schedules", "languages", "needs", "coverage", "state", "audience", "confidential", "priority", "verified_on", "valid_from", "valid_to", "traits", "minimum_age", "maximum_age") VALUES ('a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'bc6c5235-fc5d-5fa9-ae1f-07129611e329', 'a0dd8543-d9dc-5a2b-913d-059faac4b3de', 'by hand', 'Example Meals', 'Hot meals', 'Hot meals', '215-555-0102', '215-555-0102', '3 Pine St, Philadelphia', 39.9597, -75.2024, 'America/New_York', '[{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR,SA,SU","opens_at":"00:00","closes_at":"24:00"},{"freq":"WEEKLY","interval":1,"byday":"MO,TU,WE,TH,FR,SA,SU","opens_at":"00:00","closes_at":"24:00"}]', '', 'food', 'local', '', '', 0, 50, '2027-01-15', NULL, NULL, '', NULL, NULL);
INSERT INTO "directory_schedule" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "description", "dtstart", "valid_from", "valid_to") VALUES ('dbc694e3-2cbc-525e-acc4-276d4bf88975', NULL, NULL, NULL, '489d61ba-7efd-5cb9-b414-1fec5220f4f9', 'WEEKLY', 1, 'MO,TU,WE,TH,FR', '', '09:00', '17:00', '', NULL, NULL, NULL);
INSERT INTO "directory_schedule" ("id", "organization_id", "service_id", "location_id", "service_at_location_id", "freq", "interval", "byday", "bymonthday", "opens_at", "closes_at", "description", "dtstart", "valid_from", "valid_to") VALUES ('e5e8d736-f285-5cc1-bbbb-6a9763a9f314', NULL, NULL, NULL, 'a2fa6e0e-16bc-5e5a-b1aa-e0d0fc03d7db', 'WEEKLY', 1, 'MO,TU,WE,TH,FR,SA,SU', '', '00:00', '24:00', '', NULL, NULL, NULL);
INSERT INTO "example" ("id", "example_sealed", "staff_id", "at") VALUES (1, X'4a1d7f51b11c9f2b18251a8cd6ba9ffe48f96bc6ffda7a9c250999da3b77bf2b66481fbafb746e151ad68d353e8853c400', 1, 1800000000.0);
INSERT INTO "judgement" ("message_id", "conversation_id", "staff_id", "at", "agrees", "should_sealed", "urgency", "state") VALUES (1, 1, 1, 1800000000.0, 0, X'4a1d7f519f338e7a61d793ad6ef99de2cc9f9818cf2d524259107a37f3507e3400c494521fecc2bf4f8c8219bf6379a9aa', 1, 'invented');
INSERT INTO "remark" ("id", "conversation_id", "message_id", "staff_id", "at", "body_sealed") VALUES (1, 1, 1, 1, 1800000000.0, X'4a1d7f51244b2c884acbdd0e664497f92f2b7607ff8a93c6f59f7ce57d9e553e6ca648ba95e16d1c2017aeedd7a781c367');
INSERT INTO "saved_view" ("id", "staff_id", "view_sealed") VALUES (1, 1, X'4a1d7f5194bed004c07319f56351b3225501b95c75e170d13bdd539ab3ab1fbd1e1b9bb413483729c113912b758c0aa26e');
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
