// Gives the database of a test cluster a clock that journeys may move: node scripts/test-clock.mjs
//
// DPS_TEST_POSTGRES is its superuser, as Npgsql writes it. Run it before the server starts: a server that finds no such
// table keeps to the system's clock.
import pg from 'pg';

const { Host, Port, Username, Password } = Object.fromEntries(
  (process.env.DPS_TEST_POSTGRES ?? '').split(';').map((part) => part.split('=', 2)),
);
const database = new pg.Client({
  host: Host,
  port: Number(Port),
  user: Username,
  password: Password,
  database: 'dps_portal',
});
await database.connect();
await database.query(`
  create table if not exists app.clock_offset (shift interval not null);
  insert into app.clock_offset select interval '0' where not exists (select from app.clock_offset);
  grant select on app.clock_offset to dps_owner, dps_app, dps_worker, dps_opener;`);
await database.end();
