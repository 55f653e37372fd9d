import { Problem, type Client } from '../api/client';
import type { RegionPack } from '../api/contract';
import type { Actions } from '../dispatch/actions';
import { t } from '../text';
import { tagIn } from './counts';
import type { Casualty, Draw, MajorIncident } from './contract';
import { facilityName } from './words';

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
  proposed: string,
  reason: string,
): Outcome {
  const [first, ...others] = chosen;
  if (!first) return Promise.resolve(null);
  const name = facilityName(region, facility);
  if (others.length === 0) {
    const done = t('major.sentOne', { tag: tagIn(first.id), name });
    const body = { facility, proposed, reason };
    return actions.onMajor(casualtyPath(first.id, 'destination'), body, done);
  }
  const [major = ''] = first.id.split(':');
  const body = { tags: chosen.map((one) => tagIn(one.id)), facility, reason };
  const done = t('major.sentMany', { count: chosen.length, name });
  return actions.onMajor(`${encodeURIComponent(major)}/destinations`, body, done);
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

/**
 * Sends a wave as the key proposes, each drawn before the next is asked for. Stops at the first
 * who cannot be sent, and says how far it came.
 */
export async function followKey(
  client: Client,
  region: RegionPack,
  chosen: readonly Casualty[],
  say: (text: string, wrong: boolean) => void,
): Promise<void> {
  let sent = 0;
  for (const one of chosen.slice(0, WAVE_MAX)) {
    const drawn = await propose(client, region.code, one.id);
    const facility = typeof drawn === 'string' ? undefined : drawn.facility;
    let wrong = typeof drawn === 'string' ? drawn : t('major.why.NOBODY');
    if (facility !== undefined) {
      const path = `major-incidents/${casualtyPath(one.id, 'destination')}`;
      wrong = await client
        .post(region.code, path, { facility, proposed: facility, reason: '' })
        .then(
          () => '',
          (error: unknown) => (error instanceof Problem ? error.message : t('problem.noAnswer')),
        );
    }
    if (wrong !== '') {
      say(`${tagIn(one.id)}: ${wrong} ${t('major.followedSoFar', { count: sent })}`, true);
      return;
    }
    sent++;
  }
  say(t('major.followed', { count: sent }), false);
}
