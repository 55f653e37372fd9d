import type { RegionPack } from '../api/contract';
import { t } from '../text';
import type { Part } from './contract';
import { written } from './scenario';

/** A scenario on the workbench. */
export interface Draft extends Part {
  /** Of this page alone. */
  readonly key: string;
}

export function draft(name: string, text: string): Draft {
  return { key: crypto.randomUUID(), name, text };
}

export function draftsOf(parts: readonly Part[]): Draft[] {
  return parts.map(({ name, text }) => draft(name, text));
}

/** The region as it is: what others are compared with. */
export function regionDraft(region: Pick<RegionPack, 'code' | 'name'>): Draft {
  const title = t('twin.today', { name: region.name });
  return draft(title, written({ title, region: region.code }));
}

/** What stands on the workbench outlives a reload of the page, in this window alone. */
const KEY = 'dirigent.twin';

export function keep(region: string, drafts: readonly Draft[]) {
  sessionStorage.setItem(`${KEY}.${region}`, JSON.stringify(drafts));
}

export function bench(region: string): Draft[] | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(`${KEY}.${region}`) ?? 'null');
    if (!Array.isArray(kept) || kept.length === 0) return null;
    return draftsOf((kept as unknown[]).filter(isPart));
  } catch {
    // Written by another version of the page: begun anew.
    return null;
  }
}

function isPart(value: unknown): value is Part {
  if (typeof value !== 'object' || value === null) return false;
  const { name, text } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof text === 'string';
}
