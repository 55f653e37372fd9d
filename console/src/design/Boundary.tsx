import { Component, type ReactNode } from 'react';
import { t } from '../text';

interface Props {
  readonly children: ReactNode;
  /** The name of the one part this guards; without it the whole page is guarded. */
  readonly pane?: string;
}

interface State {
  readonly fault: string;
}

/**
 * A fault in the page is said in words with a way on, instead of an empty screen. Around one pane
 * it keeps the fault there: the others live on.
 */
export class Boundary extends Component<Props, State> {
  override state: State = { fault: '' };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: (error instanceof Error ? error.message : String(error)) || 'Error' };
  }

  override render() {
    const { fault } = this.state;
    const { pane, children } = this.props;
    if (fault === '') return children;
    if (pane !== undefined) return this.pane(pane, fault);
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

  private pane(name: string, fault: string) {
    return (
      <section className="pane faulty" aria-label={name}>
        <div className="empty">
          <p role="alert">
            <b>{t('fault.pane', { name })}</b> {t('fault.paneText')}
          </p>
          <p className="quiet">{fault}</p>
          <button type="button" className="button" onClick={() => this.setState({ fault: '' })}>
            {t('fault.again')}
          </button>
        </div>
      </section>
    );
  }
}
