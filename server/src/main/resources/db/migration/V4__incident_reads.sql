-- A read of an incident is a read of its patient's data, also before anyone knows who that is.
alter table patient_read add column incident text;
create index patient_read_incident on patient_read (region, incident, id)
  where incident is not null;
