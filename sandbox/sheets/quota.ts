import type { Clock } from '@opsheet/shared/runtime/clock';
import { ApiError } from './errors.ts';

/** Calls a minute; a batch counts as one. Reads and writes are counted apart. */
export type QuotaSettings = {
  enabled: boolean;
  readPerMinute: number;
  writePerMinute: number;
  projectReadPerMinute: number;
  projectWritePerMinute: number;
};

/** What Google gives: see its page of limits. A service account is one user, whoever it works for. */
export const googleQuota: QuotaSettings = {
  enabled: true,
  readPerMinute: 60,
  writePerMinute: 60,
  projectReadPerMinute: 300,
  projectWritePerMinute: 300,
};

export type Quota = {
  settings: () => QuotaSettings;
  /** Changes what is given, and counts anew. */
  change: (settings: Partial<QuotaSettings>) => void;
  /** Counts a call; throws the 429 when the minute's calls are used up. Refused calls do not count. */
  spend: (kind: 'read' | 'write', user: string) => void;
};

const project = '101010101010';

/** Every counter is full again at each full minute of the clock. */
export function openQuota(clock: Clock, initial: QuotaSettings): Quota {
  let settings = initial;
  let minute = 0;
  const counts = new Map<string, number>();
  const used = (key: string) => counts.get(key) ?? 0;
  return {
    settings: () => settings,
    change(more) {
      settings = { ...settings, ...more };
      counts.clear();
    },
    spend(kind, user) {
      if (!settings.enabled) return;
      const now = Math.floor(clock.now() / 60_000);
      if (now !== minute) counts.clear();
      minute = now;
      const [ofUser, ofProject] = [`${kind} ${user}`, kind];
      const [perUser, perProject] =
        kind === 'read'
          ? [settings.readPerMinute, settings.projectReadPerMinute]
          : [settings.writePerMinute, settings.projectWritePerMinute];
      if (used(ofUser) >= perUser) throw exceeded(kind, 'per user');
      if (used(ofProject) >= perProject) throw exceeded(kind, 'per project');
      counts.set(ofUser, used(ofUser) + 1);
      counts.set(ofProject, used(ofProject) + 1);
    },
  };
}

/** The body is the one recorded from Google for reads per user. It comes without a Retry-After. */
export function exceeded(kind: 'read' | 'write', scope: 'per user' | 'per project'): ApiError {
  const Kind = kind === 'read' ? 'Read' : 'Write';
  const limit = scope === 'per user' ? `${Kind} requests per minute per user` : `${Kind} requests per minute`;
  const quotaLimit = `${Kind}RequestsPerMinutePer${scope === 'per user' ? 'User' : 'Project'}`;
  return new ApiError({
    code: 429,
    message:
      `Quota exceeded for quota metric '${Kind} requests' and limit '${limit}' of service 'sheets.googleapis.com' ` +
      `for consumer 'project_number:${project}'.`,
    status: 'RESOURCE_EXHAUSTED',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          consumer: `projects/${project}`,
          quota_limit: quotaLimit,
          quota_metric: `sheets.googleapis.com/${kind}_requests`,
          service: 'sheets.googleapis.com',
        },
      },
    ],
  });
}
