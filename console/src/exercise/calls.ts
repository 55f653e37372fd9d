import type { Client } from '../api/client';
import type { Exercise } from '../api/contract';
import { language } from '../text';

/** How the exercise stands; refused with 404 by a service that is none. */
export const readExercise = (client: Client) =>
  client.request('GET', `/api/exercise?language=${language()}`) as Promise<Exercise>;
