import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { LANGUAGES, t, type Language } from '../text';
import { helpAt, type FieldTopic } from './Fields';
import { setPreferences, THEMES, usePreferences, type Theme } from './preferences';

const NAMES: Record<Language, string> = { sv: 'Svenska', en: 'English' };

export function LanguageChoice() {
  const { language } = usePreferences();
  return (
    <Choice
      label={t('top.language')}
      value={language}
      options={LANGUAGES.map((one) => [one, NAMES[one]])}
      onChange={(next) => setPreferences({ language: next })}
    />
  );
}

export function ThemeChoice() {
  const { theme } = usePreferences();
  return (
    <Choice<Theme>
      label={t('top.theme')}
      value={theme}
      options={THEMES.map((one) => [one, t(`theme.${one}`)])}
      onChange={(next) => setPreferences({ theme: next })}
    />
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly topic?: FieldTopic;
  /** What help in place says of each choice, where it says more than of the field. */
  readonly topicOf?: (value: T) => string;
  readonly value: T | null;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
}

/** One of a few, all of them in view: one press instead of two. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <RadioGroup
      className="field"
      {...helpAt(props.topic)}
      value={props.value}
      isDisabled={props.isDisabled ?? false}
      onChange={(next) => props.onChange(next as T)}
    >
      <Label className="label">{props.label}</Label>
      <div className="choices">
        {props.options.map(([value, name]) => (
          <RadioField
            key={value}
            value={value}
            {...(props.topicOf ? { 'data-help': props.topicOf(value) } : {})}
          >
            <RadioButton className="choice">{name}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
