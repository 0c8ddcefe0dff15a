-- What Reporting reads. Every view runs as the one who asks, so that the tables' policies hold.
create schema if not exists reporting;
drop view if exists reporting.placement_prices;

-- One row for each placement and price: coded facts and money.
create view reporting.placement_prices with (security_invoker = true) as
select p.id as placement_id,
       p.reference,
       p.authority_id,
       p.authority_name,
       p.scheme_name,
       p.lot_name,
       p.route,
       p.provider_name,
       p.urn,
       p.premises_area,
       p.unaccompanied_asylum_seeking as uasc,
       p.legal_basis,
       p.category,
       p.starts_on,
       coalesce(p.ended_on, p.planned_end_on) as ends_on,
       p.set_up_pence,
       p.in_area,
       p.distance_miles,
       r.starts_on as price_from,
       r.amounts_accommodation_pence as accommodation_pence,
       r.amounts_core_support_pence as core_support_pence,
       r.amounts_additional_support_pence as additional_support_pence,
       r.amounts_other_pence as other_pence,
       r.age_band,
       r.reason is not null as variation
  from placements.placements p
  join placements.price_rows r on r.placement_id = p.id;

-- The full export of a host: a view for each of its tables, in the field's words. The address of a home comes from
-- property.premises, whose policy shows the homes that were shown to the host; nothing is about a young person.
do $$
declare
  old record;
begin
  for old in select viewname from pg_views where schemaname = 'reporting' and viewname ~ '^(export|search)_' loop
    execute format('drop view if exists reporting.%I cascade', old.viewname);
  end loop;
end $$;

create view reporting.export_schemes with (security_invoker = true) as
select s.reference, s.name, s.regime, s.state, s.contract_notice_date, s.starts_on, s.ends_on, s.admission_mode
  from accreditation.schemes s where s.host_authority_id = app.current_org();

create view reporting.export_lots with (security_invoker = true) as
select s.reference as scheme, l.number as lot, l.name, l.category, l.admits16_to17 as admits_16_to_17, l.accreditation_use
  from accreditation.lots l join accreditation.schemes s on s.id = l.scheme_id
 where s.host_authority_id = app.current_org();

create view reporting.export_authorities with (security_invoker = true) as
select s.reference as scheme, m.authority_name as authority, m.signed_on, m."from" as buys_from, m.until as buys_until
  from accreditation.member_authorities m join accreditation.schemes s on s.id = m.scheme_id
 where s.host_authority_id = app.current_org();

create view reporting.export_members with (security_invoker = true) as
select o.id as provider_id, m.provider_name as name, o.company_number, o.charity_number, s.reference as scheme,
       l.number as lot, (m.admitted_at at time zone 'Europe/London')::date as admitted_on, m.state, m.reason,
       m.ofsted_registered, m.urn as ofsted_urn
  from accreditation.memberships m
  join accreditation.schemes s on s.id = m.scheme_id and s.host_authority_id = app.current_org()
  join accreditation.lots l on l.id = m.lot_id
  join organisations.organisations o on o.id = m.provider_id;

create view reporting.export_applications with (security_invoker = true) as
select a.reference, a.provider_id, a.provider_name as provider, s.reference as scheme, a.membership, a.accreditation,
       a.submitted_at, a.due_on, a.accredited_until, a.imported_at,
       a.answers #>> '{organisation,contactName}' as contact_name,
       a.answers #>> '{organisation,contactEmail}' as contact_email,
       a.answers #>> '{organisation,contactPhone}' as contact_phone,
       a.answers #>> '{organisation,registeredOffice}' as registered_office
  from accreditation.applications a join accreditation.schemes s on s.id = a.scheme_id
 where a.host_authority_id = app.current_org();

