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

-- What officers declared of their interests: the authority's own, each by the officer alone, never changed.
select app.fence('accreditation.interest_declarations');
create policy seen_by_host on accreditation.interest_declarations for select
  using (host_authority_id = app.current_org());
create policy declared_by_officer on accreditation.interest_declarations for insert
  with check (host_authority_id = app.current_org() and officer_id = app.current_user_id());
revoke update, delete on accreditation.interest_declarations from dps_app, dps_worker;
create or replace trigger declarations_are_written_once
  before update or delete on accreditation.interest_declarations for each row execute function app.refuse_change();

-- A question is put by the authority and answered by the provider; both read it.
select app.fence('accreditation.clarifications');
create policy seen_by_both on accreditation.clarifications for select
  using (provider_id = app.current_org() or host_authority_id = app.current_org());
create policy asked_by_host on accreditation.clarifications for insert
  with check (host_authority_id = app.current_org());
create policy moved_by_both on accreditation.clarifications for update
  using (provider_id = app.current_org() or host_authority_id = app.current_org())
  with check (provider_id = app.current_org() or host_authority_id = app.current_org());
revoke delete on accreditation.clarifications from dps_app, dps_worker;

-- What was handed in is frozen: made by the provider's act, read by both, never changed and never removed.
select app.fence('accreditation.application_versions');
create policy seen_by_both on accreditation.application_versions for select
  using (provider_id = app.current_org() or host_authority_id = app.current_org());
create policy handed_in_by_provider on accreditation.application_versions for insert
  with check (provider_id = app.current_org());
revoke update, delete on accreditation.application_versions from dps_app, dps_worker;
create or replace trigger versions_are_written_once
  before update or delete on accreditation.application_versions for each row execute function app.refuse_change();

-- What two officers do to a member: the provider sees it once it is confirmed, and may answer a notice.
select app.fence('accreditation.member_actions');
create policy seen_by_host on accreditation.member_actions for select
  using (host_authority_id = app.current_org());
create policy seen_by_provider on accreditation.member_actions for select
  using (provider_id = app.current_org() and confirmed_at is not null);
create policy proposed_by_host on accreditation.member_actions for insert
  with check (host_authority_id = app.current_org());
create policy moved_by_host on accreditation.member_actions for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
create policy answered_by_provider on accreditation.member_actions for update
  using (provider_id = app.current_org() and state = 'NoticeGiven')
  with check (provider_id = app.current_org() and state = 'NoticeGiven');
revoke delete on accreditation.member_actions from dps_app, dps_worker;

-- An appeal is lodged by the provider and answered by the authority.
select app.fence('accreditation.appeals');
create policy seen_by_both on accreditation.appeals for select
  using (provider_id = app.current_org() or host_authority_id = app.current_org());
create policy lodged_by_provider on accreditation.appeals for insert
  with check (provider_id = app.current_org());
create policy answered_by_host on accreditation.appeals for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
revoke delete on accreditation.appeals from dps_app, dps_worker;

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
create policy read_by_host on accreditation.staff_samples for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
-- What was drawn stands; what each file showed is added to it.
revoke update, delete on accreditation.staff_samples from dps_app, dps_worker;
grant update (files, version) on accreditation.staff_samples to dps_app;
create or replace trigger staff_samples_stay
  before delete on accreditation.staff_samples for each row execute function app.refuse_change();

-- Policies are their provider's; a host authority sees them once the provider has applied to it.
select app.fence('accreditation.policies');
create policy seen_by_provider_and_host on accreditation.policies for select
  using (
    provider_id = app.current_org()
    or exists (
      select from accreditation.applications a
      where a.provider_id = policies.provider_id
        and a.host_authority_id = app.current_org()
        and a.submitted_at is not null));
create policy kept_by_provider on accreditation.policies for insert
  with check (provider_id = app.current_org());
create policy changed_by_provider on accreditation.policies for update
  using (provider_id = app.current_org()) with check (provider_id = app.current_org());
revoke update, delete on accreditation.policies from dps_app, dps_worker;
grant update (owner, version_on, review_on, document_id, version) on accreditation.policies to dps_app;

-- An action is set by the authority and reported done by the provider; only the authority ends it. What was asked
-- stands, and its day until the authority sends it back.
select app.fence('accreditation.recruitment_actions');
create policy seen_by_both on accreditation.recruitment_actions for select
  using (provider_id = app.current_org() or host_authority_id = app.current_org());
create policy set_by_host on accreditation.recruitment_actions for insert
  with check (host_authority_id = app.current_org());
create policy settled_by_host on accreditation.recruitment_actions for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
create policy reported_by_provider on accreditation.recruitment_actions for update
  using (provider_id = app.current_org() and state = 'Open')
  with check (provider_id = app.current_org() and state = 'Reported');
revoke update, delete on accreditation.recruitment_actions from dps_app, dps_worker;
grant update (
    state, due_on, note, document_id, reported_by_name, reported_at, sent_back_because, settled_by, settled_at, version)
  on accreditation.recruitment_actions to dps_app;
