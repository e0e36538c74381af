/** What a list of a row says by which one knows the project; whatever else stands there was sent as it is. */
export interface Stated {
  readonly name?: string | null;
  readonly applicant?: string | null;
  readonly projectCode?: string | null;
  readonly zone?: string | null;
}

/** What a row is called: by its name, its code, its mark, or where it stands. */
export function nameOf({
  stated,
  ref,
  chunk,
  row,
}: {
  readonly stated: unknown;
  readonly ref: string | null;
  readonly chunk: number;
  readonly row: number;
}): string {
  const { name, projectCode } = (stated ?? {}) as Stated;
  return name || projectCode || ref || `${chunk}-${row}`;
}
