import { requiredTextOf, textOf, type CallParameters } from '../../call-parameters.ts';
import { contactOf } from '../../media/contact.ts';
import { readLocation } from '../../media/location.ts';
import type { Contact } from '../../media/media-object.ts';
import type { World } from '../../world.ts';
import type { Methods } from '../method.ts';
import { readOutgoing, send } from './outgoing.ts';

/** A live location stays where it was sent: there is no edit for it here. */
export function sharingMethods(world: World): Methods {
  return {
    sendLocation(parameters) {
      const location = readLocation(parameters);
      return { result: send(world, readOutgoing(world, parameters), { location }) };
    },
    sendContact(parameters) {
      const contact = contactOf(world, readContact(parameters));
      return { result: send(world, readOutgoing(world, parameters), { contact }) };
    },
  };
}

function readContact(parameters: CallParameters): Contact {
  const phoneNumber = requiredTextOf(parameters, 'phone_number');
  const firstName = requiredTextOf(parameters, 'first_name');
  const lastName = textOf(parameters, 'last_name');
  const vcard = textOf(parameters, 'vcard');
  return {
    phone_number: phoneNumber,
    first_name: firstName,
    ...(lastName !== '' && { last_name: lastName }),
    ...(vcard !== '' && { vcard }),
  };
}
