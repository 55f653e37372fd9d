import { useModel, useShared } from '../picture/context';
import { t } from '../text';
import { clockTime } from '../text/format';
import { addressOf } from '../view/address';
import { newestOf } from './told';
import { useMajors } from './useMajor';

/** In every view of the desk: that there is a major incident, and the way to it. */
export function MajorStrip() {
  const { client, region } = useShared();
  const mark = useModel((model) => newestOf(model.entries));
  const { list } = useMajors(client, region.code, mark);
  const open = list?.filter((one) => !one.endedAt) ?? [];
  if (open.length === 0) return null;
  return (
    <aside className="major-strip" aria-label={t('view.major')}>
      {open.map((one) => (
        <a key={one.id} href={addressOf('major', '')}>
          <b>{t('view.major')}</b>{' '}
          {t('major.strip', {
            type: t(`typeEvent.${one.type}`),
            level: t(`preparednessLevel.${one.level.level}`),
            time: clockTime(one.level.at),
          })}
        </a>
      ))}
    </aside>
  );
}
