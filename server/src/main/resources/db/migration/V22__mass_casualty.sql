-- Major incidents, and each casualty as a row of its own, so that many can be changed at once.
create table major_incident (
  region      text        not null,
  id          text        not null primary key,
  open        boolean     not null,
  declared_at timestamptz not null,
  version     int         not null,
  state       jsonb       not null
);
create index major_incident_open on major_incident (region, declared_at) where open;

create table casualty (
  region         text    not null,
  id             text    not null primary key,
  major_incident text    not null,
  unsettled      boolean not null,
  version        int     not null,
  state          jsonb   not null
);
create index casualty_of on casualty (region, major_incident, id);

-- What a region has prepared: one row each, named as the region.
create table preparedness (
  region  text  not null,
  id      text  not null primary key,
  version int   not null,
  state   jsonb not null
);
