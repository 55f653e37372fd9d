import { useEffect, useMemo, useState } from 'react';
import { percent } from '../advice/coverText';
import { useCover } from '../advice/useAdvice';
import type { RecommendedUnit } from '../api/contract';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useShared } from '../picture/context';
import { t } from '../text';
import { number, span } from '../text/format';
import { majorPath } from './acts';
import type { MajorIncident, PresetResponse, PresetResponseList } from './contract';
import { pick } from './response';
import { useOnce, type Seldom } from './useMajor';

const WORDS_MAX = 500;

interface Props {
  readonly major: MajorIncident;
  readonly onClose: () => void;
}

/** What the region calls at once to such an event: shown, changed, and sent with one key. */
export function ResponseForm({ major, onClose }: Props) {
  const { client, region } = useShared();
  const what = useMemo<Seldom<PresetResponseList>>(
    () => ({ path: `major-incidents/${majorPath(major, 'responses')}` }),
    [major],
  );
  const presets = useOnce(client, region.code, what)?.responses ?? null;
  const [ranked, setRanked] = useState<readonly RecommendedUnit[] | null>(null);
  const { declaredFrom } = major;
  useEffect(() => {
    let gone = false;
    client.recommendation(region.code, declaredFrom).then(
      (answer) => gone || setRanked(answer.units),
      () => gone || setRanked([]),
    );
    return () => {
      gone = true;
    };
  }, [client, region.code, declaredFrom]);
  if (presets === null || ranked === null) return <p role="status">{t('app.loading')}</p>;
  if (presets.length === 0) return <p className="warn-ink">{t('response.none')}</p>;
  return <Sending {...{ major, presets, ranked, onClose }} />;
}

interface SendingProps extends Props {
  readonly presets: readonly PresetResponse[];
  readonly ranked: readonly RecommendedUnit[];
}

function Sending({ major, presets, ranked, onClose }: SendingProps) {
  const { actions } = useShared();
  const [code, setCode] = useState(presets[0]?.code ?? '');
  const preset = presets.find((one) => one.code === code) ?? presets[0];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [called, setCalled] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState('');
  if (!preset) return null;
  const { units, short } = pick(preset, ranked);
  const sent = units.filter((one) => !left.has(one.unit));
  const save = async () => {
    if (sent.length > 0) {
      const body = { units: sent.map((one) => one.unit) };
      const done = t('response.sent', { count: sent.length });
      const problem = await actions.onIncident(major.declaredFrom, 'assignments', body, done);
      if (problem) return problem;
    }
    const without = [...left].map((unit) => nameOf(units, unit)).join(', ');
    const body = {
      preset: preset.name,
      version: preset.version,
      units: sent.map((one) => one.callSign),
      calls: [...called],
      without: [without, why].filter(Boolean).join(': '),
    };
    return actions.onMajor(majorPath(major, 'responses'), body, t('response.done'));
  };
  return (
    <FormFrame
      title={t('response.title')}
      save={t('response.send', { count: sent.length })}
      grave
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Select
            label={t('response.which')}
            value={preset.code}
            onChange={(next) => {
              setCode(next);
              setLeft(new Set());
              setCalled(new Set());
            }}
            options={presets.map((one): [string, string] => [one.code, one.name])}
            error={problemAt('units')}
          />
          <p className="quiet">
            {t('response.facts', { version: preset.version, approver: preset.approver })}
          </p>
          <Checks
            legend={t('response.units')}
            all={units.map((one): [string, string] => [one.unit, unitText(one)])}
            on={(unit) => !left.has(unit)}
            onToggle={(unit) => setLeft(toggled(left, unit))}
          />
          {short > 0 && <p className="warn-ink">{t('response.short', { count: short })}</p>}
          <Cover />
          <Checks
            legend={t('response.calls')}
            all={preset.calls.map((one): [string, string] => [one, one])}
            on={(one) => called.has(one)}
            onToggle={(one) => setCalled(toggled(called, one))}
          />
          {left.size > 0 && (
            <TextInput
              label={t('response.why')}
              value={why}
              onChange={setWhy}
              maxLength={WORDS_MAX}
              error={problemAt('without')}
            />
          )}
        </>
      )}
    </FormFrame>
  );
}

function nameOf(units: readonly RecommendedUnit[], unit: string): string {
  return units.find((one) => one.unit === unit)?.callSign ?? unit;
}

function unitText(one: RecommendedUnit): string {
  const { callSign, kind, arrivalSeconds } = one;
  const way = arrivalSeconds === undefined ? t('response.noWay') : span(arrivalSeconds);
  return [callSign, t(`kind.${kind}`), way].join(' · ');
}

/** What everyday cases have left now, before anybody is sent. */
function Cover() {
  const { answer } = useCover();
  const [urgent] = answer?.levels ?? [];
  if (!urgent || !answer?.computedAt) return null;
  return (
    <p className="quiet">
      {t('response.cover', {
        share: percent(urgent.share),
        minutes: number(urgent.withinSeconds / 60),
      })}
    </p>
  );
}

interface ChecksProps {
  readonly legend: string;
  readonly all: readonly (readonly [string, string])[];
  readonly on: (code: string) => boolean;
  readonly onToggle: (code: string) => void;
}

function Checks({ legend, all, on, onToggle }: ChecksProps) {
  return (
    <fieldset className="response-checks">
      <legend>{legend}</legend>
      {all.map(([code, name]) => (
        <label key={code}>
          <input type="checkbox" checked={on(code)} onChange={() => onToggle(code)} /> {name}
        </label>
      ))}
    </fieldset>
  );
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
