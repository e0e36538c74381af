/** An entry by its conditions, in whatever form these are. */
interface WithConditions<When> {
  readonly when?: When | null;
  readonly exceptions: readonly (Exceptional & { readonly when?: When | null })[];
  readonly requirements: readonly { readonly key: string; readonly when?: When | null }[];
}
interface Exceptional {
  readonly key: string;
  readonly discretionary: boolean;
}

export interface PlacedCondition<When> {
  readonly field: string;
  readonly when: When;
  /** The exception whose condition it is, if it is one's. */
  readonly exception?: Exceptional;
}

/** Every condition of an entry, of its exceptions and of its requirements. */
export const conditionsOf = <When>(entry: WithConditions<When>): readonly PlacedCondition<When>[] =>
  [
    { field: 'when', when: entry.when },
    ...entry.exceptions.map((exception) => ({
      field: `exceptions.${exception.key}.when`,
      when: exception.when,
      exception,
    })),
    ...entry.requirements.map(({ key, when }) => ({ field: `requirements.${key}.when`, when })),
  ].filter((placed): placed is PlacedCondition<When> => placed.when != null);

/** The same where it does not matter which is which. */
export const conditionsIn = <When>({
  when,
  exceptions,
  requirements,
}: WithConditions<When>): readonly When[] => {
  const found = when == null ? [] : [when];
  for (const { when: its } of exceptions) if (its != null) found.push(its);
  for (const { when: its } of requirements) if (its != null) found.push(its);
  return found;
};
