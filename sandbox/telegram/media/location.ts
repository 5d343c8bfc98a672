import { badRequest } from '../api-error.ts';
import { integerOf, textOf, type CallParameters } from '../call-parameters.ts';
import type { Location } from './media-object.ts';

/** Seconds; the greatest integer stands for a live location without an end (source). */
const livePeriod = { least: 60, most: 86_400, endless: 2_147_483_647 };
const greatestHeading = 360;
/** Metres. */
const greatestRadius = 100_000;
const greatestAccuracy = 1_500;

export function readLocation(parameters: CallParameters): Location {
  for (const name of ['latitude', 'longitude']) {
    if (textOf(parameters, name).trim() === '') throw badRequest(`${name} is empty`);
  }
  const latitude = numberOf(parameters, 'latitude');
  const longitude = numberOf(parameters, 'longitude');
  const isLive = integerOf(parameters, 'live_period') !== 0;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw badRequest(isLive ? 'Invalid live location specified' : 'Invalid location specified');
  }
  const accuracy = Math.min(numberOf(parameters, 'horizontal_accuracy'), greatestAccuracy);
  return {
    latitude,
    longitude,
    ...(isLive && readLive(parameters)),
    ...(accuracy > 0 && { horizontal_accuracy: accuracy }),
  };
}

function readLive(parameters: CallParameters): Omit<Location, 'latitude' | 'longitude'> {
  const period = integerOf(parameters, 'live_period');
  const isWithin = period >= livePeriod.least && period <= livePeriod.most;
  if (!isWithin && period !== livePeriod.endless) throw badRequest('Wrong live location period specified');
  const heading = integerOf(parameters, 'heading');
  if (heading < 0 || heading > greatestHeading) throw badRequest('Wrong live location heading specified');
  const radius = integerOf(parameters, 'proximity_alert_radius');
  if (radius < 0 || radius > greatestRadius) {
    throw badRequest('Wrong live location proximity alert radius specified');
  }
  return {
    live_period: period,
    ...(heading > 0 && { heading }),
    ...(radius > 0 && { proximity_alert_radius: radius }),
  };
}

/** 0 for what is no number, as on the server. */
function numberOf(parameters: CallParameters, name: string): number {
  const value = Number.parseFloat(textOf(parameters, name));
  return Number.isFinite(value) ? value : 0;
}
