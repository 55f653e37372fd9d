-- Orders of one journey are locked together: an order, its ways to and from a flight, its way back.
alter table transport add column leg_of text;
create index transport_leg on transport (leg_of) where leg_of is not null;
