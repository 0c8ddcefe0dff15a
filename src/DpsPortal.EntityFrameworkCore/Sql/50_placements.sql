select app.grant_module('placements');
revoke delete on placements.placements, placements.price_rows, placements.price_proposals from dps_app, dps_worker;

-- Both sides of an agreement see it; the authority that pays makes and changes it.
select app.fence('placements.placements');
create policy seen_by_both on placements.placements for select
  using (authority_id = app.current_org() or provider_id = app.current_org());
create policy made_by_authority on placements.placements for insert with check (authority_id = app.current_org());
create policy changed_by_authority on placements.placements for update
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());

select app.fence('placements.price_rows');
create policy seen_by_both on placements.price_rows for select
  using (authority_id = app.current_org() or provider_id = app.current_org());
create policy made_by_authority on placements.price_rows for insert with check (authority_id = app.current_org());
create policy changed_by_authority on placements.price_rows for update
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());

-- A price that waits for a second person is the authority's own business.
select app.fence('placements.price_proposals');
create policy seen_by_authority on placements.price_proposals for select using (authority_id = app.current_org());
create policy made_by_authority on placements.price_proposals for insert with check (authority_id = app.current_org());
create policy changed_by_authority on placements.price_proposals for update
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
