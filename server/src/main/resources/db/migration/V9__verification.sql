-- What the last finished verification of a region's journal found: who asks after a restart shall
-- not have to wait minutes for what is known. Not part of the journal: it tells about it.
create table journal_verification (
  region   text primary key,
  finished jsonb not null
);
