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

/** In a demonstration: who else dispatches. Shows nothing in real service. */
export function DemoControl() {
  const { demo, actions } = useShared();
  const [now, setNow] = useState<Demo | null>(demo);
  if (!now) return null;
  const change = (automatic: Demo['automatic']) => {
    void actions.setAutomatic(automatic).then((next) => next && setNow(next));
  };
  const { mode, afterSeconds } = now.automatic;
  return (
    <DialogTrigger>
      <Button className="tag demo-badge">{t('demo.state', { mode: t(`demo.${mode}`) })}</Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="stack" aria-label={t('demo.title')}>
          <Choice
            label={t('demo.title')}
            value={mode}
            options={MODES.map((one) => [one, t(`demo.${one}`)])}
            onChange={(next) => change({ mode: next, afterSeconds })}
          />
          {mode === 'UNCLAIMED' && (
            <Seconds value={afterSeconds} onSave={(next) => change({ mode, afterSeconds: next })} />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
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
