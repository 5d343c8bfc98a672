import type { ExecutionContext } from 'ava';
import type { MessageView, ChatView } from '../../telegram/control/view/chat.ts';
import { startTelegram, type TelegramOptions } from '../../telegram/emulator.ts';
import type { CheckedRequests } from '../../telegram/conformance/observer.ts';

export type Reply = {
  status: number;
  retryAfter: string | null;
  ok: boolean;
  result?: unknown;
  description?: string;
  parameters?: { retry_after: number };
};

export type Params = Record<string, unknown>;

type TestOptions = Partial<TelegramOptions> & {
  /** 'all' where a real bot calls; 'none' for a test that sends what the specification forbids and the server takes. */
  requests?: CheckedRequests;
};

/** A running emulator with a plain HTTP client for it, closed when the test ends. Non-conforming traffic fails the test. */
export async function telegramFor(t: ExecutionContext, { requests = 'accepted', ...options }: TestOptions = {}) {
  const failures: unknown[] = [];
  const telegram = await startTelegram({
    port: 0,
    conformance: { requests },
    onError: (error) => failures.push(error),
    ...options,
  });
  t.teardown(async () => {
    await telegram.close();
    const { problems } = telegram.conformance();
    if (problems.length > 0) throw new Error(problems.join('\n'));
    if (failures.length > 0) throw new AggregateError(failures, 'the emulator itself failed');
  });
  return { ...telegram, ...clientOf(telegram) };
}

export type TestTelegram = Awaited<ReturnType<typeof telegramFor>>;

export function clientOf({ url, botToken }: { url: string; botToken: string }) {
  const api = `${url}/bot${botToken}`;

  async function call(method: string, params: Params = {}, signal?: AbortSignal): Promise<Reply> {
    const response = await fetch(`${api}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
      ...(signal && { signal }),
    });
    // Every answer to a call that is no fault is JSON of this shape.
    const body = (await response.json()) as Omit<Reply, 'status' | 'retryAfter'>;
    return { ...body, status: response.status, retryAfter: response.headers.get('retry-after') };
  }

  /** The test names the shape it expects; the observer has held the result against the specification. */
  async function ok<Result>(method: string, params: Params = {}): Promise<Result> {
    const reply = await call(method, params);
    if (!reply.ok) throw new Error(`${method}: ${reply.description}`);
    return reply.result as Result;
  }

  async function refused(method: string, params: Params = {}): Promise<string> {
    const { status, ok: accepted, description = '' } = await call(method, params);
    return accepted ? 'accepted' : `${status} ${description}`;
  }

  async function control(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  async function done<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    const reply = await control(method, path, body);
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
    return reply.body as Result;
  }

  const chat = (user: number, query = '') => done<ChatView>('GET', `chats/${user}${query}`);

  return {
    api,
    call,
    ok,
    refused,
    control,
    done,
    chat,
    send: (user: number, text: string) => done<{ message_id: number }>('POST', 'send', { user, text }),
    press: (user: number, messageId: number, button: string) =>
      done<{ callback_query_id: string }>('POST', 'press', { user, message_id: messageId, button }),
    block: (user: number, blocked: boolean) => done('POST', 'block', { user, blocked }),
    fault: (fault: unknown) => done('POST', 'faults', fault),
    /** Waits until the chat shows a message that `matches`. */
    sees: async (user: number, matches: (message: MessageView) => boolean): Promise<MessageView> => {
      let view = await chat(user);
      for (;;) {
        const found = view.messages.find(matches);
        if (found) return found;
        view = await chat(user, `?after=${view.revision}&wait=30`);
      }
    },
  };
}
