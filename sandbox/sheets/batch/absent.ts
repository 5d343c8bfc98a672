import { Refusal } from '../errors.ts';
import { opaque } from '../wire/reader.ts';
import { kind } from './kind.ts';

const absentKind = (name: string) =>
  kind(opaque, () => {
    throw new Refusal(`The emulator does not have ${name}.`);
  });

/** Kinds of requests that Google has and the emulator has not. They are refused by name, and their fields are not read. */
export const absentKinds = Object.fromEntries(
  [
    'addChart',
    'addCommentReply',
    'addDataSource',
    'addSlicer',
    'cancelDataSourceRefresh',
    'deleteComment',
    'deleteCommentReply',
    'deleteDataSource',
    'deleteEmbeddedObject',
    'insertComment',
    'refreshDataSource',
    'updateChartSpec',
    'updateCommentPost',
    'updateDataSource',
    'updateEmbeddedObjectBorder',
    'updateEmbeddedObjectPosition',
    'updateSlicerSpec',
  ].map((name) => [name, absentKind(name)]),
);
