import { language } from '../text';
import { clockTime, date } from '../text/format';
import type { MajorIncident } from './contract';

/** Where the server makes the situation report of a major incident, as it is when asked for. */
export function reportAddress(region: string, { id }: Pick<MajorIncident, 'id'>): string {
  const where = [region, 'major-incidents', id].map(encodeURIComponent).join('/');
  return `/api/regions/${where}/situation-report`;
}

/** The report as a page of its own, which has a PDF and prints itself well. */
export function showReport(region: string, major: MajorIncident): void {
  const asked = new URLSearchParams({ format: 'HTML', language: language() });
  window.open(`${reportAddress(region, major)}/paper?${asked}`, '_blank', 'noopener');
}

/** The report for other programs, saved as a file. */
export function saveReport(region: string, major: MajorIncident, now: number): void {
  const link = document.createElement('a');
  link.href = reportAddress(region, major);
  link.download = `lagesrapport-${date(now)}-${clockTime(now).replace(':', '')}.json`;
  link.click();
}
