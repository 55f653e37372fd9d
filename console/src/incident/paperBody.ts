import type { Outcome, PaperCase, PaperOpening } from '../api/contract';
import {
  contactsOf,
  endedAt,
  isUnreadable,
  notesOf,
  openedAt,
  threatsOf,
  unitsOf,
  type PaperDraft,
  type Unreadable,
} from './paper';
import { positionIn } from './PlaceFields';

export const OUTCOMES = ['CONVEYED', 'TREATED_AND_LEFT', 'REFERRED', 'CANCELLED'] as const;

/** Who the call came from; on paper mostly the emergency number, which still works. */
export const SOURCES = [
  'SOS_ALARM',
  'CARE_ADVICE_1177',
  'POLICE',
  'OTHER_CENTRE',
  'OWN_CENTRE',
] as const satisfies readonly PaperOpening['source'][];

/** The form as it is being written. */
export interface Written extends PaperDraft {
  readonly address: string;
  readonly municipality: string;
  readonly callbackNumber: string;
  readonly description: string;
  readonly priority: string;
  readonly source: PaperOpening['source'];
  readonly position: string;
  readonly outcome: Outcome['kind'] | '';
  readonly outcomeText: string;
}

export const BLANK = {
  opened: '',
  units: '',
  contacts: '',
  notes: '',
  threats: '',
  position: '',
  source: 'SOS_ALARM' as const,
  ended: '',
  address: '',
  municipality: '',
  callbackNumber: '',
  description: '',
  outcome: '' as const,
  outcomeText: '',
};

export type PaperBody = PaperCase & { opening: PaperOpening };

/** The form as the server takes it, or the first thing in it that cannot be read. */
export function bodyOf(
  written: Written,
  unitId: (callSign: string) => string | undefined,
): PaperBody | Unreadable {
  const opened = openedAt(written);
  if (!opened) return { field: 'opened', text: '' };
  const units = unitsOf(written, unitId);
  if (isUnreadable(units)) return units;
  const contacts = contactsOf(written);
  if (isUnreadable(contacts)) return contacts;
  const notes = notesOf(written);
  if (isUnreadable(notes)) return notes;
  const threats = threatsOf(written, opened);
  if (isUnreadable(threats)) return threats;
  const position = positionIn(written, null);
  if (position === 'UNREADABLE') return { field: 'position', text: written.position };
  const ended = endedAt(written);
  if (written.outcome !== '' && !ended) return { field: 'ended', text: '' };
  return {
    number: written.number,
    writtenBy: written.writtenBy,
    opening: {
      openedAt: opened,
      source: written.source,
      callbackNumber: written.callbackNumber,
      location: {
        address: written.address,
        municipality: written.municipality,
        ...(position ? { position } : {}),
        quality: position ? 'ADDRESS' : 'UNKNOWN',
      },
      description: written.description,
      priority: written.priority,
      threats,
    },
    notes,
    units,
    contacts,
    ...(written.outcome !== '' && ended
      ? { ending: { outcome: written.outcome, text: written.outcomeText, at: ended } }
      : {}),
  };
}
