-- Obstacles on the roads. All that stand, of every region, are read each time one changes.
create table obstacle (
  region      text        not null,
  id          text        not null primary key,
  open        boolean     not null,
  deadline_at timestamptz,
  version     int         not null,
  state       jsonb       not null
);
create index obstacle_open on obstacle (region) where open;
create index obstacle_deadline on obstacle (region, deadline_at) where deadline_at is not null;
