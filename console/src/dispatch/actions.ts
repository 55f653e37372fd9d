import type { Client } from '../api/client';
import { Problem } from '../api/client';
import type { Demo, Done, Incident, Milestone, Unit } from '../api/contract';
import type { Notices } from '../picture/notices';
import type { PictureStore } from '../picture/store';
import { t } from '../text';

type Outcome = Promise<Problem | null>;

/** How a command of the desk reaches the server, and what the user is told of its answer. */
export class Actions {
  /** Commands under way; the same one again while unanswered is a double press, not a wish. */
  private readonly pending = new Set<string>();

  constructor(
    private readonly client: Client,
    private readonly region: string,
    private readonly store: PictureStore,
    readonly notices: Notices,
  ) {}

  /** Posts to the region and tells the answer; gives the problem when there was one. */
  async post(
    path: string,
    body: unknown,
    done: string,
    undo: (() => void) | null = null,
    use: (answer: Done) => void = () => undefined,
  ): Outcome {
    const key = path + JSON.stringify(body);
    if (this.pending.has(key)) return null;
    this.pending.add(key);
    try {
      use(await this.client.post(this.region, path, body));
      this.notices.done(done, undo);
      return null;
    } catch (error) {
      this.notices.problem(error);
      return error instanceof Problem ? error : new Problem(0, {});
    } finally {
      this.pending.delete(key);
    }
  }

  assign(incident: Incident, unit: Unit): Outcome {
    const text = t('done.assigned', { callSign: unit.callSign, address: placeName(incident) });
    return this.post(`${incidentPath(incident.id)}/assignments`, { units: [unit.id] }, text, () =>
      this.undoAssign(incident.id, unit),
    );
  }

  /** Safe only until the crew has acknowledged: from then on it is a stand-down with a reason. */
  private undoAssign(incident: string, unit: Unit) {
    const given = [...this.store.get().assignments.values()].find(
      (one) => one.incident === incident && one.unit === unit.id && one.state === 'OPEN',
    );
    if (!given || given.times.acknowledgedAt) {
      this.notices.refused(t('why.nothingToUndo'));
      return;
    }
    void this.standDown(given.id, t('reasonPreset.undone'), t('done.undone'));
  }

  redirect(unit: Unit, to: Incident, reason: string): Outcome {
    const text = t('done.redirected', { callSign: unit.callSign, address: placeName(to) });
    const path = `units/${encodeURIComponent(unit.id)}/redirect`;
    return this.post(path, { incident: to.id, reason }, text);
  }

  standDown(assignment: string, reason: string, text: string): Outcome {
    return this.post(`assignments/${encodeURIComponent(assignment)}/stand-down`, { reason }, text);
  }

  milestone(assignment: string, milestone: Milestone, callSign: string): Outcome {
    const path = `assignments/${encodeURIComponent(assignment)}/milestones`;
    return this.post(path, { milestone }, t('done.status', { callSign }));
  }

  availability(unit: Unit, available: boolean, reason: string): Outcome {
    const path = `units/${encodeURIComponent(unit.id)}/availability`;
    const text = t('done.status', { callSign: unit.callSign });
    return this.post(path, { available, reason }, text);
  }

  /** A command on one case, such as `notes` or `contacts`. */
  onIncident(incident: string, command: string, body: unknown, text: string): Outcome {
    return this.post(`${incidentPath(incident)}/${command}`, body, text);
  }

  async setAutomatic(automatic: Demo['automatic']): Promise<Demo | null> {
    try {
      const demo = await this.client.setDemo({ automatic });
      this.notices.done(t('done.automatic'));
      return demo;
    } catch (error) {
      this.notices.problem(error);
      return null;
    }
  }
}

function incidentPath(id: string): string {
  return `incidents/${encodeURIComponent(id)}`;
}

/** The case as a dispatcher names it: its address, or its number when it has none. */
export function placeName(incident: Incident): string {
  const { address, municipality } = incident.location;
  return address || municipality || incident.id;
}
