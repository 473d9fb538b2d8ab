// Every time on the page is procedure time, shown as people in the council would read it.
const zone = 'Europe/London';
const format = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });

const timeFormat = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayFormat = format({ weekday: 'long', day: 'numeric', month: 'long' });
const shortFormat = format({ weekday: 'short', day: 'numeric', month: 'short' });
const yearFormat = format({ year: 'numeric' });
const partsFormat = format({
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

export const timeOf = (iso) => timeFormat.format(new Date(iso));
export const dayOf = (iso) => dayFormat.format(new Date(iso));
export const shortDayOf = (iso) => shortFormat.format(new Date(iso));
export const yearOf = (iso) => yearFormat.format(new Date(iso));
export const momentOf = (iso) => `${shortDayOf(iso)}, ${timeOf(iso)}`;

// "2026-05-14T09:00" as a clock on a wall in London would show it: the shape of a datetime-local input.
export function wallOf(iso) {
  const part = Object.fromEntries(partsFormat.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

// The instant at which a London wall clock shows `wall`; a wall time skipped in spring gives the instant an hour on.
export function instantOf(wall) {
  const asIfUtc = Date.parse(`${wall}Z`);
  const offset = (at) => Date.parse(`${wallOf(new Date(at).toISOString())}Z`) - at;
  const first = asIfUtc - offset(asIfUtc);
  return new Date(asIfUtc - offset(first)).toISOString();
}
