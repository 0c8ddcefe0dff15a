select app.grant_module('property');

-- A grant is seen by the one who gave it and the one who got it, and given by the provider alone.
select app.fence('property.premises_grants');
create policy seen_by_both on property.premises_grants for select
  using (provider_id = app.current_org() or organisation_id = app.current_org());
create policy given_by_provider on property.premises_grants for insert with check (provider_id = app.current_org());

-- A home, with its address, is for its provider and for those it was shown to; these record what their visits found.
select app.fence('property.premises');
create policy seen_by_provider_and_given on property.premises for select
  using (
    provider_id = app.current_org()
    or exists (
      select from property.premises_grants g
      where g.premises_id = premises.id and g.organisation_id = app.current_org()));
create policy added_by_provider on property.premises for insert with check (provider_id = app.current_org());
create policy changed_by_provider_and_visitor on property.premises for update
  using (
    provider_id = app.current_org()
    or exists (
      select from property.premises_grants g
      where g.premises_id = premises.id and g.organisation_id = app.current_org()))
  with check (
    provider_id = app.current_org()
    or exists (
      select from property.premises_grants g
      where g.premises_id = premises.id and g.organisation_id = app.current_org()));

-- Read by the view below, which runs as its owner.
create policy seen_without_address on property.premises for select to current_user using (true);

-- What anybody may know of a home: everything but where it is. Reporting's views over it are made again by its file.
drop view if exists property.premises_without_address cascade;
create view property.premises_without_address as
  select id, version, provider_id, name, ''::text as address_line, ''::text as town, outward_code as postcode, outward_code,
    area_authority, category, on_ofsted_list, has_gas, standing, saved_at, faults_found_on, not_passed_at,
    not_passed_percent, visited_at, taken_over_at, moved_at, critical_faults, certificates, reminders
  from property.premises;
grant select on property.premises_without_address to dps_app, dps_worker;

-- What each save of a home said is written once, with it, and holds no address.
select app.write_once('property.premises_versions');
select app.fence('property.premises_versions');
create policy seen_by_provider_and_given on property.premises_versions for select
  using (
    provider_id = app.current_org()
    or exists (
      select from property.premises_grants g
      where g.premises_id = premises_versions.premises_id and g.organisation_id = app.current_org()));
create policy added_by_provider on property.premises_versions for insert with check (
  provider_id = app.current_org()
  and exists (select from property.premises p where p.id = premises_id and p.provider_id = app.current_org()));

-- Whoever compares bids has to know how a home was at their deadline: the last save until then, and no other.
create policy for_the_function_below on property.premises_versions for select to dps_owner using (true);
create or replace function property.premises_as_of(of_premises uuid[], at timestamptz)
  returns setof property.premises_versions
  language sql stable security definer set search_path = property, app, pg_catalog as $$
  select distinct on (v.premises_id) v.*
  from premises_versions v
  where app.current_org() is not null and v.premises_id = any (of_premises) and v.saved_at <= at
  order by v.premises_id, v.saved_at desc, v.id desc
$$;

-- A room says nothing about where it is; its home's provider alone says what it is, and visitors measure it.
select app.fence('property.places');
create policy seen_by_all on property.places for select using (true);
create policy added_by_provider on property.places for insert with check (
  exists (select from property.premises p where p.id = premises_id and p.provider_id = app.current_org()));
create policy changed_by_provider on property.places for update using (
  exists (select from property.premises p where p.id = premises_id and p.provider_id = app.current_org()));
create policy measured_by_visitor on property.places for update using (
  exists (
    select from property.premises_grants g
    where g.premises_id = places.premises_id and g.organisation_id = app.current_org()));
create policy removed_by_provider on property.places for delete using (
  exists (select from property.premises p where p.id = premises_id and p.provider_id = app.current_org()));

