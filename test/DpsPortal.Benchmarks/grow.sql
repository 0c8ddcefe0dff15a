-- Copies every provider of the demo with all that is its own, from the {from}th to the {to}th time, each copy with ids of its own; then adds
-- documents until there are {documents}. Run by the superuser: triggers and foreign keys sleep meanwhile.
set session_replication_role = replica;

create temp table kept (id uuid primary key);
insert into kept select id from organisations.organisations where kind = 'Provider' and not coalesce(name like '% copy %', false);

create temp table copied_table (name text primary key, predicate text);

-- Which tables hold something of a provider: by a column that names one, then by what points to those.
do $$
declare
  t record;
  added int := 1;
begin
  insert into copied_table
  select distinct on (c.table_schema, c.table_name)
    format('%I.%I', c.table_schema, c.table_name), format('%I in (select id from kept)', c.column_name)
  from information_schema.columns c
  join information_schema.tables b using (table_schema, table_name)
  where b.table_type = 'BASE TABLE' and c.table_schema in ('accreditation', 'organisations', 'property', 'tendering')
    and c.column_name in ('provider_id', 'organisation_id', 'owner_organisation_id', 'owner_id')
    and c.table_name not in (
      'organisations', 'users', 'affiliations', 'sessions', 'audit_events', 'bids', 'bid_versions', 'opened_bids',
      'bid_scores', 'outcome_letters', 'referrals', 'call_offs', 'referral_secrets', 'conflict_declarations',
      'colleague_invitations', 'registrations', 'reset_links')
  order by c.table_schema, c.table_name, c.column_name desc;
  insert into copied_table values ('organisations.organisations', 'id in (select id from kept)');

  for t in select name, predicate from copied_table loop
    begin
      execute format('insert into kept select id from %s where %s on conflict do nothing', t.name, t.predicate);
    exception when undefined_column then null;
    end;
  end loop;

  while added > 0 loop
    added := 0;
    for t in
      select k.conrelid::regclass::text as name, a.attname as col,
        exists (select 1 from pg_attribute i where i.attrelid = k.conrelid and i.attname = 'id') as has_id
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join copied_table c on c.name = k.confrelid::regclass::text
      where k.contype = 'f' and array_length(k.conkey, 1) = 1
        and k.conrelid::regclass::text not in (select name from copied_table)
        and k.conrelid::regclass::text ~ '^(accreditation|organisations|property)\.'
        and k.conrelid::regclass::text <> 'organisations.affiliations'
    loop
      insert into copied_table values (t.name, format('%I in (select id from kept)', t.col)) on conflict do nothing;
      if t.has_id then
        execute format('insert into kept select id from %s where %I in (select id from kept) on conflict do nothing', t.name, t.col);
      end if;
      added := added + 1;
    end loop;
  end loop;
end
$$;

-- An id of the copy n in place of an id that is copied; every other id stays.
create function pg_temp.of_copy(of uuid, n int) returns uuid language sql stable as
$$ select case when exists (select 1 from kept where id = of) then md5(of::text || ':' || n)::uuid else of end $$;

do $$
declare
  t record;
  targets text;
  sources text;
begin
  for t in select name, predicate from copied_table order by name loop
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
      string_agg(
        case
          when a.atttypid = 'uuid'::regtype then format('pg_temp.of_copy(r.%I, n)', a.attname)
          when a.attname in ('name', 'provider_name') and t.name || '.' || a.attname in (
            'organisations.organisations.name', 'accreditation.applications.provider_name')
            then format('r.%I || '' copy '' || n', a.attname)
          when a.atttypid in ('text'::regtype, 'varchar'::regtype) and u.attnum is not null
            then format('upper(left(md5(r.%I || '':'' || n), length(r.%1$I)))', a.attname)
          when a.atttypid = 'bytea'::regtype and u.attnum is not null
            then format('sha256(r.%I || n::text::bytea)', a.attname)
          else format('r.%I', a.attname)
        end, ', ' order by a.attnum)
    into targets, sources
    from pg_attribute a
    left join (
      -- The only column of a unique index, or one beside columns that a copy keeps.
      select distinct i.indrelid, i.indkey[0] as attnum from pg_index i where i.indisunique and i.indnkeyatts = 1
    ) u on u.indrelid = a.attrelid and u.attnum = a.attnum
    where a.attrelid = t.name::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attidentity = '';
    execute format(
      'insert into %s (%s) select %s from %s r cross join generate_series({from}, {to}) n where %s',
      t.name, targets, sources, t.name, t.predicate);
  end loop;
end
$$;

-- More documents, spread over all providers, as a portal has after some years.
do $$
declare
  targets text;
  sources text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum),
    string_agg(
      case attname
        when 'id' then 'gen_random_uuid()'
        when 'organisation_id' then 'p.id'
        when 'name' then '(array[''Safeguarding policy'', ''Fire risk assessment'', ''Gas certificate'', ''Insurance certificate'','
          || ' ''Tenancy agreement'', ''Training matrix''])[1 + n % 6] || '' '' || n || ''.pdf'''
        else format('d.%I', attname)
      end, ', ' order by attnum)
  into targets, sources
  from pg_attribute
  where attrelid = 'organisations.documents'::regclass and attnum > 0 and not attisdropped
    and attgenerated = '' and attidentity = '';
  execute format(
    'insert into organisations.documents (%s) select %s from generate_series(1, greatest(0, {documents} - (select count(*) from organisations.documents))::int) n'
    || ' join lateral (select id from (select id, row_number() over (order by id) - 1 as at, count(*) over () as among'
    || ' from organisations.organisations where kind = ''Provider'') o where at = n %% among) p on true'
    || ' cross join (select * from organisations.documents order by id limit 1) d', targets, sources);
end
$$;

-- The host authority may read them: they are the evidence of applications.
insert into organisations.document_grants (document_id, owner_organisation_id, organisation_id)
select d.id, d.organisation_id, (select host_authority_id from accreditation.applications limit 1)
from organisations.documents d
where not exists (select 1 from organisations.document_grants g where g.document_id = d.id)
  and exists (select 1 from organisations.organisations o where o.id = d.organisation_id and o.kind = 'Provider');

set session_replication_role = default;
drop table kept, copied_table;
analyze;
