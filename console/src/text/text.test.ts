import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNIT_STATUSES } from '../api/contract';
import { COMMANDS } from '../commands/table';
import en from './en.json';
import sv from './sv.json';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [k, v] of leaves(value, `${prefix}${key}.`)) found.set(k, v);
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return sources(path);
    return /\.tsx?$/.test(one.name) && !one.name.includes('.test.')
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

const SV = leaves(sv);
const EN = leaves(en);
const CODE = sources('src').join('\n');

describe('01 texts', () => {
  it('01 Swedish and English have the same keys', () => {
    expect([...EN.keys()].sort()).toEqual([...SV.keys()].sort());
  });

  it('02 the same places to fill in', () => {
    const places = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join();
    for (const [key, text] of SV) expect(places(EN.get(key) ?? ''), key).toBe(places(text));
  });

  it('03 none is empty, none has a stray space', () => {
    for (const [key, text] of [...SV, ...EN]) expect(text, key).toBe(text.trim() || 'not empty');
  });

  it('04 every text is used', () => {
    const unused = [...SV.keys()].filter((key) => !isUsed(key.replace(/_(one|other)$/, '')));
    expect(unused).toEqual([]);
  });

  it('05 every command has its words, every status too', () => {
    for (const { id } of COMMANDS) expect(SV.has(`command.${id}`), id).toBe(true);
    for (const status of UNIT_STATUSES) expect(SV.has(`status.${status}`), status).toBe(true);
  });
});

/** What stands in quotes in the code, and the groups whose keys are made up from a code. */
const QUOTED = new Set([...CODE.matchAll(/['"]([\w.-]+)['"]/g)].map(([, said]) => said));
const CODED = new Set(
  [...CODE.matchAll(/(?:tCode\(|textOf\(|: )'([\w.-]+)'/g)].map(([, group]) => group),
);
/** The endings of keys that are made up by t(`group.${…}`), by group. */
const MADE_UP = new Map<string, (readonly [string, string])[]>();
for (const [, group = '', before = '', after = ''] of CODE.matchAll(
  /`([\w.-]+)\.(\w*)\$\{[^}]*\}(\w*)`/g,
)) {
  MADE_UP.set(group, [...(MADE_UP.get(group) ?? []), [before, after]]);
}

/** Used whole, or through its group: t(`group.${…}`), tCode('group', …). */
function isUsed(key: string): boolean {
  const group = key.split('.').slice(0, -1).join('.');
  const last = key.split('.').at(-1) ?? '';
  if (QUOTED.has(key) || CODED.has(group)) return true;
  return (MADE_UP.get(group) ?? []).some(
    ([before, after]) => last.startsWith(before) && last.endsWith(after),
  );
}
