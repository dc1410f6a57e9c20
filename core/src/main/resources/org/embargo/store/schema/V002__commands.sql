-- Signatures that were used: a row is never removed. What a member signed last, for each case on which he acted.

CREATE TABLE used_signatures (
    signature_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    recorded BIGINT NOT NULL
);

CREATE TABLE command_order (
    order_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    signed BIGINT NOT NULL
);
