import { useState } from 'react';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useShared } from '../picture/context';
import { t } from '../text';
import { figures } from '../text/format';
import { majorPath } from './acts';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import type { Casualty, MajorIncident, Rationing, RationingRuleList } from './contract';
import { categoryOf, tagIn } from './counts';
import { Reason } from './PlaceForms';
import { BENEFITS, rankable, RANKED_MAX } from './rationing';
import { RuleText } from './RationingPane';
import { useOnce, type Seldom } from './useMajor';

const RULES: Seldom<RationingRuleList> = { path: 'rationing-rules' };

const WORDS_MAX = 120;

interface Props {
  readonly major: MajorIncident;
  readonly onClose: () => void;
}

/** Puts a rule in force; when one is, ranks by it or ends it. */
export function RationForm({ major, onClose }: Props) {
  const { rationings } = useMajor();
  const inForce = rationings.filter((one) => one.ended === undefined);
  const [what, setWhat] = useState<'BEGIN' | 'RANK' | 'END'>(inForce.length > 0 ? 'RANK' : 'BEGIN');
  const [id, setId] = useState(inForce[0]?.id ?? '');
  const one = inForce.find((each) => each.id === id);
  return (
    <>
      {inForce.length > 0 && (
        <div className="choices" role="group" aria-label={t('rationing.title')}>
          {(['RANK', 'END', 'BEGIN'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="button small"
              aria-pressed={what === each}
              onClick={() => setWhat(each)}
            >
              {t(`rationing.act.${each}`)}
            </button>
          ))}
        </div>
      )}
      {inForce.length > 1 && what !== 'BEGIN' && (
        <Select
          label={t('rationing.which')}
          value={id}
          onChange={setId}
          options={inForce.map((each) => [each.id, each.resource])}
        />
      )}
      {what === 'BEGIN' || !one ? (
        <BeginForm major={major} onClose={onClose} />
      ) : what === 'RANK' ? (
        <RankForm key={one.id} major={major} one={one} onClose={onClose} />
      ) : (
        <EndRationForm key={one.id} major={major} one={one} onClose={onClose} />
      )}
    </>
  );
}

function BeginForm({ major, onClose }: Props) {
  const { actions, client, region } = useShared();
  const list = useOnce(client, region.code, RULES)?.rules ?? [];
  const [code, setCode] = useState('');
  const [resource, setResource] = useState('');
  const [decider, setDecider] = useState('');
  const [reason, setReason] = useState('');
  const rule = list.find((one) => one.rule.code === code)?.rule;
  const save = () =>
    actions.onMajor(
      majorPath(major, 'rationings'),
      { rule: code, resource, decider, reason },
      t('rationing.begun', { resource }),
    );
  return (
    <FormFrame
      title={t('rationing.begin')}
      save={t('rationing.putInForce')}
      grave
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Select
            label={t('rationing.ruleField')}
            value={code}
            onChange={setCode}
            error={problemAt('rule')}
            options={[
              ['', ''],
              ...list.map((one): [string, string] => [one.rule.code, one.rule.name]),
            ]}
            required
          />
          {rule && <RuleText rule={rule} />}
          <TextInput
            label={t('rationing.resource')}
            value={resource}
            onChange={setResource}
            maxLength={WORDS_MAX}
            error={problemAt('resource')}
            required
          />
          <TextInput
            label={t('rationing.decider')}
            value={decider}
            onChange={setDecider}
            maxLength={WORDS_MAX}
            error={problemAt('decider')}
            required
          />
          <Reason value={reason} onChange={setReason} error={problemAt('reason')} />
        </>
      )}
    </FormFrame>
  );
}

interface OneProps extends Props {
  readonly one: Rationing;
}

