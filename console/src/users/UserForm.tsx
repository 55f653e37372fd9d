import { useState, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type { User } from '../api/contract';
import { Select, TextInput } from '../design/Fields';
import { t } from '../text';
import { changeOf, ROLES, type Draft } from './change';

interface Props {
  readonly client: Client;
  readonly region: string;
  /** The user as the server has it, or null for a new one. */
  readonly before: User | null;
  readonly start: Draft;
  readonly onSaved: (username: string) => void;
  readonly onClose: () => void;
}

/** One user: who it is, what it may do here, and a password that works once. */
export function UserForm({ client, region, before, start, onSaved, onClose }: Props) {
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const at = (field: string) => (problem?.field === field ? problem.detail : '');
  const refused = (error: unknown) => {
    setSaid('');
    setProblem(error instanceof Problem ? error : new Problem(0, {}));
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const username = draft.username.trim().toLowerCase();
    client.saveUser(username, changeOf(draft, before, region)).then(() => {
      setProblem(null);
      setSaid(t('users.saved'));
      onSaved(username);
    }, refused);
  };
  const password = () => {
    client.oneTimePassword(draft.username).then(({ password: once }) => {
      setProblem(null);
      setSaid(t('users.once', { password: once }));
    }, refused);
  };
  return (
    <form className="pane users-form stack" onSubmit={save} aria-label={t('users.user')}>
      <h2>{before ? before.username : t('users.new')}</h2>
      {!before && (
        <TextInput
          label={t('users.username')}
          hint={t('users.usernameHint')}
          value={draft.username}
          onChange={(username) => set({ username })}
          error={at('username')}
          required
        />
      )}
      <TextInput
        label={t('users.displayName')}
        hint={t('users.displayNameHint')}
        value={draft.displayName}
        onChange={(displayName) => set({ displayName })}
        error={at('displayName')}
        required
      />
      <TextInput
        label={t('users.careUnit')}
        hint={t('users.careUnitHint')}
        value={draft.careUnit}
        onChange={(careUnit) => set({ careUnit })}
        error={at('careUnit')}
        required
      />
      <Select
        label={t('top.language')}
        value={draft.language}
        onChange={(language) => set({ language })}
        options={[
          ['sv', 'Svenska'],
          ['en', 'English'],
        ]}
      />
      <Roles draft={draft} set={set} />
      {draft.roles.includes('CREW') && (
        <TextInput
          label={t('users.unit')}

          hint={t('users.unitHint')}
          value={draft.unit}
          onChange={(unit) => set({ unit })}
          error={at('unit')}
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={draft.active}
          onChange={(event) => set({ active: event.target.checked })}
        />
        {t('users.mayLogIn')}
      </label>
      <p className="quiet">{t('users.mayLogInHint')}</p>
      <p role="alert" className="error">
        {problem && [problem.detail || t('problem.noAnswer'), problem.remedy].join(' ')}
      </p>
      <p role="status">{said}</p>
      <div className="choices">
        <Button type="submit" className="button first">
          {t('form.save')}
        </Button>
        {before && (
          <Button className="button" onPress={password}>
            {t('users.newPassword')}
          </Button>
        )}
        <Button className="button" onPress={onClose}>
          {t('case.close')}
        </Button>
      </div>
    </form>
  );
}

function Roles({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  return (
    <fieldset>
      <legend>{t('users.roles')}</legend>
      <p className="quiet">{t('users.rolesHint')}</p>
      {ROLES.map((role) => (
        <label key={role} className="check">
          <input
            type="checkbox"
            checked={draft.roles.includes(role)}
            onChange={(event) => {
              const others = draft.roles.filter((one) => one !== role);
              set({ roles: event.target.checked ? [...others, role] : others });
            }}
          />
          {t(`role.${role}`)}
        </label>
      ))}
    </fieldset>
  );
}
