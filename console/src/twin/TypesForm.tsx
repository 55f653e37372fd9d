import { Button } from 'react-aria-components';
import { TextInput } from '../design/Fields';
import { t } from '../text';
import { number } from '../text/format';
import type { CallType, Tree } from './contract';
import { decimal, type FormProps } from './Forms';
import { textAt } from './scenario';
import {
  levelsOf,
  shareOf,
  sharesOf,
  typesOf,
  withBaseTypes,
  withEvenShares,
  withNewType,
  withoutType,
  withTypePart,
  withTypes,
} from './types';

/** Shares written with a few digits sum to 1 within this; the server says the same. */
const SUM_TOLERANCE = 0.005;

/** Why people call, and what differs by it. */
export function TypesForm(props: FormProps) {
  const { tree, base, onChange, errorAt } = props;
  const types = typesOf(tree);
  const known = base?.types ?? [];
  const wrong = errorAt('calls.types');
  const begin = () =>
    onChange(
      known.length > 0
        ? withBaseTypes(tree, known)
        : withNewType(tree, t('change.typeNew', { number: 1 }), known),
    );
  return (
    <details className="twin-types" open={types.length > 0 || undefined}>
      <summary>{t('change.types')}</summary>
      <fieldset className="twin-fields twin-world" aria-label={t('change.types')}>
        <p className="quiet">{t('change.typesHint')}</p>
        {types.length === 0 ? (
          <>
            <p>
              {known.length > 0
                ? t('change.typesAsBase', { count: known.length })
                : t('change.typesNone')}
            </p>
            <Button className="button small" onPress={begin}>
              {t('change.typesBegin')}
            </Button>
          </>
        ) : (
          <>
            {types.map((type, at) => (
              <OneType key={at} {...props} type={type} at={at} known={known} />
            ))}
            {wrong && <p className="error">{wrong}</p>}
            <Choices tree={tree} onChange={onChange} known={known} />
          </>
        )}
      </fieldset>
    </details>
  );
}

interface OneProps extends FormProps {
  readonly type: Tree;
  readonly at: number;
  readonly known: readonly CallType[];
}

function OneType({ tree, onChange, errorAt, type, at, known }: OneProps) {
  const path = `calls.types.${at}`;
  const name = textAt(type, 'name');
  const levels = levelsOf(type, known);
  const set = (key: string) => (text: string) =>
    onChange(withTypePart(tree, at, key, decimal(text)));
  const wrong = errorAt(path) || errorAt(`${path}.levels`);
  return (
    <details className="twin-type">
      <summary>
        <span>{name}</span>
        <span className={wrong ? 'error' : 'quiet'}>
          {wrong || t('change.typeOf', { share: shareText(shareOf(type)) })}
        </span>
      </summary>
      <div className="twin-fields">
        <TextInput
          label={t('change.typeName')}
          value={name}
          error={errorAt(`${path}.name`)}
          onChange={(text) => onChange(withTypePart(tree, at, 'name', text))}
          maxLength={60}
        />
        <TextInput
          label={t('change.typeShare')}
          hint={t('change.typeShareHint')}
          value={textAt(type, 'share')}
          error={errorAt(`${path}.share`)}
          onChange={set('share')}
          maxLength={8}
        />
        {levels.map((value, level) => (
          <TextInput
            key={level}
            label={t('change.typeLevel', { level: level + 1 })}
            value={value}
            error={errorAt(`${path}.levels.${level}`)}
            onChange={(text) =>
              onChange(withTypePart(tree, at, 'levels', levels.with(level, decimal(text))))
            }
            maxLength={8}
          />
        ))}
        <TextInput
          label={t('change.typeConveyed')}
          hint={t('change.typeShareHint')}
          value={textAt(type, 'conveyed')}
          error={errorAt(`${path}.conveyed`)}
          onChange={set('conveyed')}
          maxLength={8}
        />
        <TextInput
          label={t('change.typeScene')}
          hint={t('change.typeSceneHint')}
          value={textAt(type, 'scene')}
          error={errorAt(`${path}.scene`)}
          onChange={set('scene')}
          maxLength={8}
        />
        <Button className="button small" onPress={() => onChange(withoutType(tree, at))}>
          {t('change.typeDrop', { name })}
        </Button>
      </div>
    </details>
  );
}

interface ChoicesProps extends Pick<FormProps, 'tree' | 'onChange'> {
  readonly known: readonly CallType[];
}

function Choices({ tree, onChange, known }: ChoicesProps) {
  const types = typesOf(tree);
  const sum = sharesOf(types);
  const add = () =>
    onChange(withNewType(tree, t('change.typeNew', { number: types.length + 1 }), known));
  return (
    <>
      <p>{t('change.typesSum', { share: shareText(sum) })}</p>
      <div className="choices">
        <Button className="button small" onPress={add}>
          {t('change.typeAdd')}
        </Button>
        {Math.abs(sum - 1) > SUM_TOLERANCE && (
          <Button className="button small" onPress={() => onChange(withEvenShares(tree))}>
            {t('change.typesEven')}
          </Button>
        )}
        <Button className="button small" onPress={() => onChange(withTypes(tree, []))}>
          {t('change.typesDrop')}
        </Button>
      </div>
    </>
  );
}

function shareText(value: number): string {
  return Number.isNaN(value) ? '–' : number(100 * value, 1);
}
