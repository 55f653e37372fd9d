import { useState } from 'react';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useShared } from '../picture/context';
import { t, tCode } from '../text';
import { clockTime, figures } from '../text/format';
import { majorPath } from './acts';
import { useMajor } from './context';
import type { Help, MajorIncident } from './contract';

const KINDS: readonly Help['kind'][] = ['BUS', 'AMBULANCE', 'HELICOPTER'];

/** Who lies and who sits, where nobody has said otherwise. */
const ROOM: Readonly<Record<Help['kind'], readonly [string, string]>> = {
  BUS: ['0', '45'],
  AMBULANCE: ['1', '1'],
  HELICOPTER: ['1', '0'],
};

const MINUTE = 60_000;

interface Props {
  readonly major: MajorIncident;
  readonly onClose: () => void;
}

/** A vehicle that comes beside the region's units; stays open: they come several at a time. */
export function HelpForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const { now } = useMajor();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Help['kind']>('BUS');
  const [[stretchers, seats], setRoom] = useState(ROOM.BUS);
  const [minutes, setMinutes] = useState('30');
  const save = async () => {
    const at = new Date(now + Number(minutes) * MINUTE).toISOString();
    const body = { name, kind, stretchers: Number(stretchers), seats: Number(seats), at };
    const done = t('major.helpDone', { name, time: clockTime(at) });
    const problem = await actions.onMajor(majorPath(major, 'help'), body, done);
    if (!problem) setName('');
    return problem;
  };
  return (
    <FormFrame
      title={t('major.helpTitle')}
      save={t('major.helpSave')}
      stays
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('major.helpName')}
            topic="help"
            value={name}
            onChange={setName}
            maxLength={60}
            error={problemAt('name')}
            required
          />
          <Select
            label={t('major.helpKind')}
            topic="help"
            value={kind}
            onChange={(value) => {
              const chosen = KINDS.find((one) => one === value) ?? 'BUS';
              setKind(chosen);
              setRoom(ROOM[chosen]);
            }}
            options={KINDS.map((one) => [one, tCode('helpKind', one)])}
          />
          <TextInput
            label={t('major.helpStretchers')}
            topic="help"
            value={stretchers}
            onChange={(text) => setRoom([figures(text), seats])}
            maxLength={3}
            inputMode="numeric"
            error={problemAt('stretchers')}
          />
          <TextInput
            label={t('major.helpSeats')}
            topic="help"
            value={seats}
            onChange={(text) => setRoom([stretchers, figures(text)])}
            maxLength={3}
            inputMode="numeric"
            error={problemAt('seats')}
          />
          <TextInput
            label={t('major.helpMinutes')}
            topic="help"
            value={minutes}
            onChange={(text) => setMinutes(figures(text))}
            maxLength={4}
            inputMode="numeric"
            error={problemAt('at')}
            required
          />
        </>
      )}
    </FormFrame>
  );
}

/** Vehicles that come beside the region's units, the first to come first. */
export function HelpList({ major }: { readonly major: MajorIncident }) {
  const { actions } = useShared();
  const help = [...major.help].sort((a, b) => a.at.localeCompare(b.at));
  if (help.length === 0) return <p className="quiet">{t('major.noHelp')}</p>;
  const callOff = ({ name }: Help) =>
    void actions.onMajor(
      majorPath(major, 'help-call-offs'),
      { name },
      t('major.helpCalledOff', { name }),
    );
  return (
    <ul className="plain major-help">
      {help.map((one) => (
        <li key={one.name}>
          <span>
            <b dir="auto">{one.name}</b>{' '}
            {t('major.helpLine', {
              kind: tCode('helpKind', one.kind),
              stretchers: one.stretchers,
              seats: one.seats,
              time: clockTime(one.at),
            })}
          </span>
          <button
            type="button"
            className="button small"
            aria-label={t('major.helpCallOffOne', { name: one.name })}
            onClick={() => callOff(one)}
          >
            {t('major.helpCallOff')}
          </button>
        </li>
      ))}
    </ul>
  );
}
