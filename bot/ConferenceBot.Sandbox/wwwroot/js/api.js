// A request that was not answered as asked. `message` is a sentence for the person at the page.
export class ApiError extends Error {}

const unreachable = 'The sandbox does not answer. Is it still running?';

async function request(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
  } catch (error) {
    throw new ApiError(error.name === 'TimeoutError' ? 'No answer within 30 seconds.' : unreachable);
  }
  const text = await response.text();
  const answer = parse(text);
  if (response.ok) return answer;
  throw new ApiError(answer?.detail ?? answer?.title ?? answer?.error ?? answer?.message ?? `The sandbox answered ${response.status}.`);
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

const chat = (person, rest = '') => `api/chats/${encodeURIComponent(person)}${rest}`;

export const api = {
  state: () => request('GET', 'api/state'),
  chat: (person) => request('GET', chat(person)),
  read: (person) => request('POST', chat(person, '/read'), {}),
  say: (person, text) => request('POST', chat(person, '/messages'), { text }),
  act: (person, action) => request('POST', chat(person, '/actions'), action),
  clock: (move) => request('POST', 'api/clock', move),
  fault: (fault) => request('POST', 'api/faults', fault),
  happened: (filter) => request('GET', `api/happened?${new URLSearchParams(Object.entries(filter).filter(([, value]) => value))}`),
  calendar: (change) => request('POST', 'api/calendar', change),
  confirm: (ids) => request('POST', 'api/people/confirm', ids ? { ids } : {}),
};

const againAfter = 2000;

// Server-sent events for as long as the page lives; `onConnection(false)` while the line is down.
export function listen(onChanged, onConnection) {
  const source = new EventSource('api/events');
  source.addEventListener('changed', (event) => onChanged(parse(event.data) ?? {}));
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => {
    onConnection(false);
    // The browser tries again by itself, except after an answer that was no event stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(onChanged, onConnection), againAfter);
  });
}
