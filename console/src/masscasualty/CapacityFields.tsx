import { TextInput } from '../design/Fields';
import { t } from '../text';
import { TRAVELLING } from './counts';
import type { CapacityReport, Category, SieveRules } from './contract';
import { categoryName } from './words';

/** What a hospital says, as it is written; an empty number says nothing. */
export interface CapacityDraft {
  readonly closed: boolean;
  readonly takes: Partial<Record<Category, string>>;
  readonly text: string;
}

export const NOTHING_SAID: CapacityDraft = { closed: false, takes: {}, text: '' };

/** What it said last, to be written over. */
export function draftOf(report: CapacityReport | null): CapacityDraft {
  if (!report) return NOTHING_SAID;
  const takes: CapacityDraft['takes'] = {};
  for (const category of TRAVELLING) {
    const count = report.takes[category];
    if (count !== undefined) takes[category] = String(count);
  }
  return { closed: report.closed, takes, text: '' };
}

/**
 * The report as the server takes it.
 *
 * @param now the server's time in milliseconds
 */
export function reportOf(facility: string, draft: CapacityDraft, now: number): CapacityReport {
  const takes: CapacityReport['takes'] = {};
  for (const category of TRAVELLING) {
    const written = draft.takes[category]?.trim() ?? '';
    if (written !== '' && !draft.closed) takes[category] = Number(written);
  }
  const at = new Date(now).toISOString();
  return { facility, at, closed: draft.closed, takes, specialties: {}, text: draft.text };
}

interface Props {
  readonly draft: CapacityDraft;
  readonly rules: SieveRules | null;
  readonly onChange: (draft: CapacityDraft) => void;
  readonly problemAt: (field: string) => string;
}

/** "We can take N", by category, from now on; or that nobody more can come. */
export function CapacityFields({ draft, rules, onChange, problemAt }: Props) {
  return (
    <>
      {!draft.closed && (
        <div className="capacity-fields">
          {TRAVELLING.map((category) => (
            <TextInput
              key={category}
              label={categoryName(rules, category)}
              topic="takes"
              value={draft.takes[category] ?? ''}
              onChange={(value) =>
                onChange({
                  ...draft,
                  takes: { ...draft.takes, [category]: value.replace(/\D/g, '') },
                })
              }
              maxLength={5}
              inputMode="numeric"
              error={problemAt('takes')}
            />
          ))}
        </div>
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
