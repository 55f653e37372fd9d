import { useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Client, Problem } from '../api/client';
import type { Session } from '../api/contract';
import { suggestLanguage, usePreferences } from '../design/preferences';
import { language, t, useLanguage } from '../text';
import { Away } from './Away';
import { PasswordForm } from './PasswordForm';
import { RegionGate } from './RegionGate';
import { SignIn } from './SignIn';

type State =
  { at: 'START' } | { at: 'AWAY' } | { at: 'OUT'; again: boolean } | { at: 'IN'; session: Session };

/** The whole page: log-in, then the region, then its desk. */
export function App() {
  const chosen = useLanguage();
  usePreferences();
  const client = useMemo(() => new Client(language), []);
  const [state, setState] = useState<State>({ at: 'START' });

  const enter = useCallback((session: Session) => {
    suggestLanguage(session.language);
    setState({ at: 'IN', session });
  }, []);
  // The address keeps the place, so that a new log-in comes back to the same case.
  const signedOut = useCallback(() => setState({ at: 'OUT', again: true }), []);

  const start = useCallback(() => {
    client.session().then(enter, (error: unknown) => {
      const away = error instanceof Problem && error.status === 0;
      setState(away ? { at: 'AWAY' } : { at: 'OUT', again: false });
    });
  }, [client, enter]);

  useEffect(() => {
    client.onSignedOut = signedOut;
    start();
  }, [client, signedOut, start]);

  const leave = useCallback(() => {
    const out = () => setState({ at: 'OUT', again: false });
    client.signOut().then(out, (error: unknown) => {
      if (error instanceof Problem && error.status !== 0) out();
    });
  }, [client]);

  return (
    <I18nProvider locale={chosen === 'sv' ? 'sv-SE' : 'en-SE'}>
      {state.at === 'START' && (
        <main className="centre">
          <h1>{t('app.name')}</h1>
          <p role="status">{t('connection.CONNECTING')}</p>
        </main>
      )}
      {state.at === 'AWAY' && <Away onRetry={start} />}
      {state.at === 'OUT' && <SignIn client={client} again={state.again} onEnter={enter} />}
      {state.at === 'IN' && state.session.passwordExpired && (
        <main className="sign-in">
          <h1>{t('password.title')}</h1>
          <p>{t('password.why')}</p>
          <PasswordForm client={client} onDone={start} leave={t('top.signOut')} onLeave={leave} />
        </main>
      )}
      {state.at === 'IN' && !state.session.passwordExpired && (
        <RegionGate
          client={client}
          session={state.session}
          onSignedOut={signedOut}
          onLeave={leave}
        />
      )}
    </I18nProvider>
  );
}
