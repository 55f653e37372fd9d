import type { Client } from '../api/client';
import { Problem } from '../api/client';
import type {
  Alarm,
  AlarmCommands,
  AssignmentCommands,
  Demo,
  Done,
  HandoverSigning,
  Incident,
  IncidentCommands,
  Milestone,
  NewIncident,
  PaperCase,
  PaperOpening,
  Priority,
  SimilarIncident,
  TakeOverProposal,
  Told,
  Unit,
  UnitCommands,
} from '../api/contract';
import type { Notices } from '../picture/notices';
import type { PictureStore } from '../picture/store';
import { t } from '../text';

type Outcome = Promise<Problem | null>;

/** What a proposal was made for, and why another unit was chosen, when somebody said so. */
export interface Basis {
  readonly kind: 'SINGLE' | 'JOINT';
  readonly reason: string;
}

/**
 * Two of these on one case at the same time contradict each other or do a thing twice. To confirm
 * or reject a downgrade is not among them: it answers the very change that is new, and the server
 * refuses it when that is no longer what waits.
 */
const COLLIDING: readonly (keyof IncidentCommands)[] = [
  'assignments',
  'priority',
  'location',
  'duplicate-of',
  'closing',
  'reopening',
];

const ALONE: Basis = { kind: 'SINGLE', reason: '' };

/** How a command of the desk reaches the server, and what the user is told of its answer. */
export class Actions {
  /** Commands under way; the same one again while unanswered is a double press, not a wish. */
  private readonly pending = new Set<string>();

  constructor(
    private readonly client: Client,
    private readonly region: string,
    private readonly store: PictureStore,
    readonly notices: Notices,
    /** The first change of a case by another that nobody can have read yet, or null. */
    private readonly unread: (incident: string) => number | null = () => null,
  ) {}

  /** Up to where in the journal the person has seen the cases: goes with what may collide. */
  private seen(...incidents: readonly string[]): number {
    const unread = incidents.map(this.unread).filter((one) => one !== null);
    return Math.min(this.store.get().seq, ...unread.map((one) => one - 1));
  }

  /** Posts to the region and tells the answer; gives the problem when there was one. */
  private async post(
    path: string,
    body: unknown,
    done: string,
    undo: (() => void) | null = null,
    use: (answer: Done) => void = () => undefined,
    seen?: number,
  ): Outcome {
    const key = path + JSON.stringify(body);
    if (this.pending.has(key)) return null;
    this.pending.add(key);
    try {
      use(await this.client.post(this.region, path, body, seen));
      this.notices.done(done, undo);
      return null;
    } catch (error) {
      this.notices.problem(error);
      return error instanceof Problem ? error : new Problem(0, {});
    } finally {
      this.pending.delete(key);
    }
  }

  /** Makes a new case and gives its id to `open` once it is there. */
  create(body: NewIncident, open: (answer: Done) => void): Outcome {
    return this.post('incidents', body, t('done.created'), null, open);
  }

  /** Enters a form written on paper. */
  enterPaper(body: PaperCase): Outcome {
    return this.post('paper-cases', body, t('done.paper', { number: body.number }));
  }

  /** Signs a hand-over and gives its id to `open`. */
  signHandover(body: HandoverSigning, open: (answer: Done) => void): Outcome {
    return this.post('handovers', body, t('done.handoverSigned'), null, open);
  }

  receiveHandover(id: string): Outcome {
    return this.post(`handovers/${id}/receipt`, {}, t('done.handoverReceived'));
  }

  /** Cases a call on paper may be about; none when the question got no answer. */
  similar(opening: PaperOpening): Promise<readonly SimilarIncident[]> {
    return this.client.similar(this.region, opening).catch(() => []);
  }

  /**
   * A command on one case.
   *
   * @param seen as the client takes it; what may collide with another's is sent with what can have
   *     been read by now when nothing else is said
   */
  onIncident<C extends keyof IncidentCommands>(
    incident: string,
    command: C,
    body: IncidentCommands[C],
    text: string,
    undo: (() => void) | null = null,
    seen?: number,
  ): Outcome {
    const path = `incidents/${encodeURIComponent(incident)}/${command}`;
    const may = COLLIDING.includes(command) ? this.seen(incident) : undefined;
    return this.post(path, body, text, undo, undefined, seen ?? may);
  }

