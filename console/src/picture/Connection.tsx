import { t } from '../text';
import { clockSeconds, span } from '../text/format';
import { serverTime } from '../model/time';
import { useConnection, useModel, useTick } from './context';

/** The state of the connection in a word, with the age of the last message. */
export function ConnectionState() {
  const state = useConnection();
  const heardAt = useModel((model) => model.connection.heardAt);
  const now = useTick();
  const seconds = heardAt === null ? 0 : Math.max(0, Math.floor((now - heardAt) / 1000));
  const age = span(seconds);
  return (
    <span
      className={`connection ${state}`}
      data-help="pane.connection"
      title={heardAt === null ? undefined : t('connection.age', { age })}
    >
      <span className="dot" aria-hidden />
      <span role="status">{t(`connection.${state}`)}</span>
      {heardAt !== null && <span className="age">{age}</span>}
    </span>
  );
}

/** Says that the picture is old, from when it is, and that nothing is queued meanwhile. */
export function LostBanner({ forbidden }: { forbidden: boolean }) {
  const state = useConnection();
  const clock = useModel((model) => model.clock);
  const heardAt = useModel((model) => model.connection.heardAt);
  let text = '';
  if (forbidden) text = t('connection.forbidden');
  else if (state === 'LOST')
    text =
      heardAt === null
        ? t('connection.lostNever')
        : t('connection.lost', { time: clockSeconds(serverTime(clock, heardAt)) });
  return (
    <div role="alert" className={text ? 'lost-banner' : ''}>
      {text}
    </div>
  );
}
