-- What each casualty takes of what hospitals have left, as its state says: read at every decision,
-- and so beside the state, which is long.
alter table casualty add column placed jsonb;
update casualty set placed = jsonb_build_object(
    'facility', coalesce(nullif(state->>'facility', ''), state->'destination'->>'facility'),
    'category', coalesce(state->'category', state->'history'->-1->'verdict'->'category'),
    'needs', state->'about'->'needs',
    'at', case
      when state->>'facility' = '' or state->>'facility' = state->'destination'->>'facility'
        then state->'destination'->'at'
      else state->'times'->'arrivedAt' end)
where not jsonb_exists(state, 'mergedInto')
  and coalesce(state->'category', state->'history'->-1->'verdict'->'category') is not null
  and coalesce(nullif(state->>'facility', ''), state->'destination'->>'facility') is not null
  and not (state->>'stage' = 'SETTLED' and state->>'facility' = '');
create index casualty_placed on casualty (region, major_incident) where placed is not null;

-- What hospitals say is kept number by number, each with its time.
update major_incident set state = (state - 'reports') || jsonb_build_object('standings',
  coalesce((
    select jsonb_object_agg(said.key, jsonb_build_object(
      'facility', said.key,
      'at', said.value->'at',
      'closed', said.value->'closed',
      'takes', coalesce((
        select jsonb_object_agg(n.key,
          jsonb_build_object('persons', n.value, 'since', said.value->'at'))
        from jsonb_each(said.value->'takes') n), '{}'),
      'specialties', coalesce((
        select jsonb_object_agg(n.key,
          jsonb_build_object('persons', n.value, 'since', said.value->'at'))
        from jsonb_each(said.value->'specialties') n), '{}'),
      'text', said.value->'text'))
    from jsonb_each(state->'reports') said), '{}'))
where jsonb_exists(state, 'reports');

-- Drafts of keys, and goals.
update preparedness set state = '{"drafts":{},"goals":{}}'::jsonb || state;
