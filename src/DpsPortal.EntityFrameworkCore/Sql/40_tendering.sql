select app.grant_module('tendering');

-- The key of the case numbers' hashes, where the installation was not given one. Made once.
create table if not exists tendering.installation_key (
  only_one boolean primary key default true check (only_one),
  key bytea not null);
insert into tendering.installation_key (key)
  select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
  on conflict do nothing;
grant select on tendering.installation_key to dps_app, dps_worker;
revoke insert, update, delete on tendering.installation_key from dps_app, dps_worker;

-- What a young person needs, and the date of birth apart, belongs to the placing authority.
select app.fence('tendering.referrals');
create policy of_the_authority on tendering.referrals
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
select app.fence('tendering.referral_secrets');
create policy of_the_authority on tendering.referral_secrets
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());

-- An invitation is seen by both; only the provider can answer it.
select app.fence('tendering.invitations');
create policy seen_by_both on tendering.invitations for select
  using (placing_authority_id = app.current_org() or provider_id = app.current_org());
create policy sent_by_the_authority on tendering.invitations for insert
  with check (placing_authority_id = app.current_org());
create policy answered_by_the_provider on tendering.invitations for update
  using (provider_id = app.current_org()) with check (provider_id = app.current_org());
revoke update, delete on tendering.invitations from dps_app, dps_worker;
grant update (declined, declined_at, version) on tendering.invitations to dps_app, dps_worker;

-- A question or its answer, which everybody invited reads, must name none of them: whoever writes one asks for the names.
create policy for_the_function_below on tendering.invitations for select to dps_owner using (true);
create or replace function tendering.names_invited(id_of_call_off uuid) returns setof text
  language sql stable security definer set search_path = tendering, app, pg_catalog as $$
  select i.provider_name from invitations i
  where i.call_off_id = id_of_call_off and exists (
    select from invitations own
    where own.call_off_id = id_of_call_off and app.current_org() in (own.placing_authority_id, own.provider_id))
$$;
revoke execute on function tendering.names_invited(uuid) from public;
grant execute on function tendering.names_invited(uuid) to dps_app, dps_worker;

-- A call-off is its authority's; whoever was invited reads it, and invitations exist only from publication on.
select app.fence('tendering.call_offs');
create policy of_the_authority on tendering.call_offs
  using (placing_authority_id = app.current_org()) with check (placing_authority_id = app.current_org());
create policy read_by_the_invited on tendering.call_offs for select
  using (exists (
    select from tendering.invitations i
    where i.call_off_id = call_offs.id and i.provider_id = app.current_org()));

-- Bids are read once their call-off was opened: after its deadline and by two, whatever the application believes.
create or replace function tendering.refuse_opening_early() returns trigger language plpgsql as $$
begin
  if new.opened_at is distinct from old.opened_at and (
    old.opened_at is not null or new.deadline > app.now() or old.deadline is distinct from new.deadline
    or (select count(distinct e ->> 'userId') from jsonb_array_elements(new.openers) e) < 2)
  then
    raise exception 'The box is sealed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger call_offs_are_opened_by_two
  before update of opened_at on tendering.call_offs for each row execute function tendering.refuse_opening_early();

-- The sealed box: a provider's own, and the authority's from the moment its call-off was opened.
select app.fence('tendering.bids');
create policy of_the_provider on tendering.bids
  using (provider_id = app.current_org()) with check (provider_id = app.current_org());
create policy read_once_opened on tendering.bids for select
  using (exists (
    select from tendering.call_offs c
    where c.id = bids.call_off_id and c.placing_authority_id = app.current_org() and c.opened_at is not null));

select app.fence('tendering.bid_versions');
create policy read_by_the_provider on tendering.bid_versions for select using (provider_id = app.current_org());
create policy added_by_the_provider on tendering.bid_versions for insert with check (provider_id = app.current_org());
create policy read_once_opened on tendering.bid_versions for select
  using (exists (
    select from tendering.call_offs c
    where c.id = bid_versions.call_off_id and c.placing_authority_id = app.current_org()
      and c.opened_at is not null));
select app.write_once('tendering.bid_versions');

-- The last judge: nothing enters or leaves the box of a call-off that is not open, whatever the application believes.
create or replace function tendering.refuse_when_shut() returns trigger language plpgsql as $$
begin
  if not exists (
    select from tendering.call_offs c
    where c.id = new.call_off_id and c.state = 'Published' and app.now() < c.deadline + interval '5 seconds')
  then
    raise exception 'The call-off takes no bids' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create or replace trigger bids_rest_when_shut
  before insert or update on tendering.bids for each row execute function tendering.refuse_when_shut();
