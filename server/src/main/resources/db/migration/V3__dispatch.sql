-- What things are now. The columns are what SQL asks about; the state is the whole of it.
create table incident (
  region      text        not null,
  id          text        not null,
  phase       text        not null,
  priority    text        not null,
  received_at timestamptz not null,
  deadline_at timestamptz,
  version     int         not null,
  state       jsonb       not null,
  primary key (region, id)
);
create index incident_deadline on incident (region, deadline_at) where deadline_at is not null;
create index incident_open on incident (region, id) where phase <> 'CLOSED';
create index incident_received on incident (region, received_at desc, id desc);

create table unit (
  region  text  not null,
  id      text  not null primary key,
  status  text  not null,
  version int   not null,
  state   jsonb not null
);
create index unit_region on unit (region, id);

create table assignment (
  region      text  not null,
  id          text  not null,
  incident    text  not null,
  unit        text  not null,
  open        boolean not null,
  deadline_at timestamptz,
  version     int   not null,
  state       jsonb not null,
  primary key (region, id)
);
create index assignment_incident on assignment (region, incident);
create index assignment_deadline on assignment (region, deadline_at) where deadline_at is not null;
-- A unit serves one incident at a time, whatever the program believes.
create unique index assignment_open_unit on assignment (unit) where open;

-- Numbers for incidents our own centre opens, one row a region and day.
create table incident_number (
  region text not null,
  folder text not null,
  last   int  not null,
  primary key (region, folder)
);

-- Telemetry: the last known position, and its history by day.
create table unit_position (
  region  text        not null,
  unit    text        not null primary key,
  lat     double precision not null,
  lon     double precision not null,
  at      timestamptz not null,
  speed_kmh double precision,
  heading_degrees double precision,
  received_at timestamptz not null
);
create table position_history (
  region  text        not null,
  unit    text        not null,
  at      timestamptz not null,
  lat     double precision not null,
  lon     double precision not null,
  speed_kmh double precision
) partition by range (at);
create table position_history_rest partition of position_history default;
