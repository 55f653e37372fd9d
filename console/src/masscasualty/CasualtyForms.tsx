import { useMemo, useState } from 'react';
import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useModel, useShared } from '../picture/context';
import { t } from '../text';
import { depart, majorPath, send, settle } from './acts';
import { useProposal } from './ChosenPane';
import { useMajor } from './context';
import { categoryOf, roomOf, tagIn } from './counts';
import {
  CATEGORIES,
  type Casualty,
  type Category,
  type HospitalRoom,
  type MajorIncident,
} from './contract';
import { HospitalSelect } from './HospitalForms';
import { Reason } from './PlaceForms';
import { nextTag, tagOf } from './sieve';
import { categoryName } from './words';

interface Props {
  readonly onClose: () => void;
}

/** Another hospital than the one proposed, or one where there is no key: a person decides. */
export function SendForm({ onClose }: Props) {
  const { actions, region } = useShared();
  const { acts, hospitals, casualty, desk, dispatch } = useMajor();
  const [chosen] = useState<readonly Casualty[]>(acts.chosen);
  const alone = desk.marked.size === 0 ? casualty : null;
  const draw = useProposal(alone);
  const proposed = draw !== null && typeof draw !== 'string' ? (draw.facility ?? '') : '';
  const [facility, setFacility] = useState('');
  const [reason, setReason] = useState('');
  const [beyond, setBeyond] = useState(false);
  const noRoom = chosen.some((one) => lacksRoom(hospitals, facility, one));
  const deviates = (proposed !== '' && proposed !== facility) || (noRoom && beyond);
  const save = async () => {
    const decided = { proposed, reason, beyond: noRoom && beyond };
    const problem = await send(actions, region, chosen, facility, decided);
    if (!problem) dispatch({ type: 'unmark' });
    return problem;
  };
  return (
    <FormFrame
      title={
        chosen.length === 1 && chosen[0]
          ? t('major.sendTitle', { tag: tagIn(chosen[0].id) })
          : t('major.sendWave', { count: chosen.length })
      }
      save={t('major.send')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <HospitalSelect
            value={facility}
            onChange={setFacility}
            proposed={proposed}
            error={problemAt('facility')}
          />
          {noRoom && (
            <label className="check warn-ink" data-help="field.beyond">
              <input
                type="checkbox"
                checked={beyond}
                onChange={(event) => setBeyond(event.target.checked)}
              />
              {t('major.beyond')}
            </label>
          )}
          {deviates ? (
            <Reason value={reason} onChange={setReason} error={problemAt('reason')} />
          ) : (
            <TextInput
              label={t('major.sendReason')}
              topic="reason"
              value={reason}
              onChange={setReason}
              maxLength={300}
              error={problemAt('reason')}
            />
          )}
        </>
      )}
    </FormFrame>
  );
}

/** As far as the page knows; the server decides, and says so at the hospital. */
function lacksRoom(hospitals: readonly HospitalRoom[], facility: string, one: Casualty): boolean {
  const found = hospitals.find((other) => other.facility === facility);
  const category = categoryOf(one);
  const left = found && category ? roomOf(found, category)?.left : undefined;
  return (found?.said?.closed ?? false) || (left !== undefined && left <= 0);
}

/** They leave the place, in a unit of the event or something else such as a bus. */
export function DepartForm({ onClose }: Props) {
  const { actions } = useShared();
  const { acts, major, dispatch } = useMajor();
  const [chosen] = useState(acts.chosen);
  const units = useModel((model) => model.units);
  const assignments = useModel((model) => model.assignments);
  const names = useMemo(() => {
    const at = [...assignments.values()].filter(
      (one) => one.state === 'OPEN' && major?.incidents.includes(one.incident),
    );
    const ours = at.flatMap((one) => units.get(one.unit)?.callSign ?? []);
    return [...ours, ...(major?.help ?? []).map((one) => one.name)].sort();
  }, [assignments, units, major]);
  const [vehicle, setVehicle] = useState(names.length === 1 ? (names[0] ?? '') : '');
  const save = async () => {
    const problem = await depart(actions, chosen, vehicle);
    if (!problem) dispatch({ type: 'unmark' });
    return problem;
  };
  return (
    <FormFrame
      title={t('major.departTitle', { tags: chosen.map((one) => tagIn(one.id)).join(', ') })}
      save={t('major.depart')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <TextInput
          label={t('major.vehicle')}
          topic="vehicle"
          value={vehicle}
          onChange={setVehicle}
          maxLength={60}
          list={names}
          error={problemAt('vehicle')}
          required
        />
      )}
    </FormFrame>
  );
}

/** Nothing more is to come of them: let go at the place, or dead and taken care of. */
export function SettleForm({ onClose }: Props) {
  const { actions } = useShared();
  const { acts, dispatch } = useMajor();
  const [chosen] = useState(acts.chosen);
  const [reason, setReason] = useState('');
  const save = async () => {
    const problem = await settle(actions, chosen, reason);
    if (!problem) dispatch({ type: 'unmark' });
    return problem;
  };
  return (
    <FormFrame
      title={t('major.settleTitle', { tags: chosen.map((one) => tagIn(one.id)).join(', ') })}
      save={t('major.settle')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => <Reason value={reason} onChange={setReason} error={problemAt('reason')} />}
    </FormFrame>
  );
}

/** Somebody told of by radio; stays open, since they come several at a time. */
export function RegisterForm({ major, onClose }: Props & { readonly major: MajorIncident }) {
  const { actions } = useShared();
  const { rules } = useMajor();
  const [tag, setTag] = useState('');
  const [category, setCategory] = useState<Category>('IMMEDIATE');
  const [place, setPlace] = useState('');
  const save = async () => {
    const named = tagOf(tag);
    const body = {
      tag: named,
      about: { place, child: false, needs: [], decontamination: 'NOT_NEEDED', family: '' },
      judgement: { category, reason: t('major.byRadio') },
    };
    const done = t('major.registeredOne', { tag: named, category: categoryName(rules, category) });
    const problem = await actions.onMajor(majorPath(major, 'casualties'), body, done);
    if (!problem) setTag(nextTag(named));
    return problem;
  };
  return (
    <FormFrame
      title={t('major.registerTitle')}
      save={t('major.register')}
      stays
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('major.tag')}
            topic="tag"
            value={tag}
            onChange={setTag}
            maxLength={20}
            error={problemAt('tag')}
            required
          />
          <Choice
            label={t('major.category')}
            topic="category"
            value={category}
            options={CATEGORIES.map((one) => [one, categoryName(rules, one)])}
            onChange={setCategory}
          />
          <TextInput
            label={t('major.place')}
            topic="casualtyPlace"
            value={place}
            onChange={setPlace}
            maxLength={120}
            list={major.organisation.sectors.map((one) => one.name)}
            error={problemAt('place')}
          />
        </>
      )}
    </FormFrame>
  );
}
