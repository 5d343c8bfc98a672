const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in a time zone show, as a date whose fields are read as UTC. An unknown zone is UTC. */
export function localTime(now: Date, timeZone: string): Date {
  const parts = formatFor(timeZone).formatToParts(now);
  const field = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const day = Date.UTC(field('year'), field('month') - 1, field('day'));
  return new Date(day + ((field('hour') * 60 + field('minute')) * 60 + field('second')) * 1000);
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  formats.set(timeZone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  };
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}
