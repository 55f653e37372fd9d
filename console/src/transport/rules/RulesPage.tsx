import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../../api/client';
import type {
  RegionPack,
  RegionSummary,
  RulesTrial,
  RuleTable,
  Session,
  TransportRules,
} from '../../api/contract';
import { TextInput } from '../../design/Fields';
import { PageHelp } from '../../help/PageHelp';
import { t } from '../../text';
import { date } from '../../text/format';
import { PlainHead } from '../../view/PlainHead';
import { RuleRow } from './RuleRow';
import { csvOf, moved, newRule, type Rule } from './table';
import { TrialFigures } from './TrialFigures';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** The region's decision table, of which a copy is changed and tried on the month that has been. */
export function RulesPage(props: Props) {
  const { client, region } = props;
  const [rules, setRules] = useState<TransportRules | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    document.title = `${t('view.rules')} · ${region.name}`;
  }, [region]);
  useEffect(() => {
    client.transportRules(region.code).then(setRules, () => setFailed(true));
  }, [client, region.code]);
  const today = date(Date.parse(region.now));
  const table = rules?.tables.find(
    (one) => one.validFrom <= today && (!one.validUntil || today <= one.validUntil),
  );
  return (
    <div className="order">
      <PlainHead {...props} view="rules" />
      <PageHelp view="rules" />
      {failed && (
        <p role="alert" className="error">
          {t('problem.noAnswer')}
        </p>
      )}
      {rules && !table && <p role="alert">{t('rules.noTable')}</p>}
      {table && <Workbench client={client} region={region} table={table} />}
    </div>
  );
}

interface WorkbenchProps {
  readonly client: Client;
  readonly region: RegionPack;
  readonly table: RuleTable;
}

function Workbench({ client, region, table }: WorkbenchProps) {
  const [copy, setCopy] = useState<RuleTable>(table);
  const [trial, setTrial] = useState<RulesTrial | null>(null);
  const [trying, setTrying] = useState(false);
  const [refused, setRefused] = useState('');
  const change = (part: Partial<RuleTable>) => {
    setCopy({ ...copy, ...part });
    // Figures beside a table they were not made from would be read as its own.
    setTrial(null);
  };
  const setRule = (at: number, rule: Rule) =>
    change({ rules: copy.rules.map((one, n) => (n === at ? rule : one)) });
  const run = () => {
    setTrying(true);
    setRefused('');
    client
      .tryRules(region.code, copy)
      .then(setTrial, (error: unknown) =>
        setRefused(
          error instanceof Problem && error.detail
            ? `${error.detail} ${error.remedy}`
            : t('problem.noAnswer'),
        ),
      )
      .finally(() => setTrying(false));
  };
  const last = copy.rules.length - 1;
  return (
    <main className="order-main">
      <section className="pane" aria-label={t('rules.table')}>
        <h2>{t('rules.table')}</h2>
        <p className="quiet">
          {t('transport.rulesBy', {
            version: table.version,
            from: table.validFrom,
            author: table.author,
          })}
        </p>
        <Dates copy={copy} onChange={change} />
        <ol className="rules-list">
          {copy.rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              first={at === 0}
              last={at === last}
              onChange={(next) => setRule(at, next)}
              onMove={(by) => at + by < last && change({ rules: moved(copy.rules, at, by) })}
              onRemove={() => change({ rules: copy.rules.filter((_, n) => n !== at) })}
            />
          ))}
        </ol>
        <Button
          className="button small"
          onPress={() => change({ rules: copy.rules.toSpliced(last, 0, newRule(copy.rules)) })}
        >
          {t('rules.newRule')}
        </Button>
      </section>
      <section className="pane stack" aria-label={t('rules.trial')} aria-live="polite">
        <h2>{t('rules.trial')}</h2>
        <div className="choices">
          <Button className="button first" isDisabled={trying} onPress={run}>
            {t('rules.try')}
          </Button>
          <Button className="button" onPress={() => change(table)}>
            {t('rules.reset')}
          </Button>
          <Button
            className="button"
            onPress={() =>
              save(JSON.stringify(copy, null, 2), `${region.code}-${copy.version}.json`)
            }
          >
            {t('rules.save')}
          </Button>
          {trial && (
            <Button
              className="button"
              onPress={() => save(`\ufeff${csvOf(trial)}`, `${region.code}-${copy.version}.csv`)}
            >
              {t('followup.csv')}
            </Button>
          )}
        </div>
        <p role="alert" className="error">
          {refused}
        </p>
        {trial ? <TrialFigures trial={trial} /> : <p className="quiet">{t('rules.untried')}</p>}
      </section>
    </main>
  );
}

interface DatesProps {
  readonly copy: RuleTable;
  readonly onChange: (part: Partial<RuleTable>) => void;
}

/** Who answers for the copy, under which name and from when. */
function Dates({ copy, onChange }: DatesProps) {
  return (
    <div className="order-row">
      <TextInput
        label={t('rules.version')}
        value={copy.version}
        onChange={(version) => onChange({ version })}
        maxLength={40}
        required
      />
      <TextInput
        label={t('rules.author')}
        value={copy.author}
        onChange={(author) => onChange({ author })}
        maxLength={100}
        required
      />
      <label className="field">
        {t('rules.validFrom')}
        <input
          type="date"
          value={copy.validFrom}
          required
          onChange={({ target }) => target.validity.valid && onChange({ validFrom: target.value })}
        />
      </label>
    </div>
  );
}

function save(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text]));
  const link = document.createElement('a');
  link.href = address;
  link.download = `dirigent-${name}`;
  link.click();
  URL.revokeObjectURL(address);
}
