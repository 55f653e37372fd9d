import { Button } from 'react-aria-components';
import { Select, TextInput } from '../../design/Fields';
import { language, t, tCode } from '../../text';
import {
  choicesOf,
  conditionText,
  firstOf,
  MODES,
  PARTS,
  withPart,
  type Part,
  type Rule,
  type Value,
} from './table';

interface Props {
  readonly rule: Rule;
  /** The last rule holds always: it keeps its place and has no conditions. */
  readonly last: boolean;
  readonly first: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One rule of the table: what must be so, and which mode it then gives. */
export function RuleRow({ rule, last, first, onChange, onMove, onRemove }: Props) {
  const set = (part: Part, value: Value | undefined) =>
    onChange({ ...rule, when: withPart(rule.when, part, value) });
  const name = (act: string) => `${act}: ${rule.id}`;
  const why = language() === 'en' ? rule.whyEn : rule.why;
  return (
    <li className="rule">
      <details>
        <summary>
          <b>{tCode('mode', rule.mode)}</b>
          {` · ${conditionText(rule.when)}`}
        </summary>
        <div className="stack rule-edit">
          <Select
            label={t('rules.mode')}
            value={rule.mode}
            onChange={(mode) => onChange({ ...rule, mode: mode as Rule['mode'] })}
            options={MODES.map((one) => [one, t(`mode.${one}`)])}
          />
          {PARTS.filter((part) => rule.when[part] !== undefined).map((part) => (
            <PartField
              key={part}
              part={part}
              value={rule.when[part] as Value}
              onChange={(value) => set(part, value)}
            />
          ))}
          {!last && (
            <Select
              label={t('rules.add')}
              value=""
              onChange={(part) => set(part as Part, firstOf(part as Part))}
              options={[
                ['', t('transport.choose')],
                ...PARTS.filter((part) => rule.when[part] === undefined).map(
                  (part) => [part, tCode('rulePart', part)] as const,
                ),
              ]}
            />
          )}
          <TextInput
            label={t('rules.why')}
            value={why}
            onChange={(text) => onChange({ ...rule, why: text, whyEn: text })}
            maxLength={300}
            required
          />
          {!last && (
            <div className="choices">
              <Button
                className="button small"
                aria-label={name(t('rules.up'))}
                isDisabled={first}
                onPress={() => onMove(-1)}
              >
                {t('rules.up')}
              </Button>
              <Button
                className="button small"
                aria-label={name(t('rules.down'))}
                onPress={() => onMove(1)}
              >
                {t('rules.down')}
              </Button>
              <Button
                className="button small"
                aria-label={name(t('rules.remove'))}
                onPress={onRemove}
              >
                {t('rules.remove')}
              </Button>
            </div>
          )}
        </div>
      </details>
    </li>
  );
}

interface PartProps {
  readonly part: Part;
  readonly value: Value;
  readonly onChange: (value: Value | undefined) => void;
}

function PartField({ part, value, onChange }: PartProps) {
  const name = tCode('rulePart', part);
  return (
    <fieldset className="rule-part">
      <legend>{name}</legend>
      <PartValue part={part} value={value} onChange={onChange} />
      <Button
        className="button small plain"
        aria-label={t('rules.drop', { name })}
        onPress={() => onChange(undefined)}
      >
        ×
      </Button>
    </fieldset>
  );
}

function PartValue({ part, value, onChange }: PartProps) {
  if (typeof value === 'boolean') {
    return (
      <label className="check">
        <input
          type="checkbox"
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
        />
        {t('rules.so')}
      </label>
    );
  }
  if (typeof value === 'number') {
    return (
      <input
        type="number"
        min={0}
        max={10_000}
        aria-label={tCode('rulePart', part)}
        value={value}
        onChange={(event) => onChange(Math.max(0, Math.round(event.target.valueAsNumber || 0)))}
      />
    );
  }
  return (choicesOf(part) ?? []).map((one) => (
    <label key={one} className="check">
      <input
        type="checkbox"
        checked={value.includes(one)}
        onChange={(event) =>
          onChange(event.target.checked ? [...value, one] : value.filter((had) => had !== one))
        }
      />
      {tCode(part, one)}
    </label>
  ));
}
