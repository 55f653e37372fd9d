import { Problem, type Client } from '../api/client';
import type { RegionPack } from '../api/contract';
import type { Actions } from '../dispatch/actions';
import { t } from '../text';
import { tagIn } from './counts';
import type { Casualty, Draw, MajorIncident } from './contract';
import { facilityName, whyText } from './words';

type Outcome = Promise<Problem | null>;

/** Where a casualty is told of, below `major-incidents`. */
export function casualtyPath(casualty: string, what: string): string {
  const [major = '', tag = ''] = casualty.split(':');
  return `${encodeURIComponent(major)}/casualties/${encodeURIComponent(tag)}/${what}`;
}

export function majorPath({ id }: Pick<MajorIncident, 'id'>, what: string): string {
  return `${encodeURIComponent(id)}/${what}`;
}

/** One decision about one casualty, or about many, of whom all are sent or none. */
export function send(
  actions: Actions,
  region: RegionPack,
  chosen: readonly Casualty[],
  facility: string,
  decided: { readonly proposed: string; readonly reason: string; readonly beyond: boolean },
): Outcome {
  const name = facilityName(region, facility);
  const { proposed, reason, beyond } = decided;
  // What was proposed is asked for one at a time: a wave has none.
  const said = { facility, reason, beyond, ...(chosen.length === 1 ? { proposed } : {}) };
  const one = (tag: string) => t('major.sentOne', { tag, name });
  const many = t('major.sentMany', { count: chosen.length, name });
  return tell(actions, chosen, 'destination', said, { one, many });
}

/** They leave the place in one vehicle, all or none. */
export function depart(actions: Actions, chosen: readonly Casualty[], vehicle: string): Outcome {
  const one = (tag: string) => t('major.departedOne', { tag, vehicle });
  const many = t('major.departedMany', { count: chosen.length, vehicle });
  return tell(actions, chosen, 'departure', { vehicle }, { one, many });
}

/** Nothing more is to come of them, all or none. */
export function settle(actions: Actions, chosen: readonly Casualty[], reason: string): Outcome {
  const one = (tag: string) => t('major.settledOne', { tag });
  const many = t('major.settledMany', { count: chosen.length });
  return tell(actions, chosen, 'settlement', { reason }, { one, many });
}

/** The same said of one, or of many in one command: then all or none. */
function tell(
  actions: Actions,
  chosen: readonly Casualty[],
  what: 'destination' | 'departure' | 'settlement',
  said: object,
  done: { readonly one: (tag: string) => string; readonly many: string },
): Outcome {
  const [first, ...others] = chosen;
  if (!first) return Promise.resolve(null);
  if (others.length === 0)
    return actions.onMajor(casualtyPath(first.id, what), said, done.one(tagIn(first.id)));
  const [major = ''] = first.id.split(':');
  const body = { tags: chosen.map((one) => tagIn(one.id)), ...said };
  return actions.onMajor(`${encodeURIComponent(major)}/${what}s`, body, done.many);
}

/** What the key proposes for a casualty; the reason in words when it proposes nothing. */
export function propose(client: Client, region: string, casualty: string): Promise<Draw | string> {
  return client
    .read<Draw>(region, `major-incidents/${casualtyPath(casualty, 'proposal')}`)
    .catch((error: unknown) =>
      error instanceof Problem && error.status !== 0
        ? [error.detail || error.title, error.remedy].filter(Boolean).join(' ')
        : t('problem.noAnswer'),
    );
}

/** More at a time nobody has looked through, and the rest may wait for a second press. */
const WAVE_MAX = 200;

/** What another has sent meanwhile changes the proposal; more often than this is no coincidence. */
const TRIES_MAX = 4;

/** Nobody can read more names at once than this. */
const NAMED_MAX = 8;

/**
 * Sends a wave as the key proposes, each drawn before the next is asked for. Who cannot be sent
 * stops nobody else: they are told of at the end, each with why.
 */
export async function followKey(
  client: Client,
  region: RegionPack,
  chosen: readonly Casualty[],
  say: (text: string, wrong: boolean) => void,
): Promise<void> {
  let sent = 0;
  const left: string[] = [];
  for (const one of chosen.slice(0, WAVE_MAX)) {
    const wrong = await sendAsProposed(client, region, one);
    if (wrong === '') sent++;
    else left.push(`${tagIn(one.id)}: ${wrong}`);
  }
  const done = t('major.followed', { count: sent });
  if (left.length === 0) {
    say(done, false);
    return;
  }
  const more = left.length - NAMED_MAX;
  const named = [...left.slice(0, NAMED_MAX), ...(more > 0 ? [t('major.andMore', { more })] : [])];
  say(`${done} ${t('major.notSent', { count: left.length })} ${named.join(' ')}`, true);
}

/** Sends one as is proposed just then; gives why it could not be, or nothing. */
async function sendAsProposed(client: Client, region: RegionPack, one: Casualty): Promise<string> {
  const path = `major-incidents/${casualtyPath(one.id, 'destination')}`;
  let wrong = '';
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const drawn = await propose(client, region.code, one.id);
    if (typeof drawn === 'string') return drawn;
    const { facility } = drawn;
    if (facility === undefined) return whyText(drawn);
    const body = { facility, proposed: facility };
    try {
      await client.post(region.code, path, body);
      return '';
    } catch (error) {
      const answered = error instanceof Problem && error.status !== 0;
      wrong = answered ? error.message : t('problem.noAnswer');
      // Another took the place first: there is a new proposal to ask for.
      if (!answered || error.status !== 409) return wrong;
    }
  }
  return wrong;
}
