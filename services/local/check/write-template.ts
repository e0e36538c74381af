import { reference } from '../../data/reference.ts';
import { sayFrom } from '../../domain/messages/sentences.ts';
import { projectTemplate, zoneTemplate } from '../../files/template.ts';
import type { BatchApi } from '../../lists/batches.ts';
import { refuseExisting, write } from '../local-file.ts';

/**
 * Writes the workbook that an office fills in: for everything, or for what the catalogs in force in a zone ask.
 *
 * @param zone and the API that knows it; null for the general one
 */
export async function writeTemplate(
  file: string,
  zone: { readonly id: string; readonly api: BatchApi } | null,
  force: boolean,
): Promise<number> {
  await refuseExisting(file, force);
  await write(
    file,
    zone === null
      ? await projectTemplate(reference)
      : await zoneTemplate(reference, await zone.api.askedIn(zone.id)),
    force,
  );
  console.log(
    `${SENTENCES('zh')('TEMPLATE_WRITTEN', { file })} ${SENTENCES('en')('TEMPLATE_WRITTEN', { file })}`,
  );
  return 0;
}

const SENTENCES = sayFrom({
  TEMPLATE_WRITTEN: { zh: '模板已写入 {file}。', en: 'The template was written to {file}.' },
});
