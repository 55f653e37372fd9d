import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Client } from '../api/client';
import type { RegionPack, Session } from '../api/contract';
import { t } from '../text';
import type { SavedScenario, Shelf } from './contract';
import { AddForm } from './AddForm';
import { draft, regionDraft, type Draft } from './drafts';
import { Editor } from './Editor';
import { RunForm } from './RunForm';
import { problemText } from './words';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly session: Session;
  readonly drafts: readonly Draft[];
  /** The kept scenario that the address asks for, empty for none. */
  readonly asked: string;
  readonly onChange: (drafts: readonly Draft[]) => void;
  readonly onAsked: (study: string) => void;
}

/** More than these are no comparison any longer; the server says so too. */
const SCENARIOS_MAX = 6;

/** Scenarios side by side: the first is what the others are compared with. */
export function Workbench(props: Props) {
  const { client, region, drafts, onChange } = props;
  const [chosen, setChosen] = useState(drafts[0]?.key ?? '');
  const { shelf, look } = useShelf(client, region.code);
  const [failed, setFailed] = useState('');
  const open = drafts.find(({ key }) => key === chosen) ?? drafts[0];
  const add = (name: string, text: string) => {
    const made = draft(name, text);
    onChange([...drafts, made]);
    setChosen(made.key);
  };
  useAsked(props, add, setFailed);
  const change = (next: Draft) =>
    onChange(drafts.map((one) => (one.key === next.key ? next : one)));
  const remove = (gone: Draft) => {
    const left = drafts.filter((one) => one !== gone);
    onChange(left.length > 0 ? left : [regionDraft(region)]);
  };
  return (
    <>
      <section className="pane stack" aria-label={t('twin.scenarios')}>
        <h2>{t('twin.scenarios')}</h2>
        <p className="quiet">{t('twin.how')}</p>
        <ol className="twin-tabs">
          {drafts.map((one, at) => (
            <li key={one.key}>
              <button
                type="button"
                className="chip"
                aria-pressed={one === open}
                onClick={() => setChosen(one.key)}
              >
                {`${at + 1}. ${one.name}`}
                {at === 0 && <small>{t('twin.first')}</small>}
              </button>
            </li>
          ))}
        </ol>
        {failed && (
          <p role="alert" className="error">
            {failed}
          </p>
        )}
        {drafts.length < SCENARIOS_MAX ? (
          <AddForm client={client} shelf={shelf} region={region} like={open} onAdd={add} />
        ) : (
          <p className="quiet">{t('twin.full', { max: SCENARIOS_MAX })}</p>
        )}
      </section>
      {open && (
        <Editor
          key={open.key}
          client={client}
          region={region}
          draft={open}
          ready={shelf?.ready ?? []}
          onChange={change}
          onSaved={look}
        >
          <Button className="button small" onPress={() => remove(open)}>
            {t('twin.remove')}
          </Button>
        </Editor>
      )}
      <RunForm client={client} region={region.code} drafts={drafts} onAsked={props.onAsked} />
    </>
  );
}

function useShelf(client: Client, region: string) {
  const [shelf, setShelf] = useState<Shelf | null>(null);
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    let gone = false;
    client.read<Shelf>(region, 'scenarios').then(
      (found) => gone || setShelf(found),
      () => gone || setShelf({ ready: [], saved: [] }),
    );
    return () => {
      gone = true;
    };
  }, [client, region, looked]);
  return { shelf, look: () => setLooked(looked + 1) };
}

/** Takes in the kept scenario that a shared address names, once. */
function useAsked(
  { client, region, asked }: Props,
  add: (name: string, text: string) => void,
  fail: (why: string) => void,
) {
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    client.read<SavedScenario>(region.code, `scenarios/${encodeURIComponent(asked)}`).then(
      ({ name, text }) => {
        if (gone) return;
        history.replaceState(null, '', '#');
        add(name, text);
      },
      (error: unknown) => gone || fail(problemText(error)),
    );
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Once for each address.
  }, [asked]);
}