/** Each claim as a physician judges it; nothing is judged beforehand. */
function RankForm({ major, one, onClose }: OneProps) {
  const { actions } = useShared();
  const { casualties, desk, acts } = useMajor();
  const [of] = useState<readonly Casualty[]>(() =>
    rankable(desk.marked.size > 0 ? acts.chosen : casualties).slice(0, RANKED_MAX),
  );
  const [available, setAvailable] = useState('');
  const [each, setEach] = useState('');
  const [minutes, setMinutes] = useState<Readonly<Record<string, string>>>({});
  const [benefit, setBenefit] = useState<Readonly<Record<string, string>>>({});
  if (of.length === 0) return <p className="warn-ink">{t('rationing.nobody')}</p>;
  const save = () =>
    actions.onMajor(
      majorPath(major, `rationings/${encodeURIComponent(one.id)}/rankings`),
      {
        available: Number(available),
        claims: of.map(({ id }) => ({
          tag: tagIn(id),
          benefit: benefit[id],
          minutes: Number(minutes[id] ?? each),
        })),
      },
      t('rationing.ranked', { count: of.length }),
    );
  return (
    <FormFrame
      title={t('rationing.rankTitle', { resource: one.resource })}
      save={t('rationing.act.RANK')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <p className="quiet">{t('rationing.rankHow', { count: of.length })}</p>
          <Minutes
            label={t('rationing.availableField')}
            value={available}
            onChange={setAvailable}
            error={problemAt('available')}
          />
          <Minutes
            label={t('rationing.each')}
            value={each}
            onChange={setEach}
            error={problemAt('minutes') || problemAt('claims') || problemAt('tag')}
          />
          <ul className="rationing-claims">
            {of.map(({ id, ...casualty }) => (
              <ClaimRow
                key={id}
                casualty={{ ...casualty, id }}
                minutes={minutes[id] ?? each}
                benefit={benefit[id] ?? ''}
                onMinutes={(value) => setMinutes({ ...minutes, [id]: value })}
                onBenefit={(value) => setBenefit({ ...benefit, [id]: value })}
              />
            ))}
          </ul>
        </>
      )}
    </FormFrame>
  );
}

interface MinutesProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string;
}

function Minutes({ label, value, onChange, error }: MinutesProps) {
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(next) => onChange(figures(next))}
      maxLength={6}
      inputMode="numeric"
      error={error}
      required
    />
  );
}

interface RowProps {
  readonly casualty: Casualty;
  readonly minutes: string;
  readonly benefit: string;
  readonly onMinutes: (value: string) => void;
  readonly onBenefit: (value: string) => void;
}

function ClaimRow({ casualty, minutes, benefit, onMinutes, onBenefit }: RowProps) {
  const { rules } = useMajor();
  const tag = tagIn(casualty.id);
  return (
    <li>
      <CategoryMark rules={rules} category={categoryOf(casualty)}>
        {tag}
      </CategoryMark>
      <select
        aria-label={t('rationing.benefitOf', { tag })}
        value={benefit}
        required
        onChange={(event) => onBenefit(event.target.value)}
      >
        <option value="">{t('rationing.benefit')}</option>
        {BENEFITS.map((one) => (
          <option key={one} value={one}>
            {t(`benefit.${one}`)}
          </option>
        ))}
      </select>
      <input
        aria-label={t('rationing.minutesOf', { tag })}
        value={minutes}
        inputMode="numeric"
        maxLength={5}
        required
        onChange={(event) => onMinutes(figures(event.target.value))}
      />
    </li>
  );
}

function EndRationForm({ major, one, onClose }: OneProps) {
  const { actions } = useShared();
  const [reason, setReason] = useState('');
  const save = () =>
    actions.onMajor(
      majorPath(major, `rationings/${encodeURIComponent(one.id)}/ending`),
      { reason },
      t('rationing.endDone', { resource: one.resource }),
    );
  return (
    <FormFrame
      title={t('rationing.endTitle', { resource: one.resource })}
      save={t('rationing.act.END')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => <Reason value={reason} onChange={setReason} error={problemAt('reason')} />}
    </FormFrame>
  );
}
