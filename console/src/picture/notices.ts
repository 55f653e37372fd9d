import { Problem } from '../api/client';
import { t } from '../text';

/** Something the page tells its user about a command. */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  readonly text: string;
  readonly remedy: string;
  readonly undo: (() => void) | null;
}

/** A success is read and gone; a problem stays until it is closed. */
const DONE_MILLISECONDS = 10_000;
/** More would cover the desk; the oldest gives way, it is also in the journal or was refused. */
const NOTICES_MAX = 4;

/** The latest answers to what this user did, newest last. */
export class Notices {
  private list: readonly Notice[] = [];
  private lastId = 0;
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): readonly Notice[] => this.list;

  done(text: string, undo: (() => void) | null = null) {
    const id = this.add({ tone: 'done', text, remedy: '', undo });
    setTimeout(() => this.close(id), DONE_MILLISECONDS);
  }

  problem(error: unknown) {
    if (error instanceof Problem && error.status === 0)
      return void this.add({
        tone: 'problem',
        text: t('problem.noAnswer'),
        remedy: '',
        undo: null,
      });
    const problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
    this.add({
      tone: 'problem',
      text: problem.detail || problem.title || t('problem.title'),
      remedy: problem.remedy,
      undo: null,
    });
  }

  /** Says why a key did nothing. */
  refused(text: string) {
    const id = this.add({ tone: 'problem', text, remedy: '', undo: null });
    setTimeout(() => this.close(id), DONE_MILLISECONDS / 2);
  }

  close = (id: number) => {
    this.set(this.list.filter((one) => one.id !== id));
  };

  private add(notice: Omit<Notice, 'id'>): number {
    const id = ++this.lastId;
    const others = this.list.filter((one) => one.text !== notice.text);
    this.set([...others, { ...notice, id }].slice(-NOTICES_MAX));
    return id;
  }

  private set(list: readonly Notice[]) {
    this.list = list;
    for (const listener of this.listeners) listener();
  }
}
