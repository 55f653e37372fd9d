import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../api/client';
import type { Outcome, PaperCase, PaperOpening, SimilarIncident } from '../api/contract';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { serverTime } from '../model/time';
import { useDesk, useShared } from '../picture/context';
import { tickNow } from '../picture/tick';
import { t, tCode } from '../text';
import { clockTime, date } from '../text/format';
import {
  contactsOf,
  endedAt,
  isUnreadable,
  nextNumber,
  openedAt,
  unitsOf,
  type PaperDraft,
  type Unreadable,
} from './paper';

const OUTCOMES = ['CONVEYED', 'TREATED_AND_LEFT', 'REFERRED', 'CANCELLED'] as const;

interface Written extends PaperDraft {
  readonly address: string;
  readonly municipality: string;
  readonly callbackNumber: string;
  readonly description: string;
  readonly priority: string;
  readonly outcome: Outcome['kind'] | '';
  readonly outcomeText: string;
}

const BLANK = {
  opened: '',
  units: '',
  contacts: '',
  ended: '',
  address: '',
  municipality: '',
  callbackNumber: '',
  description: '',
  outcome: '' as const,
  outcomeText: '',
};

/**
 * Forms written while the systems were away, entered one after another: after each the next number
 * stands ready, and day and writer stay.
 */
export function PaperForm() {
  const { actions, region, store } = useShared();
  const { dispatch } = useDesk();
  const [written, setWritten] = useState<Written>(() => ({
    ...BLANK,
    number: '',
    writtenBy: '',
    day: date(serverTime(store.get().clock, tickNow())),
    priority: region.priorities[0]?.code ?? '1',
  }));
  const [unread, setUnread] = useState<Unreadable | null>(null);
  const [alike, setAlike] = useState<readonly SimilarIncident[]>([]);
  const [count, setCount] = useState(0);
  const change = (part: Partial<Written>) => setWritten((old) => ({ ...old, ...part }));

  const unitId = (callSign: string) =>
    [...store.get().units.values()].find((one) => one.callSign === callSign || one.id === callSign)
      ?.id;

  /** Sends the form, on a case that is here already or as a new one. */
  const send = async (where: Pick<PaperCase, 'incident' | 'distinctFrom'>) => {
    const body = bodyOf(written, unitId);
    if (isUnreadable(body)) {
      setUnread(body);
      return null;
    }
    setUnread(null);
    const { opening, ...told } = body;
    const form = where.incident ? { ...told, ...where } : { ...body, ...where };
    const problem = await actions.enterPaper(form);
    if (problem?.field === 'distinctFrom') setAlike(await actions.similar(opening));
    if (!problem) {
      setAlike([]);
      setCount(count + 1);
      setWritten({ ...written, ...BLANK, number: nextNumber(written.number) });
    }
    return problem;
  };

  const save = (): Promise<Problem | null> | 'STAY' => {
    const body = bodyOf(written, unitId);
    if (isUnreadable(body)) {
      setUnread(body);
      return 'STAY';
    }
    return send({});
  };
  const unreadAt = (field: Unreadable['field']) =>
    unread?.field !== field
      ? ''
      : unread.text === ''
        ? t('paper.clockForm')
        : t('paper.unreadable', { text: unread.text });

  return (
    <div className="case-scroll">
      <FormFrame
        key={count}
        title={t('paper.title')}
        save={t('paper.save')}
        stays
        onCancel={() => dispatch({ type: 'closeForm' })}
        onSave={save}
      >
        {(problemAt) => (
          <>
            <Heading written={written} change={change} problemAt={problemAt} unreadAt={unreadAt} />
            <Told written={written} change={change} problemAt={problemAt} />
            <Choice
              label={t('form.priority')}
              value={written.priority}
              options={region.priorities.map((one) => [one.code, one.code])}
              onChange={(priority) => change({ priority })}
            />
            <Course written={written} change={change} problemAt={problemAt} unreadAt={unreadAt} />
            {alike.length > 0 && (
              <Alike
                alike={alike}
                onSame={(incident) => void send({ incident })}
                onOther={() => void send({ distinctFrom: alike.map((one) => one.incident) })}
              />
            )}
          </>
        )}
      </FormFrame>
    </div>
  );
}

interface Part {
  readonly written: Written;
  readonly change: (part: Partial<Written>) => void;
  readonly problemAt: (field: string) => string;
}

interface ClockPart extends Part {
  readonly unreadAt: (field: Unreadable['field']) => string;
}

function Heading({ written, change, problemAt, unreadAt }: ClockPart) {
  return (
    <>
      <TextInput
        label={t('paper.number')}
        value={written.number}
        onChange={(number) => change({ number })}
        error={problemAt('number')}
        required
        maxLength={32}
      />
      <TextInput
        label={t('paper.writtenBy')}
        value={written.writtenBy}
        onChange={(writtenBy) => change({ writtenBy })}
        error={problemAt('writtenBy')}
        required
        maxLength={100}
      />
      <TextInput
        label={t('paper.day')}
        value={written.day}
        onChange={(day) => change({ day })}
        hint={t('paper.dayHint')}
        required
        maxLength={10}
      />
      <TextInput
        label={t('paper.opened')}
        value={written.opened}
        onChange={(opened) => change({ opened })}
        error={unreadAt('opened') || problemAt('openedAt') || problemAt('opening.openedAt')}
        required
        maxLength={5}
        inputMode="numeric"
      />
    </>
  );
}

