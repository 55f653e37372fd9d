import { describe, expect, it } from 'vitest';
import type { RulesTrial } from '../../api/contract';
import { conditionText, csvOf, moved, newRule, PARTS, withPart, type Rule } from './table';
import sv from '../../text/sv.json';

const rule = (id: string): Rule => ({ id, when: {}, mode: 'TAXI', why: 'x', whyEn: 'x' });

describe('01 a table is edited', () => {
  it('01 parts of a condition are set and taken away', () => {
    const when = withPart({ care: ['NONE'] }, 'outside', true);
    expect(when).toEqual({ care: ['NONE'], outside: true });
    expect(withPart(when, 'care', undefined)).toEqual({ outside: true });
    expect(conditionText(when)).toBe('ingen vård, ut ur länet');
    expect(conditionText({ roadMinutesMin: 100_000 })).toBe(sv.rules.noRoad);
    expect(conditionText({})).toBe(sv.rules.always);
  });

  it('02 rules move a step, and a new one has a name of its own', () => {
    const rules = [rule('a'), rule('b'), rule('c')];
    expect(moved(rules, 2, -1).map((one) => one.id)).toEqual(['a', 'c', 'b']);
    expect(newRule([rule('ny-1')]).id).toBe('ny-2');
  });

  it('03 every part has its words', () => {
    expect(Object.keys(sv.rulePart).sort()).toEqual([...PARTS].sort());
  });
});

describe('02 what a trial found', () => {
  it('01 goes to a spreadsheet, where nothing is reckoned', () => {
    const saving = { orders: 1, kronor: 15000, flightMinutes: 100, awayMinutes: -600 };
    const turn = {
      id: 'a',
      readyAt: '2026-11-02T08:00:00Z',
      from: { facility: 'ostersund', department: '=1+1' },
      to: { facility: '', department: '' },
      was: 'AEROPLANE',
      would: 'AMBULANCE',
      rule: 'subakut-vag',
      saving: { ...saving, busyMinutes: 0 },
    };
    const csv = csvOf({ turns: [turn] } as unknown as RulesTrial);
    expect(csv.split('\r\n')[1]).toBe(
      '"a";"2026-11-02";"\'=1+1, ostersund";"Hemmet";"Ambulansflyg";"Ambulans";"subakut-vag";' +
        '15000;100;-600',
    );
  });
});
