import { testsOf } from '../catalog/tests-of.ts';
import { measureOf } from '../facts/measure.ts';
import { productName } from '../facts/product-name.ts';
import { isCas } from '../values/cas.ts';
import type { PublicationRule } from './rule.ts';
import { namableIn } from './rule.ts';

export const CAS_NUMBERS_ARE_RIGHT: PublicationRule = {
  code: 'PR-17',
  severity: 'ERROR',
  sentence: { zh: 'CAS 号格式和校验位正确。', en: 'Every CAS number has the right check digit.' },
  *violations({ content }) {
    for (const { key, members } of content.lists)
      for (const value of members)
        if (!isCas(value)) yield { entry: null, field: `lists.${key}.members`, value };
    for (const { entry, field, mentions } of testsOf(content))
      if (mentions.cas !== undefined && !isCas(mentions.cas))
        yield { entry, field: `${field}.substance.cas`, value: mentions.cas };
  },
};

export const SUBSTANCE_LISTS_EXIST: PublicationRule = {
  code: 'PR-18',
  severity: 'ERROR',
  sentence: {
    zh: '条件所用的化学品名单均为内置名单，或由本目录、同级或上级目录定义。',
    en: 'Conditions name substance lists that are built in or of the catalog itself or one beside or above it.',
  },
  *violations(publication) {
    const { content, reference } = publication;
    const lists = namableIn(publication).flatMap((each) => each.lists);
    const known = new Set([...reference.lists, ...lists].map(({ key }) => key));
    for (const { entry, field, mentions } of testsOf(content))
      if (mentions.list !== undefined && !known.has(mentions.list))
        yield { entry, field: `${field}.substance`, value: mentions.list };
  },
};

export const ONE_PRODUCT_ONE_UNIT: PublicationRule = {
  code: 'PR-19',
  severity: 'ERROR',
  sentence: {
    zh: '同一产品在目录中使用可以互相换算的计量单位。',
    en: 'A product is tested in units of one dimension throughout the catalog.',
  },
  *violations({ content }) {
    const units = new Map<string, string>();
    for (const { entry, field, mentions } of testsOf(content)) {
      if (!mentions.product) continue;
      const { product, unit } = mentions.product;
      const first = units.get(productName(product)) ?? unit;
      units.set(productName(product), first);
      if (measureOf(unit).dimension !== measureOf(first).dimension)
        yield { entry, field: `${field}.unit`, value: `${product}: ${unit} ≠ ${first}` };
    }
  },
};

export const ONE_UNIT_WITH_CATALOGS_ABOVE: PublicationRule = {
  code: 'PR-33',
  // Applicants have to state such a product in both.
  severity: 'WARNING',
  sentence: {
    zh: '产品的计量单位与同级、上级现行目录可以互相换算。',
    en: 'A product is tested in units of the dimension in which the catalogs in force beside and above the catalog test it.',
  },
  *violations({ content, above }) {
    const units = new Map<string, { readonly unit: string; readonly catalog: string }>();
    for (const { identity, inForce } of above)
      for (const { mentions } of inForce ? testsOf(inForce.content) : [])
        if (mentions.product)
          units.set(productName(mentions.product.product), {
            unit: mentions.product.unit,
            catalog: identity.key,
          });
    for (const { entry, field, mentions } of testsOf(content)) {
      if (!mentions.product) continue;
      const { product, unit } = mentions.product;
      const other = units.get(productName(product));
      if (other && measureOf(other.unit).dimension !== measureOf(unit).dimension)
        yield {
          entry,
          field: `${field}.unit`,
          value: `${product}: ${unit} ≠ ${other.unit} (${other.catalog})`,
        };
    }
  },
};
