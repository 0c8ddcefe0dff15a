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

-- Staff are their provider's; a host authority sees them once the provider has applied to it.
select app.fence('accreditation.staff_members');
create policy seen_by_provider_and_host on accreditation.staff_members for select
  using (
    provider_id = app.current_org()
    or exists (
      select from accreditation.applications a
      where a.provider_id = staff_members.provider_id
        and a.host_authority_id = app.current_org()
        and a.submitted_at is not null));
create policy kept_by_provider on accreditation.staff_members for insert
  with check (provider_id = app.current_org());
create policy changed_by_provider on accreditation.staff_members for update
  using (provider_id = app.current_org()) with check (provider_id = app.current_org());
revoke delete on accreditation.staff_members from dps_app, dps_worker;

-- A draw of staff files is the host authority's, and never drawn again.
select app.fence('accreditation.staff_samples');
create policy seen_by_host on accreditation.staff_samples for select using (host_authority_id = app.current_org());
create policy drawn_by_host on accreditation.staff_samples for insert
  with check (host_authority_id = app.current_org());
revoke update, delete on accreditation.staff_samples from dps_app, dps_worker;
create or replace trigger staff_samples_are_written_once
  before update or delete on accreditation.staff_samples for each row execute function app.refuse_change();
