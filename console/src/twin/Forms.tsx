import { Select, TextInput } from '../design/Fields';
import { t, tCode } from '../text';
import { number } from '../text/format';
import type { Base, Tree } from './contract';
import { isTree, textAt, withKey, withPart } from './scenario';

export interface FormProps {
  readonly tree: Tree;
  readonly base: Base | undefined;
  readonly onChange: (tree: Tree) => void;
  /** What is wrong with the value at a path, empty when nothing is. */
  readonly errorAt: (path: string) => string;
}

/** A decimal comma is what hands write; the file has points. */
export function decimal(text: string): string {
  return text.trim().replace(',', '.');
}

interface FigureProps extends FormProps {
  readonly part: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

function Figure({ tree, onChange, errorAt, part, name, label, hint }: FigureProps) {
  return (
    <TextInput
      label={label}
      hint={hint}
      value={textAt(tree, part, name)}
      error={errorAt(`${part}.${name}`)}
      onChange={(text) => onChange(withPart(tree, part, name, decimal(text)))}
      maxLength={12}
    />
  );
}

/** Parts of the calls that are written in the file alone. */
const IN_FILE = ['week', 'unrest'];

const DISPATCH = ['closest-idle', 'advice', 'advice-standby'];

/** What is changed of calls, roads and dispatch. */
export function WorldForm(props: FormProps) {
  const { tree, base, onChange, errorAt } = props;
  const calls = tree['calls'];
  const own = isTree(calls) ? IN_FILE.filter((key) => calls[key] !== undefined) : [];
  const perDay = base ? t('change.perDayNow', { count: number(base.perDay, 1) }) : '';
  const dispatch = textAt(tree, 'dispatch');
  return (
    <fieldset className="twin-fields twin-world">
      <legend>{t('change.world')}</legend>
      <Figure
        {...props}
        part="calls"
        name="factor"
        label={t('change.callFactor')}
        hint={t('change.factorHint')}
      />
      <Figure {...props} part="calls" name="per-day" label={t('change.perDay')} hint={perDay} />
      <Figure
        {...props}
        part="driving"
        name="factor"
        label={t('change.driving')}
        hint={t('change.drivingHint')}
      />
      <Select
        label={t('change.dispatch')}
        value={dispatch}
        error={errorAt('dispatch')}
        onChange={(one) => onChange(withKey(tree, 'dispatch', one))}
        options={[
          ['', t('change.asBase')],
          ...DISPATCH.map((one) => [one, tCode('dispatchWay', one)] as const),
          ...(dispatch === '' || DISPATCH.includes(dispatch)
            ? []
            : [[dispatch, dispatch] as const]),
        ]}
      />
      {own.length > 0 && <p className="quiet">{t('change.inFile', { keys: own.join(', ') })}</p>}
    </fieldset>
  );
}
