import type { Caller } from './caller.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, once the route's door let them in. */
    caller: Caller | null;
    /** The code of the problem answered, for the log line. */
    problemCode: string | undefined;
  }
  interface FastifyContextConfig {
    /** The body is read as text, whatever its type. */
    readonly textBody?: boolean;
    /** Answers even while the process is overloaded. */
    readonly pressureHandler?: (request: FastifyRequest, reply: FastifyReply) => void;
  }
}
