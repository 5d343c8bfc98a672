import { find } from '../element.js';
import { feedItem } from './feed-entry.js';

/** The server of the desk keeps as many. */
const kept = 500;

/** The live feed of messages, newest first. It can be paused, filtered and cleared, and goes on after a break. */
export function startFeed(endpoints, { sandboxSpoke }) {
  const list = find('.feed');
  const filter = find('.filter');
  const pauseButton = find('.feed-bar .pause');
  let isPaused = false;
  let waiting = [];

  const stream = new EventSource('/feed');
  stream.onmessage = ({ data }) => take(JSON.parse(data));
  stream.onopen = () => say();
  stream.onerror = () => say('The feed is interrupted; it goes on by itself.');
  stream.addEventListener('desk', ({ data }) => {
    // A sandbox that was started again has its parts at other addresses.
    if (data !== JSON.stringify(endpoints)) location.reload();
  });

  filter.oninput = () => {
    for (const item of list.children) item.hidden = !fits(item);
    say();
  };
  pauseButton.onclick = () => {
    isPaused = !isPaused;
    pauseButton.setAttribute('aria-pressed', String(isPaused));
    pauseButton.textContent = isPaused ? 'Go on' : 'Pause';
    const missed = waiting;
    waiting = [];
    for (const entry of missed) show(entry);
    say();
  };
  find('.feed-bar .clear').onclick = () => {
    waiting = [];
    list.replaceChildren();
    say();
  };

  function take(entry) {
    if (entry.kind === 'sandbox') sandboxSpoke();
    if (isPaused) waiting = [...waiting, entry].slice(-kept);
    else show(entry);
    say();
  }

  function show(entry) {
    const item = feedItem(entry);
    item.hidden = !fits(item);
    // Who has scrolled down reads on undisturbed.
    const fromEnd = list.scrollHeight - list.scrollTop;
    list.prepend(item);
    if (list.scrollTop > 0) list.scrollTop = list.scrollHeight - fromEnd;
    while (list.children.length > kept) list.lastElementChild.remove();
  }

  const fits = (item) => item.dataset.words.includes(filter.value.trim().toLowerCase());

  function say(trouble) {
    const shown = [...list.children].filter((item) => !item.hidden).length;
    const words = isPaused ? `Paused; ${waiting.length} more wait` : `${shown} shown`;
    find('.feed-state').textContent = trouble ?? words;
  }
}
