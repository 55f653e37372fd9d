/** Where each part of a pack comes from: fact with its source, or assumption said to be one. */

const SYNTHETIC = 'invented for demonstration and test';

/** The `sources` of a region's pack. */
export function sourcesOf(plan, demandSource) {
  const sources = [
    source('boundary', 'CC0; public domain', 'SCB generalised county map, simplified; widened to ' +
      'the middle of lakes, 4 km out to sea and 4 km around islands of Natural Earth 1:10m'),
    source('municipalities', 'Eurostat reuse, attribution', 'Eurostat local administrative units ' +
      '2020: population, area, population-weighted centre'),
    source('places', 'CC BY 4.0', 'GeoNames, geonames.org; population lowered where the places ' +
      'of a municipality held more people than it has'),
    source('facilities', 'EUPL-1.2; own', 'Eurostat healthcare services for positions marked ' +
      'SURVEYED; public knowledge, good to about 1 km, for APPROXIMATE; level: our classification'),
    source('stations', 'own', `${SYNTHETIC}; at real places`),
    source('units', 'own', `${SYNTHETIC}; 650–700 ambulances in the nation is an assumption`),
    source('priorities', 'public', 'Fact: levels 1–4 and acknowledge and roll in 90 s (1), ' +
      '4 min (2), acknowledge in 4 min (3), after a routine of Region Skåne. Assumption: ' +
      'sub-levels A and B, level 4, first and later contacts, alarm of an unassigned 1 after 60 s'),
    source('rules', 'public', 'Fact: new task 15 min after hand-over, after a routine of Region ' +
      'Skåne. Assumptions: two missed contacts escalate, and the other times'),
    source('demand', 'derived figures', `${demandSource}; the Danish counts state no licence, ` +
      'only shares are carried over'),
  ];
  if (plan.helicopters) {
    sources.push(source('helicopters', 'public', 'Base places and owners: Svensk Luftambulans, ' +
      '"Upptagningsområde" (ten bases in Sweden); position good to a few km; crew and hours ' +
      SYNTHETIC));
  }
  if (plan.airAmbulances) {
    sources.push(source('airAmbulances', 'public', 'Svenskt Ambulansflyg: six aircraft, bases ' +
      'Umeå, Arlanda, Göteborg; two at each base, crew and hours ' + SYNTHETIC));
  }
  return sources;
}

/** Year the facts were gathered; the text says the year they hold for where it is another. */
const GATHERED = '2026';

function source(what, licence, text) {
  return { what, source: text, licence, date: GATHERED };
}
