import { find } from './element.js';
import { panelTabs } from './roving.js';

/** On a narrow window one of phone, workbook and cluster is shown at a time; a wide one has room for all. */
export function startViews() {
  panelTabs(find('.views'), ({ dataset }) => (find('main').dataset.view = dataset.view));
}

/** Marks a view that is not shown now: something there wants a look. */
export function markView(view, isMarked) {
  find(`#view-${view}`).classList.toggle('marked', isMarked);
}
