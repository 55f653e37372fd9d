import { Select } from '../design/Fields';
import { t } from '../text';
import { TYPE_EVENTS, type TypeEvent } from './contract';

interface Props {
  readonly value: TypeEvent | '';
  readonly onChange: (type: TypeEvent | '') => void;
}

/** A sort of event; none is chosen beforehand. */
export function TypeSelect({ value, onChange }: Props) {
  return (
    <Select
      label={t('major.type')}
      value={value}
      onChange={(next) => onChange(TYPE_EVENTS.find((one) => one === next) ?? '')}
      options={[
        ['', t('major.chooseType')],
        ...TYPE_EVENTS.map((one) => [one, t(`typeEvent.${one}`)] as const),
      ]}
      required
    />
  );
}
