-- Rules put in force because there is not enough of something, one row each, with who was ranked.
create table rationing (
  region         text    not null,
  id             text    not null primary key,
  major_incident text    not null,
  in_force       boolean not null,
  resource       text    not null,
  version        int     not null,
  state          jsonb   not null
);
create index rationing_of on rationing (region, major_incident);
-- Two who put a rule in force for the same thing at once: one of them is told of the other.
create unique index rationing_once on rationing (region, major_incident, lower(resource))
  where in_force;
