import { addBanding, deleteBanding, updateBanding } from './banding.ts';
import {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  updateConditionalFormatRule,
} from './conditional-formats.ts';
import { addFilterView, deleteFilterView, duplicateFilterView, updateFilterView } from './filter-views.ts';
import { addTable, deleteTable, updateTable } from './tables.ts';

/** The kinds of requests about what lies on a sheet besides its cells. */
export const overlayKinds = {
  addBanding,
  addConditionalFormatRule,
  addFilterView,
  addTable,
  deleteBanding,
  deleteConditionalFormatRule,
  deleteFilterView,
  deleteTable,
  duplicateFilterView,
  updateBanding,
  updateConditionalFormatRule,
  updateFilterView,
  updateTable,
};
