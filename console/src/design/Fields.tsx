import { useId } from 'react';
import { t, type Key } from '../text';
import { number } from '../text/format';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTried } from './tried';

type Under<P extends string> = Key extends infer K
  ? K extends `${P}.${infer N}`
    ? N
    : never
  : never;

/** A field that help in place can explain. */
export type FieldTopic = Under<'fieldHelp'>;

interface TextProps {
  readonly label: string;
  readonly topic?: FieldTopic;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly lines?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: 'numeric' | 'tel';
  readonly list?: readonly string[];
}

/** Shorter fields are full as a rule: a date, a clock, a number. */
const FULL_MIN = 80;
/** The longest text any field of a case may have; the server checks each field by itself. */
const CHARACTERS_MAX = 2_000;

export function TextInput(props: TextProps) {
  const listId = useId();
  const empty = useTried() && props.required === true && props.value.trim() === '';
  const max = props.maxLength ?? CHARACTERS_MAX;
  // What was pasted beyond the end is gone: the field says so, since nobody counts to 2 000.
  const full =
    max >= FULL_MIN && props.value.length >= max ? t('form.full', { max: number(max) }) : '';
  const error = props.error || (empty ? t('form.missing', { name: props.label }) : '');
  const common = {
    maxLength: max,
    required: props.required ?? false,
    ...(props.inputMode ? { inputMode: props.inputMode } : {}),
  };
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isRequired={props.required ?? false}
      isInvalid={error !== ''}
      {...helpAt(props.topic)}
      // Else the browser would hold the form back for what the server said of the last try.
      validationBehavior="aria"
    >
      <Label>{props.label}</Label>
      {props.lines ? (
        <TextArea {...common} rows={2} />
      ) : (
        <Input {...common} {...(props.list ? { list: listId } : {})} autoComplete="off" />
      )}
      {props.list && (
        <datalist id={listId}>
          {props.list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {(full || props.hint) && (
        <Text slot="description" className={full ? 'warn-ink' : 'hint'}>
          {full || props.hint}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}

/** Where help in place finds what to say. */
export function helpAt(topic: FieldTopic | undefined) {
  return topic === undefined ? {} : { 'data-help': `field.${topic}` };
}

interface SelectProps {
  readonly label: string;
  readonly topic?: FieldTopic;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [string, string])[];
  readonly error?: string;
  readonly required?: boolean;
}

/** The browser's own list: quick by keyboard, and a phone shows it in its own way. */
export function Select(props: SelectProps) {
  const { label, value, onChange, options, error, required, topic } = props;
  const id = useId();
  return (
    <div className="field" {...helpAt(topic)}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        required={required}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}

interface PasswordProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string;
  /** Tells the browser's own store of passwords which one this is. */
  readonly kind: 'current-password' | 'new-password';
  readonly hint?: string;
}

export function PasswordInput(props: PasswordProps) {
  const { label, value, onChange, error, kind, hint } = props;
  return (
    <TextField
      className="field"
      type="password"
      value={value}
      onChange={onChange}
      isRequired
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input autoComplete={kind} required />
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}
