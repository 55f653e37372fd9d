-- Signed hand-overs of shifts; what was signed is in the state and never changes.
create table handover (
  region    text        not null,
  id        uuid        not null,
  signed_at timestamptz not null,
  version   int         not null,
  state     jsonb       not null,
  primary key (region, id)
);
create index handover_signed on handover (region, signed_at desc);