create or replace trigger bid_versions_rest_when_shut
  before insert on tendering.bid_versions for each row execute function tendering.refuse_when_shut();
revoke delete on tendering.bids from dps_app, dps_worker;

-- A receipt is its provider's, and the authority's from the moment its call-off was opened; changed by nobody.
select app.fence('tendering.bid_receipts');
create policy read_by_the_provider on tendering.bid_receipts for select using (provider_id = app.current_org());
create policy added_by_the_provider on tendering.bid_receipts for insert with check (provider_id = app.current_org());
create policy read_once_opened on tendering.bid_receipts for select
  using (exists (
    select from tendering.call_offs c
    where c.id = bid_receipts.call_off_id and c.placing_authority_id = app.current_org()
      and c.opened_at is not null));
select app.write_once('tendering.bid_receipts');
create or replace trigger bid_receipts_rest_when_shut
  before insert on tendering.bid_receipts for each row execute function tendering.refuse_when_shut();

-- A closed box and its opening is everybody's to read, signed in or not, and changed by nobody. Its receipts are listed
-- once it was opened; before that its bidders alone read them, and whoever opens it in that very transaction.
select app.fence('tendering.closed_boxes');
create policy read_by_all on tendering.closed_boxes for select using (true);
create policy closed_by_the_authority on tendering.closed_boxes for insert
  with check (authority_id = app.current_org() and exists (
    select from tendering.call_offs c
    where c.id = closed_boxes.call_off_id and c.placing_authority_id = app.current_org() and c.deadline <= app.now()));
select app.fence('tendering.box_openings');
create policy read_by_all on tendering.box_openings for select using (true);
create policy opened_by_the_authority on tendering.box_openings for insert
  with check (authority_id = app.current_org() and exists (
    select from tendering.call_offs c
    where c.id = box_openings.call_off_id and c.placing_authority_id = app.current_org()
      and c.opened_at is not null));
select app.fence('tendering.box_leaves');
create policy read_once_opened on tendering.box_leaves for select
  using (exists (select from tendering.box_openings o where o.call_off_id = box_leaves.call_off_id));
create policy read_by_who_opens on tendering.box_leaves for select
  using (exists (
    select from tendering.call_offs c
    where c.id = box_leaves.call_off_id and c.placing_authority_id = app.current_org() and c.opened_at is not null));
create policy read_by_its_bidders on tendering.box_leaves for select
  using (exists (
    select from tendering.bid_receipts r
    where r.call_off_id = box_leaves.call_off_id and r.provider_id = app.current_org()));
create policy closed_by_the_authority on tendering.box_leaves for insert
  with check (authority_id = app.current_org() and exists (
    select from tendering.call_offs c
    where c.id = box_leaves.call_off_id and c.placing_authority_id = app.current_org() and c.deadline <= app.now()));
select app.write_once('tendering.closed_boxes'), app.write_once('tendering.box_openings'),
  app.write_once('tendering.box_leaves');
revoke insert on tendering.closed_boxes, tendering.box_leaves from dps_app;

-- The key of a provider's drafts, encrypted under one that is in no database.
select app.fence('tendering.draft_keys');
create policy of_the_provider on tendering.draft_keys for select using (provider_id = app.current_org());
create policy made_by_the_provider on tendering.draft_keys for insert with check (provider_id = app.current_org());
revoke update, delete on tendering.draft_keys from dps_app, dps_worker;

-- The Opener: what it is asked, and the little that it sees and writes to answer.
grant usage on schema app, tendering to dps_opener;

select app.fence('tendering.opener_requests');
create policy asked_by_the_authority on tendering.opener_requests for insert
  with check (authority_id = app.current_org() and answered_at is null and exists (
    select from tendering.call_offs c
    where c.id = opener_requests.call_off_id and c.placing_authority_id = app.current_org()));
create policy read_by_the_authority on tendering.opener_requests for select using (authority_id = app.current_org());
create policy answered_by_the_opener on tendering.opener_requests to dps_opener using (true) with check (true);
revoke update, delete on tendering.opener_requests from dps_app, dps_worker;
grant select, update (answered_at, refusal, opening) on tendering.opener_requests to dps_opener;

