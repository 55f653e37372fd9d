import { useMemo, useState } from 'react';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { placeName } from '../dispatch/actions';
import { useModel, useShared } from '../picture/context';
import { t } from '../text';
import { clockTime } from '../text/format';
import { majorPath } from './acts';
import { LEVELS, type Level, type MajorIncident } from './contract';
import { methaneFrom, MethaneFields, typedMethane } from './MethaneFields';

interface Props {
  readonly major: MajorIncident;
  readonly onClose: () => void;
}

const REASON_MAX = 300;
const NOTE_MAX = 1000;

/** The first unit's report: what is not known is left empty, so that it need not wait. */
export function MethaneForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const [typed, setTyped] = useState(() => typedMethane(major.methane));
  const save = () =>
    actions.onMajor(majorPath(major, 'methane'), methaneFrom(typed), t('major.methaneDone'));
  return (
    <FormFrame title={t('major.methane')} save={t('form.save')} onCancel={onClose} onSave={save}>
      {(problemAt) => <MethaneFields typed={typed} onChange={setTyped} problemAt={problemAt} />}
    </FormFrame>
  );
}

/** The level in force: another than the one there is, and why. */
export function LevelForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const others = LEVELS.filter((one) => one !== major.level.level);
  const next = LEVELS[LEVELS.indexOf(major.level.level) + 1] ?? others[0] ?? 'STAFF';
  const [level, setLevel] = useState<Level>(next);
  const [reason, setReason] = useState('');
  const save = () => {
    const done = t('major.levelDone', { level: t(`preparednessLevel.${level}`) });
    return actions.onMajor(majorPath(major, 'level'), { level, reason }, done);
  };
  return (
    <FormFrame
      title={t('major.levelTitle')}
      save={t('form.confirm')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Choice
            label={t('major.level')}
            topic="level"
            value={level}
            options={others.map((one) => [one, t(`preparednessLevel.${one}`)])}
            onChange={setLevel}
          />
          <Reason value={reason} onChange={setReason} error={problemAt('reason')} />
        </>
      )}
    </FormFrame>
  );
}

interface ReasonProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string;
}

/** A reason for the journal. */
export function Reason({ value, onChange, error }: ReasonProps) {
  return (
    <TextInput
      label={t('form.reason')}
      topic="reason"
      value={value}
      onChange={onChange}
      maxLength={REASON_MAX}
      error={error}
      required
    />
  );
}

/** One sector a line, its lead after a colon. */
function sectorsOf(text: string): { name: string; lead: string }[] {
  return text
    .split('\n')
    .map((line) => {
      const [name = '', ...lead] = line.split(':');
      return { name: name.trim(), lead: lead.join(':').trim() };
    })
    .filter((one) => one.name !== '');
}

/** How the place is led: who leads the care, where units stop, on which group they talk. */
export function OrganiseForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const before = major.organisation;
  const [medicalLead, setLead] = useState(before.medicalLead);
  const [breakPoint, setBreakPoint] = useState(before.breakPoint);
  const [talkgroup, setTalkgroup] = useState(before.talkgroup);
  const [sectors, setSectors] = useState(
    before.sectors.map((one) => (one.lead ? `${one.name}: ${one.lead}` : one.name)).join('\n'),
  );
  const save = () => {
    const places = new Map(before.sectors.map((one) => [one.name, one.position]));
    const body = {
      ...before,
      medicalLead,
      breakPoint,
      talkgroup,
      sectors: sectorsOf(sectors).map((one) => ({ ...one, position: places.get(one.name) })),
    };
    return actions.onMajor(majorPath(major, 'organisation'), body, t('major.organiseDone'));
  };
  return (
    <FormFrame
      title={t('major.organisation')}
      save={t('form.save')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('major.medicalLead')}
            topic="medicalLead"
            value={medicalLead}
            onChange={setLead}
            maxLength={60}
            error={problemAt('medicalLead')}
          />
          <TextInput
            label={t('major.breakPoint')}
            topic="breakPoint"
            value={breakPoint}
            onChange={setBreakPoint}
            maxLength={200}
            error={problemAt('breakPoint')}
          />
          <TextInput
            label={t('major.talkgroup')}
            topic="talkgroup"
            value={talkgroup}
            onChange={setTalkgroup}
            maxLength={60}
            error={problemAt('talkgroup')}
          />
          <TextInput
            label={t('major.sectors')}
            topic="sectors"
            hint={t('major.sectorsHint')}
            value={sectors}
            onChange={setSectors}
            error={problemAt('sectors')}
            lines
          />
        </>
      )}
    </FormFrame>
  );
}

/** A decision for the log. */
export function NoteForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const [text, setText] = useState('');
  const save = () => actions.onMajor(majorPath(major, 'notes'), { text }, t('major.noteDone'));
  return (
    <FormFrame title={t('major.noteTitle')} save={t('form.save')} onCancel={onClose} onSave={save}>
      {(problemAt) => (
        <TextInput
          label={t('major.noteText')}
          topic="majorNote"
          value={text}
          onChange={setText}
          maxLength={NOTE_MAX}
          error={problemAt('text')}
          required
          lines
        />
      )}
    </FormFrame>
  );
}

/** Another case of the same event, the nearest in time first: such calls come together. */
export function CollectForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const incidents = useModel((model) => model.incidents);
  const others = useMemo(() => {
    const began = Date.parse(major.happenedAt);
    const apart = (at: string) => Math.abs(Date.parse(at) - began);
    return [...incidents.values()]
      .filter((one) => one.phase !== 'CLOSED' && !major.incidents.includes(one.id))
      .sort((a, b) => apart(a.receivedAt) - apart(b.receivedAt));
  }, [incidents, major]);
  const [incident, setIncident] = useState(others[0]?.id ?? '');
  const save = () => {
    const undo = () => {
      const body = { incident, reason: t('reasonPreset.undone') };
      void actions.onMajor(majorPath(major, 'releases'), body, t('done.undone'));
    };
    const body = { incident };
    return actions.onMajor(majorPath(major, 'incidents'), body, t('major.collectDone'), undo);
  };
  if (others.length === 0) return <p className="warn-ink">{t('major.collectNone')}</p>;
  return (
    <FormFrame
      title={t('major.collectTitle')}
      save={t('form.confirm')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <Select
          label={t('major.collectWhich')}
          topic="collect"
          value={incident}
          onChange={setIncident}
          error={problemAt('incident')}
          options={others.map((one) => [
            one.id,
            `${one.priority} ${placeName(one)} · ${clockTime(one.receivedAt)} · ${one.description}`,
          ])}
          required
        />
      )}
    </FormFrame>
  );
}

/** Ends it; the server refuses while anybody is neither in a hospital nor let go. */
export function EndForm({ major, onClose }: Props) {
  const { actions } = useShared();
  const [reason, setReason] = useState('');
  const save = () => actions.onMajor(majorPath(major, 'ending'), { reason }, t('major.ended'));
  return (
    <FormFrame
      title={t('major.endTitle')}
      save={t('major.end')}
      grave
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => <Reason value={reason} onChange={setReason} error={problemAt('reason')} />}
    </FormFrame>
  );
}
