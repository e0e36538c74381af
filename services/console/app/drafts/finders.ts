import { FindIndustries, FindProducts, FindSubstances } from '../generated/queries.ts';
import type { Option } from '../parts/picker.tsx';
import { say } from '../shell/locale.ts';
import { useLookup } from '../shell/troubles.ts';
import type { Words } from './words.ts';

export function useIndustriesFound(search: string): readonly Option[] {
  const data = useLookup(FindIndustries, search === '' ? null : { search });
  return (data?.industrySearch.industries ?? []).map(({ code, name }) => ({
    key: code,
    label: `${code} ${say(name)}`,
  }));
}

export function useSubstancesFound(search: string): readonly Option[] {
  const data = useLookup(FindSubstances, search === '' ? null : { search });
  // What has no number cannot be tested by it.
  return (data?.substances ?? []).flatMap(({ cas, name }) =>
    cas === null ? [] : [{ key: cas, label: `${cas} ${say(name)}` }],
  );
}

/** Terms that come with the software, and those that catalogs define. */
export const productsFound =
  ({ products }: Words) =>
  (search: string): readonly (Option & { readonly units: readonly string[] })[] => {
    const data = useLookup(FindProducts, search === '' ? null : { search });
    const own = products.filter(({ key, name }) => key.includes(search) || say(name).includes(search));
    return [...own, ...(data?.productTerms ?? [])].map(({ key, name, units }) => ({
      key,
      label: say(name) === key ? key : `${say(name)} ${key}`,
      units,
    }));
  };
