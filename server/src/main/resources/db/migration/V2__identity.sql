-- Who may do what, who is logged in, and who read about which patient.
-- Patient identity stands here, apart from the journal, which only refers to it.

create table user_account (
  username        text primary key check (username = lower(username) and length(username) <= 100),
  display_name    text not null,
  password_hash   text,                      -- null: cannot log in with a password
  password_expired boolean not null default false,  -- must be changed before anything else
  care_unit       text not null,             -- stands in the log of patient reads
  language        text not null check (language in ('sv', 'en')),
  unit            text,                      -- the unit a crew works in
  active          boolean not null default true,
  created_at      timestamptz not null,
  created_by      text not null
);

-- A role in a region; no region means the whole country.
create table role_grant (
  username        text not null references user_account on delete cascade,
  role            text not null,
  region          text,
  unique nulls not distinct (username, role, region)
);

-- Tokens of programs; only the hash is kept, so a copy of the table opens nothing.
create table integration_token (
  token_sha256    bytea primary key,
  username        text not null references user_account on delete cascade,
  name            text not null,
  created_at      timestamptz not null,
  created_by      text not null,
  revoked_at      timestamptz
);

create table identity_audit (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  username        text not null,             -- as given, also when there is no such user
  event           text not null,
  address         text not null,
  detail          text not null default ''
);
create index identity_audit_at on identity_audit (at);

create table patient (
  region          text not null,
  id              uuid not null,
  number_kind     text not null check (number_kind in ('PERSONAL', 'COORDINATION', 'RESERVE')),
  number          text not null,
  name            text not null default '',
  created_at      timestamptz not null,
  created_by      text not null,
  primary key (region, id),
  unique (region, number)
);
create sequence patient_reserve_number maxvalue 999999999;

-- HSLF-FS 2016:40 chapter 4 section 9: action, care unit, time, user and patient of every read.
-- Kept at least five years; nothing in the program deletes from it.
create table patient_read (
  id              bigint generated always as identity primary key,
  region          text not null,
  at              timestamptz not null,
  username        text not null,
  care_unit       text not null,
  purpose         text not null,
  patient         text not null,
  action          text not null,
  what            text not null
);
create index patient_read_patient on patient_read (region, patient, id);
create index patient_read_username on patient_read (region, username, id);
create index patient_read_at on patient_read (region, at);

-- Spring Session's own tables, as its schema for PostgreSQL has them.
create table spring_session (
  primary_id            char(36) not null,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id)
    references spring_session (primary_id) on delete cascade
);
