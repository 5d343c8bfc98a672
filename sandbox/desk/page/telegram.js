/** The control address of the Telegram emulator: what a person can do and see. Refusals are thrown with their words. */
export function telegramAt(base) {
  const get = (path, signal) => answer(fetch(`${base}/control/${path}`, { signal }));
  const post = (path, body) =>
    answer(
      fetch(`${base}/control/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return {
    /** The chat at once, or as soon as its revision is no longer `after`. */
    chat: (user, { after, signal }) =>
      get(`chats/${user}${after === undefined ? '' : `?after=${after}&wait=25`}`, signal),
    send: (user, text) => post('send', { user, text }),
    press: (user, message_id, button) => post('press', { user, message_id, button }),
    /** What the bot answered to a press; it may never do so. */
    callback: (id) => get(`callbacks/${id}?wait=15`),
    menu: (user) => get(`menu/${user}`),
    bot: (language) => get(`bot?language=${language}`),
    photo: (path) => base + path,
  };
}

async function answer(request) {
  const response = await request;
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? `status ${response.status}`);
  return body;
}