-- A box is opened on the word of a second officer, after its deadline, whatever the application believes.
create or replace function tendering.refuse_asking_early() returns trigger language plpgsql as $$
begin
  if new.kind = 'Open' and not exists (
    select from tendering.call_offs c
    where c.id = new.call_off_id and c.state = 'Closed' and c.deadline <= app.now()
      and jsonb_array_length(c.openers) = 1 and c.openers -> 0 ->> 'userId' <> new.officer_id::text)
  then
    raise exception 'The box is sealed' using errcode = 'insufficient_privilege';
  end if;
  perform pg_notify('opener_requests', '');
  return new;
end $$;
create or replace trigger boxes_are_opened_by_two
  before insert on tendering.opener_requests for each row execute function tendering.refuse_asking_early();

-- A box key is public; who may not write one is the point.
select app.fence('tendering.box_keys');
create policy read_by_all on tendering.box_keys for select using (true);
create policy published_by_the_opener on tendering.box_keys for insert to dps_opener with check (true);
select app.write_once('tendering.box_keys');
revoke insert on tendering.box_keys from dps_app, dps_worker;
grant select, insert on tendering.box_keys to dps_opener;

create policy for_the_opener on tendering.bid_versions for select to dps_opener using (true);
create policy for_the_opener on tendering.bid_receipts for select to dps_opener using (true);
create policy for_the_opener on tendering.closed_boxes for select to dps_opener using (true);
grant select (id, call_off_id, bid_id, provider_id, number, sealed) on tendering.bid_versions to dps_opener;
grant select (version_id, call_off_id, withdrawn, signed) on tendering.bid_receipts to dps_opener;
grant select on tendering.closed_boxes to dps_opener;

-- What came out of the box is the authority's once its call-off was opened, and that of whoever bid it.
select app.fence('tendering.released_bids');
create policy released_by_the_opener on tendering.released_bids to dps_opener using (true) with check (true);
create policy read_once_opened on tendering.released_bids for select
  using (exists (
    select from tendering.call_offs c
    where c.id = released_bids.call_off_id and c.placing_authority_id = app.current_org()
      and c.opened_at is not null));
create policy read_by_the_provider on tendering.released_bids for select using (provider_id = app.current_org());
select app.write_once('tendering.released_bids');
revoke insert on tendering.released_bids from dps_app, dps_worker;
grant select, insert on tendering.released_bids to dps_opener;

-- Evaluation is the authority's alone.
select app.fence('tendering.opened_bids');
create policy of_the_authority on tendering.opened_bids
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
select app.fence('tendering.score_sheets');
create policy of_the_authority on tendering.score_sheets
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
select app.fence('tendering.bid_scores');
create policy of_the_authority on tendering.bid_scores
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
select app.fence('tendering.conflict_declarations');
create policy of_the_authority on tendering.conflict_declarations
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());

-- A question about a price is the authority's and that bidder's, who answers it and changes nothing else of it.
select app.fence('tendering.price_questions');
create policy seen_by_both on tendering.price_questions for select
  using (authority_id = app.current_org() or provider_id = app.current_org());
create policy asked_by_the_authority on tendering.price_questions for insert
  with check (authority_id = app.current_org());
create policy decided_by_the_authority on tendering.price_questions for update
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
create policy answered_by_the_provider on tendering.price_questions for update
  using (provider_id = app.current_org() and state = 'Asked')
  with check (provider_id = app.current_org() and state = 'Answered');
revoke update, delete on tendering.price_questions from dps_app, dps_worker;
grant update (state, question, asked_by_id, asked_by_name, asked_at, answer_by, answer, answered_by_name, answered_at,
  decision_reason, decided_by_id, decided_by_name, decided_at, version) on tendering.price_questions
  to dps_app, dps_worker;

-- Who asked a question is seen by that provider alone, the authority and the owner included.
select app.fence('tendering.question_askers');
create policy of_the_provider on tendering.question_askers for select using (provider_id = app.current_org());
create policy asked_by_the_invited on tendering.question_askers for insert
  with check (provider_id = app.current_org() and exists (
    select from tendering.invitations i
    where i.call_off_id = question_askers.call_off_id and i.provider_id = app.current_org()));
revoke update, delete on tendering.question_askers from dps_app, dps_worker;

