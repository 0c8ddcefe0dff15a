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

grant usage on schema reporting to dps_app;
grant select on all tables in schema reporting to dps_app;