create or replace function accreditation.keep_action_day() returns trigger language plpgsql as $$
begin
  if not (old.state = 'Reported' and new.state = 'Open') then
    raise exception 'the day of an action changes only when it is sent back'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger actions_keep_their_day before update on accreditation.recruitment_actions
  for each row when (old.due_on is distinct from new.due_on) execute function accreditation.keep_action_day();

-- Who is accredited, until when and for which homes is asked by every buyer; only the host changes it.
select app.fence('accreditation.standings');
create policy asked_by_buyers on accreditation.standings for select using (true);
create policy made_by_host on accreditation.standings for insert with check (host_authority_id = app.current_org());
create policy changed_by_host on accreditation.standings for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
revoke delete on accreditation.standings from dps_app, dps_worker;

-- What a provider must do to stay accredited: its own and the host's.
select app.fence('accreditation.standing_conditions');
create policy seen_by_both on accreditation.standing_conditions for select
  using (provider_id = app.current_org() or host_authority_id = app.current_org());
create policy set_by_host on accreditation.standing_conditions for insert
  with check (host_authority_id = app.current_org());
create policy met_by_host on accreditation.standing_conditions for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
revoke delete on accreditation.standing_conditions from dps_app, dps_worker;

-- What two officers do to an accreditation: the provider sees it once it is confirmed, and may answer a notice.
select app.fence('accreditation.standing_actions');
create policy seen_by_host on accreditation.standing_actions for select
  using (host_authority_id = app.current_org());
create policy seen_by_provider on accreditation.standing_actions for select
  using (provider_id = app.current_org() and confirmed_at is not null);
create policy proposed_by_host on accreditation.standing_actions for insert
  with check (host_authority_id = app.current_org());
create policy moved_by_host on accreditation.standing_actions for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
create policy answered_by_provider on accreditation.standing_actions for update
  using (provider_id = app.current_org() and state = 'NoticeGiven')
  with check (provider_id = app.current_org() and state = 'NoticeGiven');
revoke delete on accreditation.standing_actions from dps_app, dps_worker;

-- What officers read at Ofsted of a provider: the authority's own, written once.
select app.fence('accreditation.ofsted_statuses');
create policy seen_by_host on accreditation.ofsted_statuses for select using (host_authority_id = app.current_org());
create policy recorded_by_host on accreditation.ofsted_statuses for insert
  with check (host_authority_id = app.current_org());
revoke update, delete on accreditation.ofsted_statuses from dps_app, dps_worker;
create or replace trigger ofsted_statuses_are_written_once
  before update or delete on accreditation.ofsted_statuses for each row execute function app.refuse_change();

-- Where a register differs from what we hold: the authority's own tasks.
select app.fence('accreditation.ofsted_differences');
create policy seen_by_host on accreditation.ofsted_differences for select
  using (host_authority_id = app.current_org());
create policy found_by_host on accreditation.ofsted_differences for insert
  with check (host_authority_id = app.current_org());
create policy settled_by_host on accreditation.ofsted_differences for update
  using (host_authority_id = app.current_org()) with check (host_authority_id = app.current_org());
revoke delete on accreditation.ofsted_differences from dps_app, dps_worker;
-- Whose one-time link the transaction was begun with; null for everybody else.
create or replace function app.current_link() returns text language sql stable as $$
  select nullif(current_setting('app.link', true), '')
$$;

-- A referee is asked by the provider; the host authority sees it once the application was submitted, and the referee,
-- who belongs to no organisation here, sees and answers the one request that the link belongs to.
select app.fence('accreditation.reference_requests');
create policy seen_by_provider on accreditation.reference_requests for select
  using (provider_id = app.current_org());
create policy seen_by_host on accreditation.reference_requests for select
  using (
    host_authority_id = app.current_org()
    and exists (
      select from accreditation.applications a
      where a.id = reference_requests.application_id and a.submitted_at is not null));
create policy seen_by_referee on accreditation.reference_requests for select
  using (token_hash = app.current_link());
create policy asked_by_provider on accreditation.reference_requests for insert
  with check (provider_id = app.current_org());
create policy moved_by_provider on accreditation.reference_requests for update
  using (provider_id = app.current_org()) with check (provider_id = app.current_org());
create policy answered_by_referee on accreditation.reference_requests for update
  using (token_hash = app.current_link() and state = 'Asked' and app.now() < expires_at)
  with check (token_hash = app.current_link() and state = 'Given');
create policy checked_by_host on accreditation.reference_requests for update
  using (host_authority_id = app.current_org() and state in ('Given', 'Accepted', 'Refused'))
  with check (host_authority_id = app.current_org() and state in ('Accepted', 'Refused'));
revoke delete on accreditation.reference_requests from dps_app, dps_worker;

