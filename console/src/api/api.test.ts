import { describe, expect, it, vi } from 'vitest';
import { Client, Problem } from './client';
import { EventParser } from './stream';

describe('01 stream', () => {
  const TEXT =
    ': hello\n\nevent: clock\ndata: {"a":1}\n\nid: 7\nevent:change\ndata: one\ndata: two\r\n\r\n';

  it('01 gives events with name, id and data', () => {
    expect(new EventParser().push(TEXT)).toEqual([
      { event: 'clock', id: '', data: '{"a":1}' },
      { event: 'change', id: '7', data: 'one\ntwo' },
    ]);
  });

  it('02 may be cut anywhere', () => {
    const whole = new EventParser().push(TEXT);
    for (let size = 1; size < TEXT.length; size++) {
      const parser = new EventParser();
      const found = [];
      for (let from = 0; from < TEXT.length; from += size)
        found.push(...parser.push(TEXT.slice(from, from + size)));
      expect(found, `pieces of ${size}`).toEqual(whole);
    }
  });

  it('03 an unfinished event is not given', () => {
    expect(new EventParser().push('event: change\ndata: half')).toEqual([]);
  });
});

function clientFor(...answers: (Response | Error)[]) {
  const send = vi.fn<typeof fetch>(() => {
    const answer = answers.shift();
    if (answer instanceof Response) return Promise.resolve(answer);
    return Promise.reject(answer ?? new Error('no more answers'));
  });
  let ids = 0;
  const client = new Client(
    () => 'sv',
    send,
    () => `id-${++ids}`,
    () => 'a=b; XSRF-TOKEN=abc%3D',
  );
  const headers = (call: number) => send.mock.calls[call]?.[1]?.headers as Record<string, string>;
  return { client, send, headers };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe('02 client', () => {
  it('01 a command carries its id, the csrf token and the language', async () => {
    const { client, send, headers } = clientFor(json({ seq: 5, id: 'x' }));
    expect(await client.post('r', 'incidents/a/notes', { text: 'hej' })).toEqual({
      seq: 5,
      id: 'x',
    });
    expect(send.mock.calls[0]?.[0]).toBe('/api/regions/r/incidents/a/notes');
    expect(headers(0)).toMatchObject({
      'Command-Id': 'id-1',
      'X-XSRF-TOKEN': 'abc=',
      'Accept-Language': 'sv',
    });
  });

  it('02 without an answer it is asked again under the same id', async () => {
    const { client, headers } = clientFor(new Error('cut'), json({ seq: 5, id: 'x' }));
    expect((await client.post('r', 'p', {})).seq).toBe(5);
    expect(headers(1)['Command-Id']).toBe('id-1');
  });

  it('03 after three tries the outcome is unknown', async () => {
    const cut = () => new Error('cut');
    const { client, send } = clientFor(cut(), cut(), cut(), json({ seq: 1, id: 'late' }));
    await expect(client.post('r', 'p', {})).rejects.toMatchObject({ status: 0 });
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('04 a refusal comes in the server\u2019s words and is not tried again', async () => {
    const document = { title: 'Upptagen', detail: 'Enhet 3311 …', field: 'units', remedy: 'Byt.' };
    const { client, send } = clientFor(json(document, 409));
    const problem = await client.post('r', 'p', {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 409, field: 'units', remedy: 'Byt.' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('05 an answer that is not JSON is still a problem', async () => {
    const { client } = clientFor(new Response('<html>bad gateway</html>', { status: 502 }));
    await expect(client.regions()).rejects.toMatchObject({ status: 502 });
  });

  it('06 a lost session is told once, but not by the question whether there is one', async () => {
    const { client } = clientFor(json({}, 401), json({}, 401));
    client.onSignedOut = vi.fn();
    await client.session().catch(() => null);
    expect(client.onSignedOut).not.toHaveBeenCalled();
    await client.regions().catch(() => null);
    expect(client.onSignedOut).toHaveBeenCalledOnce();
  });

  it('07 no demonstration means no demo users', async () => {
    const { client } = clientFor(json({}, 404));
    expect(await client.demoUsers()).toBeNull();
  });
});
