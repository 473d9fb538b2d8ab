import { byId } from './dom.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const chosen = () => localStorage.getItem('theme');

export const themeNow = () => chosen() ?? (dark.matches ? 'dark' : 'light');

// Follows the system until somebody chooses; cards are drawn again because their colours are written into them.
export function setUpTheme(onChange) {
  const button = byId('theme');

  function apply() {
    const theme = themeNow();
    document.documentElement.dataset.theme = theme;
    button.setAttribute('aria-pressed', String(theme === 'dark'));
    onChange(theme);
  }

  button.addEventListener('click', () => {
    localStorage.setItem('theme', themeNow() === 'dark' ? 'light' : 'dark');
    apply();
  });
  dark.addEventListener('change', apply);
  apply();
}