  /** A command on one assignment. */
  onAssignment<C extends keyof AssignmentCommands>(
    assignment: string,
    command: C,
    body: AssignmentCommands[C],
    text: string,
    seen?: number,
  ): Outcome {
    const path = `assignments/${encodeURIComponent(assignment)}/${command}`;
    return this.post(path, body, text, null, undefined, seen);
  }

  private onAlarms<C extends keyof AlarmCommands>(
    command: C,
    body: AlarmCommands[C],
    text: string,
  ): Outcome {
    return this.post(`alarms/${command}`, body, text);
  }

  /** Alarms this person has seen: they are quiet. */
  acknowledge(alarms: string[]): Outcome {
    const text = t('done.acknowledged', { count: alarms.length });
    return this.onAlarms('acknowledgements', { alarms }, text);
  }

  takeAlarms(alarms: string[]): Outcome {
    return this.onAlarms('takings', { alarms }, t('done.taken', { count: alarms.length }));
  }

  handAlarms(alarms: string[], desk: Alarm['desk']): Outcome {
    return this.onAlarms(
      'handings',
      { alarms, desk },
      t('done.handed', { desk: t(`alarmDesk.${desk}`) }),
    );
  }

  /** A command on one order of a care transport. */
  onTransport(
    transport: string,
    command: 'placement' | 'release' | 'steps' | 'booking' | 'booking-answer',
    body: unknown,
    text: string,
    undo: (() => void) | null = null,
  ): Outcome {
    return this.post(`transports/${encodeURIComponent(transport)}/${command}`, body, text, undo);
  }

  /** A command on major incidents; `path` is what follows `major-incidents/`, or nothing. */
  onMajor(
    path: string,
    body: unknown,
    text: string,
    undo: (() => void) | null = null,
    use?: (answer: Done) => void,
  ): Outcome {
    return this.post(
      path === '' ? 'major-incidents' : `major-incidents/${path}`,
      body,
      text,
      undo,
      use,
    );
  }

  private onUnit<C extends keyof UnitCommands>(
    unit: string,
    command: C,
    body: UnitCommands[C],
    text: string,
    seen?: number,
  ): Outcome {
    const path = `units/${encodeURIComponent(unit)}/${command}`;
    return this.post(path, body, text, null, undefined, seen);
  }

  /**
   * Assigns a unit.
   *
   * @param proposed the unit that stood first in the list, so that the journal tells what was made
   *   of the proposal; null when none was shown
   * @param basis what the proposal was made for, with the reason why another was chosen
   */
  async assign(
    incident: Incident,
    unit: Unit,
    proposed: string | null = null,
    basis: Basis = ALONE,
  ): Outcome {
    const text = t('done.assigned', { callSign: unit.callSign, address: placeName(incident) });
    const undo = () => this.undoAssign(incident.id, unit);
    const body = { units: [unit.id] };
    const problem = await this.onIncident(incident.id, 'assignments', body, text, undo);
    if (!problem && proposed) await this.answerProposal(incident.id, proposed, unit.id, basis);
    return problem;
  }

  /** Refuses a proposal for one of those who wait; another unit is then proposed. */
  refuseProposal(incident: Incident, proposed: string, reason: string): Outcome {
    const body = { proposed, answer: 'REFUSED' as const, reason, basis: 'JOINT' as const };
    return this.onIncident(incident.id, 'proposal-answers', body, t('done.proposalRefused'));
  }

  /** Takes a unit from something less urgent, as was proposed for all who wait. */
  async redirectAsProposed(unit: Unit, to: Incident, reason: string): Outcome {
    const problem = await this.redirect(unit, to, reason);
    if (!problem) await this.answerProposal(to.id, unit.id, unit.id, { kind: 'JOINT', reason: '' });
    return problem;
  }

