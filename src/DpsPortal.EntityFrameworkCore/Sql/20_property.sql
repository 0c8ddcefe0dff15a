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

-- What anybody may know of a home: everything but where it is.
drop view if exists property.premises_without_address;
create view property.premises_without_address as
  select id, version, provider_id, name, ''::text as address_line, ''::text as town, outward_code as postcode, outward_code,
    area_authority, category, on_ofsted_list, has_gas, standing, saved_at, faults_found_on, visited_on, moved_on,
    critical_faults,
    certificates, reminders
  from property.premises;
grant select on property.premises_without_address to dps_app, dps_worker;

-- A room says nothing about where it is; its home's provider alone changes it.
select app.fence('property.places');
create policy seen_by_all on property.places for select using (true);
create policy added_by_provider on property.places for insert with check (
  exists (select from property.premises p where p.id = premises_id and p.provider_id = app.current_org()));
create policy changed_by_provider on property.places for update using (
  exists (select from property.premises p where p.id = premises_id and p.provider_id = app.current_org()));
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
