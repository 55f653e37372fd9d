-- What must be acted upon, one row for a kind and what it is about, however often it is raised.
create table alarm (
  region      text        not null,
  id          text        not null,
  incident    text        not null,
  open        boolean     not null,
  raised_at   timestamptz not null,
  deadline_at timestamptz,
  version     int         not null,
  state       jsonb       not null,
  primary key (region, id)
);
create index alarm_open on alarm (region, incident) where open;
create index alarm_deadline on alarm (region, deadline_at) where deadline_at is not null;

-- The report on alarms reads a period of their entries alone.
create index journal_alarm on journal (region, seq, at)
  where type in ('AlarmRaised', 'AlarmAcknowledged', 'AlarmTaken', 'AlarmHanded', 'AlarmEnded');
