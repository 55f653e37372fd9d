import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { RegionPack } from '../api/contract';
import { Select } from '../design/Fields';
import { t } from '../text';
import type { Shelf } from './contract';
import { regionDraft, type Draft } from './drafts';
import { titled } from './scenario';

interface Props {
  readonly shelf: Shelf | null;
  readonly region: RegionPack;
  /** The one that is open, of which a copy can be made. */
  readonly like: Draft | undefined;
  readonly onAdd: (name: string, text: string) => void;
}

/** One more scenario: a copy, one that comes with the program, one that is kept, or a file. */
export function AddForm({ shelf, region, like, onAdd }: Props) {
  const [from, setFrom] = useState('copy');
  const file = useRef<HTMLInputElement>(null);
  const add = () => {
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
    const saved = shelf?.saved.find((one) => kind === 'saved' && one.id === id);
    if (saved) onAdd(saved.name, saved.text);
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
