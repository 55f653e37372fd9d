// Runs in the page before anything else: the live stream is made here instead of by the server,
// with more than any region has. Same seed, same stream.
(() => {
  const UNITS = 5_000;
  const CASES = 500;
  const ALARMS = 60;
  const OBSTACLES = 10;
  const CHANGES_PER_SECOND = 1_200;
  const BATCHES_PER_SECOND = 20;
  const KINDS = ['AMBULANCE', 'TRANSPORT_AMBULANCE', 'SINGLE_RESPONDER'];
  const STATUSES = ['AVAILABLE', 'ROLLING', 'AT_PATIENT', 'LOADED', 'HANDING_OVER'];
  const PRIORITIES = ['1A', '2A', '2B', '3'];

  let seed = 7;
  const chance = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const at = (seconds) => new Date(Date.now() + seconds * 1_000).toISOString();
  const position = () => ({ lat: 62 + 2.5 * chance(), lon: 12.5 + 4 * chance() });
  const base = { region: 'jamtland-harjedalen', version: 1 };

  const unit = (n) => ({
    ...base,
    id: `23-${10_000 + n}`,
    callSign: String(10_000 + n),
    kind: pick(KINDS),
    capabilities: ['STRETCHER'],
    crew: [],
    station: 'ostersund',
    owner: 'Överlast',
    special: false,
    status: pick(STATUSES),
    statusSince: at(-3_000 * chance()),
  });

  const incident = (n) => ({
    ...base,
    id: `sos:overlast:${String(n).padStart(6, '0')}`,
    source: 'SOS_ALARM',
    phase: 'WAITING',
    receivedAt: at(-3_000 * chance()),
    times: {},
    callbackNumber: '+46701740605',
    location: {
      address: `Provgatan ${n}`,
      municipality: 'Östersund',
      position: position(),
      quality: 'ADDRESS',
    },
    indexCode: 'D01',
    description: 'Överlast, inget verkligt ärende',
    priority: pick(PRIORITIES),
    threats: [],
    threatCount: 0,
    patients: [],
    duplicates: [],
    waiting: { nextDueAt: at(1_800 * chance() - 300), missedContacts: chance() < 0.1 ? 1 : 0 },
    contacts: [],
    notes: [],
    openAssignments: [],
    assignmentCount: 0,
  });

  const units = Array.from({ length: UNITS }, (_, n) => unit(n));
  const incidents = Array.from({ length: CASES }, (_, n) => incident(n));
  const places = units.map((one) => ({
    unit: one.id,
    position: position(),
    at: at(0),
    speedKmh: 60,
  }));
  const alarm = (n) => ({
    ...base,
    id: `CONTACT_OVERDUE:${n}`,
    kind: 'CONTACT_OVERDUE',
    tone: 'ACT',
    incident: incidents[n].id,
    raisedAt: at(-600 * chance()),
    actBy: at(300 * chance()),
    desk: 'WAITING_ROOM_NURSE',
    times: 1,
  });
  const alarms = Array.from({ length: ALARMS }, (_, n) => alarm(n));
  const obstacle = (n) => ({
    ...base,
    id: `hinder-${n}`,
    by: 'demo.dirigent',
    endedReason: '',
    phase: 'OPEN',
    reportedAt: at(-3_000 * chance()),
    told: {
      place: `Provvägen ${n}`,
      reason: 'Överlast, inget verkligt hinder',
      source: 'Överlast',
      where: { shape: 'ALONG', positions: [position(), position()] },
    },
  });
  const obstacles = Array.from({ length: OBSTACLES }, (_, n) => obstacle(n));
  let seq = 1;

  const none = {
    entries: [],
    incidents: [],
    units: [],
    assignments: [],
    alarms: [],
    obstacles: [],
  };
  const alarmChange = () => {
    const n = Math.floor(chance() * alarms.length);
    alarms[n] = { ...alarms[n], version: alarms[n].version + 1, actBy: at(300 * chance()) };
    return { ...none, seq: ++seq, alarms: [alarms[n]] };
  };

  const change = () => {
    if (chance() < 0.02) return alarmChange();
    const changed = chance() < 0.2;
    const list = changed ? incidents : units;
    const n = Math.floor(chance() * list.length);
    const old = list[n];
    list[n] = changed
      ? {
          ...old,
          version: old.version + 1,
          waiting: { ...old.waiting, nextDueAt: at(1_800 * chance()) },
        }
      : { ...old, version: old.version + 1, status: pick(STATUSES), statusSince: at(0) };
    const one = [list[n]];
    return { ...none, seq: ++seq, ...(changed ? { incidents: one } : { units: one }) };
  };

  const move = (one) => ({
    ...one,
    at: at(0),
    position: {
      lat: one.position.lat + 0.004 * (chance() - 0.5),
      lon: one.position.lon + 0.004 * (chance() - 0.5),
    },
  });

  const stream = () => {
    const encoder = new TextEncoder();
    const timers = [];
    return new ReadableStream({
      start(out) {
        const send = (event, data) =>
          out.enqueue(
            encoder.encode(`event: ${event}\nid: ${seq}\ndata: ${JSON.stringify(data)}\n\n`),
          );
        const clock = () => ({ now: at(0), speed: 1, seq });
        const state = { incidents, units, assignments: [], alarms, obstacles };
        send('snapshot', { ...clock(), ...state, positions: places });
        send('clock', clock());
        timers.push(setInterval(() => send('clock', clock()), 2_000));
        const batch = CHANGES_PER_SECOND / BATCHES_PER_SECOND;
        timers.push(
          setInterval(() => {
            for (let n = 0; n < batch; n++) send('change', change());
          }, 1_000 / BATCHES_PER_SECOND),
        );
        timers.push(
          setInterval(() => {
            places.forEach((one, n) => (places[n] = move(one)));
            send('positions', places);
          }, 1_000),
        );
      },
      cancel: () => timers.forEach(clearInterval),
    });
  };

  const real = window.fetch;
  window.fetch = (url, options) =>
    String(url).endsWith('/stream')
      ? Promise.resolve(
          new Response(stream(), { headers: { 'content-type': 'text/event-stream' } }),
        )
      : real(url, options);

  // Work that holds the page up for more than 50 ms.
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.longTasks.push(one.duration);
  }).observe({ type: 'longtask' });

  // From a key to the frame that shows its answer, in whole 8 ms (the browser's Event Timing).
  window.keyMillis = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries())
      if (one.name === 'keydown') window.keyMillis.push(one.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
})();
