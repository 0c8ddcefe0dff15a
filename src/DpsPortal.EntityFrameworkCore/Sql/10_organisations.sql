select app.grant_module('organisations');

-- The audit trail is written once.
select app.write_once('organisations.audit_events');

-- That somebody has bid or asked, and when, is the bidder's alone, also in the audit trail.
select app.fence('organisations.audit_events');
create policy bids_seen_by_their_provider on organisations.audit_events for select
  using (object_type not in ('Bid', 'Opportunity', 'Question') or organisation_id = app.current_org());
create policy written_by_all on organisations.audit_events for insert with check (true);
-- Rows that the owner did not see it would change none of, and never meet the trigger that refuses.
create policy seen_by_owner on organisations.audit_events to dps_owner using (true) with check (true);

-- What is written waits to be sealed; a seal and what is under it are written once, by the worker alone.
create or replace function organisations.await_seal() returns trigger
  language plpgsql security definer set search_path = organisations, pg_catalog as $$
begin
  insert into audit_unsealed (event_id) values (new.id);
  return null;
end $$;
create or replace trigger audit_events_await_a_seal
  after insert on organisations.audit_events for each row execute function organisations.await_seal();
create or replace function organisations.take_unsealed(at_most int) returns setof organisations.audit_events
  language sql volatile security definer set search_path = organisations, pg_catalog as $$
  with taken as (
    delete from audit_unsealed where event_id in (select event_id from audit_unsealed order by event_id limit at_most)
    returning event_id)
  select e.* from audit_events e join taken t on t.event_id = e.id
$$;
revoke execute on function organisations.await_seal(), organisations.take_unsealed(int) from public;
grant execute on function organisations.take_unsealed(int) to dps_worker;
-- An id tells when its event was written, that of a sealed bid among them: no request reads these tables.
select app.write_once('organisations.audit_seals'), app.write_once('organisations.audit_leaves');
revoke all on organisations.audit_unsealed, organisations.audit_seals, organisations.audit_leaves from dps_app, dps_worker;
grant select on organisations.audit_seals to dps_worker;
grant insert on organisations.audit_seals, organisations.audit_leaves to dps_worker;

-- A grant is seen by the one who gave it and the one who got it. A foreign key keeps the owner named in it true.
select app.fence('organisations.document_grants');
create policy seen_by_both on organisations.document_grants for select
  using (owner_organisation_id = app.current_org() or organisation_id = app.current_org());
create policy given_by_owner on organisations.document_grants for insert
  with check (owner_organisation_id = app.current_org());

-- A document is seen by its owner and by whom it was given to; changed by its owner.
select app.fence('organisations.documents');
create policy seen_by_owner_and_given on organisations.documents for select
  using (
    organisation_id = app.current_org()
    or exists (
      select from organisations.document_grants g
      where g.document_id = documents.id and g.organisation_id = app.current_org()));
create policy added_by_owner on organisations.documents for insert with check (organisation_id = app.current_org());
create policy changed_by_owner on organisations.documents for update
  using (organisation_id = app.current_org()) with check (organisation_id = app.current_org());

-- A version of a provider's evidence is written once, and seen by whom its document was given to.
revoke update, delete on organisations.evidence_versions from dps_app, dps_worker;
create or replace trigger evidence_versions_are_written_once
  before update or delete on organisations.evidence_versions for each row execute function app.refuse_change();
select app.fence('organisations.evidence_versions');
create policy seen_by_owner_and_given on organisations.evidence_versions for select
  using (
    organisation_id = app.current_org()
    or exists (
      select from organisations.document_grants g
      where g.document_id = evidence_versions.document_id and g.organisation_id = app.current_org()));
create policy added_by_owner on organisations.evidence_versions for insert
  with check (organisation_id = app.current_org());

select app.fence('organisations.evidence_items');
create policy seen_by_owner_and_given on organisations.evidence_items for select
  using (
    organisation_id = app.current_org()
    or exists (select from organisations.evidence_versions v where v.item_id = evidence_items.id));
create policy added_by_owner on organisations.evidence_items for insert with check (organisation_id = app.current_org());
create policy changed_by_owner on organisations.evidence_items for update
  using (organisation_id = app.current_org()) with check (organisation_id = app.current_org());

-- What was read is the reader's organisation's alone.
revoke update, delete on organisations.read_news from dps_app, dps_worker;
grant update (read_by_id, read_at) on organisations.read_news to dps_app;
select app.fence('organisations.read_news');
create policy seen_by_reader on organisations.read_news for select using (organisation_id = app.current_org());
create policy marked_by_reader on organisations.read_news for insert with check (organisation_id = app.current_org());
create policy read_again on organisations.read_news for update
  using (organisation_id = app.current_org()) with check (organisation_id = app.current_org());

-- A request is its authority's, and its provider's who answers it.
select app.fence('organisations.evidence_requests');
create policy seen_by_both on organisations.evidence_requests for select
  using (authority_id = app.current_org() or provider_id = app.current_org());
create policy asked_by_authority on organisations.evidence_requests for insert
  with check (authority_id = app.current_org());
create policy answered_by_provider on organisations.evidence_requests for update
  using (provider_id = app.current_org()) with check (provider_id = app.current_org());

-- Proposed roles are the organisation's own affair.
select app.fence('organisations.role_proposals');
create policy own on organisations.role_proposals
  using (organisation_id = app.current_org()) with check (organisation_id = app.current_org());

-- The reminders have to know whom to remind, which no policy shows them; the function answers that one question, as
-- the owner. Somebody must be there to be reminded.
create policy for_the_function_below on organisations.evidence_requests for select to dps_owner using (true);
create or replace function organisations.providers_with_requests_due()
  returns table (provider_id uuid, provider_name text)
  language sql volatile security definer set search_path = organisations, app, pg_catalog as $$
  select distinct r.provider_id, o.name::text
    from evidence_requests r
    join organisations o on o.id = r.provider_id
   where r.state = 'Asked'
     and r.due_on between (app.now() at time zone 'Europe/London')::date
                      and (app.now() at time zone 'Europe/London')::date + 30
     and (r.reminded_days_before is null
       or r.reminded_days_before > (
         select min(d) from unnest(array[30, 14, 7, 1]) d
          where r.due_on - (app.now() at time zone 'Europe/London')::date <= d))
     and exists (select from affiliations a where a.organisation_id = r.provider_id)
$$;
revoke execute on function organisations.providers_with_requests_due() from public;
grant execute on function organisations.providers_with_requests_due() to dps_worker;
