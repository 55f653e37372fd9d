-- The national coordination centre sees the orders that ask for a flight, and no others.
alter table transport add column flight boolean not null default false;
create index transport_flight on transport (region, ready_at) where flight;
