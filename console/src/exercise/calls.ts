import type { Client } from '../api/client';
import type { Exercise, ExerciseClock, ExerciseList } from '../api/contract';
import { language } from '../text';

/** How the exercise stands; refused with 404 by a service that is none. */
export const readExercise = (client: Client) =>
  client.request('GET', `/api/exercise?language=${language()}`) as Promise<Exercise>;

export const setClock = (client: Client, change: Partial<ExerciseClock>) =>
  client.request('PUT', '/api/exercise/clock', change) as Promise<ExerciseClock>;

export const endExercise = (client: Client) =>
  client.request('POST', '/api/exercise/end') as Promise<Exercise>;

/** What can be begun from here, and what was last. */
export const listExercises = (client: Client) =>
  client.request('GET', '/api/exercises') as Promise<ExerciseList>;

export const beginExercise = (client: Client, name: string, command: boolean) =>
  client.request('POST', '/api/exercises', { name, command }) as Promise<ExerciseList>;

export const stopExercise = (client: Client) =>
  client.request('POST', '/api/exercises/stop') as Promise<ExerciseList>;
