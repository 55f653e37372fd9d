// Agreements about lending units, all invented: the most urgent cases, units that can convey. Which
// regions are neighbours is from the packs' own boundaries: some corner within 1.5 km.
import { readFileSync } from 'node:fs';

const neighbours = JSON.parse(readFileSync(new URL('neighbours.json', import.meta.url), 'utf8'));

export function agreementsOf(code) {
  return neighbours[code].map((neighbour) => ({
    neighbour,
    kinds: ['AMBULANCE', 'INTENSIVE_CARE', 'HELICOPTER'],
    levels: [1],
    condition:
      'Frågas via grannregionens larmcentral, som avgör; enheten återgår efter överlämningen.',
    conditionEn:
      "Asked for through the neighbour's dispatch centre, which decides; " +
      'the unit goes back after the handover.',
    synthetic: true,
  }));
}
