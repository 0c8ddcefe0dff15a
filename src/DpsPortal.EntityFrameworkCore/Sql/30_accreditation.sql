select app.grant_module('accreditation');

-- An application is its provider's; the host authority sees it once it was submitted.
select app.fence('accreditation.applications');
create policy seen_by_both on accreditation.applications for select
  using (
    provider_id = app.current_org()
    or (host_authority_id = app.current_org() and submitted_at is not null));
create policy begun_by_provider on accreditation.applications for insert
  with check (provider_id = app.current_org());
create policy changed_by_both on accreditation.applications for update
  using (
    provider_id = app.current_org()
    or (host_authority_id = app.current_org() and submitted_at is not null))
  with check (
    provider_id = app.current_org()
    or (host_authority_id = app.current_org() and submitted_at is not null));

-- A letter is read by both, issued by the authority, and never changes.
select app.fence('accreditation.letters');
create policy seen_by_both on accreditation.letters for select
  using (provider_id = app.current_org() or host_authority_id = app.current_org());
create policy issued_by_host on accreditation.letters for insert
  with check (host_authority_id = app.current_org());
revoke update, delete on accreditation.letters from dps_app, dps_worker;
create or replace trigger letters_are_written_once
  before update or delete on accreditation.letters for each row execute function app.refuse_change();

-- A draft is its host's alone; what was published is for everybody, signed in or not. Only the host writes.
select app.fence('accreditation.schemes');
create policy drafts_seen_by_host on accreditation.schemes for select
  using (state <> 'Draft' or host_authority_id = app.current_org());
create policy written_by_host on accreditation.schemes for insert
  with check (host_authority_id = app.current_org());
create policy changed_by_host on accreditation.schemes for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());

-- What was published with a scheme stands: its lots never change, and its state never goes back.
-- Source: Procurement Act 2023, s. 36(7)(b).
create or replace function accreditation.refuse_change_of_published_lot() returns trigger language plpgsql as $$
begin
  if exists (select from accreditation.schemes s where s.id = old.scheme_id and s.state <> 'Draft') then
    raise exception 'a published lot is never changed' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger published_lots_stand before update or delete on accreditation.lots
  for each row execute function accreditation.refuse_change_of_published_lot();

create or replace function accreditation.refuse_unpublishing() returns trigger language plpgsql as $$
begin
  raise exception 'a published scheme never becomes a draft again' using errcode = 'insufficient_privilege';
end $$;
create or replace trigger published_schemes_stand before update on accreditation.schemes
  for each row when (old.state <> 'Draft' and (new.state = 'Draft' or new.regime <> old.regime))
  execute function accreditation.refuse_unpublishing();
