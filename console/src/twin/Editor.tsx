import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Client } from '../api/client';
import type { RegionPack } from '../api/contract';
import { Select, TextInput } from '../design/Fields';
import { t } from '../text';
import type { Shelf, Tree } from './contract';
import type { Draft } from './drafts';
import { download } from './download';
import { WorldForm, type FormProps } from './Forms';
import { SeasonForm } from './SeasonForm';
import { TypesForm } from './TypesForm';
import { HospitalForm } from './HospitalForm';
import { OtherForm } from './OtherForm';
import { RidesForm } from './RidesForm';
import { SaveForm } from './SaveForm';
import { textAt, titled, withKey, written } from './scenario';
import { UnitsForm } from './UnitsForm';
import { useReading, type Read } from './useReading';

const TwinMap = lazy(() => import('./TwinMap'));

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly draft: Draft;
  /** Scenarios that come with the program. */
  readonly ready: Shelf['ready'];
  readonly onChange: (draft: Draft) => void;
  readonly onSaved: () => void;
  /** What more can be done with it. */
  readonly children: ReactNode;
}

/** One scenario: changed by forms, on the map and in the file; and what is wrong with it. */
export function Editor(props: Props) {
  const { client, region, draft, ready, onChange, onSaved, children } = props;
  const read = useReading(client, region.code, draft);
  const [station, setStation] = useState('');
  // Between two answers the forms show what they have written themselves.
  const [made, setMade] = useState<{ text: string; tree: Tree } | null>(null);
  const tree = made?.text === draft.text ? made.tree : read.reading?.tree;
  const change = (next: Tree) => {
    // The text is being written by hand: what a form knows of it is old for another moment.
    if (made?.text !== draft.text && !read.fresh) return;
    const text = written(next);
    setMade({ text, tree: next });
    onChange({ ...draft, text });
  };
  const refused = read.fresh ? read.reading?.refused : undefined;
  const errorAt = (path: string) => (refused && refused.path === path ? refused.what : '');
  const form = { tree: tree ?? {}, base: read.reading?.base, onChange: change, errorAt };
  return (
    <section className="pane stack" aria-label={draft.name}>
      <div className="twin-head">
        <TextInput
          label={t('twin.name')}
          value={draft.name}
          onChange={(name) => onChange({ ...draft, name, text: titled(draft.text, name) })}
          maxLength={100}
          required
        />
        {tree && <BaseChoice region={region} ready={ready} {...form} />}
        <div className="choices">
          <Button
            className="button small"
            onPress={() => download(draft.text, `${draft.name}.yaml`, 'text/yaml')}
          >
            {t('twin.export')}
          </Button>
          {children}
        </div>
      </div>
      <Refused read={read} />
      {tree ? (
        <div className="twin-editor">
          <Suspense fallback={<div className="twin-map" />}>
            <TwinMap {...form} station={station} onStation={setStation} region={region} />
          </Suspense>
          <div className="stack twin-forms">
            <WorldForm {...form} />
            <SeasonForm {...form} />
            <TypesForm {...form} />
            <HospitalForm {...form} />
            <UnitsForm {...form} station={station} onStation={setStation} />
            {form.base?.several !== true && <RidesForm {...form} />}
            <OtherForm {...form} ready={ready} />
          </div>
        </div>
      ) : (
        read.fresh && <p className="quiet">{t('twin.noTree')}</p>
      )}
      <TextPane text={draft.text} read={read} onChange={(text) => onChange({ ...draft, text })} />
      <SaveForm client={client} region={region.code} part={draft} onSaved={onSaved} />
    </section>
  );
}

interface BaseProps extends FormProps {
  readonly region: RegionPack;
  readonly ready: Shelf['ready'];
}

/** What the changes are made to: the region as it is, or a scenario that comes with the program. */
function BaseChoice({ tree, onChange, region, ready, errorAt }: BaseProps) {
  const own = textAt(tree, 'region');
  const value = own ? `region ${own}` : `base ${textAt(tree, 'base')}`;
  const options = [
    [`region ${region.code}`, t('twin.today', { name: region.name })] as const,
    ['region sverige', t('twin.country')] as const,
    ...ready.map(({ name, title }) => [`base ${name}`, title] as const),
  ];
  const known = options.some(([one]) => one === value);
  return (
    <Select
      label={t('twin.base')}
      value={value}
      error={errorAt('region') || errorAt('base')}
      onChange={(one) => {
        const [kind = '', name = ''] = one.split(' ');
        const bare = withKey(withKey(tree, 'region', undefined), 'base', undefined);
        onChange(withKey(bare, kind, name));
      }}
      options={known ? options : [...options, [value, value.replace(/^\w+ /, '')] as const]}
    />
  );
}

/** What is wrong, where it stands in the file. */
function Refused({ read }: { readonly read: Read }) {
  const refused = read.reading?.refused;
  return (
    <p role="alert" className="error">
      {read.failed
        ? t('problem.noAnswer')
        : refused && read.fresh
          ? t('twin.refused', { line: refused.line, what: refused.what })
          : ''}
    </p>
  );
}

interface TextProps {
  readonly text: string;
  readonly read: Read;
  readonly onChange: (text: string) => void;
}

/** The file itself, as the command line reads it, with numbered lines. */
export function TextPane({ text, read, onChange }: TextProps) {
  const id = useId();
  const lines = text.split('\n');
  const wrong = read.fresh ? read.reading?.refused?.line : undefined;
  return (
    <details className="twin-text" open={wrong !== undefined || undefined}>
      <summary>{t('twin.file')}</summary>
      <label htmlFor={id}>{t('twin.fileHow')}</label>
      <div className="twin-file">
        <ol aria-hidden>
          {lines.map((_, at) => (
            <li key={at} className={at + 1 === wrong ? 'wrong' : ''}>
              {at + 1}
            </li>
          ))}
        </ol>
        <textarea
          id={id}
          spellCheck={false}
          wrap="off"
          rows={lines.length + 1}
          value={text}
          aria-invalid={wrong !== undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
    </details>
  );
}
