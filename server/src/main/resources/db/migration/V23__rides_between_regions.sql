-- A patient whom the region drives for another: who it is stands there, and each read is logged in
-- both. Empty until a vehicle here has the ride.
alter table patient add column of_region text, add column of_patient uuid;
-- What an order is looked for by, in small letters; one from before is found once it has changed.
alter table transport add column words text not null default '';
