import { useState } from 'react';
import type { Problem } from '../api/client';
import { Choice } from '../design/Choices';
import { Select, TextInput } from '../design/Fields';
import { FormFrame } from '../design/FormFrame';
import { useShared } from '../picture/context';
import { t } from '../text';
import { figures } from '../text/format';
import { casualtyPath, majorPath } from './acts';
import { useMajor } from './context';
import { SPECIALTIES, type Casualty, type MajorIncident } from './contract';
import { categoryOf, tagIn, tagsOf } from './counts';
import { factsBetween } from './facts';
import { mistakesOf, type Mistake } from './mistakes';
import { Reason } from './PlaceForms';
import { tagOf } from './sieve';
import { categoryName } from './words';

interface Props {
  readonly onClose: () => void;
}

interface OneProps extends Props {
  readonly one: Casualty;
}

const CLEANING = ['NOT_NEEDED', 'NEEDED', 'DONE'] as const;

/** What is known beside the category: only what is changed here is told. */
export function DescribeForm({ one, onClose }: OneProps) {
  const { actions } = useShared();
  const { major, casualties } = useMajor();
  // As it was when the form was opened: what another tells meanwhile is not unsaid.
  const [before] = useState(one.about);
  const [about, setAbout] = useState(one.about);
  const families = [...new Set(casualties.map((other) => other.about.family))].filter(Boolean);
  const save = async (): Promise<Problem | null> => {
    const done = t('major.describedOne', { tag: tagIn(one.id) });
    for (const fact of factsBetween(before, about)) {
      const problem = await actions.onMajor(casualtyPath(one.id, 'facts'), fact, done);
      if (problem) return problem;
    }
    return null;
  };
  return (
    <FormFrame
      title={t('major.describeTitle', { tag: tagIn(one.id) })}
      save={t('form.save')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Choice
            label={t('major.cleaning')}
            topic="decontamination"
            value={about.decontamination}
            options={CLEANING.map((each) => [each, t(`decontamination.${each}`)])}
            onChange={(decontamination) => setAbout({ ...about, decontamination })}
          />
          <fieldset className="checks">
            <legend>{t('sieve.needs')}</legend>
            <Check
              label={t('major.child')}
              on={about.child}
              onChange={(child) => setAbout({ ...about, child })}
            />
            {SPECIALTIES.map((need) => (
              <Check
                key={need}
                label={t(`specialty.${need}`)}
                on={about.needs.includes(need)}
                onChange={(on) => {
                  const others = about.needs.filter((other) => other !== need);
                  setAbout({ ...about, needs: on ? [...others, need] : others });
                }}
              />
            ))}
          </fieldset>
          <TextInput
            label={t('sieve.family')}
            topic="family"
            value={about.family}
            onChange={(family) => setAbout({ ...about, family })}
            maxLength={40}
            list={families}
            error={problemAt('value')}
          />
          <TextInput
            label={t('major.place')}
            topic="casualtyPlace"
            value={about.place}
            onChange={(place) => setAbout({ ...about, place })}
            maxLength={120}
            list={major?.organisation.sectors.map((each) => each.name) ?? []}
          />
        </>
      )}
    </FormFrame>
  );
}

interface CheckProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Check({ label, on, onChange }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

/** How many relatives have asked for, and for how many of them somebody could answer. */
export function MissingForm({ major, onClose }: Props & { readonly major: MajorIncident }) {
  const { actions } = useShared();
  const [asked, setAsked] = useState(String(major.missing?.asked ?? ''));
  const [answered, setAnswered] = useState(String(major.missing?.answered ?? ''));
  return (
    <FormFrame
      title={t('major.missing')}
      save={t('form.save')}
      onCancel={onClose}
      onSave={() =>
        actions.onMajor(
          majorPath(major, 'missing'),
          { asked: Number(asked), answered: Number(answered) },
          t('major.missingDone'),
        )
      }
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('major.asked')}
            topic="missing"
            value={asked}
            onChange={(text) => setAsked(figures(text))}
            maxLength={6}
            inputMode="numeric"
            error={problemAt('asked')}
            required
          />
          <TextInput
            label={t('major.answered')}
            topic="missing"
            value={answered}
            onChange={(text) => setAnswered(figures(text))}
            maxLength={6}
            inputMode="numeric"
            error={problemAt('answered')}
          />
        </>
      )}
    </FormFrame>
  );
}