-- A visit is the visiting authority's. The provider learns of announced ones, and of others once they are completed.
select app.fence('property.visits');
create policy seen_by_authority on property.visits for select
  using (
    authority_id = app.current_org()
    or (provider_id = app.current_org() and (notice = 'Announced' or state = 'Completed')));
create policy booked_by_authority on property.visits for insert with check (authority_id = app.current_org());
create policy changed_by_authority on property.visits for update
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());

-- What visitors noted stays with their authority.
select app.fence('property.visit_answers');
create policy kept_by_authority on property.visit_answers
  using (exists (select from property.visits v where v.id = visit_id and v.authority_id = app.current_org()))
  with check (exists (select from property.visits v where v.id = visit_id and v.authority_id = app.current_org()));

-- The last judge: no night of a place is promised twice, whoever asks and whatever they may see. The day of leaving is
-- not in the range, and a promise that was released has no night.
do $$ begin
  if not exists (select from pg_constraint where conname = 'ex_place_nights_promised_once') then
    alter table property.place_nights add constraint ex_place_nights_promised_once
      exclude using gist (place_id with =, daterange(first_night, leaves_on, '[)') with &&);
  end if;
end $$;

-- Whether there is such a place; asked by authorities that may not see the home.
create or replace function property.is_place_of(place uuid, home uuid, provider uuid) returns boolean
  language sql stable security definer set search_path = property, app, pg_catalog as $$
  select exists (
    select from places p join premises h on h.id = p.premises_id
    where p.id = place and h.id = home and h.provider_id = provider)
$$;

-- A promise is seen by the provider whose place it is and by the authority it is made to, which moves its end alone.
select app.fence('property.place_nights');
create policy seen_by_both on property.place_nights for select
  using (provider_id = app.current_org() or authority_id = app.current_org());
create policy promised_by_the_authority on property.place_nights for insert
  with check (
    authority_id = app.current_org() and property.is_place_of(place_id, premises_id, provider_id));
create policy moved_by_the_authority on property.place_nights for update
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
revoke update, delete on property.place_nights from dps_app, dps_worker;
grant update (leaves_on, version) on property.place_nights to dps_app, dps_worker;

-- Whoever awards has to know which nights are taken, and nothing else of them: neither to whom nor for what.
create policy for_the_function_below on property.place_nights for select to dps_owner using (true);
create or replace function property.promised_nights(of_places uuid[], from_day date, except_call_off uuid)
  returns table (place_id uuid, first_night date, leaves_on date)
  language sql stable security definer set search_path = property, app, pg_catalog as $$
  select n.place_id, n.first_night, n.leaves_on
  from (select distinct unnest(of_places) as id) asked join place_nights n on n.place_id = asked.id
  where app.current_org() is not null and n.leaves_on > from_day and n.first_night < n.leaves_on
    and not (n.call_off_id = except_call_off and app.current_org() in (n.authority_id, n.provider_id))
$$;

-- Where a young person is expected or lives, for the two sides of that promise, until the day of leaving is over.
create or replace function property.promised_home(of_call_off uuid)
  returns table (name text, place_name text, address_line text, town text, postcode text)
  language sql stable security definer set search_path = property, app, pg_catalog as $$
  select h.name, p.name, h.address_line, h.town, h.postcode
  from place_nights n join premises h on h.id = n.premises_id join places p on p.id = n.place_id
  where n.call_off_id = of_call_off and app.current_org() in (n.authority_id, n.provider_id)
    and n.first_night < n.leaves_on and n.leaves_on >= (app.now() at time zone 'Europe/London')::date
$$;
revoke execute on function
  property.is_place_of(uuid, uuid, uuid), property.promised_nights(uuid[], date, uuid), property.promised_home(uuid),
  property.premises_as_of(uuid[], timestamptz)
  from public;
grant execute on function
  property.is_place_of(uuid, uuid, uuid), property.promised_nights(uuid[], date, uuid), property.promised_home(uuid),
  property.premises_as_of(uuid[], timestamptz)
  to dps_app, dps_worker;
