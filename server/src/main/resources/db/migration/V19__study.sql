-- What planners try in the twin. Written and read by the program around the service, which alone
-- knows the twin; here because there is one list of migrations. Nothing in it is about a patient or
-- about what happens now, so nothing of it is in the journal.
create table study (
  id       uuid             primary key,
  region   text             not null,
  author   text             not null,
  -- When it was asked for, by the service's clock, which a demonstration runs fast.
  at       timestamptz      not null,
  -- The same by the database's clock: the order they are run in, and their age.
  queued   timestamptz      not null default clock_timestamp(),
  -- Scenarios with their whole text, replications, days and seed: enough to run it again.
  plan     jsonb            not null,
  state    text             not null default 'WAITING',
  done     integer          not null default 0,
  seconds  double precision not null default 0,
  -- The last sign of life while it runs, by the database's clock.
  beat     timestamptz,
  problem  text,
  findings jsonb
);

create index study_newest on study (region, at desc, id);
create index study_open on study (queued) where state in ('WAITING', 'RUNNING');

-- Scenarios kept under a name; saved again, a name gets its next version.
create table scenario (
  id      uuid        primary key,
  region  text        not null,
  name    text        not null,
  version integer     not null,
  author  text        not null,
  shared  text        not null,
  at      timestamptz not null,
  text    text        not null,
  unique (region, name, version)
);
