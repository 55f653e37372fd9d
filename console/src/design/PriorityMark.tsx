import type { Scale } from '../model/lists';
import { levelOf } from '../model/lists';
import { language } from '../text';
import { shapeOf } from './shapes';

/** Priority as shape, label and colour at once. */
export function PriorityMark({ code, scale }: { code: string; scale: Scale }) {
  const level = levelOf(scale, code);
  return (
    <svg
      className={`priority level${level}`}
      viewBox="0 0 28 24"
      role="img"
      aria-label={code}
      data-help={`priority.${code}`}
    >
      <title>{priorityName(code, scale)}</title>
      <path d={shapeOf(level)} />
      <text x="14" y="16.5" textAnchor="middle">
        {code}
      </text>
    </svg>
  );
}

/** The code with the region's word for it: "1A Livshotande". */
export function priorityName(code: string, scale: Scale): string {
  const row = scale.get(code);
  if (!row) return code;
  return `${code} ${language() === 'sv' ? row.label : row.labelEn}`;
}
