-- The journal: what has happened in a region, in the one order it happened, never changed.
create table journal_head (
  region text primary key,
  seq    bigint not null,
  hash   bytea  not null
);

create table journal (
  region     text        not null,
  seq        bigint      not null,
  at         timestamptz not null,
  actor      text        not null,
  type       text        not null,
  incident   text,
  unit       text,
  assignment text,
  command    uuid        not null,
  data       text        not null,
  hash       bytea       not null,
  primary key (region, seq)
);
create index journal_incident on journal (region, incident, seq) where incident is not null;
create index journal_unit on journal (region, unit, seq) where unit is not null;

-- A command that was carried out, with its answer: a repeat gets it again.
create table command (
  region      text        not null,
  id          uuid        not null,
  actor       text        not null,
  fingerprint bytea       not null,
  at          timestamptz not null,
  seq         bigint      not null,
  thing       text        not null,
  primary key (region, id)
);

-- Append-only is kept by the database too, so that no slip of ours can rewrite the past.
create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end
$$;
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function journal_is_append_only();
create trigger command_append_only before update or delete or truncate on command
  for each statement execute function journal_is_append_only();

-- The bytes an entry's hash is taken over: everything the row holds, to the microsecond, and null
-- apart from empty. The unit separator cannot stand in any of the parts.
create function journal_bytes(
  region text, seq bigint, at timestamptz, actor text, type text, incident text, unit text,
  assignment text, command uuid, data text
) returns bytea language sql immutable as $$
  select convert_to(
    concat_ws(
      E'\x1f', region, seq, (extract(epoch from at) * 1000000)::bigint, actor, type,
      coalesce(incident, E'\x1e'), coalesce(unit, E'\x1e'), coalesce(assignment, E'\x1e'),
      command, data),
    'UTF8')
$$;

-- Appends one command's events and its answer. Sequence numbers and the chain of hashes are given
-- under the head's row lock, which the transaction holds from here to its commit: so numbers are
-- without gaps and in commit order. Called last in the transaction, to hold the lock briefly.
create function journal_append(
  p_region text, p_at timestamptz, p_actor text, p_command uuid, p_fingerprint bytea,
  p_thing text, p_types text[], p_incidents text[], p_units text[], p_assignments text[],
  p_data text[]
) returns bigint language plpgsql as $$
declare
  v_seq  bigint;
  v_hash bytea;
begin
  select seq, hash into v_seq, v_hash from journal_head where region = p_region for update;
  if not found then
    raise exception 'region % is not served here', p_region;
  end if;
  for i in 1 .. cardinality(p_types) loop
    v_seq := v_seq + 1;
    v_hash := sha256(v_hash || journal_bytes(
      p_region, v_seq, p_at, p_actor, p_types[i], p_incidents[i], p_units[i], p_assignments[i],
      p_command, p_data[i]));
    insert into journal values (
      p_region, v_seq, p_at, p_actor, p_types[i], p_incidents[i], p_units[i], p_assignments[i],
      p_command, p_data[i], v_hash);
  end loop;
  insert into command values (
    p_region, p_command, p_actor, p_fingerprint, p_at, v_seq, p_thing);
  update journal_head set seq = v_seq, hash = v_hash where region = p_region;
  return v_seq;
end
$$;
