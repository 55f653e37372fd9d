-- The national coordination centre sees the orders that ask for a flight, and no others.
alter table transport add column flight boolean not null default false;
create index transport_flight on transport (region, ready_at) where flight;

-- A changed table of rules is tried on the orders of a month.
create index transport_ready on transport (region, ready_at, id);
