-- An alarm may be about a unit that serves no incident.
alter table alarm alter column incident drop not null;

-- The clock asks each second which crews should have answered where to wait: few of all units.
create index unit_standby_ordered on unit (region)
  where state -> 'standby' ->> 'state' = 'ORDERED';
