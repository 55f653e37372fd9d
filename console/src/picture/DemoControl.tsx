import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Label,
  Popover,
  TextField,
} from 'react-aria-components';
import type { AutomaticMode, Demo } from '../api/contract';
import { Choice } from '../design/Choices';
import { t } from '../text';
import { useShared } from './context';

const MODES: readonly AutomaticMode[] = ['OFF', 'ALL', 'UNCLAIMED'];

interface Props {
  readonly demo: Demo;
  readonly onChange: (next: Demo) => void;
}

/** In a demonstration: who else dispatches. */
export function DemoControl({ demo, onChange }: Props) {
  const mode = t(`demo.${demo.automatic.mode}`);
  return (
    <DialogTrigger>
      <Button className="tag demo-badge wide">{t('demo.state', { mode })}</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="stack" aria-label={t('demo.title')}>
          <DemoChoice demo={demo} onChange={onChange} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

export function DemoChoice({ demo, onChange }: Props) {
  const { actions } = useShared();
  const change = (automatic: Demo['automatic']) => {
    void actions.setAutomatic(automatic).then((next) => next && onChange(next));
  };
  const { mode, afterSeconds } = demo.automatic;
  return (
    <>
      <Choice
        label={t('demo.title')}
        value={mode}
        options={MODES.map((one) => [one, t(`demo.${one}`)])}
        onChange={(next) => change({ mode: next, afterSeconds })}
      />
      {mode === 'UNCLAIMED' && (
        <Seconds value={afterSeconds} onSave={(next) => change({ mode, afterSeconds: next })} />
      )}
    </>
  );
}

function Seconds({ value, onSave }: { value: number; onSave: (value: number) => void }) {
  const [text, setText] = useState(String(value));
  const save = () => {
    const next = Number.parseInt(text, 10);
    if (Number.isFinite(next) && next >= 0 && next !== value) onSave(next);
  };
  return (
    <TextField className="field" value={text} onChange={setText} onBlur={save} inputMode="numeric">
      <Label>{t('demo.after')}</Label>
      <Input onKeyDown={(event) => event.key === 'Enter' && save()} />
    </TextField>
  );
}
