import { useEffect, useRef, useState, type RefObject, type SubmitEvent } from 'react';
import { Button } from 'react-aria-components';
import { Problem, type Client } from '../api/client';
import type { RegionPack, Transport, TransportRules } from '../api/contract';
import { Choice } from '../design/Choices';
import { TextInput } from '../design/Fields';
import { TriedContext } from '../design/tried';
import { language, t, tCode } from '../text';
import { AdvicePane } from './AdvicePane';
import { nextDay, questionOf, relevant, requestOf, unreadable, type Draft } from './draft';
import { EndFields } from './EndFields';
import { Check, NeedFields } from './NeedFields';
import { useModeAdvice } from './useModeAdvice';

interface Props {
  readonly client: Client;
  readonly region: RegionPack;
  readonly rules: TransportRules;
  readonly start: Draft;
  /** The order that is changed, or null for a new one. */
  readonly before: Transport | null;
  readonly now: number;
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
}

const URGENCIES = ['PLANNED', 'DAYS', 'HOURS', 'IMMEDIATE'] as const;

/** One order, top to bottom; Enter orders. The advice stands beside and follows the answers. */
export function OrderForm(props: Props) {
  const { client, region, rules, before, now } = props;
  const [draft, setDraft] = useState(props.start);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const frame = useRef<HTMLFormElement>(null);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  useFirstField(frame);
  const told = useModeAdvice(client, region.code, questionOf(draft, region));
  const errorAt = (field: string) => errorIn(draft, problem ?? told?.problem, field);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sending) return;
    setTried(true);
    const empty = firstEmpty(frame.current) ?? firstWrong(frame.current);
    const request = requestOf(draft, region);
    if (empty || !request) {
      empty?.focus();
      return;
    }
    setSending(true);
    const mode = draft.mode === '' ? {} : { mode: draft.mode, modeReason: draft.modeReason };
    const who = { personalNumber: draft.personalNumber, name: draft.name };
    const path = before ? `transports/${before.id}/changes` : 'transports';
    client
      .post(
        region.code,
        path,
        before ? { request, ...mode, was: before.request } : { ...who, request, ...mode },
      )
      .then(
        (done) => props.onDone(done.id),
        (error: unknown) => {
          setSending(false);
          setProblem(error instanceof Problem ? error : new Problem(0, {}));
        },
      );
  };
  const on = relevant(draft);
  const shown = problem ?? told?.problem ?? null;
  return (
    <form ref={frame} className="pane order-form" noValidate onSubmit={submit}>
      <h2>{t(before ? 'transport.changeTitle' : 'transport.newTitle')}</h2>
      <div className="order-columns">
        <div className="stack">
          <TriedContext value={tried}>
            {!before && <Who draft={draft} set={set} errorAt={errorAt} />}
            <div className="order-ends">
              {(['from', 'to'] as const).map((name) => (
                <EndFields
                  key={name}
                  name={name}
                  end={draft[name]}
                  onChange={(end) => set({ [name]: end })}
                  region={region}
                  rules={rules}
                  errorAt={errorAt}
                />
              ))}
            </div>
            <Choice
              label={t('transport.urgency')}
              topic="orderUrgency"
              value={draft.urgency}
              options={URGENCIES.map((one) => [one, t(`urgency.${one}`)])}
              onChange={(urgency) => set({ urgency })}
            />
            {draft.urgency === 'IMMEDIATE' && <p className="warn-ink">{t('transport.callToo')}</p>}
            <Times draft={draft} set={set} errorAt={errorAt} appointment={on.appointment} />
            {on.returnTrip && <Return draft={draft} set={set} errorAt={errorAt} />}
            <NeedFields draft={draft} set={set} errorAt={errorAt} />
            <Words draft={draft} set={set} errorAt={errorAt} />
          </TriedContext>
        </div>
        <aside className="stack" aria-label={t('transport.advice')} aria-live="polite">
          {told?.advice ? (
            <AdvicePane
              advice={told.advice}
              now={now}
              mode={draft.mode}
              onMode={(mode) => set({ mode })}
              english={language() === 'en'}
            />
          ) : (
            <p className="quiet">{t('transport.adviceLater')}</p>
          )}
          {draft.mode !== '' && (
            <TextInput
              label={t('transport.modeReason', { mode: tCode('mode', draft.mode).toLowerCase() })}
              topic="orderMode"
              value={draft.modeReason}
              onChange={(modeReason) => set({ modeReason })}
              error={errorAt('modeReason')}
              maxLength={300}
              required
            />
          )}
          <p role="alert" className="error">
            {shown && [shown.detail || t('problem.noAnswer'), shown.remedy].join(' ')}
          </p>
          <div className="choices">
            <Button type="submit" className="button first" isDisabled={sending}>
              {t(before ? 'transport.saveChange' : 'transport.order')}
            </Button>
            {before && (
              <Button className="button" onPress={props.onClose}>
                {t('form.cancel')}
              </Button>
            )}
          </div>
        </aside>
      </div>
    </form>
  );
}

