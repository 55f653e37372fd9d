import { CommandButton } from '../commands/CommandButton';
import { t } from '../text';
import { clockTime, number } from '../text/format';
import { CategoryMark } from './CategoryMark';
import { useMajor } from './context';
import type { Ranking, Rationing, RationingRule } from './contract';
import { PRINCIPLE_OF } from './rationing';
import { Scrolls } from './Scrolls';

/** What is short, by which rule it is shared, who decided it, and whom it put where. */
export function RationingPane() {
  const { rationings } = useMajor();
  const inForce = rationings.filter((one) => one.ended === undefined);
  return (
    <section
      className={`pane major-rationing ${inForce.length > 0 ? 'in-force' : ''}`}
      data-help="pane.rationing"
      aria-label={t('rationing.title')}
    >
      <header className="pane-head">
        <h2>{t('rationing.title')}</h2>
        <CommandButton id="majorRation" className="button small" brief />
      </header>
      {rationings.length === 0 && <p className="quiet">{t('rationing.none')}</p>}
      {rationings.map((one) => (
        <OneRationing key={one.id} one={one} />
      ))}
    </section>
  );
}

function OneRationing({ one }: { readonly one: Rationing }) {
  const { ended } = one;
  return (
    <details open={ended === undefined}>
      <summary>
        <b className={ended ? '' : 'grave-ink'}>{one.resource}</b>{' '}
        {ended
          ? t('rationing.over', { time: clockTime(ended.at), by: ended.by })
          : t('rationing.since', { time: clockTime(one.at) })}
      </summary>
      <p>{t('rationing.by', { decider: one.decider, by: one.by, reason: one.reason })}</p>
      {ended && <p>{t('rationing.endedWhy', { reason: ended.reason })}</p>}
      <RuleText rule={one.rule} />
      {one.ranking && <RankingTable ranking={one.ranking} />}
    </details>
  );
}

/** The rule in words: what decides, in which order, and from which principle it follows. */
export function RuleText({ rule }: { readonly rule: RationingRule }) {
  return (
    <>
      <p className="quiet">
        {t('rationing.rule', {
          name: rule.name,
          version: rule.version,
          approver: rule.approver,
          source: rule.source,
        })}
      </p>
      <ol className="rationing-order">
        {rule.criteria.map((one) => (
          <li key={one}>
            {t(`criterion.${one}`)}{' '}
            <span className="quiet">{t(`principle.${PRINCIPLE_OF[one]}`)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function RankingTable({ ranking }: { readonly ranking: Ranking }) {
  const { rules } = useMajor();
  return (
    <Scrolls label={t('rationing.ranking')}>
      <table>
        <caption>
          {t('rationing.available', {
            minutes: number(ranking.available),
            time: clockTime(ranking.at),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('rationing.place')}</th>
            <th scope="col">{t('major.tag')}</th>
            <th scope="col">{t('rationing.enough')}</th>
            <th scope="col">{t('rationing.why')}</th>
          </tr>
        </thead>
        <tbody>
          {ranking.ranked.map((one) => (
            <tr key={one.claim.tag} className={one.granted ? '' : 'without'}>
              <td>{one.place}</td>
              <th scope="row">
                <CategoryMark rules={rules} category={one.claim.category}>
                  {one.claim.tag}
                </CategoryMark>
              </th>
              <td>{t(one.granted ? 'rationing.yes' : 'rationing.no')}</td>
              <td>
                {one.decidedBy && t(`criterion.${one.decidedBy}`)}{' '}
                {one.principle && <span className="quiet">{t(`principle.${one.principle}`)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}
