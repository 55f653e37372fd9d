import { createContext, useContext } from 'react';

/** Whether the form around has been tried to be saved: first then is an empty field a fault. */
export const TriedContext = createContext(false);

export function useTried(): boolean {
  return useContext(TriedContext);
}
