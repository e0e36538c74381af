// The public ids (DESIGN 6): put together here and taken apart here.

export const regionId = (code: string): string => `region_${code}`;
export const zoneId = (code: string): string => `zone_${code}`;
export const areaId = (zoneCode: string, key: string): string => `area_${zoneCode}.${key}`;
export const catalogId = (key: string): string => `catalog_${key}`;
/** The chain that links the decisions of a zone (决定链). */
export const decisionsChain = (zone: string): string => `decisions_${zone}`;
export const versionId = (key: string, number: number): string => `catalog_${key}@${number}`;
export const draftId = (key: string): string => `catalog_${key}@draft`;
/** @param chain `register`, or the id of a catalog */
export const proposalId = (chain: string, number: number): string => `proposal_${chain}@${number}`;

export type ParsedId =
  | { readonly kind: 'region' | 'zone'; readonly code: string }
  /** Everything that begins like the id of an area is one, even where it can be that of no zone. */
  | { readonly kind: 'area'; readonly zoneCode: string; readonly key: string }
  | { readonly kind: 'catalog' | 'draft'; readonly key: string }
  | { readonly kind: 'version'; readonly key: string; readonly number: number };

/** What an id names, whether or not it is there; undefined for a text that can be none of these ids. */
export function parseId(id: string): ParsedId | undefined {
  const [, prefix, name = ''] = /^(region|zone|area|catalog)_(.*)$/s.exec(id) ?? [];
  switch (prefix) {
    case 'region':
    case 'zone':
      return { kind: prefix, code: name };
    case 'area': {
      // The code of a zone may have dots, the key of an area has none.
      const dot = name.lastIndexOf('.');
      return { kind: 'area', zoneCode: name.slice(0, Math.max(0, dot)), key: name.slice(dot + 1) };
    }
    case 'catalog': {
      const [, key, of] = /^([A-Za-z0-9._-]{1,64})(?:@(draft|[1-9]\d{0,8}))?$/.exec(name) ?? [];
      if (key === undefined) return undefined;
      if (of === undefined) return { kind: 'catalog', key };
      return of === 'draft' ? { kind: 'draft', key } : { kind: 'version', key, number: Number(of) };
    }
    default:
      return undefined;
  }
}

/** Where a proposal lies by its id, and its number there; undefined for any other text. */
export function proposalIn(
  id: string,
): { readonly catalog: string | null; readonly number: number } | undefined {
  const [, chain = '', number] = /^proposal_(.*)@([1-9]\d{0,11})$/s.exec(id) ?? [];
  const catalog = chain === 'register' ? null : catalogKeyIn(chain);
  return catalog === undefined ? undefined : { catalog, number: Number(number) };
}

/** The key in the id of a catalog; undefined for any other text. */
export function catalogKeyIn(id: string): string | undefined {
  const parsed = parseId(id);
  return parsed?.kind === 'catalog' ? parsed.key : undefined;
}
