import { assess } from '../../services/domain/engine/assess.ts';
import { Work } from '../../services/domain/solver/budget.ts';
import { MAX_WORK } from '../../services/operations/limits.ts';
import { sampleBasis, samples } from '../samples/sample-world.ts';

// A thousand projects of which nothing but the zone and one industry is known, under the sample catalogs: with the work
// of a request bounded, beside the alternative that all of them are answered however long it takes. API Gateway hangs up
// after 29 seconds. Run it with `npm run bench -- heavy-batch`.

const ON = '2026-11-23';
const codes = ['2614', '2511', '3110', '2710', '2211', '4411', '2651', '3240', '1711', '2619'];
const bases = samples.register.zones.map(({ code }) => sampleBasis(`zone_${code}`, ON));
const projects = Array.from({ length: 1_000 }, (_, at) => {
  const basis = bases[at % bases.length]!;
  return {
    basis,
    project: { zone: basis.lineage.at(-1)!.id, industries: [codes[at % codes.length]!], name: `${at}` },
  };
});
for (const { basis, project } of projects.slice(0, 30)) assess(basis, project);

report('work bounded', MAX_WORK.signedIn);
report('no bound', Number.POSITIVE_INFINITY);

function report(name: string, most: number): void {
  const work = new Work();
  const began = performance.now();
  const { user: before } = process.cpuUsage();
  let answered = 0;
  for (const { basis, project } of projects) {
    if (work.done > most) continue;
    assess(basis, project, null, { work });
    answered++;
  }
  const seconds = (performance.now() - began) / 1_000;
  const processor = (process.cpuUsage().user - before) / 1e6;
  console.log(
    `${name.padEnd(13)} ${String(answered).padStart(5)} of ${projects.length} answered in ${seconds.toFixed(1)} s by the clock,`,
    `${processor.toFixed(1)} s of processor time; work ${work.done.toLocaleString('en')}`,
  );
}
