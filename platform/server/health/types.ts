export type HealthStatus = 'healthy' | 'degraded' | 'unhealthy';

export interface HealthFinding {
  readonly status: HealthStatus;
  /** One plain sentence for operators; no secrets, no addresses. */
  readonly detail?: string;
}

/** One thing that can be well or ill. */
export interface HealthCheck {
  readonly name: string;
  /** An unhealthy critical part makes the whole unhealthy (503); any other only degrades it. */
  readonly critical: boolean;
  /** Answers within two seconds or counts as unhealthy. */
  check(): Promise<HealthFinding>;
}
