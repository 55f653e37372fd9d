import type { TransportRequest } from '../api/contract';
import { needTexts, warningTexts } from '../crew/rideText';
import { t, tCode } from '../text';
import { when } from '../text/format';

interface AskedProps {
  readonly request: Pick<TransportRequest, 'needs' | 'resuscitation' | 'urgency' | 'reason'> & {
    readonly note?: string;
  };
}

/** Why, what must be known first, and what is needed: who receives or approves judges by it. */
export function Asked({ request }: AskedProps) {
  const warnings = warningTexts(request);
  const rest = [t(`urgency.${request.urgency}`), ...needTexts(request), request.note ?? ''];
  return (
    <p className="order-said" dir="auto">
      {`${request.reason} · `}
      {warnings.length > 0 && (
        <>
          <strong className="warn-ink">{warnings.join(' · ')}</strong>
          {' · '}
        </>
      )}
      {rest.filter((text) => text !== '').join(' · ')}
    </p>
  );
}

interface LatestProps {
  readonly changes: readonly {
    readonly at: string;
    readonly what: string;
    readonly text: string;
    /** Who did it; nothing where that is not told. */
    readonly by?: string;
  }[];
  readonly now: number;
}

/** What has a line of its own: a mark that goes when the other order is closed, and the booking. */
const OWN_LINE = ['TransportResembled', 'RideBooked', 'RideOffered'];

/** The last thing that happened, so that every party sees each change. */
export function Latest({ changes, now }: LatestProps) {
  const told = changes.filter((one) => !OWN_LINE.includes(one.what));
  const last = told.at(-1);
  if (!last || told.length === 1) return null;
  const said = wordsOf(last.what, last.text);
  // How far the ride has come says by itself what happened.
  const what = last.what === 'RideAdvanced' ? '' : tCode('entry', last.what);
  const parts = [when(last.at, now), what, said, last.by ?? ''];
  return <p className="quiet order-said">{parts.filter((one) => one !== '').join(' · ')}</p>;
}

/** Why a settled ride lost its vehicle; the planner's own reasons are no words of a ward's. */
export function unplannedText(text: string): string {
  const said = tCode('unplanned', text);
  const planners = said === text && tCode('rideReason', text) !== text;
  return planners ? t('unplanned.other') : said;
}

function wordsOf(what: string, text: string): string {
  if (what === 'RideAdvanced') return tCode('ride', text);
  if (what === 'TransportUnplanned') return unplannedText(text);
  if (what !== 'TransportChanged') return text;
  const names = text.split(',').map((one) => tCode('transportPart', one));
  return names.join(', ');
}