  /**
   * Gives a case to a unit that is nearer than the one on its way. The nearer is sent first, so
   * that the case is never without; each is a command and an entry of its own.
   */
  async takeOver(incident: Incident, unit: Unit, proposal: TakeOverProposal): Outcome {
    const { assignment, callSign, insteadCallSign } = proposal;
    const sent = await this.assign(incident, unit, unit.id, { kind: 'JOINT', reason: '' });
    if (sent) return sent;
    const text = t('done.stoodDown', { callSign: insteadCallSign });
    return this.standDown(assignment, t('plan.takeOverReason', { callSign }), text);
  }

  /** Told beside the assignment: it must neither delay nor undo it. */
  private async answerProposal(incident: string, proposed: string, chosen: string, basis: Basis) {
    const { kind, reason } = basis;
    const body: IncidentCommands['proposal-answers'] =
      proposed === chosen
        ? { proposed, answer: 'ACCEPTED', basis: kind }
        : {
            proposed,
            answer: 'CHANGED',
            chosen,
            reason: reason || t('proposal.other'),
            basis: kind,
          };
    try {
      const path = `incidents/${encodeURIComponent(incident)}/proposal-answers`;
      await this.client.post(this.region, path, body);
    } catch (error) {
      this.notices.problem(error);
    }
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

  /** A step down the region's scale is a proposal until a second person has confirmed it. */
  changePriority(
    incident: Incident,
    priority: string,
    reason: string,
    scale: readonly Priority[],
    seen?: number,
  ): Outcome {
    const place = (code: string) => scale.findIndex((one) => one.code === code);
    const down = place(priority) > place(incident.priority);
    const done = t(down ? 'done.proposed' : 'done.priority');
    return this.onIncident(incident.id, 'priority', { priority, reason }, done, null, seen);
  }

  redirect(unit: Unit, to: Incident, reason: string): Outcome {
    const text = t('done.redirected', { callSign: unit.callSign, address: placeName(to) });
    const from = this.store.get().assignments.get(unit.assignment ?? '')?.incident;
    const seen = this.seen(to.id, ...(from === undefined ? [] : [from]));
    return this.onUnit(unit.id, 'redirect', { incident: to.id, reason }, text, seen);
  }

  standDown(assignment: string, reason: string, text: string): Outcome {
    const about = this.store.get().assignments.get(assignment)?.incident;
    const seen = about === undefined ? undefined : this.seen(about);
    return this.onAssignment(assignment, 'stand-down', { reason }, text, seen);
  }

  milestone(assignment: string, milestone: Milestone, callSign: string): Outcome {
    const text = t('done.status', { callSign });
    return this.onAssignment(assignment, 'milestones', { milestone }, text);
  }

  availability(unit: Unit, available: boolean, reason: string): Outcome {
    const text = t('done.status', { callSign: unit.callSign });
    return this.onUnit(unit.id, 'availability', { available, reason }, text);
  }

  orderStandby(unit: Unit, place: string, reason: string): Outcome {
    const text = t('done.standby', { callSign: unit.callSign });
    return this.onUnit(unit.id, 'standby', { place, reason }, text);
  }

  recallStandby(unit: Unit, reason: string): Outcome {
    const text = t('done.recalled', { callSign: unit.callSign });
    return this.onUnit(unit.id, 'standby/recall', { reason }, text);
  }

  /** Accepts, changes or refuses a proposal to move a unit; the first two order it as well. */
  answerRelocation(
    unit: string,
    callSign: string,
    body: UnitCommands['relocation-answers'],
  ): Outcome {
    const refused = body.answer === 'REFUSED';
    const text = t(refused ? 'done.moveRefused' : 'done.standby', { callSign });
    return this.onUnit(unit, 'relocation-answers', body, text);
  }

  reportObstacle(told: Told): Outcome {
    return this.post('obstacles', told, t('done.obstacleReported'));
  }

  changeObstacle(id: string, told: Told): Outcome {
    return this.post(`obstacles/${id}/changes`, told, t('done.obstacleChanged'));
  }

  liftObstacle(id: string, reason: string): Outcome {
    return this.post(`obstacles/${id}/lifting`, { reason }, t('done.obstacleLifted'));
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

/** The case as a dispatcher names it: its address, or its number when it has none. */
export function placeName(incident: Incident): string {
  const { address, municipality } = incident.location;
  return address || municipality || incident.id;
}
