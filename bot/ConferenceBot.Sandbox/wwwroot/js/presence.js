import { shape } from './dom.js';

// Each kind of presence has a shape of its own, so that it can be told without its colour.
const kinds = {
  available: ['Available', 'M3.4 6.2 5.2 8 8.7 4.4'],
  busy: ['Busy', ''],
  away: ['Away', 'M6 3.2V6.2L8 7.4'],
  offline: ['Offline', 'M4.2 4.2 7.8 7.8M7.8 4.2 4.2 7.8'],
  outOfOffice: ['Out of office', 'M8.6 6H3.6M5.6 4 3.6 6 5.6 8'],
};

export const presenceWords = ({ presence, presenceText }) => presenceText || kinds[presence]?.[0] || '';

// The small mark at a person's picture; nothing while the sandbox does not say.
export function presenceDot({ presence }) {
  if (!kinds[presence]) return null;
  const dot = shape('svg', { viewBox: '0 0 12 12', width: 14, height: 14, class: `presence-dot ${presence}`, 'aria-hidden': 'true', focusable: 'false' });
  dot.append(shape('circle', { cx: 6, cy: 6, r: 5 }));
  if (kinds[presence][1]) dot.append(shape('path', { d: kinds[presence][1] }));
  return dot;
}
