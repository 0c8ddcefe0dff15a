import { writeFile } from 'node:fs/promises';
import { Client } from 'pg';

/** Npgsql's `Host=...;Port=...` of the test cluster's superuser. */
function clusterOf(connection: string): Record<string, string> {
  return Object.fromEntries(connection.split(';').map((part) => part.split('=', 2).map((word) => word.trim())));
}

/**
 * The one clock of the test cluster: deadlines, workers and pages follow it. `etc/test.sh` makes its table before the
 * server starts; on a server without it time cannot be moved.
 */
export class Clock {
  private constructor(private readonly database: Client) {}

  static async open(): Promise<Clock> {
    const { Host, Port, Username, Password } = clusterOf(process.env['DPS_TEST_POSTGRES'] ?? '');
    const database = new Client({
      host: Host,
      port: Number(Port),
      user: Username,
      password: Password,
      database: 'dps_portal',
    });
    await database.connect();
    return new Clock(database);
  }

  async now(): Promise<Date> {
    const { rows } = await this.database.query<{ now: Date }>('select app.now() as now');
    if (!rows[0]) throw new Error('The database tells no time.');
    return rows[0].now;
  }

  /** From there the clock goes on. It never goes back. */
  async moveTo(instant: Date): Promise<void> {
    await this.database.query(
      'update app.clock_offset set shift = $1::timestamptz - clock_timestamp() where $1::timestamptz > app.now()',
      [instant.toISOString()],
    );
    expectMoved((await this.now()) >= instant);
    await this.moveOpener();
  }

  /** The Opener keeps to a clock of its own: it runs under `faketime`, which reads its offset from this file. */
  private async moveOpener(): Promise<void> {
    const { rows } = await this.database.query<{ seconds: string }>(
      'select extract(epoch from shift) as seconds from app.clock_offset',
    );
    const file = process.env['DPS_OPENER_TIME'];
    if (!file || !rows[0]) throw new Error('Nobody said where the time of the Opener stands (DPS_OPENER_TIME).');
    await writeFile(file, `+${rows[0].seconds}\n`);
  }

  async close(): Promise<void> {
    await this.database.end();
  }
}

function expectMoved(moved: boolean): void {
  if (!moved) throw new Error('The clock did not move: app.clock_offset has no row. etc/test.sh makes it.');
}