/** The server names a field of a body by its whole path; the page by the end of it. */
function errorIn(draft: Draft, problem: Problem | null | undefined, field: string): string {
  if (unreadable(draft).some((one) => one === field)) return t('transport.digits');
  const here = problem && `.${problem.field}`.endsWith(`.${field}`);
  return here ? `${problem.detail} ${problem.remedy}` : '';
}

interface PartProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  readonly errorAt: (field: string) => string;
}

function Who({ draft, set, errorAt }: PartProps) {
  return (
    <div className="order-row">
      <TextInput
        label={t('transport.personalNumber')}
        topic="orderPatient"
        hint={t('transport.numberHint')}
        value={draft.personalNumber}
        onChange={(personalNumber) => set({ personalNumber })}
        error={errorAt('personalNumber')}
        inputMode="numeric"
        maxLength={20}
      />
      <TextInput
        label={t('transport.name')}
        topic="orderPatient"
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={100}
      />
    </div>
  );
}

function Times({ draft, set, errorAt, appointment }: PartProps & { appointment: boolean }) {
  const clock = (name: 'ready' | 'arriveBy' | 'appointment', field: string) => (
    <label className="field">
      {t(`transport.${name}`)}
      <input
        type="time"
        value={draft[name]}
        required={name === 'ready'}
        onChange={(event) => set({ [name]: event.target.value })}
      />
      {name !== 'ready' && nextDay(draft, draft[name]) && (
        <span className="hint warn-ink">{t('transport.nextDay')}</span>
      )}
      {errorAt(field) && <span className="error">{errorAt(field)}</span>}
    </label>
  );
  return (
    <div className="order-row" data-help="field.orderTimes">
      <label className="field">
        {t('transport.day')}
        <input
          type="date"
          value={draft.day}
          required
          onChange={(event) => set({ day: event.target.value })}
        />
      </label>
      {clock('ready', 'readyAt')}
      {clock('arriveBy', 'arriveBy')}
      {appointment && clock('appointment', 'appointmentAt')}
    </div>
  );
}

/** Whether the patient goes back, and when, if anybody knows. */
function Return({ draft, set, errorAt }: PartProps) {
  return (
    <div className="order-row" data-help="field.orderReturn">
      <Check name="returnTrip" draft={draft} set={set} />
      {draft.returnTrip && (
        <label className="field">
          {t('transport.returnReady')}
          <input
            type="datetime-local"
            value={draft.returnReady}
            onChange={(event) => set({ returnReady: event.target.value })}
          />
          {errorAt('returnReadyAt') && <span className="error">{errorAt('returnReadyAt')}</span>}
        </label>
      )}
    </div>
  );
}

function Words({ draft, set, errorAt }: PartProps) {
  return (
    <>
      <TextInput
        label={t('transport.ordainedBy')}
        topic="orderOrdained"
        hint={t('transport.ordainedHint')}
        value={draft.ordainedBy}
        onChange={(ordainedBy) => set({ ordainedBy })}
        error={errorAt('ordainedBy')}
        maxLength={100}
        required
      />
      <TextInput
        label={t('transport.reason')}
        topic="orderReason"
        hint={t('transport.reasonHint')}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        error={errorAt('reason')}
        maxLength={500}
        required
      />
      <TextInput
        label={t('transport.note')}
        topic="orderNote"
        value={draft.note}
        onChange={(note) => set({ note })}
        maxLength={1000}
        lines
      />
    </>
  );
}

/** The next order is written at once; on a telephone the keyboard would hide the page. */
function useFirstField(frame: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>('input, select, textarea');
    if (matchMedia('(pointer: fine)').matches) first?.focus();
  }, [frame]);
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The first field that must be filled in and is not; the field itself then says so in words. */
function firstEmpty(form: HTMLFormElement | null): Control | undefined {
  const controls = form?.querySelectorAll<Control>('[required]') ?? [];
  return [...controls].find((one) => one.value.trim() === '');
}

/** The first field of a number that holds something else. */
function firstWrong(form: HTMLFormElement | null): Control | undefined {
  const controls = form?.querySelectorAll<Control>('[inputmode=numeric][aria-invalid=true]') ?? [];
  return [...controls][0];
}
