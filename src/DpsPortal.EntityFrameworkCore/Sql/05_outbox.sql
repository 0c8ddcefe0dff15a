select app.grant_module('app');

-- When the portal lived is written by its functions alone.
revoke all on app.pulse, app.outages from dps_app, dps_worker;
revoke insert, update, delete on app.migrations_history from dps_app, dps_worker;

create or replace function app.notify_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;

create or replace trigger outbox_wakes_the_dispatcher
  after insert on app.outbox_messages for each statement execute function app.notify_outbox();
