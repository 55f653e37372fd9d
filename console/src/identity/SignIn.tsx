import { useEffect, useState, type SubmitEvent } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type { DemoUser, Session } from '../api/contract';
import { LanguageChoice } from '../design/Choices';
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
  const demoUsers = useDemoUsers(client);

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
        <TextField
          className="field"
          type="password"
          value={password}
          onChange={setPassword}
          isRequired
        >
          <Label>{t('signIn.password')}</Label>
          <Input autoComplete="current-password" />
        </TextField>
        <p role="alert" className="error">
          {error}
        </p>
        <Button type="submit" className="button first" isDisabled={working}>
          {t(working ? 'signIn.working' : 'signIn.submit')}
        </Button>
      </form>
      {demoUsers.length > 0 && <DemoUsers users={demoUsers} working={working} onChoose={enter} />}
    </main>
  );
}

function useDemoUsers(client: Client): DemoUser[] {
  const [users, setUsers] = useState<DemoUser[]>([]);
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
  readonly users: readonly DemoUser[];
  readonly working: boolean;
  readonly onChoose: (username: string, password: string) => void;
}

function DemoUsers({ users, working, onChoose }: DemoProps) {
  const password = users[0]?.password ?? '';
  const same = users.every((one) => one.password === password);
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
              onPress={() => onChoose(one.username, one.password)}
            >
              <span>{one.displayName ?? one.username}</span>
              <span className="quiet">{one.username}</span>
            </Button>
          </li>
        ))}
      </ul>
      {same && <p className="quiet">{t('signIn.demoPassword', { password })}</p>}
    </section>
  );
}

function wordsFor(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status === 0) return t('signIn.noAnswer');
  if (problem.status === 401) return problem.detail || t('signIn.wrong');
  return [problem.detail || problem.title, problem.remedy].filter(Boolean).join(' ');
}
