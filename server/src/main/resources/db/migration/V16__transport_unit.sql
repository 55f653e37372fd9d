-- Which open rides the plan gives a unit: asked by each crew's phone once a second.
create index transport_unit on transport (region, (state -> 'planned' ->> 'unit')) where open;
