import { useState } from 'react';
import { Problem, type Client } from '../api/client';
import { t } from '../text';
import { date, number } from '../text/format';
import { BedPlanForm } from './BedPlanForm';
import { CapacityPlanForm } from './CapacityPlanForm';
import type { Preparedness, SieveRules } from './contract';
import { freed } from './plans';
import { PREPAREDNESS, useOnce } from './useMajor';

/** Sends a plan; gives the words of what went wrong, or nothing. */
export type SendPlan = (path: string, body: unknown) => Promise<string>;

interface Props {
  readonly client: Client;
  readonly region: string;
  readonly facility: string;
  readonly rules: SieveRules | null;
}

/** What the hospital has prepared: what it can take hour by hour, and which beds it frees. */
export function HospitalPlans({ client, region, facility, rules }: Props) {
  const first = useOnce(client, region, PREPAREDNESS);
  const [later, setLater] = useState<Preparedness | null>(null);
  const [open, setOpen] = useState<'CAPACITY' | 'BEDS' | null>(null);
  const prepared = later ?? first;
  const send: SendPlan = (path, body) =>
    client
      .post(region, `preparedness/${path}`, body)
      .then(() => client.read<Preparedness>(region, PREPAREDNESS.path))
      .then(
        (told) => {
          setLater(told);
          setOpen(null);
          return '';
        },
        (error: unknown) =>
          error instanceof Problem && error.status !== 0
            ? [error.detail || error.title, error.remedy].filter(Boolean).join(' ')
            : t('problem.noAnswer'),
      );
  if (!prepared) return null;
  const capacity = prepared.capacities[facility];
  const beds = prepared.bedPlans[facility];
  const today = date(Date.now());
  return (
    <section className="pane hospital-plans" aria-label={t('plans.title')}>
      <header className="pane-head">
        <h2>{t('plans.title')}</h2>
      </header>
      <p className={capacity ? '' : 'warn-ink'}>
        {capacity
          ? t('plans.capacityBy', {
              count: capacity.hours.length,
              source: capacity.source,
              date: capacity.documentedOn,
            })
          : t('plans.noCapacity')}
      </p>
      <button
        type="button"
        className="button small"
        aria-expanded={open === 'CAPACITY'}
        onClick={() => setOpen(open === 'CAPACITY' ? null : 'CAPACITY')}
      >
        {t(capacity ? 'plans.changeCapacity' : 'plans.writeCapacity')}
      </button>
      {open === 'CAPACITY' && (
        <CapacityPlanForm {...{ facility, rules, today, send }} before={capacity ?? null} />
      )}
      <p className={beds ? '' : 'quiet'}>
        {beds
          ? t('plans.bedsBy', {
              low: number(freed(beds, 4, 'LOW')),
              most: number(freed(beds, 24, 'MODERATE')),
              source: beds.source,
              date: beds.documentedOn,
            })
          : t('plans.noBeds')}
      </p>
      <button
        type="button"
        className="button small"
        aria-expanded={open === 'BEDS'}
        onClick={() => setOpen(open === 'BEDS' ? null : 'BEDS')}
      >
        {t(beds ? 'plans.changeBeds' : 'plans.writeBeds')}
      </button>
      {open === 'BEDS' && <BedPlanForm {...{ facility, today, send }} before={beds ?? null} />}
    </section>
  );
}
