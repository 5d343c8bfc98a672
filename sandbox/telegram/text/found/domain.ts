/** The server knows every top-level domain; here are the countries, by their two letters, and these. */
const generic = new Set(
  (
    'com net org edu gov mil int info biz name pro mobi asia jobs tel travel xxx aero coop museum app dev web page ' +
    'shop store online site website space tech cloud digital agency studio design blog news media live video music ' +
    'games game club life world today work works company group team center email money finance bank cash pay sale ' +
    'market link click host xyz top art bar cafe city global help home land love network one plus social solutions ' +
    'support systems tools zone ton рф рус укр бел'
  ).split(' '),
);

/** Whether a name that ends so is taken for an address although it has no scheme. Capitals alone at the front are not. */
export function isCommonDomain(top: string): boolean {
  const lower = top.toLowerCase();
  const isSentence = lower !== top && lower.slice(1) === top.slice(1);
  return !isSentence && (/^[a-z]{2}$/.test(lower) || generic.has(lower));
}
