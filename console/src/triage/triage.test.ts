import { describe, expect, it } from 'vitest';
import { entryDetail } from '../incident/entryDetail';
import { incident } from '../model/samples';
import { inOrder } from '../doctor/order';
import { bookedAt, isApproved, openQuestion, pendingReferral } from './triage';
import type { Question, QuestionLine } from '../api/contract';

/** 13:00 in Sweden. */
const NOON = Date.parse('2026-11-23T12:00:00Z');

const question = (over: Partial<Question>): Question => ({
  number: 1,
  text: 'Kan hon vänta?',
  by: 'demo.ett',
  at: '2026-11-23T12:00:00Z',
  answerBy: '2026-11-23T12:10:00Z',
  state: 'OPEN',
  ...over,
});

const line = (id: string, over: Partial<QuestionLine>): QuestionLine => ({
  incident: id,
  question: 1,
  state: 'OPEN',
  priority: '2A',
  municipality: 'Testby',
  by: 'demo.ett',
  at: '2026-11-23T12:00:00Z',
  answerBy: '2026-11-23T12:10:00Z',
  special: false,
  version: 1,
  ...over,
});

describe('01 a booked time', () => {
  it('01 is today, or tomorrow when it has passed', () => {
    expect(bookedAt('15.30', NOON)).toBe('2026-11-23T14:30:00.000Z');
    expect(bookedAt('9:30', NOON)).toBe('2026-11-24T08:30:00.000Z');
  });

  it('02 may have its day', () => {
    expect(bookedAt('2026-11-25 09.30', NOON)).toBe('2026-11-25T08:30:00.000Z');
  });

  it('03 is nothing when it is no time', () => {
    for (const text of ['', 'snart', '25.00', '2026-13-45 10.00', '9']) {
      expect(bookedAt(text, NOON), text).toBeNull();
    }
  });
});

describe('02 the second stage of a case', () => {
  it('01 a case that has had none has nothing', () => {
    const one = incident('a');
    expect(openQuestion(one)).toBeNull();
    expect(pendingReferral(one)).toBeNull();
    expect(isApproved(one, 'u')).toBe(false);
  });

  it('02 a special unit is approved for the case it was asked for, and no other unit', () => {
    const reply = { advice: 'Ja', approved: true, by: 'demo.lakare', at: '2026-11-23T12:05:00Z' };
    const questions = [question({ unit: 'u', state: 'ANSWERED', reply })];
    const one = incident('a', { triage: { questions } });
    expect(isApproved(one, 'u')).toBe(true);
    expect(isApproved(one, 'v')).toBe(false);
  });
});

describe('03 the log', () => {
  const said = (type: string, data: Record<string, unknown>) =>
    entryDetail({ seq: 1, at: '', type, actor: 'a', command: '', data }, (id) => id);

  it('01 tells where a case was referred', () => {
    const plan = { kind: 'TAXI', place: 'Testby HC', bookedAt: '2026-11-23T14:30:00Z' };
    expect(said('Referred', { plan, toldTo: 'dottern' })).toBe(
      'dottern · Sjukresa · Testby HC · 2026-11-23 15:30',
    );
  });

  it('02 tells what the doctor answered', () => {
    const data = { advice: 'Kör', priority: '1B', approved: true };
    expect(said('QuestionAnswered', data)).toBe('1B · Kör · godkänd');
  });

  it('03 tells why a case was let go', () => {
    expect(said('AssessmentReleased', { reason: 'LAPSED' })).toBe('tiden gick ut');
    expect(said('AssessmentReleased', { reason: 'gick hem' })).toBe('gick hem');
  });
});

describe('04 the doctor’s list', () => {
  it('01 has what is wanted soonest first, and what is answered last', () => {
    const late = line('late', { answerBy: '2026-11-23T12:30:00Z' });
    const soon = line('soon', { answerBy: '2026-11-23T12:03:00Z' });
    const done = line('done', { state: 'ANSWERED' });
    expect(inOrder([done, late, soon]).map((one) => one.incident)).toEqual([
      'soon',
      'late',
      'done',
    ]);
  });
});
