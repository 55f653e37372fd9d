import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Select, TextInput } from '../design/Fields';
import { t, tCode } from '../text';
import type { Shelf, Tree, Value } from './contract';
import type { FormProps } from './Forms';
import { isList, isTree, otherKeys, withKey } from './scenario';

interface Props extends FormProps {
  /** Scenarios that come with the program: what they have is how a part begins. */
  readonly ready: Shelf['ready'];
}

/**
 * Every part of the file that has no form of its own, field by field as it stands: what a new kind
 * of change brings is here the day the reader of files knows it.
 */
export function OtherForm({ tree, onChange, errorAt, ready }: Props) {
  const [key, setKey] = useState('');
  const examples = examplesOf(ready, tree);
  const chosen = examples.find(([name]) => name === key) ?? examples[0];
  return (
    <fieldset className="twin-other">
      <legend>{t('change.other')}</legend>
      {otherKeys(tree).map((name) => (
        <Part
          key={name}
          name={name}
          path={name}
          value={tree[name] ?? ''}
          errorAt={errorAt}
          onChange={(value) => onChange(withKey(tree, name, value))}
        />
      ))}
      {chosen && (
        <div className="twin-fields">
          <Select
            label={t('change.addPart')}
            value={chosen[0]}
            onChange={setKey}
            options={examples.map(([name]) => [name, tCode('filePart', name)])}
          />
          <Button className="button" onPress={() => onChange(withKey(tree, ...chosen))}>
            {t('twin.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Parts that are not in the file yet, each as some scenario has it. */
function examplesOf(ready: Shelf['ready'], tree: Tree): (readonly [string, Value])[] {
  const found = new Map<string, Value>();
  for (const { tree: one } of ready) {
    for (const key of otherKeys(one ?? {})) {
      const value = one?.[key];
      if (value !== undefined && tree[key] === undefined && !found.has(key)) found.set(key, value);
    }
  }
  return [...found];
}

interface PartProps<V extends Value = Value> {
  readonly name: string;
  readonly path: string;
  readonly value: V;
  readonly errorAt: (path: string) => string;
  /** Undefined takes it away. */
  readonly onChange: (value: Value | undefined) => void;
}

function Part(props: PartProps) {
  const { name, path, value, errorAt, onChange } = props;
  if (typeof value === 'string')
    return (
      <TextInput
        label={tCode('filePart', name)}
        value={value}
        error={errorAt(path)}
        onChange={onChange}
      />
    );
  if (isList(value) && value.every((one) => typeof one === 'string'))
    return (
      <TextInput
        label={tCode('filePart', name)}
        value={value.join(', ')}
        error={errorAt(path) || value.map((_, at) => errorAt(`${path}.${at}`)).join('')}
        onChange={(text) => onChange(text.split(',').map((one) => one.trim()))}
      />
    );
  return (
    <fieldset className="twin-part">
      <legend>
        {tCode('filePart', name)}{' '}
        <Button
          className="button small plain"
          aria-label={t('change.dropPart', { name: path })}
          onPress={() => onChange(undefined)}
        >
          ×
        </Button>
      </legend>
      {errorAt(path) && <p className="error">{errorAt(path)}</p>}
      {isTree(value) ? <Fields {...props} value={value} /> : <Items {...props} value={value} />}
    </fieldset>
  );
}

function Fields({ path, value, errorAt, onChange }: PartProps<Tree>) {
  return (
    <div className="twin-fields">
      {Object.entries(value).map(([name, one]) => (
        <Part
          key={name}
          name={name}
          path={`${path}.${name}`}
          value={one}
          errorAt={errorAt}
          onChange={(next) => {
            // A field that is emptied to be written anew is still there.
            if (next !== undefined) onChange({ ...value, [name]: next });
            else
              onChange(Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)));
          }}
        />
      ))}
    </div>
  );
}

function Items({ name, path, value, errorAt, onChange }: PartProps<readonly Value[]>) {
  return (
    <>
      {value.map((one, at) => (
        <Part
          key={at}
          name={String(at + 1)}
          path={`${path}.${at}`}
          value={one}
          errorAt={errorAt}
          onChange={(next) => {
            const left = next === undefined ? value.toSpliced(at, 1) : value.with(at, next);
            onChange(left.length === 0 ? undefined : left);
          }}
        />
      ))}
      <Button
        className="button small"
        aria-label={t('change.morePart', { name: tCode('filePart', name) })}
        onPress={() => onChange([...value, value.at(-1) ?? ''])}
      >
        {t('change.one')}
      </Button>
    </>
  );
}
