/** How many incidents a region has in a day and how they fall over its hours. */

/** Assignments a year in the nation: our assumption, with the nation it is shared over. */
export const ASSIGNMENTS_PER_YEAR = 1_200_000;
const DAYS_PER_YEAR = 365.25;
/** Danish regions whose hours stand in for a Swedish region of the same sort. */
const CITY = ['Hovedstaden'];
const SPARSE = ['Nordjylland'];
const MIXED = ['Midtjylland', 'Syddanmark', 'Sjælland'];
const CITY_CODES = new Set(['stockholm', 'vastra-gotaland', 'skane']);
const SPARSE_CODES = new Set([
  'gotland', 'varmland', 'dalarna', 'vasternorrland', 'jamtland-harjedalen', 'vasterbotten',
  'norrbotten',
]);

function danishRegions(code) {
  if (CITY_CODES.has(code)) return CITY;
  return SPARSE_CODES.has(code) ? SPARSE : MIXED;
}

/** The `demand` of a pack. */
export function demandOf(code, population, nation, hourRows) {
  const regions = danishRegions(code);
  const perDay = (ASSIGNMENTS_PER_YEAR / DAYS_PER_YEAR) * (population / nation);
  return {
    incidentsPerDay: Math.round(perDay * 10) / 10,
    hourShare: hourShare(regions, hourRows),
    source:
      `${ASSIGNMENTS_PER_YEAR} assignments a year in Sweden (assumption) by population; ` +
      'hours from ambulance runs of urgency A and B in Denmark 2021–2025, ' +
      `rows ${regions.join(', ')}`,
  };
}

/** Shares of the 24 hours with five decimals that sum to exactly 1 (largest remainders). */
function hourShare(regions, rows) {
  const runs = new Array(24).fill(0);
  for (const row of rows) {
    if (regions.includes(row.region)) runs[Number(row.hour)] += Number(row.runs_A_plus_B);
  }
  const total = runs.reduce((a, b) => a + b);
  const exact = runs.map((n) => (n / total) * 1e5);
  const whole = exact.map(Math.floor);
  const missing = 1e5 - whole.reduce((a, b) => a + b);
  const byRemainder = exact.map((x, hour) => [x - whole[hour], hour]).sort((a, b) => b[0] - a[0]);
  for (const [, hour] of byRemainder.slice(0, missing)) whole[hour]++;
  return whole.map((n) => n / 1e5);
}
