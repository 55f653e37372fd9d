import { TextInput } from '../design/Fields';
import { t } from '../text';
import { figures } from '../text/format';
import type { Methane } from './contract';

const LINE_MAX = 300;
/** Figures of a count: one more is beyond what the server takes. */
const COUNT_MAX = 6;

const PARTS = ['exactLocation', 'type', 'hazards', 'access', 'services'] as const;

/** The report as it stands in its fields. */
export type TypedMethane = Record<(typeof PARTS)[number] | 'count', string>;

export function typedMethane(methane: Methane | null | undefined): TypedMethane {
  return {
    exactLocation: methane?.exactLocation ?? '',
    type: methane?.type ?? '',
    hazards: methane?.hazards ?? '',
    access: methane?.access ?? '',
    services: methane?.services ?? '',
    count: methane?.casualties?.toString() ?? '',
  };
}

/** The report as it is told: a count that nobody knows is absent, and not 0. */
export function methaneFrom({ count, ...told }: TypedMethane): Methane {
  return { ...told, ...(count.trim() === '' ? {} : { casualties: Number(count) }) };
}

interface Props {
  readonly typed: TypedMethane;
  readonly onChange: (typed: TypedMethane) => void;
  readonly problemAt: (field: string) => string;
}

/** The letters of METHANE in their order; what is not known is left empty. */
export function MethaneFields({ typed, onChange, problemAt }: Props) {
  const field = (part: (typeof PARTS)[number]) => (
    <TextInput
      key={part}
      label={t(`methane.${part}`)}
      topic="methane"
      value={typed[part]}
      onChange={(value) => onChange({ ...typed, [part]: value })}
      maxLength={LINE_MAX}
      error={problemAt(part)}
    />
  );
  return (
    <>
      {PARTS.slice(0, 4).map(field)}
      <TextInput
        label={t('methane.casualties')}
        topic="methane"
        value={typed.count}
        onChange={(value) => onChange({ ...typed, count: figures(value) })}
        maxLength={COUNT_MAX}
        inputMode="numeric"
        error={problemAt('casualties')}
      />
      {field('services')}
    </>
  );
}
