/** A request to a control address. Answers with its JSON; refusals are thrown with their words. */
export async function inquire(address, { method = 'GET', body, signal } = {}) {
  const response = await fetch(address, {
    method,
    signal,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? answer.error ?? `status ${response.status}`);
  return answer;
}
