import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { figures } from '../text/format';
import { leftText, roomOf, TRAVELLING } from './counts';
import type { CapacityReport, Category, HospitalRoom, SieveRules } from './contract';
import { categoryName } from './words';

export const BASES = ['FROM_NOW', 'IN_ALL'] as const;

/** What a hospital says, as it is written; an empty number says nothing. */
export interface CapacityDraft {
  /** When it was so, as hours and minutes; empty for now. */
  readonly at: string;
  readonly closed: boolean;
  readonly basis: (typeof BASES)[number];
  readonly takes: Partial<Record<Category, string>>;
  readonly text: string;
}

/** Never what was said last: sent again, the same number would be so many more. */
export const NOTHING_SAID: CapacityDraft = {
  at: '',
  closed: false,
  basis: 'FROM_NOW',
  takes: {},
  text: '',
};

const DAY_MILLISECONDS = 86_400_000;

/** The latest such time of day that is not after now; now when none is written. */
export function momentOf(clock: string, now: number): number {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(clock.trim()) ?? [];
  if (hours === '') return now;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  return at.getTime() > now ? at.getTime() - DAY_MILLISECONDS : at.getTime();
}

/**
 * The report as the server takes it.
 *
 * @param now the server's time in milliseconds
 */
export function reportOf(facility: string, draft: CapacityDraft, now: number): CapacityReport {
  const { closed, basis, text } = draft;
  const takes: CapacityReport['takes'] = {};
  for (const category of TRAVELLING) {
    const written = draft.takes[category]?.trim() ?? '';
    if (written !== '' && !closed) takes[category] = Number(written);
  }
  const at = new Date(momentOf(draft.at, now)).toISOString();
  return { facility, at, closed, basis, takes, specialties: {}, text };
}

interface Props {
  readonly draft: CapacityDraft;
  readonly rules: SieveRules | null;
  /** What the hospital has left now; null when that is not known. */
  readonly room: HospitalRoom | null;
  readonly onChange: (draft: CapacityDraft) => void;
  readonly problemAt: (field: string) => string;
}

/** "We can take N", by category; or that nobody more can come. */
export function CapacityFields({ draft, rules, room, onChange, problemAt }: Props) {
  return (
    <>
      {!draft.closed && (
        <>
          <div className="capacity-fields">
            {TRAVELLING.map((category) => (
              <TextInput
                key={category}
                label={categoryName(rules, category)}
                topic="takes"
                {...(room ? { hint: leftHint(room, category) } : {})}
                value={draft.takes[category] ?? ''}
                onChange={(value) =>
                  onChange({
                    ...draft,
                    takes: { ...draft.takes, [category]: figures(value) },
                  })
                }
                maxLength={5}
                inputMode="numeric"
                error={problemAt('takes')}
              />
            ))}
          </div>
          <Choice
            label={t('major.basis')}
            topic="basis"
            value={draft.basis}
            options={BASES.map((one) => [one, t(`capacityBasis.${one}`)])}
            onChange={(basis) => onChange({ ...draft, basis })}
          />
        </>
      )}
      <label className="check" data-help="field.closed">
        <input
          type="checkbox"
          checked={draft.closed}
          onChange={(event) => onChange({ ...draft, closed: event.target.checked })}
        />
        {t('major.closedCheck')}
      </label>
      <TextInput
        label={t('major.capacityText')}
        topic="capacityText"
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
        maxLength={500}
        error={problemAt('text')}
      />
    </>
  );
}

function leftHint(room: HospitalRoom, category: Category): string {
  const one = roomOf(room, category);
  return t('major.leftNow', { given: one?.given ?? 0, left: leftText(one) });
}