-- A question is its authority's and its asker's; everybody who was invited reads it once it is answered.
select app.fence('tendering.questions');
create policy of_the_authority on tendering.questions for select using (authority_id = app.current_org());
create policy read_by_the_asker on tendering.questions for select
  using (exists (
    select from tendering.question_askers a
    where a.question_id = questions.id and a.provider_id = app.current_org()));
create policy read_once_answered on tendering.questions for select
  using (state = 'Answered' and exists (
    select from tendering.invitations i
    where i.call_off_id = questions.call_off_id and i.provider_id = app.current_org()));
create policy asked_by_the_invited on tendering.questions for insert
  with check (state = 'Asked' and exists (
    select from tendering.question_askers a
    where a.question_id = questions.id and a.call_off_id = questions.call_off_id
      and a.provider_id = app.current_org()));
create policy answered_by_the_authority on tendering.questions for update
  using (authority_id = app.current_org() and state = 'Asked')
  with check (authority_id = app.current_org() and state = 'Answered');
revoke update, delete on tendering.questions from dps_app, dps_worker;
grant update (state, answer, material, answered_by_name, answered_at, version) on tendering.questions
  to dps_app, dps_worker;

-- That a home was used before the portal is the authority's word, which an approved award confirms for good. Its provider
-- learns that it was confirmed, and nothing else of it.
select app.fence('tendering.earlier_uses');
create policy seen_by_the_authority on tendering.earlier_uses for select using (authority_id = app.current_org());
create policy recorded_by_the_authority on tendering.earlier_uses for insert
  with check (authority_id = app.current_org() and confirmed_at is null);
create policy confirmed_by_the_authority on tendering.earlier_uses for update
  using (authority_id = app.current_org() and confirmed_at is null) with check (authority_id = app.current_org());
create policy taken_back_by_the_authority on tendering.earlier_uses for delete
  using (authority_id = app.current_org() and confirmed_at is null);
revoke update on tendering.earlier_uses from dps_app, dps_worker;
grant update (confirmed_by_name, confirmed_at) on tendering.earlier_uses to dps_app, dps_worker;

create policy for_the_function_below on tendering.earlier_uses for select to dps_owner using (true);
create policy for_the_function_below on tendering.conflict_declarations for select to dps_owner using (true);
create or replace function tendering.homes_used_before(authority uuid, homes uuid[])
  returns table (premises_id uuid, confirmed_at timestamptz)
  language sql stable security definer set search_path = tendering, app, pg_catalog as $$
  select u.premises_id, max(u.confirmed_at) from earlier_uses u
  where u.authority_id = authority and u.premises_id = any (homes) and u.confirmed_at is not null
    and app.current_org() in (u.authority_id, u.provider_id)
    and not exists (
      select from conflict_declarations d
      where d.call_off_id = u.call_off_id and d.user_id = u.recorded_by_id and d.has_conflict)
  group by u.premises_id
$$;
revoke execute on function tendering.homes_used_before(uuid, uuid[]) from public;
grant execute on function tendering.homes_used_before(uuid, uuid[]) to dps_app, dps_worker;

-- A letter is seen by both and changed by nobody.
select app.fence('tendering.outcome_letters');
create policy seen_by_both on tendering.outcome_letters for select
  using (authority_id = app.current_org() or provider_id = app.current_org());
create policy issued_by_the_authority on tendering.outcome_letters for insert
  with check (authority_id = app.current_org());
select app.write_once('tendering.outcome_letters');

-- The report on an award is its authority's, and changed by nobody.
select app.fence('tendering.award_records');
create policy of_the_authority on tendering.award_records for select using (authority_id = app.current_org());
create policy written_by_the_authority on tendering.award_records for insert
  with check (authority_id = app.current_org());
select app.write_once('tendering.award_records');

-- Closing has to know what no policy shows it; each function answers its one question, as the owner.
create policy for_the_functions_below on tendering.call_offs for select to dps_owner using (true);
create policy for_the_functions_below on tendering.bids for select to dps_owner using (true);
create policy for_the_functions_below on tendering.bid_versions for select to dps_owner using (true);
create policy for_the_functions_below on tendering.bid_receipts for select to dps_owner using (true);

create or replace function tendering.any_bid(id_of_call_off uuid) returns boolean
  language plpgsql stable security definer set search_path = tendering, app, pg_catalog as $$
