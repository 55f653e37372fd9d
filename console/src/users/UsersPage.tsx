import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type { RegionPack, RegionSummary, Session, User } from '../api/contract';
import { Meanings, PageHelp } from '../help/PageHelp';
import { t } from '../text';
import { PlainHead } from '../view/PlainHead';
import { draftOf, NEW, ROLES } from './change';
import { UserForm } from './UserForm';

interface Props {
  readonly client: Client;
  readonly session: Session;
  readonly region: RegionPack;
  readonly regions: readonly RegionSummary[];
  readonly onRegion: (code: string) => void;
  readonly onLeave: () => void;
}

/** Who may log in, for an administrator: users of one region, their roles and first passwords. */
export function UsersPage(props: Props) {
  const { client, region } = props;
  const [users, setUsers] = useState<readonly User[] | null>(null);
  const [failed, setFailed] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const load = useCallback(
    () =>
      client.users().then(setUsers, (error: unknown) => {
        setFailed((error instanceof Problem && error.detail) || t('problem.noAnswer'));
      }),
    [client],
  );
  useEffect(() => void load(), [load]);
  useEffect(() => {
    document.title = `${t('view.users')} · ${region.name}`;
  }, [region]);
  const known = users?.find((one) => one.username === chosen) ?? null;
  return (
    <div className="users">
      <PlainHead {...props} view="users" />
      <PageHelp view="users">
        <Meanings of={ROLES.map((one) => [t(`role.${one}`), t(`roleHelp.${one}`)])} />
      </PageHelp>
      <main className="users-main">
        <section className="pane" aria-label={t('users.title')}>
          <header className="pane-head">
            <h2>{t('users.title')}</h2>
            <Button className="button small" onPress={() => setChosen('')}>
              {t('users.new')}
            </Button>
          </header>
          {failed && (
            <p role="alert" className="error">
              {failed}
            </p>
          )}
          {users && <UserTable users={users} region={region.code} onChoose={setChosen} />}
        </section>
        {chosen !== null && (
          <UserForm
            key={`${region.code} ${chosen}`}
            client={client}
            region={region.code}
            before={known}
            start={known ? draftOf(known, region.code) : NEW}
            onSaved={(username) => void load().then(() => setChosen(username))}
            onClose={() => setChosen(null)}
          />
        )}
      </main>
    </div>
  );
}

interface TableProps {
  readonly users: readonly User[];
  readonly region: string;
  readonly onChoose: (username: string) => void;
}

function UserTable({ users, region, onChoose }: TableProps) {
  if (users.length === 0) return <p className="empty">{t('users.none')}</p>;
  return (
    <table className="users-table">
      <thead>
        <tr>
          <th scope="col">{t('users.username')}</th>
          <th scope="col">{t('users.displayName')}</th>
          <th scope="col">{t('users.roles')}</th>
          <th scope="col">{t('users.state')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.username}>
            <td>
              <button
                type="button"
                className="button small plain link"
                onClick={() => onChoose(user.username)}
              >
                {user.username}
              </button>
            </td>
            <td>{user.displayName}</td>
            <td>
              {draftOf(user, region)
                .roles.map((role) => t(`role.${role}`))
                .join(', ') || '–'}
            </td>
            <td>{t(user.active ? 'users.active' : 'users.closed')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
