/** What one file may be. An office's yearly list of ten thousand projects is a twentieth of it. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** What the parts of a workbook may unpack to, all together. */
export const MAX_BYTES_UNPACKED = 512 * 1024 * 1024;
export const MAX_ROWS = 200_000;
/** Characters in a cell: what spreadsheet programs themselves allow. */
export const MAX_CELL = 32_767;
