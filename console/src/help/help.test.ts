import { describe, expect, it } from 'vitest';
import type { Priority, RegionPack, Rules } from '../api/contract';
import { setLanguage } from '../text';
import sv from '../text/sv.json';
import { PANE_VIEWS, VIEWS } from '../view/address';
import { ruleOf, ruleTitle } from './rules';
import { topicsOf } from './topics';

const RULES: Rules = {
  contactAheadMaxSeconds: 86_400,
  contactGraceSeconds: 60,
  lapseStepSeconds: 60,
  missedContactsToEscalate: 2,
  retaskAfterHandoverSeconds: 900,
  threatLifeDays: 30,
};
const ONE: Priority = {
  code: '1A',
  label: 'Livshotande',
  labelEn: 'Life-threatening',
  level: 1,
  acknowledgeSeconds: 90,
  rollSeconds: 90,
  unassignedAlarmSeconds: 60,
};
const TWO: Priority = {
  code: '2B',
  label: 'Akut',
  labelEn: 'Urgent',
  level: 2,
  acknowledgeSeconds: 240,
  firstContactSeconds: 900,
  thenEverySeconds: 1200,
};
const REGION = { priorities: [ONE, TWO], rules: RULES } as unknown as RegionPack;

describe('01 what the rule says', () => {
  it('01 in seconds as crews know it, and only the limits there are', () => {
    expect(ruleTitle(ONE)).toBe('Prio 1A Livshotande');
    expect(ruleOf(ONE, RULES).map((one) => one.replaceAll('\u00a0', ' '))).toEqual([
      'Kvittera inom 90 s.',
      'Rulla inom 90 s.',
      'Larm om ingen enhet efter 60 s.',
    ]);
  });

  it('02 with the waiting room and what missed contacts lead to', () => {
    const said = ruleOf(TWO, RULES).join(' ').replaceAll('\u00a0', ' ');
    expect(said).toBe(
      'Kvittera inom 4 min. Första kontakt inom 15 min. Sedan var 20 min. ' +
        '2 missade kontakter i rad går till medicinskt ansvarig.',
    );
  });

  it('03 a priority without limits says so, in English too', () => {
    setLanguage('en');
    expect(ruleTitle(TWO)).toBe('Prio 2B Urgent');
    setLanguage('sv');
    const none = { code: '4', label: '', labelEn: '', level: 4, acknowledgeSeconds: 0 };
    expect(ruleOf(none, RULES)).toEqual([sv.rule.none]);
  });
});

describe('02 a word on the line', () => {
  it('01 is a priority, a status of the radio or the letter of a command', () => {
    expect(topicsOf('1a', REGION)).toEqual(['priority.1A']);
    expect(topicsOf('U', REGION)).toEqual(['status.ACKNOWLEDGED', 'command.print']);
    expect(topicsOf('b', REGION)).toEqual(['command.redirect']);
    expect(topicsOf('obegripligt', REGION)).toEqual([]);
  });

  it('02 every view, field, pane and alarm with a name has its words', () => {
    expect(Object.keys(sv.viewHelp).sort()).toEqual([...VIEWS, ...PANE_VIEWS].sort());
    expect(Object.keys(sv.fieldName)).toEqual(Object.keys(sv.fieldHelp));
    expect(Object.keys(sv.paneName)).toEqual(Object.keys(sv.paneHelp));
    expect(Object.keys(sv.status)).toEqual(Object.keys(sv.statusHelp));
  });
});
