// The public ids (DESIGN 6).

export const regionId = (code: string): string => `region_${code}`;
export const zoneId = (code: string): string => `zone_${code}`;
export const areaId = (zoneCode: string, key: string): string => `area_${zoneCode}.${key}`;
export const catalogId = (key: string): string => `catalog_${key}`;
export const versionId = (key: string, number: number): string => `catalog_${key}@${number}`;
