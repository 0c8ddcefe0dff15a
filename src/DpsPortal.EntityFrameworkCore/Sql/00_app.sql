-- Runs before the migrations, as the owner, every time. The roles exist.
create schema if not exists app;

-- For constraints that join "the same" and "overlapping"; trusted, so that the owner of the database may add it.
create extension if not exists btree_gist schema app;

-- For indexes that find a part of a name; trusted as well.
create extension if not exists pg_trgm schema app;

grant usage on schema app to dps_app, dps_worker;

-- The one clock. The offset is a table that only the test harness makes, as superuser. The demo's past is told by the
-- seeder: it signs in as the owner, and session_user says who signed in, whatever role is acted in since. The portal
-- signs in as others and cannot become it, so that for the portal this setting moves nothing.
create or replace function app.now() returns timestamptz language plpgsql volatile as $$
declare
  shift interval;
  story interval;
begin
  if to_regclass('app.clock_offset') is not null then
    execute 'select shift from app.clock_offset' into shift;
  end if;
  if session_user = 'dps_owner' then
    story := nullif(current_setting('app.story_shift', true), '')::interval;
  end if;
  return clock_timestamp() + coalesce(shift, interval '0') + coalesce(story, interval '0');
end $$;

-- For whom the connection is used; null for nobody, who sees no row.
create or replace function app.current_org() returns uuid language sql stable as $$
  select nullif(current_setting('app.org', true), '')::uuid
$$;

create or replace function app.current_user_id() returns uuid language sql stable as $$
  select nullif(current_setting('app.user', true), '')::uuid
$$;

-- What each module's file begins with: the two roles work on its tables and own none.
create or replace function app.grant_module(module text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %I to dps_app, dps_worker', module);
  execute format('grant select, insert, update, delete on all tables in schema %I to dps_app, dps_worker', module);
  execute format('grant usage on all sequences in schema %I to dps_app, dps_worker', module);
end $$;

-- Fences a table: forced even for its owner. Policies are added by the module's file.
create or replace function app.fence(target regclass) returns void language plpgsql as $$
declare
  existing record;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  for existing in select polname from pg_policy where polrelid = target loop
    execute format('drop policy %I on %s', existing.polname, target);
  end loop;
end $$;

create or replace function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Nobody changes a row of it, takes one out or empties it, whatever their rights.
create or replace function app.write_once(target regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete on %s from dps_app, dps_worker', target);
  execute format('create or replace trigger is_written_once before update or delete on %s
    for each row execute function app.refuse_change()', target);
  execute format('create or replace trigger is_not_truncated before truncate on %s
    for each statement execute function app.refuse_change()', target);
end $$;

create table if not exists app.readiness_probe (node text primary key, at timestamptz not null);

-- When the portal lived last, and when it did not, by the machine's clock: in a test the other one jumps by days.
create table if not exists app.pulse (
  only_row boolean primary key default true check (only_row), at timestamptz not null);
create table if not exists app.outages (began timestamptz primary key, ended timestamptz not null);

-- Every node says that it lives. A longer silence of all of them, or of this database, was an outage.
create or replace function app.beat(least_silence interval) returns void
  language plpgsql volatile security definer set search_path = app, pg_catalog as $$
declare
  last timestamptz;
begin
  select at into last from pulse for update;
  if clock_timestamp() - last >= least_silence then
    insert into outages (began, ended) values (last, clock_timestamp()) on conflict do nothing;
  end if;
  insert into pulse (at) values (clock_timestamp()) on conflict (only_row) do update set at = excluded.at;
end $$;

-- What outages took from the stretch of time before a deadline, and when the last of them was over. Those that had
-- ended by "since" are left out. The seeder tells a story of the past, in which there was none.
create or replace function app.lost_before(deadline timestamptz, stretch interval, since timestamptz)
  returns table (ended timestamptz, lost interval)
  language sql volatile security definer set search_path = app, pg_catalog as $$
  with told as (
    select o.began + s.by as began, o.ended + s.by as ended
    from outages o, (select app.now() - clock_timestamp() as by) s
    where session_user <> 'dps_owner')
  select max(o.ended), sum(least(o.ended, deadline) - greatest(o.began, deadline - stretch)) from told o
  where o.ended > deadline - stretch and o.began < deadline and o.ended > since
  having count(*) > 0
$$;
revoke execute on function app.beat(interval), app.lost_before(timestamptz, interval, timestamptz) from public;
grant execute on function app.beat(interval), app.lost_before(timestamptz, interval, timestamptz) to dps_worker;
grant execute on function app.beat(interval) to dps_app;
