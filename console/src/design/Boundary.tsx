import { Component, type ReactNode } from 'react';
import { t } from '../text';

interface State {
  readonly fault: string;
}

/** A fault in the page is said in words with a way on, instead of an empty screen. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: '' };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { fault } = this.state;
    if (fault === '') return this.props.children;
    return (
      <main className="centre">
        <h1>{t('fault.title')}</h1>
        <p role="alert">{t('fault.text')}</p>
        <p className="quiet">{fault}</p>
        <button type="button" className="button first" onClick={() => location.reload()}>
          {t('fault.reload')}
        </button>
      </main>
    );
  }
}
