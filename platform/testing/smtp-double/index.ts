import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/**
 * `refuses` rejects the recipient for good (550), `busy` turns away for now (421), `hangs` never greets,
 * `drops` closes the connection when the message comes.
 */
export type SmtpBehaviour = 'works' | 'refuses' | 'busy' | 'hangs' | 'drops';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as sent: headers, empty line, body; lines end with CRLF, dots unstuffed. */
  readonly data: string;
}

/** An SMTP server on a free loopback port that keeps what it receives. */
export interface SmtpDouble {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** Connections so far. */
  connections(): number;
  behave(behaviour: SmtpBehaviour): void;
  close(): Promise<void>;
}

interface Session {
  from: string;
  to: string[];
  /** Lines of the message being received; undefined between messages. */
  data: string[] | undefined;
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

/** Starts the double; it speaks enough of RFC 5321 for any client: EHLO, AUTH PLAIN, MAIL, RCPT, DATA, RSET, QUIT. */
export async function startSmtpDouble(): Promise<SmtpDouble> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let behaviour: SmtpBehaviour = 'works';

  function takeData(session: Session, lines: string[], line: string): string | undefined {
    if (line !== '.') {
      lines.push(line.startsWith('.') ? line.slice(1) : line);
      return undefined;
    }
    received.push({ from: session.from, to: session.to, data: lines.join('\r\n') });
    session.data = undefined;
    session.to = [];
    return '250 kept';
  }

  function takeCommand(session: Session, line: string): string {
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
        return '250-double\r\n250-AUTH PLAIN\r\n250-SMTPUTF8\r\n250 8BITMIME';
      case 'AUTH':
        return '235 welcome';
      case 'MAIL':
        session.from = addressIn(line);
        return '250 ok';
      case 'RCPT':
        if (behaviour === 'refuses') return '550 5.1.1 no such mailbox';
        session.to.push(addressIn(line));
        return '250 ok';
      case 'DATA':
        session.data = [];
        return '354 go on';
      case 'QUIT':
        return '221 bye';
      default:
        return '250 ok';
    }
  }

  function serve(socket: Socket): void {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (behaviour === 'hangs') return;
    if (behaviour === 'busy') {
      socket.end('421 come back later\r\n');
      return;
    }
    const session: Session = { from: '', to: [], data: undefined };
    let rest = '';
    socket.setEncoding('utf8');
    socket.write('220 double ESMTP\r\n');
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const answer =
          session.data === undefined ? takeCommand(session, line) : takeData(session, session.data, line);
        if (behaviour === 'drops' && session.data !== undefined) socket.destroy();
        else if (answer !== undefined) socket.write(`${answer}\r\n`);
        if (answer?.startsWith('221') === true) socket.end();
      }
    });
  }

  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The double got no port');

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    connections: () => connections,
    behave: (next) => {
      behaviour = next;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