create view reporting.export_people with (security_invoker = true) as
select a.provider_id, a.provider_name as provider, a.reference as application, p ->> 'name' as name,
       (select string_agg(r, '; ') from jsonb_array_elements_text(p -> 'roles') r) as roles, p ->> 'email' as email
  from accreditation.applications a,
       jsonb_array_elements(coalesce(a.answers #> '{people,people}', '[]'::jsonb)) p
 where a.host_authority_id = app.current_org();

create view reporting.export_insurance with (security_invoker = true) as
select a.provider_id, a.provider_name as provider, a.reference as application, p ->> 'kind' as kind,
       p ->> 'status' as status, p ->> 'insurer' as insurer, p ->> 'policyNumber' as number,
       (p ->> 'limitPounds')::bigint as limit_pounds, (p ->> 'expiresOn')::date as expires_on
  from accreditation.applications a,
       jsonb_array_elements(coalesce(a.answers #> '{insurance,policies}', '[]'::jsonb)) p
 where a.host_authority_id = app.current_org();

-- Those that applications to this host name: what a council was shown as a buyer is no part of its own record.
create view reporting.export_premises with (security_invoker = true) as
select p.id as premises_id, p.provider_id, p.name, p.address_line as address, p.town, p.postcode, p.area_authority,
       p.category, p.on_ofsted_list, p.has_gas as gas, p.standing,
       (p.visited_at at time zone 'Europe/London')::date as visited_on
  from property.premises p
 where exists (
   select from accreditation.applications a
    where a.host_authority_id = app.current_org() and a.provider_id = p.provider_id
      and a.answers #> '{premises,premisesIds}' ? p.id::text);

create view reporting.export_places with (security_invoker = true) as
select e.premises_id, e.provider_id, e.name as premises, b.name as place, b.bedroom_area as bedroom_m2, b.max_occupants
  from reporting.export_premises e join property.places b on b.premises_id = e.premises_id;

create view reporting.export_certificates with (security_invoker = true) as
select e.premises_id, e.provider_id, e.name as premises, c ->> 'Kind' as kind, (c ->> 'IssuedOn')::date as issued_on,
       (c ->> 'ExpiresOn')::date as expires_on, c ->> 'DocumentId' is not null as document_held
  from reporting.export_premises e
  join property.premises p on p.id = e.premises_id,
       jsonb_array_elements(coalesce(p.certificates, '[]'::jsonb)) c;

create view reporting.export_staff with (security_invoker = true) as
select s.provider_id, s.number, s.name, s.role, (s.vetting ->> 'startedOn')::date as started,
       s.vetting ->> 'engagement' as engagement, (s.vetting ->> 'safeguardingLead')::boolean as safeguarding_lead,
       (s.vetting ->> 'identitySeenOn')::date as id_seen,
       (s.vetting ->> 'rightToWorkCheckedOn')::date as right_to_work_checked,
       (s.vetting ->> 'rightToWorkUntil')::date as right_to_work_until, s.vetting ->> 'dbsLevel' as dbs_level,
       s.dbs_number, (s.vetting ->> 'dbsIssuedOn')::date as dbs_issued,
       (s.vetting ->> 'dbsUpdateCheckedOn')::date as dbs_update_checked,
       (s.vetting ->> 'firstReferenceOn')::date as reference_1, (s.vetting ->> 'secondReferenceOn')::date as reference_2,
       (s.vetting ->> 'safeguardingTrainedOn')::date as safeguarding_trained,
       (s.vetting ->> 'supervisedOn')::date as supervised, (s.vetting ->> 'appraisedOn')::date as appraised,
       (s.vetting ->> 'leftOn')::date as "left"
  from accreditation.staff_members s
 where exists (
   select from accreditation.applications a
    where a.provider_id = s.provider_id and a.host_authority_id = app.current_org());

create view reporting.export_standings with (security_invoker = true) as
select t.provider_id, a.provider_name as provider, s.reference as scheme, l.number as lot, t.state,
       t.accredited_from, t.accredited_until
  from accreditation.standings t
  join accreditation.applications a on a.id = t.application_id
  join accreditation.lots l on l.id = t.lot_id
  join accreditation.schemes s on s.id = l.scheme_id
 where t.host_authority_id = app.current_org();

create view reporting.export_covered_homes with (security_invoker = true) as
select t.provider_id, s.reference as scheme, l.number as lot, (h ->> 'premisesId')::uuid as premises_id,
       (h ->> 'from')::date as covered_from, (h ->> 'until')::date as covered_until
  from accreditation.standings t
  join accreditation.lots l on l.id = t.lot_id
  join accreditation.schemes s on s.id = l.scheme_id,
       jsonb_array_elements(t.homes) h
 where t.host_authority_id = app.current_org();

create view reporting.export_conditions with (security_invoker = true) as
select c.provider_id, a.reference as application, c.text as condition, c.due_on, c.met_at, c.evidence
  from accreditation.standing_conditions c join accreditation.applications a on a.id = c.application_id
 where c.host_authority_id = app.current_org();

create view reporting.export_evidence with (security_invoker = true) as
select i.organisation_id as provider_id, i.kind, i.subject_name as subject, v.number as version, v.issuer, v.reference,
       v.issued_on, v.expires_on, d.name as document, d.sha256
  from organisations.evidence_versions v
  join organisations.evidence_items i on i.id = v.item_id
  join organisations.documents d on d.id = v.document_id
 where exists (
   select from accreditation.applications a
    where a.provider_id = i.organisation_id and a.host_authority_id = app.current_org());

create view reporting.export_evidence_requests with (security_invoker = true) as
select r.provider_id, o.name as provider, r.kind, r.subject_name as subject, r.due_on, r.state, r.asked_at
  from organisations.evidence_requests r join organisations.organisations o on o.id = r.provider_id
 where r.authority_id = app.current_org();

create view reporting.export_visits with (security_invoker = true) as
select v.provider_id, v.premises_id, v.scheduled_at, v.mode, v.notice, v.state, v.score_percent, v.passed,
       v.completed_at, array_to_string(v.critical_failures, '; ') as critical_failures
  from property.visits v where v.authority_id = app.current_org();

create view reporting.export_ofsted with (security_invoker = true) as
select t.provider_id, t.registration, t.outcome, t.outcome_on, t.as_of, t.note
  from accreditation.ofsted_statuses t where t.host_authority_id = app.current_org();

create view reporting.export_call_offs with (security_invoker = true) as
select c.reference, c.scheme_name as scheme, c.lot_name as lot, c.state, c.published_at, c.deadline, c.invited_count
  from tendering.call_offs c where c.placing_authority_id = app.current_org();

-- The search of a host's officers, over what providers have shown to it. Beneath a row-level policy PostgreSQL uses no
-- index for "a part of": the comparison might tell of rows that it refused (it is not leakproof). Where there is much to
-- look through, a function looks the word up as the owner, among what was given to the caller's organisation, and
-- answers ids alone, 200 at most: whoever asks for a word that everything has is told to add another. What is told of
-- them the views below read beneath the policies. The three longest words are compared by the index at once.

-- Which documents have this in their name?
create index if not exists ix_documents_part_of_name on organisations.documents using gin (name app.gin_trgm_ops);

create policy for_the_search on organisations.documents for select to dps_owner using (true);
create policy for_the_search on organisations.document_grants for select to dps_owner using (true);
create or replace function reporting.documents_named(patterns text[]) returns setof uuid
  language sql stable security definer rows 200
  set search_path = organisations, app, pg_catalog as $$
  select d.id from documents d
  where d.name ilike patterns[1]
    and d.name ilike coalesce(patterns[2], patterns[1]) and d.name ilike coalesce(patterns[3], patterns[1])
    and d.name ilike all (patterns) and d.state = 'Ready'
    and exists (
      select from document_grants g where g.document_id = d.id and g.organisation_id = app.current_org())
  limit 200
$$;

-- Which applications name somebody with this in their name?
create or replace function app.names_of_people(answers jsonb) returns text
  language sql immutable parallel safe return jsonb_path_query_array(answers, '$.people.people[*].name')::text;
create index if not exists ix_applications_part_of_a_persons_name on accreditation.applications
  using gin (app.names_of_people(answers) app.gin_trgm_ops);

create policy for_the_search on accreditation.applications for select to dps_owner using (true);
create or replace function reporting.applications_naming(patterns text[]) returns setof uuid
  language sql stable security definer rows 200
  set search_path = accreditation, app, pg_catalog as $$
  select a.id from applications a
  where app.names_of_people(a.answers) ilike patterns[1]
    and app.names_of_people(a.answers) ilike coalesce(patterns[2], patterns[1])
    and app.names_of_people(a.answers) ilike coalesce(patterns[3], patterns[1])
    and a.host_authority_id = app.current_org() and a.submitted_at is not null
  limit 200
$$;

-- Providers against which the one who asks has declared a conflict.
create view reporting.search_conflicts with (security_invoker = true) as
select a.provider_id
  from accreditation.interest_declarations d join accreditation.applications a on a.id = d.application_id
 where d.officer_id = app.current_user_id() and d.has_conflict;

-- Of these the name is found and told, by which they are known to whoever declared it, and nothing else.
create view reporting.search_providers with (security_invoker = true) as
select f.*, concat_ws(' ', f.name, f.company_number, f.charity_number, array_to_string(f.application_references, ' '))
         as words
  from (
    select o.id as provider_id, o.name,
           case when c.conflicted then null else o.company_number end as company_number,
           case when c.conflicted then null else o.charity_number end as charity_number,
           case when c.conflicted then array[]::text[] else a.application_references end as application_references
      from (
        select provider_id, array_agg(reference::text order by submitted_at desc, reference) as application_references
          from accreditation.applications
         where host_authority_id = app.current_org() and submitted_at is not null
         group by provider_id) a
      join organisations.organisations o on o.id = a.provider_id
     cross join lateral (
       select a.provider_id in (select provider_id from reporting.search_conflicts) as conflicted) c) f;

create view reporting.search_people with (security_invoker = true) as
select a.id as application_id, a.reference, a.provider_name, (p ->> 'id')::uuid as person_id, p ->> 'name' as name,
       array(select jsonb_array_elements_text(p -> 'roles')) as roles, a.fit_and_proper_test is not null as is_tested
  from accreditation.applications a, jsonb_array_elements(a.answers #> '{people,people}') p
 where a.host_authority_id = app.current_org() and a.submitted_at is not null
   and a.provider_id not in (select provider_id from reporting.search_conflicts);

-- An applicant's homes that were shown to the host. A home's name can be its address, so that of the others nothing is
-- found.
create view reporting.search_premises with (security_invoker = true) as
select h.id as premises_id, h.name, h.outward_code, h.area_authority, s.address, h.provider_id, o.name as provider_name,
       concat_ws(' ', h.name, h.outward_code, h.area_authority, s.address) as words
  from property.premises_grants g
  join property.premises h on h.id = g.premises_id
  join organisations.organisations o on o.id = h.provider_id
 cross join lateral (select concat_ws(', ', h.address_line, h.town, h.postcode) as address) s
 where g.organisation_id = app.current_org()
   and h.provider_id in (
         select a.provider_id from accreditation.applications a
          where a.host_authority_id = app.current_org() and a.submitted_at is not null)
   and h.provider_id not in (select provider_id from reporting.search_conflicts);

create view reporting.search_documents with (security_invoker = true) as
select d.id as document_id, d.name, d.uploaded_at, o.id as provider_id, o.name as provider_name
  from organisations.documents d join organisations.organisations o on o.id = d.organisation_id
 where d.state = 'Ready' and o.kind = 'Provider'
   and o.id in (
         select a.provider_id from accreditation.applications a
          where a.host_authority_id = app.current_org() and a.submitted_at is not null)
   and o.id not in (select provider_id from reporting.search_conflicts);

grant usage on schema reporting to dps_app;
grant select on all tables in schema reporting to dps_app;
