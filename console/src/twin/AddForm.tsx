import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Client } from '../api/client';
import type { RegionPack } from '../api/contract';
import { Select } from '../design/Fields';
import { t } from '../text';
import type { Part, Shelf } from './contract';
import { regionDraft, type Draft } from './drafts';
import { titled } from './scenario';
import { problemText } from './words';

interface Props {
  readonly client: Client;
  readonly shelf: Shelf | null;
  readonly region: RegionPack;
  /** The one that is open, of which a copy can be made. */
  readonly like: Draft | undefined;
  readonly onAdd: (name: string, text: string) => void;
}

/** One more scenario: a copy, one that comes with the program, one that is kept, or a file. */
export function AddForm({ client, shelf, region, like, onAdd }: Props) {
  const [from, setFrom] = useState('copy');
  const [failed, setFailed] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const add = () => {
    setFailed('');
    const [kind, id] = from.split(' ');
    if (kind === 'copy' && like) {
      const name = t('twin.copyOf', { name: like.name });
      onAdd(name, titled(like.text, name));
    }
    if (kind === 'region') {
      const { name, text } = regionDraft(region);
      onAdd(name, text);
    }
    const ready = shelf?.ready.find(({ name }) => kind === 'ready' && name === id);
    if (ready) onAdd(ready.title, ready.text);
    if (kind === 'saved' && id)
      client.read<Part>(region.code, `scenarios/${id}`).then(
        ({ name, text }) => onAdd(name, text),
        (error: unknown) => setFailed(problemText(error)),
      );
  };
  const read = (chosen: File | undefined) => {
    if (!chosen) return;
    void chosen.text().then((text) => onAdd(chosen.name.replace(/\.ya?ml$/, ''), text));
  };
  return (
    <div className="twin-add">
      <Select
        label={t('twin.addFrom')}
        value={from}
        onChange={setFrom}
        options={[
          ['copy', t('twin.copy')],
          ['region', t('twin.today', { name: region.name })],
          ...(shelf?.ready ?? []).map(
            ({ name, title }) => [`ready ${name}`, t('twin.ready', { title })] as const,
          ),
          ...(shelf?.saved ?? []).map(
            ({ id, name, version, author }) =>
              [`saved ${id}`, t('twin.saved', { name, version, author })] as const,
          ),
        ]}
      />
      <Button className="button" onPress={add}>
        {t('twin.add')}
      </Button>
      <Button className="button" onPress={() => file.current?.click()}>
        {t('twin.import')}
      </Button>
      {failed && (
        <p role="alert" className="error">
          {failed}
        </p>
      )}
      <input
        ref={file}
        type="file"
        hidden
        accept=".yaml,.yml,text/yaml"
        aria-label={t('twin.import')}
        onChange={({ target }) => {
          read(target.files?.[0]);
          target.value = '';
        }}
      />
    </div>
  );
}
