import type { Situation } from '../api/contract';
import { PriorityMark } from '../design/PriorityMark';
import { useShared } from '../picture/context';
import { t } from '../text';
import { age, when } from '../text/format';
import { TOPICS } from './draft';

type Point = Situation['points'][number];

interface Props {
  readonly situation: Situation;
  readonly remarks: Readonly<Record<string, string>>;
  /** Absent when it is signed and can only be read. */
  readonly onSay?: (point: string, text: string) => void;
}

/** The points of a hand-over under their topics, each with a place for the person's own words. */
export function Points({ situation, remarks, onSay }: Props) {
  return (
    <>
      {TOPICS.map((topic) => {
        const points = situation.points.filter((one) => one.topic === topic);
        const left = situation.leftOut[topic] ?? 0;
        return (
          <section key={topic} className="handover-topic">
            <h3>
              {t(`handoverTopic.${topic}`)} <span className="count">{points.length + left}</span>
            </h3>
            <ul>
              {points.map((one) => (
                <li key={one.key}>
                  <Line point={one} at={Date.parse(situation.at)} />
                  <Said point={one} text={remarks[one.key] ?? ''} onSay={onSay} />
                </li>
              ))}
            </ul>
            {left > 0 && <p className="warn-ink">{t('handover.left', { count: left })}</p>}
          </section>
        );
      })}
    </>
  );
}

function Line({ point, at }: { point: Point; at: number }) {
  const { scale } = useShared();
  const { since, due } = point;
  const times = [
    since && t('handover.since', { time: when(since, at), age: age(since, at) }),
    due && t('handover.due', { time: when(due, at) }),
  ];
  return (
    <p className="handover-line">
      {point.priority && <PriorityMark code={point.priority} scale={scale} />}
      <span dir="auto">
        <b>{point.text}</b> {point.detail}
      </span>
      <span className="quiet">{times.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

interface SaidProps {
  readonly point: Point;
  readonly text: string;
  readonly onSay: Props['onSay'];
}

function Said({ point, text, onSay }: SaidProps) {
  if (!onSay)
    return text ? (
      <p className="handover-said" dir="auto">
        {text}
      </p>
    ) : null;
  const name = `${t(`handoverTopic.${point.topic}`)}: ${point.text}`;
  return (
    <input
      className="handover-remark"
      data-help="field.handoverRemark"
      value={text}
      maxLength={500}
      placeholder={t('handover.remark')}
      aria-label={t('handover.remarkOn', { name })}
      onChange={(event) => onSay(point.key, event.target.value)}
    />
  );
}
