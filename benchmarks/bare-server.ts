import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The reference of `http-read.bench.ts`: what Node.js and PostgreSQL give without anything around them. One
 * prepared statement for each request; nobody is asked who they are, nothing is checked, logged or measured.
 *
 * Usage: node bare-server.ts <database url> <statement> <values as JSON>
 */
const [url, text, values] = process.argv.slice(2);
if (url === undefined || text === undefined || values === undefined)
  throw new Error('Three arguments, please.');

const pool = new pg.Pool({ connectionString: url, max: 10 });
const statement = { name: 'reference', text, values: JSON.parse(values) };

const server = createServer((_request, response) => {
  pool.query(statement).then(
    ({ rows }) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows[0]));
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.stdout.write(`${address.port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