-- What a referee said: written through the link, read by the host authority and never by the provider, never changed.
select app.fence('accreditation.given_references');
create policy seen_by_host on accreditation.given_references for select
  using (
    host_authority_id = app.current_org()
    and exists (
      select from accreditation.applications a
      where a.id = given_references.application_id and a.submitted_at is not null));
create policy given_by_referee on accreditation.given_references for insert
  with check (exists (
    select from accreditation.reference_requests r
    where r.id = given_references.request_id and r.token_hash = app.current_link()
      and r.application_id = given_references.application_id
      and r.host_authority_id = given_references.host_authority_id));
revoke update, delete on accreditation.given_references from dps_app, dps_worker;
create or replace trigger given_references_are_written_once
  before update or delete on accreditation.given_references for each row execute function app.refuse_change();

-- What the host authority found when it asked who gave a reference: its alone, never changed.
select app.fence('accreditation.reference_verdicts');
create policy seen_by_host on accreditation.reference_verdicts for select
  using (host_authority_id = app.current_org());
create policy given_by_host on accreditation.reference_verdicts for insert
  with check (host_authority_id = app.current_org() and exists (
    select from accreditation.reference_requests r
    where r.id = reference_verdicts.request_id and r.application_id = reference_verdicts.application_id
      and r.host_authority_id = app.current_org() and r.given_at is not null));
revoke update, delete on accreditation.reference_verdicts from dps_app, dps_worker;
create or replace trigger reference_verdicts_are_written_once
  before update or delete on accreditation.reference_verdicts for each row execute function app.refuse_change();

-- That an authority has vouched, and when: for every authority that may place with the provider, and for the provider,
-- whose request says as much. Made by the host authority of the request, and taken away by it.
select app.fence('accreditation.reference_marks');
create policy seen_by_authorities on accreditation.reference_marks for select
  using (exists (
    select from organisations.organisations o where o.id = app.current_org() and o.kind = 'Authority'));
create policy seen_by_provider on accreditation.reference_marks for select
  using (provider_id = app.current_org());
create policy made_by_host on accreditation.reference_marks for insert
  with check (exists (
    select from accreditation.reference_requests r
    where r.id = reference_marks.id and r.provider_id = reference_marks.provider_id
      and r.host_authority_id = app.current_org() and r.given_at is not null));
create policy taken_away_by_host on accreditation.reference_marks for delete
  using (exists (
    select from accreditation.reference_requests r
    where r.id = reference_marks.id and r.host_authority_id = app.current_org()));
revoke update on accreditation.reference_marks from dps_app, dps_worker;
create or replace trigger reference_marks_are_written_once
  before update on accreditation.reference_marks for each row execute function app.refuse_change();

-- The reminders have to know whom to remind, which no policy shows them; the function answers that one question, as
-- the owner. 7 days before a link runs out, 30 days before a reference is 12 months old.
create policy for_the_function_below on accreditation.reference_requests for select to dps_owner using (true);
create or replace function accreditation.providers_with_reminders_due()
  returns table (provider_id uuid, provider_name text)
  language sql volatile security definer set search_path = accreditation, app, pg_catalog as $$
  select distinct r.provider_id, r.provider_name from reference_requests r
  where (r.state = 'Asked' and r.referee_reminded_at is null
      and app.now() >= r.expires_at - interval '7 days' and app.now() < r.expires_at)
    or (r.state = 'Accepted' and r.renewal_reminded_at is null
      and app.now() >= r.given_at + interval '12 months' - interval '31 days'
      and app.now() < r.given_at + interval '12 months' + interval '1 day')
$$;
revoke execute on function accreditation.providers_with_reminders_due() from public;
grant execute on function accreditation.providers_with_reminders_due() to dps_worker;

-- A file of an import is its host's alone. Another officer than its proposer settles it; it stays on record, without
-- the people's data that it held.
select app.fence('accreditation.data_imports');
create policy seen_by_host on accreditation.data_imports for select using (host_authority_id = app.current_org());
create policy proposed_by_host on accreditation.data_imports for insert
  with check (host_authority_id = app.current_org());
create policy settled_by_host on accreditation.data_imports for update
  using (host_authority_id = app.current_org() and state = 'Proposed')
  with check (host_authority_id = app.current_org() and state <> 'Proposed' and content is null);
revoke delete on accreditation.data_imports from dps_app, dps_worker;

-- A saved view is its officer's own, at the authority it was made for.
select app.fence('accreditation.saved_views');
create policy own_view on accreditation.saved_views
  using (authority_id = app.current_org() and officer_id = app.current_user_id())
  with check (authority_id = app.current_org() and officer_id = app.current_user_id());
revoke update on accreditation.saved_views from dps_app, dps_worker;

-- That a provider was reminded is its authority's to know, and stands.
select app.fence('accreditation.reminders');
create policy seen_by_host on accreditation.reminders for select using (host_authority_id = app.current_org());
create policy sent_by_host on accreditation.reminders for insert with check (host_authority_id = app.current_org());
revoke update, delete on accreditation.reminders from dps_app, dps_worker;