function Told({ written, change, problemAt }: Part) {
  const { region } = useShared();
  const at = (field: string) => problemAt(field) || problemAt(`opening.${field}`);
  return (
    <>
      <TextInput
        label={t('form.newAddress')}
        value={written.address}
        onChange={(address) => change({ address })}
        error={at('address') || at('location.address')}
        required
        maxLength={400}
      />
      <TextInput
        label={t('form.newMunicipality')}
        value={written.municipality}
        onChange={(municipality) => change({ municipality })}
        error={at('municipality') || at('location.municipality')}
        list={region.municipalities.map((one) => one.name)}
        maxLength={80}
      />
      <TextInput
        label={t('form.newCallback')}
        value={written.callbackNumber}
        onChange={(callbackNumber) => change({ callbackNumber })}
        error={at('callbackNumber')}
        inputMode="tel"
      />
      <TextInput
        label={t('form.newDescription')}
        value={written.description}
        onChange={(description) => change({ description })}
        error={at('description')}
        lines
        required
      />
    </>
  );
}

function Course({ written, change, problemAt, unreadAt }: ClockPart) {
  const ended = written.outcome !== '';
  return (
    <>
      <TextInput
        label={t('paper.units')}
        value={written.units}
        onChange={(units) => change({ units })}
        error={unreadAt('units') || problemAt('units')}
        hint={t('paper.unitsHint')}
        lines
      />
      <TextInput
        label={t('paper.contacts')}
        value={written.contacts}
        onChange={(contacts) => change({ contacts })}
        error={unreadAt('contacts') || problemAt('contacts')}
        hint={t('paper.contactsHint')}
        lines
      />
      <Select
        label={t('paper.outcome')}
        value={written.outcome}
        options={[
          ['', t('paper.goesOn')],
          ...OUTCOMES.map((one) => [one, tCode('outcome', one)] as const),
        ]}
        onChange={(code) => change({ outcome: OUTCOMES.find((one) => one === code) ?? '' })}
      />
      {ended && (
        <>
          <TextInput
            label={t('paper.ended')}
            value={written.ended}
            onChange={(value) => change({ ended: value })}
            error={unreadAt('ended') || problemAt('ending')}
            required
            maxLength={5}
            inputMode="numeric"
          />
          <TextInput
            label={t('paper.outcomeText')}
            value={written.outcomeText}
            onChange={(outcomeText) => change({ outcomeText })}
            error={problemAt('text')}
            maxLength={500}
          />
        </>
      )}
    </>
  );
}

interface AlikeProps {
  readonly alike: readonly SimilarIncident[];
  readonly onSame: (incident: string) => void;
  readonly onOther: () => void;
}

/** Cases that may be the same: a person decides, and nothing is entered until then. */
function Alike({ alike, onSame, onOther }: AlikeProps) {
  return (
    <div className="stack" role="alert">
      <b>{t('paper.alikeTitle')}</b>
      {alike.map((one) => (
        <div key={one.incident} className="stack">
          <span>
            {t('paper.alike', {
              id: one.incident,
              time: clockTime(one.receivedAt),
              address: one.address,
            })}
          </span>
          <Button className="button small" onPress={() => onSame(one.incident)}>
            {t('paper.same', { id: one.incident })}
          </Button>
        </div>
      ))}
      <Button className="button small" onPress={onOther}>
        {t('paper.other')}
      </Button>
    </div>
  );
}

type PaperBody = PaperCase & { opening: PaperOpening };

/** The form as the server takes it, or the first thing in it that cannot be read. */
function bodyOf(
  written: Written,
  unitId: (callSign: string) => string | undefined,
): PaperBody | Unreadable {
  const opened = openedAt(written);
  if (!opened) return { field: 'opened', text: '' };
  const units = unitsOf(written, unitId);
  if (isUnreadable(units)) return units;
  const contacts = contactsOf(written);
  if (isUnreadable(contacts)) return contacts;
  const ended = endedAt(written);
  if (written.outcome !== '' && !ended) return { field: 'ended', text: '' };
  return {
    number: written.number,
    writtenBy: written.writtenBy,
    opening: {
      openedAt: opened,
      source: 'OWN_CENTRE',
      callbackNumber: written.callbackNumber,
      location: {
        address: written.address,
        municipality: written.municipality,
        quality: 'UNKNOWN',
      },
      description: written.description,
      priority: written.priority,
    },
    units,
    contacts,
    ...(written.outcome !== '' && ended
      ? { ending: { outcome: written.outcome, text: written.outcomeText, at: ended } }
      : {}),
  };
}
