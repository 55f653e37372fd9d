import { useState } from 'react';
import type { ProposedMove, UnitCommands } from '../api/contract';
import { may } from '../identity/abilities';
import { useConnection, useShared } from '../picture/context';
import { t } from '../text';
import { span } from '../text/format';
import { AnswerForm } from './AnswerForm';
import { coverChangeText } from './coverText';
import { ProposalRow, type Answering } from './ProposalRow';

type RelocationAnswer = UnitCommands['relocation-answers'];

/** Units that might stand better elsewhere, the best move first. */
export function MoveList({ moves }: { moves: readonly ProposedMove[] }) {
  if (moves.length === 0) return <p className="quiet">{t('plan.noMoves')}</p>;
  return (
    <ol className="proposal-list">
      {moves.map((one) => (
        <Move key={`${one.unit} ${one.station}`} move={one} />
      ))}
    </ol>
  );
}

function Move({ move }: { move: ProposedMove }) {
  const { actions, region, session } = useShared();
  const live = useConnection() === 'LIVE';
  const [answering, setAnswering] = useState<Answering>(null);
  const { callSign, stationName: place } = move;
  const stop = () => setAnswering(null);
  const body = {
    place: move.station,
    shown: {
      travelSeconds: move.travelSeconds,
      coverBefore: move.coverBefore,
      coverAfter: move.coverAfter,
    },
  };
  const answer = (how: RelocationAnswer['answer'], rest: Partial<RelocationAnswer> = {}) =>
    actions.answerRelocation(move.unit, callSign, { ...body, ...rest, answer: how });
  const others = region.standbyPlaces.filter((one) => one.id !== move.station);
  return (
    <ProposalRow
      label={t('plan.move', { callSign, place })}
      blocked={!live || !may(session, 'DISPATCH')}
      onAccept={() => void answer('ACCEPTED')}
      onAnswer={setAnswering}
      form={
        answering && (
          <AnswerForm
            title={t(answering === 'CHANGE' ? 'plan.changeMove' : 'plan.refuseMove', { callSign })}
            save={t(answering === 'CHANGE' ? 'standby.order' : 'plan.refuse')}
            presets={[t('plan.crewBusy'), t('plan.roads')]}
            onDone={stop}
            {...(answering === 'CHANGE'
              ? { label: t('standby.place'), options: others.map((one) => [one.id, one.name]) }
              : {})}
            onSave={(reason, chosen) =>
              answering === 'CHANGE'
                ? answer('CHANGED', { chosen, reason })
                : answer('REFUSED', { reason })
            }
          />
        )
      }
    >
      <b>{t('plan.move', { callSign, place })}</b>
      <span>{coverChangeText(move.coverBefore, move.coverAfter)}</span>
      <span>{whyText(move)}</span>
      <span className="quiet">
        {t('plan.drive', { time: span(move.travelSeconds) })} ·{' '}
        {move.movesInShift === 0
          ? t('plan.moveUncounted')
          : t('plan.moveNumber', { number: move.movesInShift, most: move.movesMax })}
      </span>
    </ProposalRow>
  );
}

/** Why it should move, and what it can then be at in time and what nobody can any more. */
function whyText({ why, reached, bared }: ProposedMove): string {
  return [
    t(why === 'FREED' ? 'plan.freed' : 'plan.stands'),
    reached.length > 0 ? t('plan.reached', { places: reached.join(', ') }) : '',
    bared.length > 0 ? t('plan.bared', { places: bared.join(', ') }) : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
