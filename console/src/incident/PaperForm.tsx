import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../api/client';
import type { PaperCase, SimilarIncident } from '../api/contract';
import { Choice } from '../design/Choices';
import { FormFrame } from '../design/FormFrame';
import { serverTime } from '../model/time';
import { useDesk, useShared } from '../picture/context';
import { tickNow } from '../picture/tick';
import { t } from '../text';
import { clockTime, date } from '../text/format';
import { isUnreadable, nextNumber, type Unreadable } from './paper';
import { BLANK, bodyOf, type Written } from './paperBody';
import { Course, Heading, Told } from './PaperFields';

/**
 * Forms written while the systems were away, entered one after another: after each the next number
 * stands ready, and day and writer stay.
 */
export function PaperForm() {
  const { actions, region, store } = useShared();
  const { dispatch } = useDesk();
  const [written, setWritten] = useState<Written>(() => ({
    ...BLANK,
    number: '',
    writtenBy: '',
    day: date(serverTime(store.get().clock, tickNow())),
    priority: region.priorities[0]?.code ?? '1',
  }));
  const [unread, setUnread] = useState<Unreadable | null>(null);
  const [alike, setAlike] = useState<readonly SimilarIncident[]>([]);
  const [count, setCount] = useState(0);
  const change = (part: Partial<Written>) => setWritten((old) => ({ ...old, ...part }));

  const unitId = (callSign: string) =>
    [...store.get().units.values()].find((one) => one.callSign === callSign || one.id === callSign)
      ?.id;

  /** Sends the form, on a case that is here already or as a new one. */
  const send = async (where: Pick<PaperCase, 'incident' | 'distinctFrom'>) => {
    const body = bodyOf(written, unitId);
    if (isUnreadable(body)) {
      setUnread(body);
      return null;
    }
    setUnread(null);
    const { opening, ...told } = body;
    const form = where.incident ? { ...told, ...where } : { ...body, ...where };
    const problem = await actions.enterPaper(form);
    if (problem?.field === 'distinctFrom') setAlike(await actions.similar(opening));
    if (!problem) {
      setAlike([]);
      setCount(count + 1);
      setWritten({ ...written, ...BLANK, number: nextNumber(written.number) });
    }
    return problem;
  };

  const save = (): Promise<Problem | null> | 'STAY' => {
    const body = bodyOf(written, unitId);
    if (isUnreadable(body)) {
      setUnread(body);
      return 'STAY';
    }
    return send({});
  };
  const unreadAt = (field: Unreadable['field']) => {
    if (unread?.field !== field) return '';
    if (field === 'position') return t('form.positionForm');
    return unread.text === '' ? t('paper.clockForm') : t('paper.unreadable', { text: unread.text });
  };

  return (
    <div className="case-scroll">
      <FormFrame
        key={count}
        title={t('paper.title')}
        save={t('paper.save')}
        stays
        onCancel={() => dispatch({ type: 'closeForm' })}
        onSave={save}
      >
        {(problemAt) => (
          <>
            <Heading written={written} change={change} problemAt={problemAt} unreadAt={unreadAt} />
            <Told written={written} change={change} problemAt={problemAt} unreadAt={unreadAt} />
            <Choice
              label={t('form.priority')}
              topic="priority"
              topicOf={(code) => `priority.${code}`}
              value={written.priority}
              options={region.priorities.map((one) => [one.code, one.code])}
              onChange={(priority) => change({ priority })}
            />
            <Course written={written} change={change} problemAt={problemAt} unreadAt={unreadAt} />
            {alike.length > 0 && (
              <Alike
                alike={alike}
                onSame={(incident) => void send({ incident })}
                onOther={() => void send({ distinctFrom: alike.map((one) => one.incident) })}
              />
            )}
          </>
        )}
      </FormFrame>
    </div>
  );
}

interface AlikeProps {
  readonly alike: readonly SimilarIncident[];
  readonly onSame: (incident: string) => void;
  readonly onOther: () => void;
}

/** Cases that may be the same: a person decides, and nothing is entered until then. */
function Alike({ alike, onSame, onOther }: AlikeProps) {
  return (
    <div className="stack" role="alert">
      <b>{t('paper.alikeTitle')}</b>
      {alike.map((one) => (
        <div key={one.incident} className="stack">
          <span>
            {t('paper.alike', {
              id: one.incident,
              time: clockTime(one.receivedAt),
              address: one.address,
            })}
          </span>
          <Button className="button small" onPress={() => onSame(one.incident)}>
            {t('paper.same', { id: one.incident })}
          </Button>
        </div>
      ))}
      <Button className="button small" onPress={onOther}>
        {t('paper.other')}
      </Button>
    </div>
  );
}
