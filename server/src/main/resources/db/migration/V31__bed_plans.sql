-- Plans to free beds, by hospital.
update preparedness set state = '{"bedPlans":{}}'::jsonb || state;
