import { find } from '../element.js';
import { panelTabs } from '../roving.js';
import { startBreaking } from './breaking.js';
import { startChecks } from './checks.js';
import { startFeed } from './feed.js';
import { startParts } from './parts.js';

/** The cluster: how the parts are, what they say to each other, and the means to break them. `desk` has person() and tab(). */
export function startCluster(endpoints, desk) {
  const checks = startChecks(endpoints);
  const parts = startParts(checks.showParts);
  const breaking = startBreaking(endpoints, { ...desk, broken: parts.look });
  // What the sandbox says at the terminal is mostly that a process has ended or begun.
  startFeed(endpoints, { sandboxSpoke: parts.look });
  panelTabs(find('.panels'), (tab) => {
    const shown = tab.getAttribute('aria-controls');
    for (const panel of document.querySelectorAll('.panel')) panel.hidden = panel.id !== shown;
    checks.follow(shown === 'checks');
    breaking.follow(shown === 'breaking');
  });
}
