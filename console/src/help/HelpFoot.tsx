import { NoticeArea } from '../picture/NoticeArea';
import { TourStrip } from '../tour/TourStrip';
import { ExplainStrip } from './ExplainStrip';

/** The foot of every view: the tour, explanations and answers, in rows that cover nothing. */
export function HelpFoot() {
  return (
    <div className="foot">
      <TourStrip />
      <ExplainStrip />
      <NoticeArea />
    </div>
  );
}