/** Who it is; without a number a reserve number, which a number may follow. */
export function IdentifyForm({ one, onClose }: OneProps) {
  const { actions } = useShared();
  const [personalNumber, setPersonalNumber] = useState('');
  const [name, setName] = useState('');
  return (
    <FormFrame
      title={t('major.identifyTitle', { tag: tagIn(one.id) })}
      save={t('form.save')}
      onCancel={onClose}
      onSave={() =>
        actions.onMajor(
          casualtyPath(one.id, 'identity'),
          { personalNumber, name },
          t('major.identifiedOne', { tag: tagIn(one.id) }),
        )
      }
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('crew.personalNumber')}
            topic="personalNumber"
            hint={t('crew.personalNumberHint')}
            value={personalNumber}
            onChange={setPersonalNumber}
            maxLength={20}
            error={problemAt('personalNumber')}
          />
          <TextInput
            label={t('crew.patientName')}
            topic="patientName"
            value={name}
            onChange={setName}
            maxLength={100}
            error={problemAt('name')}
          />
        </>
      )}
    </FormFrame>
  );
}

/** The same person under two tags: both histories are kept, and either tag finds the one. */
export function MergeForm({ one, onClose }: OneProps) {
  const { actions } = useShared();
  const { casualties, rules, dispatch } = useMajor();
  const [into, setInto] = useState(() => {
    const twin = one.sameTag.find((id) => casualties.some((other) => other.id === id));
    return twin === undefined ? '' : tagIn(twin);
  });
  const other = casualties.find((each) => tagsOf(each).includes(tagOf(into)));
  const save = async () => {
    const to = other ? tagIn(other.id) : tagOf(into);
    const done = t('major.mergedOne', { tag: tagIn(one.id), into: to });
    const problem = await actions.onMajor(casualtyPath(one.id, 'merging'), { into: to }, done);
    if (!problem && other) dispatch({ type: 'casualty', id: other.id });
    return problem;
  };
  return (
    <FormFrame
      title={t('major.mergeTitle', { tag: tagIn(one.id) })}
      save={t('major.merge')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <TextInput
            label={t('major.mergeInto')}
            topic="tag"
            value={into}
            onChange={setInto}
            maxLength={22}
            list={casualties.filter((each) => each !== one).map((each) => tagIn(each.id))}
            error={problemAt('into') || problemAt('tag')}
            required
          />
          <p className="quiet">
            {other
              ? t('major.mergeWith', {
                  tags: tagsOf(other).join(', '),
                  category: categoryName(rules, categoryOf(other)),
                })
              : t('major.mergeHow')}
          </p>
        </>
      )}
    </FormFrame>
  );
}

/** Two who were merged by mistake: each gets back what was said under its own tag. */
export function SplitForm({ one, onClose }: OneProps) {
  const { actions } = useShared();
  const tags = one.merged.map((each) => tagIn(each.tag));
  const [apart, setApart] = useState(tags.at(-1) ?? '');
  const [reason, setReason] = useState('');
  return (
    <FormFrame
      title={t('major.splitTitle', { tag: tagIn(one.id) })}
      save={t('major.split')}
      onCancel={onClose}
      onSave={() =>
        actions.onMajor(
          casualtyPath(one.id, 'splitting'),
          { apart, reason },
          t('major.splitOne', { tag: tagIn(one.id), apart }),
        )
      }
    >
      {(problemAt) => (
        <>
          <Select
            label={t('major.splitApart')}
            topic="tag"
            value={apart}
            onChange={setApart}
            error={problemAt('apart')}
            options={tags.map((tag) => [tag, tag])}
            required
          />
          <Reason value={reason} onChange={setReason} error={problemAt('reason')} />
        </>
      )}
    </FormFrame>
  );
}

/** Takes back what was said last; it stays to be read, with the reason. */
export function CorrectForm({ one, onClose }: OneProps) {
  const { actions } = useShared();
  const mistakes = mistakesOf(one);
  const [mistake, setMistake] = useState<Mistake>(mistakes[0] ?? 'CATEGORY');
  const [reason, setReason] = useState('');
  const save = () => {
    const done = t('major.correctedOne', { tag: tagIn(one.id) });
    return mistake === 'STEP'
      ? actions.onMajor(casualtyPath(one.id, 'reopening'), { reason }, done)
      : actions.onMajor(casualtyPath(one.id, 'correction'), { mistake, reason }, done);
  };
  return (
    <FormFrame
      title={t('major.correctTitle', { tag: tagIn(one.id) })}
      save={t('major.correct')}
      onCancel={onClose}
      onSave={save}
    >
      {(problemAt) => (
        <>
          <Choice
            label={t('major.mistake')}
            topic="mistake"
            value={mistake}
            options={mistakes.map((each) => [each, t(`mistake.${each}`)])}
            onChange={setMistake}
          />
          <Reason value={reason} onChange={setReason} error={problemAt('reason')} />
        </>
      )}
    </FormFrame>
  );
}
