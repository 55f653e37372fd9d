import { useState } from 'react';
import type { Client } from '../api/client';
import type { RegionPack } from '../api/contract';
import { TextInput } from '../design/Fields';
import { t, tCode } from '../text';
import { number } from '../text/format';
import type { KeyDraft, SieveRules } from './contract';
import { TRAVELLING } from './counts';
import { KeyTrialPane } from './KeyTrialPane';
import { Scrolls } from './Scrolls';
import type { Tell } from './PreparednessPage';
import { categoryName, facilityName, hospitalName } from './words';

interface Props {
  readonly client: Client;
  readonly draft: KeyDraft;
  readonly region: RegionPack;
  readonly rules: SieveRules | null;
  readonly changes: boolean;
  readonly today: string;
  readonly tell: Tell;
}

/** A key that has been worked out: what it says, from what, and who approves it for how long. */
export function DraftPane({ client, draft, region, rules, changes, today, tell }: Props) {
  const [wrong, setWrong] = useState('');
  const path = `key-drafts/${encodeURIComponent(draft.code)}`;
  return (
    <section className="pane preparedness-draft">
      <h2>{t('prepared.draft', { name: draft.name })}</h2>
      <p>
        {t('prepared.draftOf', { type: t(`typeEvent.${draft.type}`), place: draft.place })}{' '}
        <b className="warn-ink">{t('prepared.notApproved')}</b>
      </p>
      <Shares {...{ draft, region, rules }} />
      <p>{t('prepared.then')}</p>
      <ol>
        {draft.overflow.map((one) => (
          <li key={one.tier}>
            {tCode('tier', one.tier)}:{' '}
            {one.facilities.map((id) => hospitalName(region, id)).join(', ')}
          </li>
        ))}
      </ol>
      {changes && <KeyTrialPane {...{ client, region }} code={draft.code} draft />}
      {changes && <Approve {...{ path, today, tell }} />}
      {changes && <Drop onDrop={() => void tell(`${path}/dropping`, {}).then(setWrong)} />}
      <p role="alert" className="grave-ink">
        {wrong}
      </p>
    </section>
  );
}

/** A draft that is thrown away is gone, and it takes work to make: asked once more. */
function Drop({ onDrop }: { readonly onDrop: () => void }) {
  const [sure, setSure] = useState(false);
  return (
    <div className="choices">
      <button type="button" className="button" aria-expanded={sure} onClick={() => setSure(!sure)}>
        {t(sure ? 'form.cancel' : 'prepared.drop')}
      </button>
      {sure && (
        <button type="button" className="button grave" onClick={onDrop}>
          {t('prepared.dropNow')}
        </button>
      )}
    </div>
  );
}

/** First hour / after it, in per cent, with what it is worked out from beside it. */
function Shares({ draft, region, rules }: Pick<Props, 'draft' | 'region' | 'rules'>) {
  const sharing = draft.grounds.filter((ground) =>
    draft.shares.some((one) => one.facility === ground.facility),
  );
  return (
    <Scrolls label={t('prepared.shares')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('major.hospital')}</th>
            {TRAVELLING.map((one) => (
              <th key={one} scope="col">
                {categoryName(rules, one)} %
              </th>
            ))}
            <th scope="col">{t('prepared.minutes')}</th>
            <th scope="col">{t('prepared.documentedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {sharing.map((ground) => (
            <tr key={ground.facility}>
              <th scope="row">{facilityName(region, ground.facility)}</th>
              {TRAVELLING.map((category) => {
                const share = draft.shares.find(
                  (one) => one.facility === ground.facility && one.category === category,
                );
                return (
                  <td key={category} className="figures">
                    {number(share?.firstHourPercent ?? 0)} / {number(share?.followingPercent ?? 0)}
                  </td>
                );
              })}
              <td>{number(ground.minutes)}</td>
              <td>{ground.documentedOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

const PARTS = ['approver', 'validFrom', 'validUntil', 'reviewOn'] as const;

function Approve({ path, today, tell }: { path: string; today: string; tell: Tell }) {
  const [said, setSaid] = useState({
    approver: '',
    validFrom: today,
    validUntil: '',
    reviewOn: '',
  });
  const [wrong, setWrong] = useState('');
  return (
    <form
      className="preparedness-form"
      aria-label={t('prepared.approve')}
      onSubmit={(event) => {
        event.preventDefault();
        void tell(`${path}/approval`, said).then(setWrong);
      }}
    >
      {PARTS.map((part) => (
        <TextInput
          key={part}
          label={t(`prepared.${part}`)}
          {...(part === 'approver' ? {} : { hint: t('prepared.dateHow') })}
          value={said[part]}
          onChange={(value) => setSaid({ ...said, [part]: value })}
          maxLength={part === 'approver' ? 120 : 10}
          required
        />
      ))}
      <button
        type="submit"
        className="button first"
        disabled={PARTS.some((part) => said[part].trim() === '')}
      >
        {t('prepared.approve')}
      </button>
      <p role="alert" className="grave-ink">
        {wrong}
      </p>
    </form>
  );
}
