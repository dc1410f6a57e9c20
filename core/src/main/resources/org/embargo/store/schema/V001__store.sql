-- One schema for Derby and PostgreSQL; ${sealed} is the one type that differs. Times are epoch milliseconds. Columns of
-- that type hold sealed values, columns named *_hash keyed hashes; nothing confidential stands in any other.

CREATE TABLE sealing (
    only_row INTEGER NOT NULL PRIMARY KEY,
    tag VARCHAR(64) NOT NULL
);

CREATE TABLE known_desks (
    desk VARCHAR(63) NOT NULL PRIMARY KEY,
    first_served BIGINT NOT NULL
);

CREATE TABLE journal_ends (
    desk VARCHAR(63) NOT NULL PRIMARY KEY,
    line_no BIGINT NOT NULL,
    mac VARCHAR(64) NOT NULL,
    recorded BIGINT NOT NULL
);

CREATE TABLE journal (
    desk VARCHAR(63) NOT NULL,
    line_no BIGINT NOT NULL,
    case_id VARCHAR(40) NOT NULL,
    case_version BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    kind VARCHAR(60) NOT NULL,
    content ${sealed} NOT NULL,
    previous_mac VARCHAR(64) NOT NULL,
    mac VARCHAR(64) NOT NULL,
    PRIMARY KEY (desk, line_no)
);
CREATE UNIQUE INDEX journal_of_case ON journal (case_id, case_version);

CREATE TABLE cases (
    case_id VARCHAR(40) NOT NULL PRIMARY KEY,
    desk VARCHAR(63) NOT NULL,
    state VARCHAR(20) NOT NULL,
    case_version BIGINT NOT NULL,
    is_open BOOLEAN NOT NULL,
    filed BIGINT NOT NULL,
    changed BIGINT NOT NULL
);
CREATE INDEX cases_open ON cases (desk, is_open, filed);
CREATE INDEX cases_filed ON cases (desk, filed);

CREATE TABLE look_ups (
    kind VARCHAR(30) NOT NULL,
    key_hash VARCHAR(64) NOT NULL,
    case_id VARCHAR(40) NOT NULL,
    PRIMARY KEY (kind, key_hash, case_id)
);

CREATE TABLE contents (
    content_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    intake_id VARCHAR(50) NOT NULL
);

CREATE TABLE certificates (
    case_id VARCHAR(40) NOT NULL,
    fingerprint_hash VARCHAR(64) NOT NULL,
    content ${sealed} NOT NULL,
    PRIMARY KEY (case_id, fingerprint_hash)
);

CREATE TABLE certificate_keys (
    key_hash VARCHAR(64) NOT NULL,
    case_id VARCHAR(40) NOT NULL,
    fingerprint_hash VARCHAR(64) NOT NULL,
    PRIMARY KEY (key_hash, case_id, fingerprint_hash)
);
CREATE INDEX certificate_keys_of_case ON certificate_keys (case_id, fingerprint_hash);

CREATE TABLE mails (
    intake_id VARCHAR(50) NOT NULL PRIMARY KEY,
    desk VARCHAR(63) NOT NULL,
    case_id VARCHAR(40),
    kind VARCHAR(20) NOT NULL,
    received BIGINT NOT NULL
);
CREATE INDEX mails_of_case ON mails (case_id);
CREATE INDEX mails_of_kind ON mails (desk, kind, received);

CREATE TABLE outbox (
    letter_id VARCHAR(26) NOT NULL PRIMARY KEY,
    desk VARCHAR(63) NOT NULL,
    case_id VARCHAR(40),
    composition VARCHAR(26) NOT NULL,
    bounce_hash VARCHAR(64) NOT NULL,
    state VARCHAR(15) NOT NULL,
    due BIGINT NOT NULL,
    claim VARCHAR(26),
    lease_ends BIGINT,
    attempts INTEGER NOT NULL,
    last_error VARCHAR(60),
    changed BIGINT NOT NULL,
    letter ${sealed} NOT NULL
);
CREATE UNIQUE INDEX outbox_bounce ON outbox (bounce_hash);
CREATE INDEX outbox_due ON outbox (state, due, composition, letter_id);
CREATE INDEX outbox_composition ON outbox (composition);
CREATE INDEX outbox_of_case ON outbox (case_id);

CREATE TABLE timetable (
    desk VARCHAR(63) NOT NULL,
    case_id VARCHAR(40) NOT NULL,
    kind VARCHAR(60) NOT NULL,
    planned BIGINT NOT NULL,
    due BIGINT NOT NULL,
    claim VARCHAR(26),
    lease_ends BIGINT,
    attempts INTEGER NOT NULL,
    last_error VARCHAR(60),
    PRIMARY KEY (desk, case_id, kind)
);
CREATE INDEX timetable_due ON timetable (due, claim);
CREATE INDEX timetable_leases ON timetable (lease_ends);
CREATE INDEX timetable_of_case ON timetable (case_id);

CREATE TABLE warnings (
    what_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    told BIGINT NOT NULL
);

CREATE TABLE answers (
    answer_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    desk VARCHAR(63) NOT NULL,
    address_hash VARCHAR(64) NOT NULL,
    domain_hash VARCHAR(64) NOT NULL,
    answered BIGINT NOT NULL
);
CREATE INDEX answers_to_address ON answers (kind, address_hash, answered);
CREATE INDEX answers_to_domain ON answers (kind, domain_hash, answered);
CREATE INDEX answers_of_desk ON answers (kind, desk, answered);
CREATE INDEX answers_by_time ON answers (answered);
