select app.grant_module('app');

-- When the portal lived is written by its functions alone.
revoke all on app.pulse, app.outages from dps_app, dps_worker;
revoke insert, update, delete on app.migrations_history from dps_app, dps_worker;

-- What waits to be sent tells who was written to, bidders among them: a request puts it there and does not read it.
revoke select, update, delete on app.outbox_messages from dps_app;
grant select (id, raised_at) on app.outbox_messages to dps_app;

create or replace function app.notify_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;

create or replace trigger outbox_wakes_the_dispatcher
  after insert on app.outbox_messages for each statement execute function app.notify_outbox();
