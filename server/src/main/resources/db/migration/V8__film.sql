-- Pictures of the past, kept every few thousand entries so that a film of any minute begins with a
-- short fold. Made from the journal alone: they can be dropped at any time and are made anew.
create table film_snapshot (
  region text        not null,
  seq    bigint      not null,
  at     timestamptz not null,
  state  bytea       not null,
  primary key (region, seq)
);

-- Positions lie in the order they came: a few pages' bounds find a minute among millions, and cost
-- next to nothing to write.
create index position_history_at on position_history using brin (at) with (pages_per_range = 16);
