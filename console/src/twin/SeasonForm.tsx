import { Button } from 'react-aria-components';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { monthName } from '../text/format';
import type { Tree } from './contract';
import { decimal, type FormProps } from './Forms';
import { monthsOf, withEvenMonths, withMonth, withoutSeason } from './season';
import { textAt, withPart } from './scenario';

/** How calls spread over the year, and the Monday on which a run begins. */
export function SeasonForm({ tree, onChange, errorAt }: FormProps) {
  const months = monthsOf(tree);
  const begins = textAt(tree, 'calls', 'begins');
  const some = months.some((one) => one !== '');
  const wrong = errorAt('calls.months');
  return (
    <details className="twin-season" open={some || begins !== ''}>
      <summary>{t('change.season')}</summary>
      <fieldset className="twin-fields twin-world" aria-label={t('change.season')}>
        <p className="quiet">{t('change.seasonHint')}</p>
        {months.map((value, month) => (
          <TextInput
            key={month}
            label={monthName(month)}
            value={value}
            error={errorAt(`calls.months.${month}`)}
            onChange={(text) => onChange(withMonth(tree, month, decimal(text)))}
            maxLength={6}
          />
        ))}
        <TextInput
          label={t('change.begins')}
          hint={t('change.beginsHint')}
          value={begins}
          error={errorAt('calls.begins')}
          onChange={(text) => onChange(withPart(tree, 'calls', 'begins', text.trim()))}
          maxLength={10}
        />
        {some && <Choices tree={tree} onChange={onChange} />}
        {wrong && <p className="error">{wrong}</p>}
      </fieldset>
    </details>
  );
}

/** Twelve numbers by hand seldom have the mean that the file asks for. */
function Choices({ tree, onChange }: Pick<FormProps, 'tree' | 'onChange'>) {
  const set = (next: Tree) => () => onChange(next);
  return (
    <div className="choices">
      <Button className="button small" onPress={set(withEvenMonths(tree))}>
        {t('change.evenMonths')}
      </Button>
      <Button className="button small" onPress={set(withoutSeason(tree))}>
        {t('change.noMonths')}
      </Button>
    </div>
  );
}
