import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { t } from '../text';
import { relevant, type Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly errorAt: (field: string) => string;
}

const POSTURES = ['SITS', 'WHEELCHAIR', 'LIES'] as const;
const CARES = ['NONE', 'LIGHT', 'SKILLED', 'INTENSIVE'] as const;
const INFECTIONS = ['NONE', 'CONTACT', 'DROPLET', 'AIRBORNE'] as const;
const ESCORTS = ['NONE', 'NURSE', 'DOCTOR'] as const;
const DECISIONS = ['UNDECIDED', 'FULL', 'NOT_BEGUN'] as const;

/** What the patient needs on the way: only the questions the answers so far make relevant. */
export function NeedFields({ draft, set, errorAt }: Props) {
  const on = relevant(draft);
  return (
    <>
      <Choice
        label={t('transport.posture')}
        topic="orderPosture"
        value={draft.posture}
        options={POSTURES.map((one) => [one, t(`posture.${one}`)])}
        onChange={(posture) => set({ posture })}
      />
      {on.stairs && <Check name="stairs" draft={draft} set={set} />}
      <Choice
        label={t('transport.care')}
        topic="orderCare"
        value={draft.care}
        options={CARES.map((one) => [one, t(`care.${one}`)])}
        onChange={(care) => set({ care })}
      />
      {on.drips && (
        <div className="order-checks">
          {on.skilled && <Check name="monitoring" draft={draft} set={set} />}
          {on.skilled && <Check name="drugs" draft={draft} set={set} />}
          <Check name="drips" draft={draft} set={set} />
          {on.intensive && <Check name="ventilator" draft={draft} set={set} />}
          {on.intensive && <Check name="incubator" draft={draft} set={set} />}
        </div>
      )}
      {on.escort && (
        <Choice
          label={t('transport.escort')}
          topic="orderEscort"
          value={draft.escort}
          options={ESCORTS.map((one) => [one, t(`escort.${one}`)])}
          onChange={(escort) => set({ escort })}
        />
      )}
      <div className="order-row">
        <TextInput
          label={t('transport.oxygen')}
          topic="orderOxygen"
          value={draft.oxygen}
          onChange={(oxygen) => set({ oxygen })}
          error={errorAt('oxygenLitres')}
          inputMode="numeric"
          maxLength={2}
        />
        {on.weight && (
          <TextInput
            label={t('transport.weight')}
            topic="orderWeight"
            value={draft.weight}
            onChange={(weight) => set({ weight })}
            error={errorAt('weightKg')}
            inputMode="numeric"
            maxLength={3}
          />
        )}
        <Select
          label={t('transport.companions')}
          topic="orderCompanions"
          value={draft.companions}
          onChange={(companions) => set({ companions })}
          options={['0', '1', '2', '3'].map((one) => [one, one])}
        />
      </div>
      <Select
        label={t('transport.infection')}
        topic="orderInfection"
        value={draft.infection}
        onChange={(infection) => set({ infection: infection as Draft['infection'] })}
        options={INFECTIONS.map((one) => [one, t(`infection.${one}`)])}
      />
      {on.alone && <Check name="alone" draft={draft} set={set} />}
      <TextInput
        label={t('transport.aggression')}
        topic="orderAggression"
        value={draft.aggression}
        onChange={(aggression) => set({ aggression })}
        maxLength={300}
      />
      {on.resuscitation && (
        <Choice
          label={t('transport.resuscitation')}
          topic="orderResuscitation"
          value={draft.resuscitation}
          options={DECISIONS.map((one) => [one, t(`resuscitation.${one}`)])}
          onChange={(resuscitation) => set({ resuscitation })}
        />
      )}
    </>
  );
}

type Flag =
  'stairs' | 'monitoring' | 'drugs' | 'drips' | 'ventilator' | 'incubator' | 'alone' | 'returnTrip';

interface CheckProps {
  readonly name: Flag;
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

export function Check({ name, draft, set }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={draft[name]}
        onChange={(event) => set({ [name]: event.target.checked })}
      />
      {t(`need.${name}`)}
    </label>
  );
}
