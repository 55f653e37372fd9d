-- Orders of care transports. A work list shows those open, or one's own latest.
create table transport (
  region         text        not null,
  id             text        not null primary key,
  open           boolean     not null,
  patient        uuid        not null,
  care_unit      text        not null,
  from_care_unit text        not null,
  to_care_unit   text        not null,
  ready_at       timestamptz not null,
  changed_at     timestamptz not null,
  version        int         not null,
  state          jsonb       not null
);
create index transport_open on transport (region, ready_at) where open;
create index transport_closed on transport (region, changed_at) where not open;
create index transport_patient on transport (region, patient) where open;
