import { CATALOG_TASKS } from './catalog-tasks.ts';
import { LIST_TASKS } from './list-tasks.ts';

/** What is done beside the page: files in, plain values out, and the other way round. */
export const TASKS = { ...CATALOG_TASKS, ...LIST_TASKS };
export type Tasks = typeof TASKS;
