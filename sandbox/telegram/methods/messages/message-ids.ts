import { badRequest } from '../../api-error.ts';
import { jsonOf, type CallParameters } from '../../call-parameters.ts';

const most = 100;
const largest = 2 ** 31 - 1;

/** The `message_ids` of a call about several messages. Throws the server's errors. */
export function readMessageIds(parameters: CallParameters): number[] {
  const value = jsonOf(parameters, 'message_ids', 'message_ids');
  if (value === undefined) throw badRequest('Message identifiers are not specified');
  if (!Array.isArray(value)) throw badRequest('Expected an Array of message identifiers');
  if (value.length > most) throw badRequest('Too many message identifiers specified');
  if (value.length === 0) throw badRequest('Message identifiers are not specified');
  return value.map(readMessageId);
}

function readMessageId(value: unknown): number {
  if (typeof value !== 'number' && typeof value !== 'string') throw badRequest('Message identifier must be a Number');
  const isInteger = /^-?\d+$/.test(String(value)) && Number(value) <= largest;
  if (!isInteger) throw badRequest("Can't parse message identifier as a Number");
  if (Number(value) <= 0) throw badRequest('Invalid message identifier specified');
  return Number(value);
}
