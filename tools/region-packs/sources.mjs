/** Where each part of a pack comes from: fact with its source, or assumption said to be one. */

const SYNTHETIC = 'invented for demonstration and test';

/** The `sources` of a region's pack. */
export function sourcesOf(plan, demandSource) {
  const sources = [
    source('boundary', 'SCB generalised county map, simplified; widened to the middle of lakes, ' +
      '4 km out to sea and 4 km around islands of Natural Earth 1:10m', 'CC0; public domain', '2026'),
    source('municipalities', 'Eurostat local administrative units 2020: population, area, ' +
      'population-weighted centre', 'Eurostat reuse, attribution', '2020'),
    source('places', 'GeoNames, geonames.org; population lowered where the places of a ' +
      'municipality held more people than it has', 'CC BY 4.0', '2026'),
    source('facilities', 'Eurostat healthcare services for positions marked SURVEYED; public ' +
      'knowledge, good to about 1 km, for APPROXIMATE; level: our classification',
    'EUPL-1.2; own', '2026'),
    source('stations', `${SYNTHETIC}; at real places`, 'own', '2026'),
    source('units', `${SYNTHETIC}; 650–700 ambulances in the nation is an assumption`, 'own', '2026'),
    source('priorities', 'Fact: levels 1–4 and acknowledge and roll in 90 s (1), 4 min (2), ' +
      'acknowledge in 4 min (3), after a routine of Region Skåne. Assumption: sub-levels A and B, ' +
      'level 4, first and later contacts, alarm of an unassigned 1 after 60 s', 'public', '2026'),
    source('rules', 'Fact: new task 15 min after hand-over, after a routine of Region Skåne. ' +
      'Assumption: two missed contacts escalate', 'public', '2026'),
    source('demand', `${demandSource}; Danish counts state no licence, only shares are carried over`,
      'derived figures', '2026'),
  ];
  if (plan.helicopters) {
    sources.push(source('helicopters', 'Base places and owners: Svensk Luftambulans, ' +
      '"Upptagningsområde" (ten bases in Sweden); position good to a few km; crew and hours ' +
      SYNTHETIC, 'public', '2026'));
  }
  if (plan.airAmbulances) {
    sources.push(source('airAmbulances', 'Svenskt Ambulansflyg: six aircraft, bases Umeå, Arlanda, ' +
      'Göteborg; two at each base, crew and hours ' + SYNTHETIC, 'public', '2026'));
  }
  return sources;
}

function source(what, text, licence, date) {
  return { what, source: text, licence, date };
}
