import type { UnitStatus } from '../api/contract';
import { t } from '../text';
import { LETTERS } from './letters';

/** A status as its letter and its word; free units stand out by weight, not by colour. */
export function StatusMark({ status }: { status: UnitStatus }) {
  return (
    <span className={`status ${status}`} data-help={`status.${status}`}>
      <b>{LETTERS[status]}</b> {t(`status.${status}`)}
    </span>
  );
}
