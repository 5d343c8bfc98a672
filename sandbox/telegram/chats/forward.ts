import type { Content, MessageOrigin } from '../message.ts';
import type { StoredMessage } from '../state.ts';

const service = ['pinned_message', 'successful_payment', 'refunded_payment'] as const;

/** Messages of the service cannot be sent again, and an invoice cannot be copied. */
export function isCopyable(stored: StoredMessage): boolean {
  return !isOfService(stored) && stored.content.invoice === undefined;
}

export function isForwardable(stored: StoredMessage): boolean {
  return !isOfService(stored) && stored.frame.has_protected_content === undefined;
}

function isOfService({ content }: StoredMessage): boolean {
  return service.some((kind) => content[kind] !== undefined);
}

/** A forward of a forward names the first writer. */
export function originOf({ frame }: StoredMessage): MessageOrigin {
  return frame.forward_origin ?? { type: 'user', sender_user: frame.from, date: frame.date };
}

/** What the copy of a message says. Buttons are not copied, and a copy belongs to no album. */
export function copyOf({ content }: StoredMessage): Content {
  return structuredClone(content);
}
