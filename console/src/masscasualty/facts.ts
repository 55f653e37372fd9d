import { SPECIALTIES, type About, type Fact } from './contract';

/** Each thing that is otherwise than it was known, as a fact of its own. */
export function factsBetween(before: About, after: About): Fact[] {
  const facts: Fact[] = [];
  if (after.place.trim() !== before.place) facts.push({ kind: 'PLACE', value: after.place.trim() });
  if (after.child !== before.child) facts.push({ kind: 'CHILD', value: String(after.child) });
  for (const need of SPECIALTIES) {
    const needs = after.needs.includes(need);
    if (needs !== before.needs.includes(need))
      facts.push({ kind: needs ? 'NEED' : 'NO_NEED', value: need });
  }
  if (after.decontamination !== before.decontamination)
    facts.push({ kind: 'DECONTAMINATION', value: after.decontamination });
  const family = after.family.trim().toUpperCase();
  if (family !== before.family) facts.push({ kind: 'FAMILY', value: family });
  return facts;
}