begin
  if not exists (
    select from call_offs c
    where c.id = id_of_call_off and c.placing_authority_id = app.current_org() and c.deadline <= app.now())
  then
    raise exception 'The box is sealed' using errcode = 'insufficient_privilege';
  end if;
  -- By the receipts, which nobody can write anew, not by what is said of a bid.
  return exists (
    select from bid_versions v
    where v.call_off_id = id_of_call_off
      and not exists (select from bid_versions w where w.bid_id = v.bid_id and w.number > v.number)
      and not exists (select from bid_receipts r where r.version_id = v.id and r.withdrawn));
end $$;

-- Whose bids wait to be opened, and which reminder of that is due.
select app.fence('tendering.opening_reminders');
create policy of_the_authority on tendering.opening_reminders
  using (authority_id = app.current_org()) with check (authority_id = app.current_org());
create policy for_the_function_below on tendering.opening_reminders for select to dps_owner using (true);
revoke update, delete on tendering.opening_reminders from dps_app, dps_worker;
create or replace function tendering.waiting_boxes(at_most int, first_after interval, second_after interval)
  returns table (id uuid, authority_id uuid, authority_name text, number int)
  language sql volatile security definer set search_path = tendering, app, pg_catalog as $$
  select c.id, c.placing_authority_id, c.placing_authority_name, due.number
  from call_offs c
  cross join lateral (
    select case when c.closed_at <= app.now() - second_after then 2 else 1 end as number) due
  where c.state = 'Closed' and c.closed_at <= app.now() - first_after and not exists (
    select from opening_reminders r where r.call_off_id = c.id and r.number >= due.number)
  order by c.closed_at limit at_most
$$;
revoke execute on function tendering.waiting_boxes(int, interval, interval) from public;
grant execute on function tendering.waiting_boxes(int, interval, interval) to dps_worker;

-- The receipts of a box that closes, by hashes that tell nothing of whose they are.
create or replace function tendering.leaves_of(id_of_call_off uuid) returns setof text
  language plpgsql stable security definer set search_path = tendering, app, pg_catalog as $$
begin
  if not exists (
    select from call_offs c
    where c.id = id_of_call_off and c.placing_authority_id = app.current_org() and c.deadline <= app.now())
  then
    raise exception 'The box is sealed' using errcode = 'insufficient_privilege';
  end if;
  return query select r.leaf::text from bid_receipts r where r.call_off_id = id_of_call_off;
end $$;

-- Whose bid is in a closed box, and its receipt, so that each gets its proof.
create or replace function tendering.box_bidders(id_of_call_off uuid) returns table (provider_id uuid, leaf text)
  language plpgsql stable security definer set search_path = tendering, app, pg_catalog as $$
begin
  if not exists (
    select from closed_boxes c where c.call_off_id = id_of_call_off and c.authority_id = app.current_org())
  then
    raise exception 'The box is not closed' using errcode = 'insufficient_privilege';
  end if;
  return query
    select b.provider_id, r.leaf::text from bids b
    join bid_versions v on v.bid_id = b.id and v.number = b.last_version
    join bid_receipts r on r.version_id = v.id and not r.withdrawn
    where b.call_off_id = id_of_call_off and b.state = 'Submitted';
end $$;
revoke execute on function tendering.leaves_of(uuid), tendering.box_bidders(uuid) from public;
grant execute on function tendering.leaves_of(uuid), tendering.box_bidders(uuid) to dps_worker;

-- Whose deadline has passed, or whose bidders lost time to an outage and have not got it back.
drop function if exists tendering.due_call_offs(int);
create or replace function tendering.due_call_offs(at_most int, stretch interval, least_lost interval)
  returns table (id uuid, authority_id uuid, authority_name text)
  language sql volatile security definer set search_path = tendering, app, pg_catalog as $$
  select c.id, c.placing_authority_id, c.placing_authority_name from call_offs c
  where c.state = 'Published' and (c.deadline <= app.now() or exists (
    select from app.lost_before(c.deadline, stretch, greatest(c.published_at, (
      select max((e ->> 'at')::timestamptz) from jsonb_array_elements(c.extensions) e
      where e ->> 'reason' = 'PortalFault'))) l
    where l.lost >= least_lost))
  order by c.deadline limit at_most
$$;
revoke execute on function tendering.any_bid(uuid), tendering.due_call_offs(int, interval, interval) from public;
grant execute on function tendering.any_bid(uuid) to dps_worker;
grant execute on function tendering.due_call_offs(int, interval, interval) to dps_worker;
