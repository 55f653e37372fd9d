-- Whose people receive the patient: a ward of another region sees the order that leads to it.
alter table transport add column to_region text;
update transport set to_region = region;
alter table transport alter column to_region set not null;
create index transport_incoming on transport (to_region, to_care_unit, ready_at)
  where to_region <> region;
