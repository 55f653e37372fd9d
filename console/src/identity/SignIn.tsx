import { useEffect, useState, type SubmitEvent } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type { DemoLogIn, Session } from '../api/contract';
import { LanguageChoice } from '../design/Choices';
import { PasswordInput } from '../design/Fields';
import { t } from '../text';

interface Props {
  readonly client: Client;
  /** True when the session ended under somebody's hands. */
  readonly again: boolean;
  readonly onEnter: (session: Session) => void;
}

export function SignIn({ client, again, onEnter }: Props) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [working, setWorking] = useState(false);
  const [error, setError] = useState('');
  const demo = useDemoUsers(client);

  const enter = (name: string, secret: string) => {
    setWorking(true);
    setError('');
    client.signIn(name, secret).then(onEnter, (problem: unknown) => {
      setError(wordsFor(problem));
      setWorking(false);
    });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    enter(username, password);
  };

  return (
    <main className="sign-in">
      <header>
        <h1>{t('app.name')}</h1>
        <LanguageChoice />
      </header>
      {again && (
        <p role="status" className="note">
          {t('signIn.again')}
        </p>
      )}
      <form onSubmit={submit} className="stack">
        <TextField className="field" value={username} onChange={setUsername} isRequired>
          <Label>{t('signIn.username')}</Label>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </TextField>
        <PasswordInput
          label={t('signIn.password')}
          value={password}
          onChange={setPassword}
          kind="current-password"
        />
        <p role="alert" className="error">
          {error}
        </p>
        <Button type="submit" className="button first" isDisabled={working}>
          {t(working ? 'signIn.working' : 'signIn.submit')}
        </Button>
      </form>
      {demo && <DemoUsers demo={demo} working={working} onChoose={enter} />}
    </main>
  );
}

function useDemoUsers(client: Client): DemoLogIn | null {
  const [users, setUsers] = useState<DemoLogIn | null>(null);
  useEffect(() => {
    let gone = false;
    void client.demoUsers().then((found) => {
      if (!gone) setUsers(found);
    });
    return () => {
      gone = true;
    };
  }, [client]);
  return users;
}

interface DemoProps {
  readonly demo: DemoLogIn;
  readonly working: boolean;
  readonly onChoose: (username: string, password: string) => void;
}

function DemoUsers({ demo, working, onChoose }: DemoProps) {
  const { users, password } = demo;
  return (
    <section className="demo-users" aria-label={t('signIn.demoTitle')}>
      <h2>{t('signIn.demoTitle')}</h2>
      <p className="quiet">{t('signIn.demoNote')}</p>
      <ul>
        {users.map((one) => (
          <li key={one.username}>
            <Button
              className="button"
              isDisabled={working}
              onPress={() => onChoose(one.username, password)}
            >
              <span>{one.displayName}</span>
              <span className="quiet">{one.username}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('signIn.demoPassword', { password })}</p>
    </section>
  );
}

function wordsFor(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status === 0) return t('signIn.noAnswer');
  if (problem.status === 401) return problem.detail || t('signIn.wrong');
  return [problem.detail || problem.title, problem.remedy].filter(Boolean).join(' ');
}
