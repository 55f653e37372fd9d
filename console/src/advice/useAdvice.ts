import { useCallback } from 'react';
import type { CoverPicture, ProposedPlan } from '../api/contract';
import { useConnection, useModel, useShared } from '../picture/context';
import { useAsked, type Asked } from './useAsked';

/** Units for all who wait, reckoned anew whenever the picture has changed. */
export function useProposals(): Asked<ProposedPlan> {
  const { client, region } = useShared();
  const live = useConnection() === 'LIVE';
  const seq = useModel((model) => model.seq);
  const ask = useCallback(() => client.proposals(region.code), [client, region.code]);
  return useAsked(ask, seq, live);
}

/** The cover, which the server reckons every few seconds. */
export function useCover(): Asked<CoverPicture> {
  const { client, region } = useShared();
  const live = useConnection() === 'LIVE';
  const ask = useCallback(() => client.cover(region.code), [client, region.code]);
  return useAsked(ask, null, live);
}
