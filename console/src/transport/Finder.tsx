import { useEffect, useState } from 'react';
import { t } from '../text';

/** Nobody waits for it, and a server that is asked at every letter answers nobody. */
const PAUSE_MILLISECONDS = 300;

interface Props {
  readonly closed: boolean;
  readonly onClosed: (closed: boolean) => void;
  /** Told what is looked for when nothing more is written; must not change. */
  readonly onFind: (words: string) => void;
}

/** Which orders are listed: closed ones instead, and those of some words, in the whole list. */
export function Finder({ closed, onClosed, onFind }: Props) {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => onFind(text.trim()), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, onFind]);
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={closed}
          onChange={(event) => onClosed(event.target.checked)}
        />
        {t('transport.closed')}
      </label>
      <input
        type="search"
        className="order-find"
        value={text}
        maxLength={100}
        placeholder={t('transport.find')}
        aria-label={t('transport.find')}
        onChange={(event) => setText(event.target.value)}
      />
    </>
  );
}
