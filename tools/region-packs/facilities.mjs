/** Hospitals that receive emergencies. */
import { position, slug } from './geography.mjs';

/** Main hospital (länssjukhus) of a county or of a large part of one, not a university's. */
const COUNTY_HOSPITALS = new Set([
  'Mälarsjukhuset Eskilstuna', 'Länssjukhuset Ryhov Jönköping', 'Centrallasarettet Växjö',
  'Länssjukhuset i Kalmar', 'Visby lasarett', 'Blekingesjukhuset Karlskrona',
  'Centralsjukhuset Kristianstad', 'Hallands sjukhus Halmstad', 'Hallands sjukhus Varberg',
  'NÄL Trollhättan', 'Skaraborgs sjukhus Skövde', 'Södra Älvsborgs sjukhus Borås',
  'Centralsjukhuset Karlstad', 'Västmanlands sjukhus Västerås', 'Falu lasarett', 'Gävle sjukhus',
  'Sundsvalls sjukhus', 'Östersunds sjukhus', 'Sunderby sjukhus',
]);

/** Short identifiers for names that say more than the place. */
const WORDS_LEFT_OUT = /\b(sjukhus(et)?|lasarett(et)?|lanssjukhuset|centrallasarettet|i)\b/g;

/**
 * The county's hospitals. One with a limited emergency department is a HOSPITAL of level `limited`:
 * it takes some patients, never the priority 1 ones.
 */
export function facilitiesOf(countyCode, rows) {
  return rows
    .filter((row) => row.lan === countyCode)
    .map((row) => ({
      id: idOf(row.name),
      name: row.name,
      kind: row.level === 'limited' ? 'HOSPITAL' : 'ACUTE_HOSPITAL',
      level: COUNTY_HOSPITALS.has(row.name) ? 'county' : row.level,
      position: position([Number(row.lon), Number(row.lat)]),
      positionQuality: row.coord_source === 'approximate' ? 'APPROXIMATE' : 'SURVEYED',
      synthetic: false,
    }));
}

/** `Östersunds sjukhus` → `ostersund`; the s of `Bollnäs` and `Alingsås` is their own. */
function idOf(name) {
  return slug(
    slug(name)
      .replaceAll('-', ' ')
      .replace(/([^a])s (?=sjukhus|lasarett)/g, '$1 ')
      .replace(WORDS_LEFT_OUT, ''),
  );
}
