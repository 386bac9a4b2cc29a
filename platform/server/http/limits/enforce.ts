import type { FastifyReply } from 'fastify';
import { Refusal } from '#base/refusal';
import type { RouteDefinition } from '#platform/contract';
import { quotaCode } from '../problems/problem.ts';
import { limitAddress } from './address.ts';
import type { Limiter, Policy, Usage } from './limiter.ts';

/** A policy with its header text, made once. */
export interface LimitRule {
  readonly policy: Policy;
  readonly policyHeader: string;
  readonly byAddress: boolean;
}

function ruleOf(policy: Policy, byAddress: boolean): LimitRule {
  return { policy, byAddress, policyHeader: `"${policy.name}";q=${policy.max};w=${policy.windowSeconds}` };
}

export function defaultRule(perMinute: number): LimitRule {
  return ruleOf({ name: 'default', max: perMinute, windowSeconds: 60 }, false);
}

/** A route's own limit replaces the default one and has its own counter. */
export function ruleFor(definition: RouteDefinition, otherwise: LimitRule): LimitRule {
  const limit = definition.rateLimit;
  if (limit === undefined) return otherwise;
  const policy = { name: definition.name, max: limit.max, windowSeconds: limit.windowSeconds };
  return ruleOf(policy, limit.by === 'address');
}

function settle(rule: LimitRule, usage: Usage, reply: FastifyReply): void {
  reply.header('ratelimit-policy', rule.policyHeader);
  reply.header('ratelimit', `"${rule.policy.name}";r=${usage.remaining};t=${usage.resetSeconds}`);
  if (usage.allowed) return;
  throw new Refusal('limited', quotaCode, 'Too many requests. Try again later.', {
    retryAfterSeconds: usage.resetSeconds,
    'violated-policies': [rule.policy.name],
  });
}

/**
 * Counts a request and writes the RateLimit headers; refuses when the quota is used up.
 * Answers a promise only when the counters live elsewhere.
 */
export function enforceLimit(
  limiter: Limiter,
  rule: LimitRule,
  userId: string | undefined,
  reply: FastifyReply,
): void | Promise<void> {
  const subject = userId === undefined || rule.byAddress ? limitAddress(reply.request.ip) : `user:${userId}`;
  const usage = limiter.consume(subject, rule.policy);
  if (usage instanceof Promise) return usage.then((answer) => settle(rule, answer, reply));
  return settle(rule, usage, reply);
}
