import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ChannelArgs, ChannelName, ChannelResult } from '../../contract/channels.ts';
import { call } from './api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Infinity, refetchOnWindowFocus: false, networkMode: 'always' },
  },
});

/** A channel that only reads, cached under its name and arguments. */
export function useCall<Name extends ChannelName>(
  name: Name,
  args: ChannelArgs<Name>,
  enabled = true,
): UseQueryResult<ChannelResult<Name>> {
  return useQuery({ queryKey: [name, args], queryFn: () => call(name, args), enabled });
}

/** After a change: what was read of the inspection is read again. */
export async function refresh(...names: readonly ChannelName[]): Promise<void> {
  await Promise.all(
    names.length === 0
      ? [queryClient.invalidateQueries()]
      : names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}
